import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from './analysis.js';
import { analyse } from './analyse.js';
import { SAME_LETTER } from './letters.js';
import { analyseSlowly } from './testing/analyse-slowly.js';

const terms = (text: string, locale = 'en'): string[] => analyse(text, locale).map(({ term }) => term);
const counting = (text: string, locale = 'zh'): string[] =>
  analyse(text, locale)
    .filter(({ minor }) => !minor)
    .map(({ term }) => term);

const spansOf = (text: string, analysis: Analysis): string[][] =>
  analyse(text, 'zh', analysis).map(({ term, start, end, minor }) => [term, text.slice(start, end), minor ? '-' : '+']);

/** Texts of the scripts that matter, with the marks, joiners and signs that go wrong. */
const aText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(
        fc.oneof(
          fc.constantFrom(
            ..."aZé1ß文字のガが한길กำที่اأ\u064eшёйΣςकि़İı '’.-_@/+#%",
            'e\u0301',
            '\u00ad',
            '\u200d',
            'ﾊﾟ',
            '㎏',
            '\ud83d\ude00',
          ),
          fc.string({ unit: 'grapheme', maxLength: 3 }),
        ),
        { maxLength: 60 },
      )
      .map((parts) => parts.join('')),
  );

const withoutNukta = (folded: string): string => folded.replace(/\u093c/g, '');

/** What letters.ts and the Arabic digits add to the slow analysis. */
const settle = (folded: string): string =>
  withoutNukta(folded)
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/./gu, (letter) => SAME_LETTER.get(letter) ?? letter);

/** The tokens but for whole codes, the only ones that are words of spaced scripts and have no `word`. */
const withoutCodes = (text: string, locale: string) =>
  analyse(text, locale).filter(({ term, word }) => word !== undefined || !/[!-~]/.test(term));

describe('analyse', () => {
  it('gives what the slow analysis gives, and whole codes', () => {
    fc.assert(
      fc.property(aText(), fc.constantFrom('en', 'zh', 'vi', 'ru'), (text, locale) => {
        expect(withoutCodes(text, locale)).toEqual(
          analyseSlowly(text, locale, locale === 'vi' ? withoutNukta : settle),
        );
      }),
      { numRuns: 400 },
    );
  }, 20_000);

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
        aText(),
        fc.constantFrom('en', 'zh', 'vi', 'x'),
        fc.constantFrom<Analysis>({}, { cut: (run) => [run.length >> 1, run.length] }),
        (text, locale, analysis) => {
          let last = 0;
          for (const { term, start, end } of analyse(text, locale, analysis)) {
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

  it.each([
    ['v2.3.1', ['v2.3.1', 'v2', 'v', '2', '3', '1']],
    ['ERR_CONNECTION_RESET', ['err_connection_reset', 'err', 'connection', 'reset']],
    ['0x80070005', ['0x80070005', '0', 'x', '80070005']],
    ['192.168.1.1', ['192.168.1.1', '192', '168', '1', '1']],
    ['support@example.com', ['support@example.com', 'support', 'example', 'com']],
    ['https://a.b/c?d=e', ['https://a.b/c?d=e', 'http', 'a', 'b', 'c', 'd', 'e']],
    ['foo-bar_baz', ['foo-bar_baz', 'foo', 'bar', 'baz']],
    ['C++ and C#', ['c++', 'c', 'and', 'c#', 'c']],
    ['on .NET', ['on', '.net', 'net']],
    ['3.5mm', ['3.5mm', '3', '5mm', '5', 'mm']],
    ['50% of it', ['50%', '50', 'of', 'it']],
    ['v2.3版本', ['v2.3', 'v2', 'v', '2', '3', '版', '版本', '本']],
  ])('finds %s whole and in parts', (text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it.each(['sign-in', 'and/or', 'e.g. this', 'the end.', 'one: two', 'Yes?No', 'see (it).'])(
    'leaves the ordinary words of %s without a code',
    (text) => {
      expect(analyse(text, 'en').every(({ word }) => word !== undefined)).toBe(true);
    },
  );

  it('takes a pasted address of more than 64 characters in parts alone', () => {
    expect(analyse(`https://example.com/${'a1/'.repeat(30)}`, 'en').every(({ term }) => term.length < 20)).toBe(true);
  });

  it.each([
    ['Straße Ærø Łódź', 'de', ['strasse', 'aero', 'lodz']],
    ['IP ip İp ıp', 'tr', ['ip', 'ip', 'ip', 'ip']],
    ['Λόγος ΛΟΓΟΣ', 'el', ['λογοσ', 'λογοσ']],
    ['Ещё ёлка мой', 'ru', ['еще', 'елка', 'мой']],
    ['أإآٱا مدرسة على مـد', 'ar', ['ااااا', 'مدرسه', 'علي', 'مد']],
    ['کتاب یک', 'fa', ['كتاب', 'يك']],
    ['شَدَّة שָׁלוֹם', 'ar', ['شده', 'שלום']],
    ['ज़रूर ज\u093cरूर', 'hi', ['जरूर', 'जरूर']],
    ['۱۲ ٣', 'fa', ['12', '3']],
    ['đơn ıß', 'vi', ['đơn', 'ıß']],
  ])('compares %s (%s) letter by letter', (text, locale, expected) => {
    expect(terms(text, locale)).toEqual(expected);
  });

  it('gives the stem as the term and the folded word as the word', () => {
    expect(analyse('Läufer', 'de', { stem: (word) => word.slice(0, 4) })).toMatchObject([
      { term: 'lauf', word: 'laufer' },
    ]);
  });

  it('keeps the word where a stem would be empty', () => {
    expect(analyse('ab', 'de', { stem: () => '' })).toMatchObject([{ term: 'ab' }]);
  });

  it('gives the words of a cut run, without their characters', () => {
    expect(spansOf('我要开发票', { cut: () => [1, 2, 3, 5] })).toEqual([
      ['我', '我', '+'],
      ['要', '要', '+'],
      ['开', '开', '+'],
      ['发票', '发票', '+'],
    ]);
  });

  it('gives the characters of longer words of a cut run when asked', () => {
    expect(spansOf('开发票', { cut: () => [1, 3], minor: true })).toEqual([
      ['开', '开', '+'],
      ['发票', '发票', '+'],
      ['发', '发', '-'],
      ['票', '票', '-'],
    ]);
  });

  it('moves a cut within a character to its end', () => {
    expect(spansOf('ที่นี่', { cut: () => [1, 4, 6] })).toEqual([
      ['ที่', 'ที่', '+'],
      ['นี่', 'นี่', '+'],
    ]);
  });

  it('cuts the folded and simplified run, and points at the original', () => {
    const simplify = (run: string): string => run.replaceAll('發', '发');
    const cut = (run: string): number[] => (run === '发票パ' ? [2, 3] : []);
    expect(spansOf('發票ﾊﾟ', { simplify, cut })).toEqual([
      ['发票', '發票', '+'],
      ['パ', 'ﾊﾟ', '+'],
    ]);
  });

  it('does not cut Korean, and gives its pairs alone beside a cutter', () => {
    expect(spansOf('배송비', { cut: () => [3] })).toEqual([
      ['배송', '배송', '+'],
      ['송비', '송비', '+'],
    ]);
  });

  it('takes a word of a million letters in less than three seconds', () => {
    const start = performance.now();
    expect(analyse('aß'.repeat(500_000), 'en')).toHaveLength(1);
    expect(performance.now() - start).toBeLessThan(3000);
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
    ['dots between letters', 'a.'.repeat(50_000)],
    ['signs', '://'.repeat(33_000)],
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
