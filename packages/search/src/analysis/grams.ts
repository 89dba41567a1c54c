import { tokenOf, type Run, type Token } from './token.js';

/**
 * Characters and pairs of characters of a script without spaces. No dictionary and no `Intl.Segmenter`, which differs
 * between browsers: the same text gives the same terms everywhere.
 */
export function addGrams(run: Run, into: Token[]): void {
  for (let i = 0; i < run.length; i++) {
    into.push(tokenOf(run, i, i + 1, run.length > 1));
    if (i + 1 < run.length) into.push(tokenOf(run, i, i + 2));
  }
}
