// Where a text may be cut: never inside what a reader sees as one character. A small part of UAX 29, without Intl.Segmenter.

/** The UTF-16 unit before a place and what follows it, where the two are one character. */
const JOINED =
  /^([\u{10000}-\u{10ffff}]|\u200d|.[\p{M}\u200c\u200d\uff9e\uff9f\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}\u1160-\u11ff])/su;
const FLAG_LETTER = /^[\u{1f1e6}-\u{1f1ff}]/u;

/**
 * The last place at or before `at` (`step` -1), or the first at or after it (1), where the text may be cut: not within a surrogate pair,
 * a base with marks, an emoji family or a flag. `at` is a place in the text.
 */
export function cut(text: string, at: number, step: 1 | -1): number {
  let place = at;
  while (place > 0 && place < text.length && !isBoundary(text, place)) place += step;
  return place;
}

function isBoundary(text: string, at: number): boolean {
  if (JOINED.test(text.slice(at - 1, at + 2))) return false;
  let flags = at;
  while (FLAG_LETTER.test(text.slice(flags - 2, flags))) flags -= 2;
  return (at - flags) % 4 === 0 || !FLAG_LETTER.test(text.slice(at, at + 2));
}
