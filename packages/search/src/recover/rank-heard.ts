import { compare } from '../compare.js';
import type { Heard } from './sound-index.js';
import type { Candidate, Dictionary } from './types.js';

const MOST_CANDIDATES = 6;
/** What a match counts: of a word that sounds the same, and nearly so. Measured on Chinese questions typed as pinyin and with homophones. */
const SAME = 0.8;
const NEARLY = 0.5;
/** What is left of that for a word that is likely less than the best: read unusually, or with fewer of the written characters. */
const LESS = 0.5;
/** How much oftener a word with an unusual reading has to be to come first. */
const UNUSUAL = 4;
/** How much oftener a single character has to be than a word to come first. */
const SINGLE = 8;

/**
 * Words of one sound as candidates, six at most: first those that share more characters with what was written, then the more frequent, if
 * they are words of two or more characters in their usual reading; of equals the first by code unit.
 */
export function rankHeard(words: readonly Heard[], dictionary: Dictionary, written = ''): Candidate[] {
  const ranked = words.map((heard) => ({
    ...heard,
    shared: sharedPlaces(heard.term, written),
    often: often(heard, dictionary),
  }));
  ranked.sort((a, b) => b.shared - a.shared || b.often - a.often || compare(a.term, b.term));
  const usual = ranked.some(({ rare }) => !rare);
  const candidates = new Map<string, Candidate>();
  for (const { term, rare, nearly, shared } of ranked) {
    if (candidates.has(term)) continue;
    const less = (rare && usual ? LESS : 1) * (shared < ranked[0]!.shared ? LESS : 1);
    candidates.set(term, { term, weight: (nearly ? NEARLY : SAME) * less });
  }
  return [...candidates.values()].slice(0, MOST_CANDIDATES);
}

const often = ({ term, rare }: Heard, dictionary: Dictionary): number =>
  dictionary.frequency(term) / (rare ? UNUSUAL : 1) / (term.length > 1 ? 1 : SINGLE);

/** In how many places two words have the same character. */
export function sharedPlaces(term: string, written: string): number {
  let shared = 0;
  for (let i = 0; i < term.length; i++) if (term[i] === written[i]) shared++;
  return shared;
}
