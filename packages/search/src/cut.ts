// Where a text may be cut: never inside what a reader sees as one character. A small part of UAX 29, without Intl.Segmenter.

const CONTINUES = /^[\p{M}\u200c\u200d\uff9e\uff9f\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}\u1160-\u11ff]/u;
const FLAG_LETTER = /^[\u{1f1e6}-\u{1f1ff}]/u;

/**
 * The last place at or before `at` (`step` -1), or the first at or after it (1), where the text may be cut: not within a surrogate pair,
 * a base with marks, an emoji family or a flag.
 */
export function cut(text: string, at: number, step: 1 | -1): number {
  let place = Math.min(Math.max(at, 0), text.length);
  while (place > 0 && place < text.length && !isBoundary(text, place)) place += step;
  return place;
}

function isBoundary(text: string, at: number): boolean {
  const next = text.slice(at, at + 2);
  return !(
    text.codePointAt(at - 1)! > 0xffff ||
    text[at - 1] === '\u200d' ||
    CONTINUES.test(next) ||
    (FLAG_LETTER.test(next) && flagLettersBefore(text, at) % 2)
  );
}

function flagLettersBefore(text: string, at: number): number {
  let place = at;
  while (FLAG_LETTER.test(text.slice(Math.max(0, place - 2), place))) place -= 2;
  return (at - place) / 2;
}
