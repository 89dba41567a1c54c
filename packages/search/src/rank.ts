// The ranking that every engine shares: what a term says, and what a line adds. Engines only score single records.
import type { Engine, Found, PlanTerm } from './engine.js';
import { TITLE } from './engines/lines.js';

/** What the best line of an article counts beside the article: measured on help centres, less finds fewer headings, more outvotes the texts. */
const LINE_SHARE = 0.5;
/** What a title counts besides, all of which is in the query: who writes much names the thing somewhere. More finds fewer keywords. */
const COVERED_TITLE = 0.8;

/** And what a line counts besides that is the query and nothing else. */
const WHOLE_LINE = 0.4;

/**
 * The scores of the documents that hold any of the terms. A term counts by the share of documents that lack it: one that nearly all
 * hold says little, in whichever field. The best of a document's title, summary and headings adds to its score by the square of the share of the query
 * that it holds, so that a heading which is the question leads, and one that shares a word with a long question changes nothing; a title
 * also by the square of the share of its own terms that the query has. `asked`: of how many terms the query is, not counting what stands in for them.
 */
export function rank(engine: Engine, plan: readonly PlanTerm[], asked: number): Pick<Found, 'scores' | 'holds'> {
  const { scores, eachLine, holds } = engine.search(
    plan.map((term) => ({ ...term, weight: term.weight * (1 - engine.frequency(term) / (engine.docCount + 1)) })),
  );
  const best = new Float64Array(scores.length);
  eachLine((doc, score, kind, terms, length) => {
    const share = Math.min(1, terms / asked);
    const covered = Math.min(1, terms / length);
    const factor =
      LINE_SHARE * share * share +
      (kind === TITLE ? COVERED_TITLE * covered * covered : 0) +
      (share + covered === 2 ? WHOLE_LINE : 0);
    best[doc] = Math.max(best[doc]!, score * factor);
  });
  best.forEach((more, doc) => (scores[doc]! += more));
  return { scores, holds };
}
