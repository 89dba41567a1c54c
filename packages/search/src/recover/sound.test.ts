import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readHanData, type HanData } from '../han/read-han-data.js';
import { writeHanData } from '../han/write-han-data.js';
import { atOnce } from '../in-steps.js';
import { createRecovery } from './create-recovery.js';
import { mend } from './mend.js';
import { nearSounds } from './near-sounds.js';
import type { Dictionary, Recovery, Segment } from './types.js';

const READINGS: Record<string, string> = {
  ...{
    登: 'deng',
    等: 'deng',
    录: 'lu',
    路: 'lu',
    陆: 'lu',
    炉: 'lu',
    灯: 'deng',
    失: 'shi',
    事: 'shi',
    败: 'bai',
    拜: 'bai',
  },
  ...{
    西: 'xi',
    安: 'an',
    先: 'xian',
    现: 'xian',
    银: 'yin',
    行: 'xing hang',
    支: 'zhi',
    持: 'chi',
    资: 'zi',
    绿: 'lv',
  },
  ...{ 色: 'se', 退: 'tui', 货: 'huo', 款: 'kuan', 的: 'de', 我: 'wo', 方: 'fang', 案: 'an', 反: 'fan', 感: 'gan' },
  ...{ 人: 'ren', 工: 'gong', 智: 'zhi', 能: 'neng', 职: 'zhi', 南: 'nan', 蓝: 'lan', 京: 'jing' },
};
const han: HanData = readHanData(
  writeHanData({
    readings: new Map(Object.entries(READINGS).map(([char, sounds]) => [char, sounds.split(' ')])),
    simplified: new Map(),
  }),
);
const DOCUMENTS = {
  登录: 20,
  失败: 10,
  退货: 5,
  退款: 6,
  银行: 4,
  支持: 7,
  绿色: 1,
  西安: 2,
  先: 9,
  方案: 3,
  反感: 1,
  的: 90,
  我: 60,
};
const aDictionary = (frequencies: Record<string, number>): Dictionary => ({
  terms: () => Object.keys(frequencies),
  frequency: (term) => (Object.hasOwn(frequencies, term) ? frequencies[term]! : 0),
});
const aRecovery = (more: Record<string, number> = {}): Recovery =>
  atOnce(createRecovery(aDictionary({ ...DOCUMENTS, ...more }), { han, locale: 'zh-Hans' }));
const readable = (text: string, segments: readonly Segment[] | null): string | null =>
  segments &&
  segments.map(({ start, end, candidates }) => `${text.slice(start, end)}=${candidates[0]!.term}`).join(' ');
const pinyin = (typed: string, more?: Record<string, number>): string | null =>
  readable(typed, aRecovery(more).pinyin(typed));
const homophone = (run: string, more?: Record<string, number>): string | null =>
  readable(run, aRecovery(more).homophone(run));

describe('pinyin', () => {
  it.each([
    ['denglu', 'denglu=登录'],
    ['DengLu', 'DengLu=登录'],
    ['dēnglù', 'dēnglù=登录'],
    ['deng lu', 'deng lu=登录'],
    ["deng'lu", "deng'lu=登录"],
    ['denglushibai', 'denglu=登录 shibai=失败'],
    ['denglu shibai', 'denglu=登录 shibai=失败'],
    ['wode denglu', 'wo=我 de=的 denglu=登录'],
    ['yinhang', 'yinhang=银行'],
    ['lvse', 'lvse=绿色'],
    ['lüse', 'lüse=绿色'],
    ['xian', 'xian=西安'],
    ["xi'an", "xi'an=西安"],
    ['qqqq denglu', 'denglu=登录'],
  ])('reads %s as %s', (typed, words) => {
    expect(pinyin(typed)).toBe(words);
  });

  it('lets no syllable go across a space', () => {
    expect(pinyin('fan gan')).toBe('fan gan=反感');
    expect(pinyin('fang an')).toBe('fang an=方案');
    expect(pinyin("xi'an", { 现: 50 })).toBe("xi'an=西安");
  });

  it('puts the frequent first among words that sound the same', () => {
    expect(
      aRecovery({ 登陆: 50 })
        .pinyin('denglu')![0]!
        .candidates.map(({ term }) => term),
    ).toEqual(['登陆', '登录']);
  });

  it('understands who does not tell zh from z, and weighs it less', () => {
    expect(pinyin('zici')).toBe('zici=支持');
    expect(pinyin('denru')).toBeNull();
    expect(pinyin('denlu')).toBe('denlu=登录');
    const weight = (typed: string): number => aRecovery().pinyin(typed)![0]!.candidates[0]!.weight;
    expect(weight('denlu')).toBeLessThan(weight('denglu'));
  });

  it('takes few letters that are nothing else for first letters', () => {
    expect(pinyin('dl')).toBe('dl=登录');
    expect(pinyin('dlsb')).toBe('dl=登录 sb=失败');
    expect(pinyin('xdl')).toBeNull();
  });

  it.each(['', ' ', 'banana', 'dashboard', 'denglu1', '登录', 'denglu!', 'deng\ud800lu', 'x'])(
    'says nothing to %s',
    (typed) => {
      expect(pinyin(typed)).toBeNull();
    },
  );

  it('says nothing without Han data', () => {
    const recovery = atOnce(createRecovery(aDictionary(DOCUMENTS), { locale: 'zh' }));
    expect(recovery.pinyin('denglu')).toBeNull();
    expect(recovery.homophone('登路')).toBeNull();
  });
});

describe('homophone', () => {
  it.each([
    ['登路', '登路=登录'],
    ['灯炉', '灯炉=登录'],
    ['我的登路失败', '登路=登录'],
    ['登路失拜', '登路=登录 失拜=失败'],
    ['资持', '资持=支持'],
    ['银形', null],
    ['登录失败', null],
    ['我的', null],
    ['登', null],
    ['', null],
  ])('reads %s as %s', (run, words) => {
    expect(homophone(run)).toBe(words);
  });

  it('leaves words of the dictionary and what is made of them', () => {
    expect(homophone('人工职能', { 人工: 1, 职能: 1, 人工智能: 9 })).toBeNull();
    expect(homophone('登陆', { 登陆: 1 })).toBeNull();
  });

  it('puts words first that share a character with what was written', () => {
    const [segment] = aRecovery({ 等炉: 99 }).homophone('登路')!;
    expect(segment!.candidates.map(({ term }) => term)).toEqual(['登录', '等炉']);
    expect(segment!.candidates[0]!.weight).toBeGreaterThan(segment!.candidates[1]!.weight);
  });
});

describe('pinyin and homophone', () => {
  const recovery = aRecovery();
  const isInOrder = (text: string, segments: readonly Segment[] | null): boolean =>
    (segments ?? []).every(
      ({ start, end, candidates }, place) =>
        start >= (segments![place - 1]?.end ?? 0) &&
        end > start &&
        end <= text.length &&
        candidates.length > 0 &&
        candidates.every(({ weight }) => weight > 0 && weight <= 1),
    );
  const someText = fc.oneof(
    fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
    fc.string({ unit: fc.constantFrom(..." 'aeinghdlsu", '\ud800', '\u0300'), maxLength: 60 }),
    fc.string({ unit: fc.constantFrom(...Object.keys(READINGS), '\udc00', 'x', '𠮷'), maxLength: 60 }),
  );

  it('take any string and give segments in order', () => {
    fc.assert(
      fc.property(someText, (text) => {
        for (const segments of [recovery.pinyin(text), recovery.homophone(text)]) {
          expect(isInOrder(text, segments)).toBe(true);
          expect(typeof mend(text, segments ?? [])).toBe('string');
        }
      }),
    );
  });

  it.each(['denglu', 'shi', "a'", 'é', '登路', '时', '\ud800', ' '])('take 100 kB of %s in no time', (text) => {
    const long = text.repeat(100_000 / text.length);
    const before = process.cpuUsage();
    recovery.pinyin(long);
    recovery.homophone(long);
    recovery.word(long);
    const { user } = process.cpuUsage(before);
    expect(user / 1000).toBeLessThan(200);
  });
});

describe('mend', () => {
  it('puts the likeliest word in the place of what was typed', () => {
    const text = 'wo yao denglu shibai le';
    const segments = [
      { start: 7, end: 13, candidates: [{ term: '登录', weight: 1 }] },
      {
        start: 14,
        end: 20,
        candidates: [
          { term: '失败', weight: 1 },
          { term: '事败', weight: 0.5 },
        ],
      },
    ];
    expect(mend(text, segments)).toBe('wo yao 登录失败 le');
  });

  it('keeps the space between Latin words, and a text without segments', () => {
    const segments = [
      { start: 0, end: 4, candidates: [{ term: 'reset', weight: 1 }] },
      { start: 5, end: 10, candidates: [{ term: 'router', weight: 1 }] },
    ];
    expect(mend('rest ruter', segments)).toBe('reset router');
    expect(mend('as it is', [])).toBe('as it is');
  });
});

describe('nearSounds', () => {
  it.each([
    ['zhang', ['zhang', 'zhan', 'zang', 'zan']],
    ['lv', ['lv', 'nv', 'lu', 'nu']],
    ['an', ['an', 'ang']],
    ['er', ['er']],
  ])('spells %s in all its ways', (syllable, spellings) => {
    expect(nearSounds(syllable)).toEqual(spellings);
  });
});
