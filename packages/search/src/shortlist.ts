// What the index alone says: which articles may answer a question, in which order.
import type { LocalQueryOptions, Search } from '@helpkiosk/core';
import type { Analysis } from './analysis/analysis.js';
import { compare } from './compare.js';
import { firstOf } from './first-of.js';
import { giveWay } from './in-steps.js';
import type { IndexedDoc } from './pack-format.js';
import { planQuery, type QueryPlan } from './query-plan.js';
import { rank } from './rank.js';
import type { LocaleIndex } from './search-source.js';

/** How many of the first are looked at again. */
export const RERANKED = 16;
const KINDLESS = 'article';

/** A question with what the index has found for it. */
export interface Shortlist {
  readonly locale: string;
  readonly text: string;
  readonly index: LocaleIndex;
  readonly plan: QueryPlan;
  /** How the question is cut, and what is compared with it. */
  readonly analysis: Analysis;
  readonly simplify?: Analysis['simplify'];
  /** Places in the index's `docs`, best first. */
  readonly docs: readonly number[];
  /** Whether a document holds the term at a place of the plan's. */
  readonly holds: (doc: number, place: number) => boolean;
  /** What it says of them all: titles without marks, and no excerpts. */
  readonly answer: Awaited<ReturnType<Search['query']>>;
}

/** Plans a question and ranks by the index; at least `RERANKED` documents are on the list where so many hold any of its terms. */
export async function makeShortlist(
  locale: string,
  text: string,
  index: LocaleIndex,
  { limit = RERANKED, kinds, brief }: LocalQueryOptions,
): Promise<Shortlist> {
  const { docs, engine, converts } = index;
  const { plan, simplify } = await planWithExpert(text, locale, index, brief);
  const { scores, holds } = rank(engine, plan.terms, plan.asked);
  const isWanted = ({ kind = KINDLESS }: IndexedDoc): boolean => !kinds || kinds.includes(kind);
  const { first, total } = firstByScore(scores, Math.max(limit, RERANKED), docs, isWanted);
  return {
    locale,
    text,
    index,
    plan,
    simplify,
    analysis: converts && simplify ? { ...index.analysis, simplify } : index.analysis,
    docs: first,
    holds,
    answer: {
      results: first.map((doc) => {
        const { id: articleId, title, kind = KINDLESS, category, url } = docs[doc]!;
        return {
          ...(category && { category }),
          ...(url && { url }),
          kind,
          articleId,
          locale,
          score: scores[doc]!,
          title: [{ text: title, hit: false }],
          excerpt: [],
        };
      }),
      total,
      guess: false,
      ...(plan.didYouMean && { didYouMean: plan.didYouMean }),
    },
  };
}

/** The `most` documents with the highest scores, of equal ones the first by id, of those that are wanted; and how many those are. */
function firstByScore(
  scores: Float64Array,
  most: number,
  docs: readonly IndexedDoc[],
  isWanted: (doc: IndexedDoc) => boolean,
): { first: number[]; total: number } {
  const order = (a: number, b: number): number => scores[b]! - scores[a]! || compare(docs[a]!.id, docs[b]!.id);
  let first: number[] = [];
  let [total, least] = [0, 0];
  for (let doc = 0; doc < scores.length; doc++) {
    if (!scores[doc] || !isWanted(docs[doc]!)) continue;
    const score = (scores[doc]! *= 1 + (docs[doc]!.prior ?? 0) / 1000);
    total++;
    if (score < least) continue;
    first.push(doc);
    if (first.length < 2 * most) continue;
    first = firstOf(first, most, order);
    least = scores[first.at(-1)!]!;
  }
  return { first: firstOf(first, most, order), total };
}

/** Plans a query; where not all of it is known, once more with an expert, if one can be had: for a brief answer, if it is there. */
async function planWithExpert(
  text: string,
  locale: string,
  index: LocaleIndex,
  brief?: boolean,
): Promise<{ plan: QueryPlan; simplify?: Analysis['simplify'] }> {
  const plan = planQuery(text, locale, index);
  const needed = plan.weak || index.converts ? [index.expert(), ...(brief ? [giveWay()] : [])] : [];
  const expert = needed[0] && (await Promise.race(needed).catch(() => {}));
  return expert ? { plan: planQuery(text, locale, index, expert), simplify: expert.simplify } : { plan };
}
