import { describe, expect, it } from 'vitest';
import type { Catalogue } from './catalogue.js';
import { createOfficeHours } from '../hours/office-hours.js';
import { readServiceStatus } from '../status/service-status.js';
import {
  formatAccuracy,
  formatAge,
  formatAgents,
  formatBestTime,
  formatNextNews,
  formatOpenness,
  formatPromise,
} from './format-status.js';
import { createTranslator, type Translator } from './format-message.js';
import type { WaitingWords } from './format-wait.js';
import en from './messages/en/waiting.js';
import zhHans from './messages/zh-Hans/waiting.js';
import zhHant from './messages/zh-Hant/waiting.js';
import { createTimeWording, type TimeWording } from './time-wording.js';

const CATALOGUES = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
const MINUTE = 60_000;
const at = (iso: string): number => Date.parse(iso);
const NOW = at('2026-11-23T10:00+01:00');
const inAll = (say: (words: TimeWording) => string, timeZone = 'Europe/Berlin'): string[] =>
  (['en', 'zh-Hans', 'zh-Hant'] as const).map((locale) =>
    say(
      createTimeWording({
        locale,
        timeZone,
        t: createTranslator<WaitingWords>({ locale, messages: CATALOGUES[locale] }),
      }),
    ),
  );
const facts = (members: object = {}, now = NOW, days: readonly number[] = []) => {
  const week = Object.fromEntries(days.map((day) => [day, [['08:00', '22:00']]]));
  return readServiceStatus(
    { observedAt: NOW, ...members },
    {
      now,
      ...(days.length ? { hours: createOfficeHours({ desks: [{ timeZone: 'Europe/Berlin', weekly: week }] }) } : {}),
    },
  );
};
const DAILY = [1, 2, 3, 4, 5, 6, 7];

describe('formatOpenness', () => {
  it.each<[string, object, string, readonly number[], string, string, string]>([
    [
      'until tonight',
      { state: 'open' },
      '2026-11-23T10:00+01:00',
      DAILY,
      'Open · closes 22:00',
      '服务中 · 22:00结束',
      '服務中 · 22:00結束',
    ],
    [
      'but busy',
      { state: 'busy' },
      '2026-11-23T10:00+01:00',
      DAILY,
      'Open, but busy · closes 22:00',
      '服务中，目前繁忙 · 22:00结束',
      '服務中，目前忙碌 · 22:00結束',
    ],
    [
      'again tomorrow',
      {},
      '2026-11-23T23:00+01:00',
      DAILY,
      'Closed · opens tomorrow 08:00',
      '非服务时间 · 明天08:00开始服务',
      '非服務時間 · 明天 08:00開始服務',
    ],
    [
      'again later today',
      {},
      '2026-11-23T06:00+01:00',
      DAILY,
      'Closed · opens 08:00',
      '非服务时间 · 08:00开始服务',
      '非服務時間 · 08:00開始服務',
    ],
    [
      'again after the weekend',
      {},
      '2026-11-27T23:00+01:00',
      [1, 2, 3, 4, 5],
      'Closed · opens Monday 08:00',
      '非服务时间 · 星期一08:00开始服务',
      '非服務時間 · 星期一 08:00開始服務',
    ],
    [
      'after the night that skips an hour',
      {},
      '2026-03-28T23:00+01:00',
      DAILY,
      'Closed · opens tomorrow 08:00',
      '非服务时间 · 明天08:00开始服务',
      '非服務時間 · 明天 08:00開始服務',
    ],
    [
      'after the night that has one twice',
      {},
      '2026-10-24T23:00+02:00',
      DAILY,
      'Closed · opens tomorrow 08:00',
      '非服务时间 · 明天08:00开始服务',
      '非服務時間 · 明天 08:00開始服務',
    ],
    ['by a host that names no time', { state: 'open' }, '2026-11-23T10:00+01:00', [], 'Open', '服务中', '服務中'],
    [
      'by a host that has closed early',
      { state: 'closed' },
      '2026-11-23T10:00+01:00',
      DAILY,
      'Closed',
      '非服务时间',
      '非服務時間',
    ],
    [
      'by nobody',
      {},
      '2026-11-23T10:00+01:00',
      [],
      'Not known right now whether we are open',
      '目前无法确认是否在服务时间',
      '目前無法確認是否為服務時間',
    ],
  ])('says open or not, %s', (_, status, now, days, ...sentences) => {
    expect(
      inAll((words) =>
        formatOpenness(facts(status, at(now), days), words, { now: at(now), deskZone: 'Europe/Berlin' }),
      ),
    ).toEqual(sentences);
  });

  it('speaks in the reader’s time and names that of the desk', () => {
    const say = (words: TimeWording) =>
      formatOpenness(facts({}, NOW, DAILY), words, { now: NOW, deskZone: 'Europe/Berlin' });
    expect(inAll(say, 'Asia/Shanghai')).toEqual([
      'Open · closes tomorrow 05:00 your time (22:00 Central European Time)',
      '服务中 · 您当地时间明天05:00（中欧时间22:00）结束',
      '服務中 · 您當地時間明天 05:00（中歐時間 22:00）結束',
    ]);
  });

  it('says of an office that never closes that it does not', () => {
    const always = { state: 'open', closesAt: null, opensAt: null, alwaysOpen: true } as const;
    expect(inAll((words) => formatOpenness(always, words, { now: NOW }))).toEqual([
      'Open around the clock',
      '全天24小时服务',
      '全天 24 小時服務',
    ]);
  });
});

describe('the figures of a status', () => {
  it.each([
    [{ agents: { online: 1 } }, '1 agent online', '1位客服在线', '1 位客服在線上'],
    [{ agents: { online: 4 } }, '4 agents online', '4位客服在线', '4 位客服在線上'],
    [{ agents: { online: 0 } }, 'No agent online', '没有客服在线', '沒有客服在線上'],
    [{ agents: { online: -1 } }, '', '', ''],
    [{}, '', '', ''],
  ])('say of %j', (status, ...sentences) => {
    expect(inAll((words) => formatAgents(facts(status), words))).toEqual(sentences);
  });

  it.each([
    [0, 'As of now', '当前情况', '目前情況'],
    [90_000, 'As of 1 min ago', '1分钟前的情况', '1 分鐘前的情況'],
    [-5, '', '', ''],
  ])('tell their age of %d ms', (age, ...sentences) => {
    expect(inAll((words) => formatAge(facts({}, NOW + age), words))).toEqual(sentences);
  });

  it.each([
    [
      { samples: 40, withinP90: 36 },
      '36 of the last 40 waited within what we said',
      '最近40位客户中，有36位的等待时间在我们告知的范围内',
      '最近 40 位顧客中，有 36 位的等候時間在我們告知的範圍內',
    ],
    [{ samples: 19, withinP90: 19 }, '', '', ''],
  ])('tell how true the waits have been: %j', (accuracy, ...sentences) => {
    expect(inAll((words) => formatAccuracy(facts({ accuracy }), words))).toEqual(sentences);
  });
});

describe('formatBestTime', () => {
  it.each([
    [
      '2026-11-24T14:00+01:00',
      'Usually quietest tomorrow 14:00 to 15:00',
      '通常最空闲的时段：明天14:00至15:00',
      '通常最空閒的時段：明天 14:00至15:00',
    ],
    [
      '2026-11-23T23:00+01:00',
      'Usually quietest 23:00 to 00:00',
      '通常最空闲的时段：23:00至00:00',
      '通常最空閒的時段：23:00至00:00',
    ],
    [
      '2026-11-23T10:00+01:00',
      'Usually quietest now, until 11:00',
      '通常现在最空闲，直到11:00',
      '通常現在最空閒，直到11:00',
    ],
  ])('names the hour from %s', (from, ...sentences) => {
    const best = { at: at(from), endAt: at(from) + 60 * MINUTE, load: 0.2, open: true };
    expect(inAll((words) => formatBestTime(best, words, NOW))).toEqual(sentences);
  });

  it('has none to name', () => {
    expect(inAll((words) => formatBestTime(undefined, words, NOW))).toEqual(['', '', '']);
  });
});

describe('formatNextNews', () => {
  it.each([
    [NOW + 30 * MINUTE, 'Next news: 10:30', '下次通报：10:30', '下次公告：10:30'],
    [
      NOW - 30 * MINUTE,
      'News was due: 09:30. None has come yet.',
      '原定09:30通报，目前尚无新消息。',
      '原定09:30公告，目前尚無新消息。',
    ],
    [undefined, '', '', ''],
  ])('says when there will be some: %s', (nextNewsAt, ...sentences) => {
    const [notice] = facts({ notices: [{ id: 'a', level: 'outage', text: { en: 'A' }, nextNewsAt }] }).notices;
    expect(inAll((words) => formatNextNews(notice!, words, NOW))).toEqual(sentences);
  });
});

describe('formatPromise', () => {
  it.each([
    [
      '2026-11-24T18:00+01:00',
      'We reply by tomorrow 18:00, 32 h from now',
      '我们会在明天18:00之前回复，还有32小时',
      '我們會在明天 18:00之前回覆，還有32 小時',
    ],
    [
      '2026-11-23T10:00+01:00',
      'We reply by 10:00, less than a minute from now',
      '我们会在10:00之前回复，还有不到1分钟',
      '我們會在10:00之前回覆，還有不到 1 分鐘',
    ],
    [
      '2026-11-23T09:00+01:00',
      'Our reply was due: 09:00. We are late.',
      '原定09:00之前回复，我们已经迟了。',
      '原定09:00之前回覆，我們已經遲了。',
    ],
    [null, 'We cannot say yet when we will reply', '目前还无法确定回复时间', '目前還無法確定回覆時間'],
  ])('of %s', (replyBy, ...sentences) => {
    expect(inAll((words) => formatPromise(replyBy === null ? null : at(replyBy), words, { now: NOW }))).toEqual(
      sentences,
    );
  });
});

describe('Translator of the whole catalogue', () => {
  it('serves where the words of waiting are asked for', () => {
    const t = createTranslator<Catalogue & WaitingWords>({ locale: 'en', messages: en });
    const narrowed: Translator<WaitingWords> = t;
    expect(narrowed('status.open')).toBe('Open');
  });
});
