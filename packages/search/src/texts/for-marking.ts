import type { Analysis } from '../analysis/analysis.js';
import { createMarkCutter } from './mark-cutter.js';

/** What stands for a word that is none of the terms; no term has a space. */
const NO_TERM = ' ';

/** Letters of Arabic, where a stem may begin later than its word does. */
const isArabic = (unit: number): boolean => unit >> 8 === 6;

/**
 * The analysis that finds some terms in a text, and of all else only that there is something: most words begin otherwise than any of the terms, so that they need
 * no stem, and a text without spaces need not be cut into its words.
 */
export function forMarking(analysis: Analysis, terms: ReadonlyMap<string, unknown>): Analysis {
  const { stem, cut } = analysis;
  const begins = new Uint8Array(256);
  for (const term of terms.keys()) begins[term.charCodeAt(0) & 255] = 1;
  const mayBeTerm = (unit: number): boolean => begins[unit & 255] === 1 || isArabic(unit);
  return {
    ...analysis,
    stem: (word) => (mayBeTerm(word.charCodeAt(0)) ? (stem?.(word) ?? word) : NO_TERM),
    ...(cut && { cut: createMarkCutter(terms.keys()) }),
  };
}
