// The ranking that every engine shares: what a term says, and what a heading adds. Engines only score single records.
import type { Engine, Hit, PlanTerm } from './engine.js';

/** What the best heading of an article counts beside the article: measured on help centres, less finds fewer headings, more outvotes the texts. */
const HEADING_SHARE = 0.5;

/**
 * The documents that hold any of the terms, in no particular order. A term counts by the share of documents that lack it: one that nearly all
 * hold says little, in whichever field. The best of a document's headings adds to its score by the square of the share of the terms
 * that it holds, so that a heading which is the question leads, and one that shares a word with a long question changes nothing.
 */
export function rank(engine: Engine, plan: Iterable<PlanTerm>): Hit[] {
  const { docCount, headings, owners } = engine;
  // Not Array.from with a function: old libraries put one in its place that takes none.
  const terms = [...plan].map((term) => ({
    ...term,
    weight: term.weight * (1 - engine.frequency(term.term) / (docCount + 1)),
  }));
  const best: number[] = [];
  for (const { doc, score, terms: found } of headings?.search(terms) ?? []) {
    const owner = owners![doc]!;
    best[owner] = Math.max(best[owner] ?? 0, HEADING_SHARE * score * (found.size / terms.length) ** 2);
  }
  return engine.search(terms).map((hit) => ({ ...hit, score: hit.score + (best[hit.doc] ?? 0) }));
}
