import { foldPlural } from './plural.js';
import { tokenOf, type Run, type Token } from './token.js';

/** Longer words are cut for comparison: a dictionary is no place for a pasted file. */
const LONGEST_WORD = 64;
const isDigit = (char: string): boolean => /\p{N}/u.test(char);

/** A word, and where it mixes letters and digits its parts too: iphone15 gives iphone15, iphone and 15. */
export function addWords(run: Run, plurals: boolean, into: Token[]): void {
  const add = (from: number, to: number): void => {
    const token = tokenOf(run, from, to);
    const word = token.term.slice(0, LONGEST_WORD);
    into.push({ ...token, word, term: plurals ? foldPlural(word) : word });
  };
  add(0, run.length);
  let from = 0;
  for (let i = 1; i <= run.length; i++) {
    if (i < run.length ? isDigit(run[i]!.text) === isDigit(run[i - 1]!.text) : from === 0) continue;
    add(from, i);
    from = i;
  }
}
