// Where a text may be cut: never inside what a reader sees as one character. A small part of UAX 29, without Intl.Segmenter.

const CONTINUES =
  /^[\p{M}\p{Variation_Selector}\u200c\u200d\uff9e\uff9f\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}\u1160-\u11ff]/u;
const FLAG_LETTER = /^[\u{1f1e6}-\u{1f1ff}]/u;
const JOINER = 0x200d;

/** The last place at or before `at` where the text may be cut: not within a surrogate pair, a base with marks, an emoji family or a flag. */
export function cutBefore(text: string, at: number): number {
  let place = Math.min(Math.max(at, 0), text.length);
  while (place > 0 && place < text.length && !isBoundary(text, place)) place--;
  return place;
}

/** The first such place at or after `at`. */
export function cutAfter(text: string, at: number): number {
  let place = Math.min(Math.max(at, 0), text.length);
  while (place > 0 && place < text.length && !isBoundary(text, place)) place++;
  return place;
}

function isBoundary(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const next = text.charCodeAt(at);
  if (isHigh(before) && next >= 0xdc00 && next < 0xe000) return false;
  if (next < 0x300) return before !== JOINER;
  if (before === JOINER || CONTINUES.test(text.slice(at, at + 2))) return false;
  return !FLAG_LETTER.test(text.slice(at, at + 2)) || flagLettersBefore(text, at) % 2 === 0;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;

function flagLettersBefore(text: string, at: number): number {
  let count = 0;
  while (at >= 2 && FLAG_LETTER.test(text.slice(at - 2, at))) {
    count++;
    at -= 2;
  }
  return count;
}
