// What a result marks, from the query to the parts: by whatever way a word was found, and never within what a reader sees as one character.
import type { ArticleSource, Search, SearchResult, TextPart } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLiveSearch } from '../create-live-search.js';
import { readHanData } from '../han/read-han-data.js';
import { writeHanData } from '../han/write-han-data.js';
import { openPack } from '../open-pack.js';
import { memoryPack, readFrom } from '../testing/memory-pack.js';
import { segmentedWords } from '../testing/segmented-words.js';

const han = writeHanData({
  readings: new Map(Object.entries({ 发: ['fa'], 票: ['piao'], 请: ['qing'], 飘: ['piao'] })),
  simplified: new Map(Object.entries({ 發: '发', 請: '请' })),
});
const { simplify } = readHanData(han);
const marked = (parts: readonly TextPart[]): string[] => parts.filter(({ hit }) => hit).map(({ text }) => text);
const article = (locale: string, title: string, body = ''): ArticleSource => ({ id: title, locale, title, body });
const opened = (articles: readonly ArticleSource[], stems?: { rules: string; least: number }): Promise<Search> => {
  const { locale } = articles[0]!;
  const texts = articles.flatMap(({ title, body }) => [title, String(body)]);
  const converts = locale === 'zh-Hant' ? { simplify } : {};
  const words = segmentedWords(texts, locale, converts.simplify);
  const language = { words, stems, ...converts, ...(locale.startsWith('zh') && { han }) };
  return openPack(readFrom(memoryPack(articles, { languages: { [locale]: language } })));
};
const first = async (search: Search, asked: string): Promise<SearchResult> => (await search.query(asked)).results[0]!;

describe('a result of a pack marks', () => {
  const stems = { rules: 's1 ing3 ed2', least: 3 };

  it.each([
    ['connect', ['Connecting']],
    ['PRINTERS', ['printer']],
    ['cafe', ['Café']],
    ['ｐｒｉｎｔｅｒ', ['printer']],
    ['connectign', ['Connecting']],
  ])('what was found by its stem, its folded letters or in spite of a slip: %s', async (asked, words) => {
    const search = await opened([article('en', 'Connecting the printer of the Café'), article('en', 'Other')], stems);
    expect(marked((await first(search, asked)).title)).toEqual(words);
  });

  it.each([
    ['zh-Hans', '如何申请发票', '發票', ['发票']],
    ['zh-Hans', '如何申请发票', 'fapiao', ['发票']],
    ['zh-Hans', '如何申请发票', '发飘', ['发票']],
    ['zh-Hant', '如何申請發票', '发票', ['發票']],
    ['zh-Hant', '如何申請發票', '發票', ['發票']],
    ['zh-Hant', '如何申請發票', 'fapiao', ['發票']],
  ])('what was found by other characters or by sound, in %s: %s', async (locale, title, asked, words) => {
    const search = await opened([article(locale, title, '請看。'), article(locale, '其他', '其他。')]);
    expect(marked((await first(search, asked)).title)).toEqual(words);
  });
});

describe('parts', () => {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const UNITS = [
    ...['👨‍👩‍👧', '👍🏽', '🇨🇳', '1\ufe0f\u20e3', '𠮷', 'e\u0301', 'ที่', 'เงิน', 'ผ่าน', 'ไม่', 'นี้', 'नि', 'की', 'पासवर्ड', '한글'],
    ...['发票', '密', 'refund', 'ガ', 'カ\u3099', ' ', ' ', '，', '.'],
  ];
  const aText = fc
    .array(fc.constantFrom(...UNITS), { minLength: 1, maxLength: 120 })
    .map((units) => `x ${units.join('')}`);
  const anAsked = fc.array(fc.constantFrom(...UNITS, 'e', 'न', 'ที', 'カ', 'ห'), { minLength: 1, maxLength: 4 });

  const boundaries = (text: string): Set<number> =>
    new Set([...graphemes.segment(text)].map(({ index }) => index)).add(text.length);
  /** Where parts meet inside a character of their text. */
  const cutIn = (parts: readonly TextPart[]): string[] => {
    const whole = boundaries(parts.map(({ text }) => text).join(''));
    let at = 0;
    return parts.flatMap(({ text }) => (whole.has((at += text.length)) ? [] : [text]));
  };

  /** Whether a stretch begins and ends between characters at some place where it stands in a text. */
  const standsWhole = (shown: string, text: string): boolean => {
    const whole = boundaries(text);
    return [...whole].some((at) => text.startsWith(shown, at) && whole.has(at + shown.length));
  };

  it.each<[string, (articles: ArticleSource[]) => Promise<Search>]>([
    ['a pack', opened],
    ['a live set', createLiveSearch],
  ])(
    'of %s never part a character, and an excerpt never begins or ends within one',
    async (_, open) => {
      let hits = 0;
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom('th', 'hi', 'zh-Hans', 'en'),
          aText,
          anAsked,
          fc.nat(),
          async (locale, text, typed, at) => {
            const from = at % (text.length * 2);
            const asked = from < text.length ? text.slice(from, from + 6) : typed.join('');
            const search = await open([article(locale, text.slice(0, 2) + [...graphemes.segment(text)].slice(2, 20).map(({ segment }) => segment).join(''), text)]); // prettier-ignore
            for (const { title, excerpt } of (await search.query(asked)).results) {
              hits += marked(title).length + marked(excerpt).length;
              expect([cutIn(title), cutIn(excerpt)]).toEqual([[], []]);
              const shown = excerpt.map((part) => part.text).join('').replace(/^…|…$/g, ''); // prettier-ignore
              expect(shown).not.toMatch(/^[\udc00-\udfff\p{M}\u200d]|[\ud800-\udbff]$/u);
              if (text.includes(shown)) expect(standsWhole(shown, text)).toBe(true);
            }
          },
        ),
        { numRuns: 80 },
      );
      expect(hits).toBeGreaterThan(40);
    },
    40_000,
  );
});
