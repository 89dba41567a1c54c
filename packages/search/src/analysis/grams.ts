import type { Run, Token } from './token.js';

/**
 * Characters and pairs of characters of a script without spaces. No dictionary and no `Intl.Segmenter`, which differs
 * between browsers: the same text gives the same terms everywhere.
 */
export function addGrams({ chars, starts, ends }: Run, into: Token[]): void {
  const minor = chars.length > 1;
  const add = (from: number, to: number, alone: boolean): void => {
    const term = chars.slice(from, to + 1).join('');
    into.push({ term, surface: term, start: starts[from]!, end: ends[to]!, kind: 'gram', minor: alone });
  };
  for (let i = 0; i < chars.length; i++) {
    add(i, i, minor);
    if (i + 1 < chars.length) add(i, i + 1, false);
  }
}
