/** How a line goes on from what was typed, best first. */
export const FITS = ['start', 'word', 'words', 'sound'] as const;
export type Fit = (typeof FITS)[number];

/** Scripts that leave no space between words: any place may begin one. */
const SPACELESS = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff]/;
const WORD_END = /[\p{L}\p{M}\p{N}]$/u;

/**
 * How the folded `line` fits the folded `typed`: it begins with it (`start`), holds it at the beginning of a word (`word`), or has for each
 * typed word one that begins with it (`words`). Undefined where it does not, for empty text, and for the very same text, which has nothing left to complete.
 */
export function fitOf(typed: string, line: string): Fit | undefined {
  const wanted = typed.trimEnd();
  if (!wanted || line.trimEnd() === wanted) return undefined;
  if (line.startsWith(typed)) return 'start';
  if (holdsWord(line, typed)) return 'word';
  const words = wanted.split(' ');
  return words.length > 1 && words.every((word) => holdsWord(line, word)) ? 'words' : undefined;
}

function holdsWord(line: string, start: string): boolean {
  const free = SPACELESS.test(start);
  for (let at = line.indexOf(start); at >= 0; at = line.indexOf(start, at + 1))
    if (free || !WORD_END.test(line.slice(Math.max(0, at - 2), at))) return true; // one character, of two units at the most
  return false;
}
