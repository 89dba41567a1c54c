import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../compare.js';
import { dictionaryOf } from '../engines/dictionary.js';
import { createCutter, type Cutter } from './cutter.js';
import { createMarkCutter } from '../texts/mark-cutter.js';

const cutterOf = (words: Iterable<string>): Cutter => createCutter(dictionaryOf([...new Set(words)].sort(compare)));
const pieces = (run: string, cut: Cutter): string[] => {
  const ends = cut(run);
  return ends.map((end, i) => run.slice(ends[i - 1] ?? 0, end));
};

/** Characters with marks, vowels that are marks, and letters outside the basic plane. */
const aChar = fc.constantFrom(
  '发',
  '票',
  '登',
  '录',
  'が',
  'カ\u3099',
  'ก',
  'ที่',
  'น้',
  '\u0e34',
  '𠮷',
  '\u{16fe4}',
  'ក្ត',
);
const aRun = fc.array(aChar, { maxLength: 12 }).map((chars) => chars.join(''));
const someWords = fc.array(
  fc.array(aChar, { minLength: 1, maxLength: 4 }).map((chars) => chars.join('')),
  { maxLength: 12 },
);

describe('createCutter', () => {
  it.each([
    ['忘记密码', ['忘记', '密码', '记密'], '忘记 密码'],
    ['无法登录', ['无法', '登录', '法登录'], '无法 登录'],
    ['银行卡号', ['银行', '银行卡', '卡号'], '银行 卡号'],
    ['发票抬头', ['发票抬头', '发票', '抬头'], '发票抬头'],
    ['发票吗', ['发票'], '发票 吗'],
    ['รหัสผ่าน', ['รหัส', 'ผ่าน', 'รหัสผ่าน'], 'รหัสผ่าน'],
  ])('cuts %s with the words %j as %s', (run, words, wanted) => {
    expect(pieces(run, cutterOf(words)).join(' ')).toBe(wanted);
  });

  it('does not take a word that ends before a mark', () => {
    expect(pieces('กำลังที่', cutterOf(['ท', 'ที']))).not.toContain('ท');
    expect(pieces('ที่', cutterOf(['ท', 'ที']))).toEqual(['ที่']);
  });

  it('cuts any text wholly, and never inside a character with marks', () => {
    fc.assert(
      fc.property(fc.oneof(aRun, fc.string({ unit: 'binary', maxLength: 20 })), someWords, (run, words) => {
        const cut = pieces(run, cutterOf(words));
        expect(cut.join('')).toBe(run);
        for (const [i, piece] of cut.entries()) {
          expect(piece).not.toBe('');
          if (i) expect(piece).not.toMatch(/^[\p{M}\udc00-\udfff]/u);
        }
      }),
    );
  }, 20_000);

  it('tells marks and letters that begin with the same unit apart', () => {
    const cut = cutterOf([]);
    expect(pieces('か\u{16fe4}\u{16fe0}', cut)).toEqual(['か\u{16fe4}', '\u{16fe0}']);
    expect(pieces('か\u{16fe0}\u{16fe4}', cut)).toEqual(['か', '\u{16fe0}\u{16fe4}']);
  });

  it('cuts alike without the words that it has not chosen', () => {
    fc.assert(
      fc.property(fc.array(aRun, { maxLength: 4 }), someWords, (runs, words) => {
        const cut = cutterOf(words);
        const chosen = new Set(runs.flatMap((run) => pieces(run, cut)));
        const again = cutterOf(words.filter((word) => chosen.has(word)));
        for (const run of runs) expect(pieces(run, again)).toEqual(pieces(run, cut));
      }),
      { numRuns: 300 },
    );
  });
});

describe('createMarkCutter', () => {
  it('cuts terms out wherever they stand, the longest first', () => {
    expect(pieces('请开发票抬头吗', createMarkCutter(['发票', '发票抬头', '吗']))).toEqual([
      '请',
      '开',
      '发票抬头',
      '吗',
    ]);
  });

  it('cuts any text wholly', () => {
    fc.assert(
      fc.property(aRun, someWords, (run, words) => {
        expect(pieces(run, createMarkCutter(words)).join('')).toBe(run);
      }),
    );
  });
});
