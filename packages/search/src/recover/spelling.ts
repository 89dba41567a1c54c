import { compare } from '../compare.js';
import { bare } from './bare.js';
import { keyboardOf, type AreNeighbours } from './keyboard.js';
import { forgivenSlips, slipCost, slipsOf } from './slips.js';
import type { Candidate, Dictionary } from './types.js';
import { isSpelt, mayBeNear, type WordList } from './word-list.js';

const MOST_CANDIDATES = 5;
/** Longer ones are pasted, not typed. */
const LONGEST_WORD = 64;
const SHORTEST_PART = 3;
/** What a match counts by the slips between: none (marks left out, a space too many), one, two. Measured on questions with one slip. */
const WEIGHTS = [0.9, 0.7, 0.5];
/** A word that was meant as one has two known halves by chance, too (profit): no more than two slips. */
const SPLIT_WEIGHT = 0.5;

/**
 * A function that gives the words of a dictionary which an unknown word may have been meant to be, five at most: those that differ only in
 * marks first, then by slips (see `slipCost`), then the more frequent. A word with a space in it may be one without (`log in` for
 * `login`), and one without may be two (`wifirouter`). Words with digits, and of scripts without spaces, are left alone.
 * `list`: the words of the dictionary.
 */
export function createSpelling(list: WordList, dictionary: Dictionary, locale: string): (typed: string) => Candidate[] {
  const areNeighbours = keyboardOf(locale);
  return (typed) => {
    if (typed.length > LONGEST_WORD) return [];
    const word = typed.replace(/[\s'’-]+/g, '');
    if (!isSpelt(word)) return [];
    const known = (term: string): boolean => dictionary.frequency(term) > 0;
    const whole = word !== typed && known(word) ? [{ term: word, weight: WEIGHTS[0]! }] : [];
    if (word !== typed) return whole;
    const found = nearWords(word, list, areNeighbours, dictionary);
    const near = found.length && found[0]!.weight > SPLIT_WEIGHT;
    return (near ? found : [...splitWord(word, dictionary), ...found]).slice(0, MOST_CANDIDATES);
  };
}

function nearWords(typed: string, list: WordList, areNeighbours: AreNeighbours, dictionary: Dictionary): Candidate[] {
  const plain = bare(typed);
  const most = forgivenSlips(plain.length);
  const found: { term: string; cost: number; marks: number; frequency: number }[] = [];
  for (const place of mayBeNear(list, plain, most)) {
    const term = list.words[place]!;
    const cost = slipCost(plain, list.bares[place]!, most, areNeighbours);
    if (cost === Infinity || term === typed) continue;
    const marks = plain === typed ? 0 : markCost(typed, term, areNeighbours);
    found.push({ term, cost, marks, frequency: dictionary.frequency(term) });
  }
  found.sort((a, b) => a.cost - b.cost || a.marks - b.marks || b.frequency - a.frequency || compare(a.term, b.term));
  return found.map(({ term, cost }) => ({ term, weight: WEIGHTS[slipsOf(cost)]! }));
}

/** How far two words are apart where their marks count as letters. */
function markCost(a: string, b: string, areNeighbours: AreNeighbours): number {
  const [one, other] = [a.normalize('NFD'), b.normalize('NFD')];
  return slipCost(one, other, one.length + other.length, areNeighbours);
}

/** The word as two known ones: the cut whose rarer part is the most frequent. */
function splitWord(word: string, dictionary: Dictionary): Candidate[] {
  let best = 0;
  let term = '';
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const parts = [word.slice(0, at), word.slice(at)];
    const rarer = Math.min(...parts.map((part) => dictionary.frequency(part)));
    if (rarer > best) {
      best = rarer;
      term = parts.join(' ');
    }
  }
  return term ? [{ term, weight: SPLIT_WEIGHT }] : [];
}
