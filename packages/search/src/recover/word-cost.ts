import type { Dictionary } from './types.js';

/** What a word costs that one document holds: fewer and longer words are likelier than many short ones. */
const WORD = 12;
/** What a single character costs more. */
const SINGLE = 3;

/** The cost of reading a stretch as a known term: less for what more documents hold. */
export function wordCost(term: string, dictionary: Dictionary): number {
  return WORD + (term.length > 1 ? 0 : SINGLE) - Math.log(Math.max(1, dictionary.frequency(term)));
}
