// Where a text may be cut: never inside what a reader sees as one character. A small part of UAX 29, without Intl.Segmenter.

/** Where a character goes on: behind a joiner, before a mark, and between the two letters of a flag. */
const JOINED =
  /(?<=\u200d)|[\p{M}\u200c\u200d\uff9e\uff9f\u{1f3fb}-\u{1f3ff}\u{e0020}-\u{e007f}\u1160-\u11ff]|(?<=(?<!\p{RI})(\p{RI}\p{RI})*\p{RI})\p{RI}/uy;

/**
 * The last place at or before `at` (`step` -1), or the first at or after it (1), where the text may be cut: not within a surrogate pair,
 * a base with marks, an emoji family or a flag. `at` is a place in the text.
 */
export function cut(text: string, at: number, step: 1 | -1): number {
  let place = at;
  while (place > 0 && place < text.length && isJoined(text, place)) place += step;
  return place;
}

function isJoined(text: string, at: number): boolean {
  JOINED.lastIndex = at;
  return text.codePointAt(at - 1)! > 0xffff || JOINED.test(text);
}
