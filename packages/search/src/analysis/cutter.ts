import type { Dictionary } from '../engines/dictionary.js';
import { remember } from '../remember.js';

/** Longer words are not looked for. */
const LONGEST = 16;
const KNOWN_COST = 1000;
const UNKNOWN_COST = 1500;
const MARK = /\p{M}/u;

/** Gives the ends of the words of a text, in UTF-16 units, ascending; the last is the length of the text. */
export type Cutter = (run: string) => number[];

/**
 * Cuts a text without spaces into words of a dictionary: as few as there can be, of those the ones with the longest words; a character that begins
 * no known word stands alone, with its marks. It depends on nothing but the set of words: an index is cut as its queries are, in every browser.
 * (With costs by frequency it finds no better: docs/search.md.)
 */
export function createCutter(words: Dictionary): Cutter {
  const isMark = remember((code: number) => MARK.test(String.fromCodePoint(code)));
  /** Whether a mark stands at a place: a word that ends there would cut a character in two. */
  const isMarked = (run: string, at: number): boolean => {
    const code = run.codePointAt(at) ?? 0;
    return code > 0x2ff && (code < 0x4e00 || code > 0x9fff) && isMark(code);
  };
  return (run) => {
    const cost = new Float64Array(run.length + 1).fill(Infinity);
    const before = new Uint32Array(run.length + 1);
    cost[0] = 0;
    const reach = (from: number, to: number, price: number): void => {
      if (cost[from]! + price >= cost[to]!) return;
      cost[to] = cost[from]! + price;
      before[to] = from;
    };
    for (let from = 0; from < run.length; from++) {
      if (cost[from] === Infinity) continue;
      let end = from + (run.codePointAt(from)! > 0xffff ? 2 : 1);
      while (isMarked(run, end)) end += run.codePointAt(end)! > 0xffff ? 2 : 1;
      reach(from, end, UNKNOWN_COST);
      for (const length of words.lengthsAt(run, from, LONGEST))
        if (!isMarked(run, from + length)) reach(from, from + length, KNOWN_COST - length * length);
    }
    const ends: number[] = [];
    for (let end = run.length; end > 0; end = before[end]!) ends.push(end);
    return ends.reverse();
  };
}
