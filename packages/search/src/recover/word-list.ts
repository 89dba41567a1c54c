import { bare } from './bare.js';

/** The words of a dictionary in spaced scripts, laid out so that most of those that cannot be near a word are passed over unread. */
export interface WordList {
  /** As the dictionary has them. */
  readonly words: readonly string[];
  /** Each without marks. */
  readonly bares: readonly string[];
  /** For each, one bit for each of its letters, several letters sharing one. */
  readonly letters: Int32Array;
}

const WORD = /^[\p{L}\p{M}]+$/u;
const UNSPACED = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4ff\uf900-\ufaff\ud800-\udfff]/;

/** True for a word of letters alone, of a script with spaces. Numbers and codes are none: the nearest order number is another order. */
export function isSpelt(term: string): boolean {
  return /^[a-z]+$/.test(term) || (WORD.test(term) && !UNSPACED.test(term));
}

/** So many words are looked at in one step: a millisecond or two. */
export const STEP = 4096;

/** Reads a dictionary once, as work for `inSteps`. */
export function* listWords(terms: Iterable<string>): Generator<void, WordList> {
  const words: string[] = [];
  const bares: string[] = [];
  const letters: number[] = [];
  let count = 0;
  for (const term of terms) {
    if (++count % STEP === 0) yield;
    if (!isSpelt(term)) continue;
    const plain = bare(term);
    words.push(term);
    bares.push(plain);
    letters.push(lettersOf(plain));
  }
  return { words, bares, letters: Int32Array.from(letters) };
}

/** The places of the words that `typed` (without marks) may be at most `most` slips from. */
export function mayBeNear({ bares, letters }: WordList, typed: string, most: number): number[] {
  const own = lettersOf(typed);
  const near: number[] = [];
  for (let i = 0; i < bares.length; i++) {
    // A slip takes at most one letter away and brings at most one.
    if (moreThan(own & ~letters[i]!, most) || moreThan(letters[i]! & ~own, most)) continue;
    if (Math.abs(bares[i]!.length - typed.length) <= most) near.push(i);
  }
  return near;
}

/** True where more than `most` bits are set. */
function moreThan(bits: number, most: number): boolean {
  for (let left = bits, count = 0; left; left &= left - 1) if (++count > most) return true;
  return false;
}

function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}
