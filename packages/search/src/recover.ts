import { editDistance } from './edit-distance.js';
import type { Engine } from './engine.js';
import { compare } from './compare.js';

const MOST_CANDIDATES = 3;

/** Slips that are forgiven in a word of this length: none under four letters, one up to seven, two from eight on. */
export function forgivenSlips(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/**
 * Words of the index that an unknown word may have been meant to be: nearest first, then the most frequent, then by code unit;
 * three at most. `forms` are spellings of the one word (as typed, and with its plural folded); the nearest counts.
 * Words with digits are left alone: the nearest order number is another order.
 */
export function recoverWord(forms: readonly string[], engine: Engine): string[] {
  const most = forgivenSlips(forms[0]!.length);
  if (!/^\p{L}[\p{L}\p{M}]*$/u.test(forms[0]!)) return [];
  const found: { term: string; distance: number; frequency: number }[] = [];
  for (const term of engine.terms()) {
    const distance = Math.min(...forms.map((form) => editDistance(form, term, most)));
    if (distance <= most) found.push({ term, distance, frequency: engine.frequency(term) });
  }
  found.sort((a, b) => a.distance - b.distance || b.frequency - a.frequency || compare(a.term, b.term));
  return found.slice(0, MOST_CANDIDATES).map(({ term }) => term);
}
