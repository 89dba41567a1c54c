import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut } from './cut.js';
import { excerptOf, markHits } from './highlight.js';

const joined = (parts: readonly { text: string }[]): string => parts.map(({ text }) => text).join('');
const spansOf = (text: string, word: string) =>
  [...text.matchAll(new RegExp(word, 'gu'))].map(({ index }) => ({ start: index, end: index + word.length }));
const aText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.string({
    unit: fc.constantFrom('a', ' ', '票', '\u0301', '\u200d', '👩', '🏽', '🇨', '\ufe0f', '\ud83d'),
    maxLength: 400,
  }),
);

describe('markHits', () => {
  it('joins hits that touch or overlap', () => {
    expect(
      markHits('申请发票吗', [
        { start: 1, end: 3 },
        { start: 2, end: 4 },
      ]),
    ).toEqual([
      { text: '申', hit: false },
      { text: '请发票', hit: true },
      { text: '吗', hit: false },
    ]);
  });

  it('gives parts that joined are the text, none of them empty', () => {
    const span = fc.tuple(fc.nat(400), fc.nat(20));
    fc.assert(
      fc.property(aText, fc.array(span), (text, pairs) => {
        const spans = pairs
          .map(([start, length]) => ({
            start: Math.min(start, text.length),
            end: Math.min(start + length, text.length),
          }))
          .sort((a, b) => a.start - b.start);
        const parts = markHits(text, spans);
        expect(joined(parts)).toBe(text);
        expect(parts.every((part) => part.text !== '')).toBe(true);
        expect(parts.every((part, i) => part.hit !== parts[i + 1]?.hit)).toBe(true);
      }),
    );
  });
});

describe('excerptOf', () => {
  const filler = 'some words that nobody asked about and that go on and on '.repeat(6);

  it('leaves a short text whole', () => {
    expect(excerptOf('Ask for an invoice.', [])).toEqual([{ text: 'Ask for an invoice.', hit: false }]);
  });

  it('shows the place with the most hits, cut at words', () => {
    const text = `${filler}refund ${filler}the customs refund is a refund of customs ${filler}`;
    const shown = joined(excerptOf(text, spansOf(text, 'refund')));
    expect(shown).toContain('the customs refund is a refund of customs');
    expect(shown).toMatch(/^…(on|the|customs) .* (some|words|that|nobody|asked|about|and|go|on)…$/);
    expect(shown.length).toBeLessThanOrEqual(122);
  });

  it('begins at the beginning where nothing is hit', () => {
    expect(joined(excerptOf(filler, []))).toMatch(/^some words .*…$/);
  });

  it('shows half as many characters of Chinese', () => {
    const text = `${'无关的文字'.repeat(30)}发票${'其他内容'.repeat(30)}`;
    const parts = excerptOf(text, spansOf(text, '发票'));
    expect(parts.filter(({ hit }) => hit)).toEqual([{ text: '发票', hit: true }]);
    expect(joined(parts).length).toBeLessThanOrEqual(62);
  });

  it('is a stretch of the text between safe places, with an ellipsis only where it was cut', () => {
    fc.assert(
      fc.property(aText, fc.nat(400), (text, at) => {
        const start = cut(text, Math.min(at, text.length), -1);
        const end = cut(text, Math.min(start + 2, text.length), 1);
        const shown = joined(excerptOf(text, start < end ? [{ start, end }] : []));
        const from = shown.startsWith('…') && !text.startsWith('…') ? 1 : 0;
        const body = shown.slice(from, text.endsWith(shown.slice(from)) ? undefined : -1);
        expect(text).toContain(body);
        expect(text === '' || body !== '').toBe(true);
      }),
    );
  });
});

describe('cut', () => {
  it.each([
    ['a surrogate pair', '😀'],
    ['a base with marks', 'e\u0301\u0323'],
    ['a family', '👨‍👩‍👧'],
    ['a skin tone', '👍🏽'],
    ['a flag', '🇨🇳'],
    ['a keycap', '1\ufe0f\u20e3'],
    ['a half-width kana with its mark', 'ﾊﾟ'],
  ])('never goes through %s', (_, cluster) => {
    const text = `a${cluster}b`;
    for (let at = 2; at <= cluster.length; at++) {
      expect(cut(text, at, -1)).toBe(1);
      expect(cut(text, at, 1)).toBe(1 + cluster.length);
    }
  });

  it('goes between two flags', () => {
    expect(cut('🇨🇳🇩🇪', 5, -1)).toBe(4);
  });
});
