import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from './analyse.js';

const terms = (text: string, locale = 'en'): string[] => analyse(text, locale).map(({ term }) => term);
const counting = (text: string, locale = 'zh'): string[] =>
  analyse(text, locale)
    .filter(({ minor }) => !minor)
    .map(({ term }) => term);

describe('analyse', () => {
  it('folds case, width, compatibility forms and Latin and Greek marks', () => {
    expect(terms('Café ＡＢＣ ﬁne Ωμέγα')).toEqual(['cafe', 'abc', 'fine', 'ωμεγα']);
  });

  it('gives the same terms for composed and decomposed text', () => {
    for (const text of ['café', 'ガイド', '한국어', 'Việt']) {
      expect(terms(text.normalize('NFD'), 'ja')).toEqual(terms(text.normalize('NFC'), 'ja'));
    }
  });

  it('keeps the marks of Vietnamese', () => {
    expect(terms('Hóa đơn', 'vi')).toEqual(['hóa', 'đơn']);
  });

  it('gives a mixed word whole and in parts, then the pairs of the Chinese after it', () => {
    expect(counting('iPhone15无法登录')).toEqual(['iphone15', 'iphone', '15', '无法', '法登', '登录']);
  });

  it('marks single characters of a longer run as minor, and a lone one not', () => {
    expect(analyse('税 发票', 'zh').map(({ term, minor }) => [term, minor])).toEqual([
      ['税', false],
      ['发', true],
      ['发票', false],
      ['票', true],
    ]);
  });

  it('cuts Korean words into pairs of syllables that do not cross a space', () => {
    expect(counting('배송 조회')).toEqual(['배송', '조회']);
  });

  it('keeps a Thai vowel mark with its consonant', () => {
    expect(counting('ที่', 'th')).toEqual(['ที่']);
  });

  it.each([
    ['invoices', 'invoice'],
    ['policies', 'policy'],
    ['boxes', 'box'],
    ['addresses', 'address'],
    ['status', 'status'],
    ['address', 'address'],
    ['gas', 'gas'],
  ])('folds %s to %s in English', (word, expected) => {
    expect(terms(word)).toEqual([expected]);
  });

  it('leaves a German word that ends in s alone', () => {
    expect(terms('Rechnungs', 'de')).toEqual(['rechnungs']);
  });

  it('drops what follows the apostrophe of an English word and keeps a French one', () => {
    expect(terms("customer's don't l'eau")).toEqual(['customer', 'don', 'l', 'eau']);
  });

  it('ignores soft hyphens, joiners and variation selectors inside words', () => {
    expect(terms('pass\u00adword 葛\u{e0100}城', 'ja')).toEqual(['password', '葛', '葛城', '城']);
  });

  it('points at the original text where folding changes its length', () => {
    const text = '㎏ ﾊﾟｽ ﬁn';
    const spans = analyse(text, 'ja').map(({ term, start, end }) => [term, text.slice(start, end)]);
    expect(spans).toEqual([
      ['kg', '㎏'],
      ['パ', 'ﾊﾟ'],
      ['パス', 'ﾊﾟｽ'],
      ['ス', 'ｽ'],
      ['fin', 'ﬁn'],
    ]);
  });

  it('cuts the term of a very long word but not its place', () => {
    expect(analyse('a'.repeat(500), 'en')).toMatchObject([{ term: 'a'.repeat(64), start: 0, end: 500 }]);
  });

  it('gives ordered offsets inside any string', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom('en', 'zh', 'vi', 'x'),
        (text, locale) => {
          let last = 0;
          for (const { term, start, end } of analyse(text, locale)) {
            expect(term).not.toBe('');
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
            last = start;
          }
        },
      ),
    );
  });

  it('survives lone surrogates', () => {
    expect(terms('a\ud800b\udc00c')).toEqual(['a', 'b', 'c']);
  });

  it.each([
    ['marks in falling order', '\u0301\u0323'.repeat(50_000)],
    ['a word', 'a'.repeat(100_000)],
    ['changing kinds', 'a1'.repeat(50_000)],
    ['Chinese', '发票'.repeat(50_000)],
    ['jamo', '\u1161'.repeat(100_000)],
    ['apostrophes', "aa's ".repeat(20_000)],
  ])('takes 100,000 units of %s in about ten times as long as 10,000', (_, text) => {
    const measure = (input: string): number => {
      const start = performance.now();
      analyse(input, 'zh');
      return performance.now() - start;
    };
    const fastest = (input: string): number => Math.min(...[1, 2, 3].map(() => measure(input)));
    measure(text);
    expect(fastest(text)).toBeLessThan(Math.max(fastest(text.slice(0, text.length / 10)) * 60, 500));
  });
});
