import { foldPlural } from './plural.js';
import type { Run, Token } from './token.js';

/** Longer words are cut for comparison: a dictionary is no place for a pasted file. */
const LONGEST_WORD = 64;
const isDigit = (char: string): boolean => /\p{N}/u.test(char);

/** A word, and where it mixes letters and digits its parts too: iphone15 gives iphone15, iphone and 15. */
export function addWords({ chars, starts, ends }: Run, plurals: boolean, into: Token[]): void {
  const add = (from: number, to: number): void => {
    const surface = chars
      .slice(from, Math.min(to, from + LONGEST_WORD))
      .join('')
      .slice(0, LONGEST_WORD);
    const term = plurals ? foldPlural(surface) : surface;
    into.push({ term, surface, start: starts[from]!, end: ends[to - 1]!, kind: 'word', minor: false });
  };
  add(0, chars.length);
  let from = 0;
  for (let i = 1; i <= chars.length; i++) {
    if (i < chars.length ? isDigit(chars[i]!) === isDigit(chars[i - 1]!) : from === 0) continue;
    add(from, i);
    from = i;
  }
}
