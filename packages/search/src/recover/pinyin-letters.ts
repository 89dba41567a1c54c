/** Typed letters without what stands between them. */
export interface PinyinLetters {
  /** a to z, ü as v, without tones. */
  readonly letters: string;
  /** For each letter its UTF-16 offset in what was typed. */
  readonly offsets: readonly number[];
  /** Before which letters a space or an apostrophe was typed. */
  readonly breaks: ReadonlySet<number>;
}

/** Reads Latin letters with or without tone marks, with spaces and apostrophes between; null for a text with anything else, or without letters. */
export function readPinyinLetters(typed: string): PinyinLetters | null {
  let letters = '';
  const offsets: number[] = [];
  const breaks = new Set<number>();
  for (let i = 0; i < typed.length; i++) {
    const [letter, ...marks] = typed[i]!.normalize('NFD').toLowerCase();
    if (/[a-z]/.test(letter!)) {
      letters += marks.includes('\u0308') ? 'v' : letter;
      offsets.push(i);
    } else if (/[\s'’]/.test(letter!)) breaks.add(letters.length);
    else if (!/[\u0300-\u030c]/.test(letter!)) return null;
  }
  return letters ? { letters, offsets, breaks } : null;
}
