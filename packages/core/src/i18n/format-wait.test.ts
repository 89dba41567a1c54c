import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaitReason, WaitView } from '../contracts.js';
import { createTranslator } from './format-message.js';
import {
  formatOffer,
  formatPlace,
  formatWait,
  formatWaitChange,
  formatWaitTime,
  type WaitingWords,
  type Wording,
} from './format-wait.js';
import en from './messages/en/waiting.js';
import zhHans from './messages/zh-Hans/waiting.js';
import zhHant from './messages/zh-Hant/waiting.js';

const wordingOf = (
  locale: string,
  messages: Parameters<typeof createTranslator<WaitingWords>>[0]['messages'],
): Wording => ({
  locale,
  t: createTranslator<WaitingWords>({ locale, ...(messages ? { messages } : {}) }),
});
const WORDINGS = [wordingOf('en', en), wordingOf('zh-Hans', zhHans), wordingOf('zh-Hant', zhHant)];
const aView = (members: Partial<WaitView>): WaitView => ({ kind: 'range', position: 3, changed: 'none', ...members });
const inAll = (say: (wording: Wording) => string): string[] => WORDINGS.map(say);

describe('formatWait', () => {
  it.each<[Partial<WaitView>, string, string, string]>([
    [{ fromMin: 4, toMin: 7 }, '3rd in line, about 4–7 min', '您排在第3位，约4–7分钟', '您排在第 3 位，約 4–7 分鐘'],
    [
      { kind: 'soon', position: 1 },
      'You are next, less than 1 min',
      '下一位就是您，不到1分钟',
      '下一位就是您，不到 1 分鐘',
    ],
    [
      { position: 1, fromMin: 0, toMin: 2 },
      'You are next, up to 2 min',
      '下一位就是您，最多2分钟',
      '下一位就是您，最多 2 分鐘',
    ],
    [
      { position: 2, fromMin: 5, toMin: 5 },
      '2nd in line, about 5 min',
      '您排在第2位，约5分钟',
      '您排在第 2 位，約 5 分鐘',
    ],
    [
      { kind: 'over', position: 112, fromMin: 40 },
      '112th in line, 40 min to more than 1 h',
      '您排在第112位，40分钟至1小时以上',
      '您排在第 112 位，40 分鐘至 1 小時以上',
    ],
    [
      { kind: 'over', position: 21, fromMin: 70 },
      '21st in line, more than 1 h',
      '您排在第21位，1小时以上',
      '您排在第 21 位，1 小時以上',
    ],
    [
      { kind: 'unknown', position: 4 },
      '4th in line, the wait cannot be estimated now',
      '您排在第4位，目前无法预估等待时间',
      '您排在第 4 位，目前無法預估等候時間',
    ],
    [{ position: 0, fromMin: 40 }, '40 min to more than 1 h', '40分钟至1小时以上', '40 分鐘至 1 小時以上'],
    [{ position: 0, fromMin: 60 }, 'more than 1 h', '1小时以上', '1 小時以上'],
    [{ kind: 'range', position: 0, fromMin: 1, toMin: 2 }, 'about 1–2 min', '约1–2分钟', '約 1–2 分鐘'],
  ])('says %j', (view, ...sentences) => {
    expect(inAll((wording) => formatWait(aView(view), wording))).toEqual(sentences);
  });

  it.each([
    [1, 'You are next'],
    [11, '11th in line'],
    [12, '12th in line'],
    [13, '13th in line'],
    [22, '22nd in line'],
    [103, '103rd in line'],
    [1000, '1,000th in line'],
    [0, ''],
    [-3, ''],
    [1.5, ''],
    [NaN, ''],
    [Infinity, ''],
  ])('puts position %d as "%s"', (position, place) => {
    expect(formatPlace(position, WORDINGS[0]!)).toBe(place);
  });

  it.each<Partial<WaitView>>([
    {},
    { fromMin: 0 },
    { fromMin: 3, toMin: NaN },
    { toMin: 0, fromMin: 0 },
    { fromMin: 9, toMin: 4 },
    { fromMin: -2, toMin: 4 },
    { fromMin: NaN, toMin: 4 },
    { fromMin: 1, toMin: 2.5 },
  ])('does not make a time of %j', (view) => {
    expect(formatWaitTime(aView(view), WORDINGS[0]!)).toBe('the wait cannot be estimated now');
  });

  it('speaks though the language is none', () => {
    expect(formatWait(aView({ fromMin: 4, toMin: 7 }), wordingOf('not a tag', en))).toBe('3th in line, about 4–7 min');
  });

  it('never shows what is negative, broken or no number', () => {
    const odd = fc.oneof(fc.double(), fc.integer(), fc.constant(undefined));
    const kind = fc.constantFrom('soon', 'range', 'over', 'unknown');
    fc.assert(
      fc.property(fc.record({ kind, position: odd, fromMin: odd, toMin: odd }), (view) => {
        for (const wording of WORDINGS) {
          const text = formatWait({ ...view, changed: 'none' } as WaitView, wording);
          expect(text).not.toMatch(/-\d|NaN|undefined|∞|Infinity|[{}]|\d\.\d/);
          expect(text).not.toBe('');
        }
      }),
    );
  });
});

describe('formatOffer', () => {
  it.each<[Partial<WaitView>, string, string, string]>([
    [{ fromMin: 4, toMin: 7 }, '3rd in line, about 4–7 min', '排在第3位，约4–7分钟', '排在第 3 位，約 4–7 分鐘'],
    [
      { kind: 'soon', position: 1 },
      'Nobody ahead, less than 1 min',
      '前面没有人，不到1分钟',
      '前面沒有人，不到 1 分鐘',
    ],
    [{ position: 0, fromMin: 4, toMin: 7 }, 'about 4–7 min', '约4–7分钟', '約 4–7 分鐘'],
  ])('says %j to one who would join, not to one who has', (view, ...sentences) => {
    expect(inAll((wording) => formatOffer(aView(view), wording))).toEqual(sentences);
  });
});

describe('formatWaitChange', () => {
  it.each<[WaitReason | undefined, string, string, string]>([
    [
      'urgent-first',
      'Longer than before: urgent requests came first.',
      '比之前预计的要久：有紧急请求优先处理。',
      '比先前預估的久：有緊急需求優先處理。',
    ],
    [
      'fewer-agents',
      'Longer than before: fewer agents are online.',
      '比之前预计的要久：在线客服减少了。',
      '比先前預估的久：線上客服變少了。',
    ],
    [
      'longer-conversations',
      'Longer than before: conversations are taking longer.',
      '比之前预计的要久：每次会话的时间变长了。',
      '比先前預估的久：每次對話的時間變長了。',
    ],
    [
      'outage',
      'Longer than before: there is an outage.',
      '比之前预计的要久：目前有服务故障。',
      '比先前預估的久：目前服務異常。',
    ],
    [undefined, 'Longer than before.', '比之前预计的要久。', '比先前預估的久。'],
  ])('gives the reason %s of a rise', (reason, ...sentences) => {
    const view = aView({ changed: 'up', ...(reason ? { reason } : {}) });
    expect(inAll((wording) => formatWaitChange(view, wording))).toEqual(sentences);
  });

  it.each(['none', 'down'] as const)('says nothing where it is "%s"', (changed) => {
    expect(formatWaitChange(aView({ changed, reason: 'outage' }), WORDINGS[0]!)).toBe('');
  });
});
