import { cueGroups, sectionsOf } from '@helpkiosk/core';
import type { Article, ArticleSection, QueryOptions, Search, SearchResult } from '@helpkiosk/core';
import type { Analysis } from './analysis/analysis.js';
import { createMarkCutter } from './analysis/mark-cutter.js';
import { bestSection, highlight, type Marking } from './best-section.js';
import { compare } from './compare.js';
import { rarity, type Hit } from './engine.js';
import type { IndexedDoc } from './pack-format.js';
import { MINOR_WEIGHT, planQuery, type QueryPlan } from './query-plan.js';
import { rank } from './rank.js';
import { rerank, RERANKED } from './rerank.js';
import type { LocaleIndex, SearchSource } from './search-source.js';
import { isGuess } from './weak-match.js';

const KINDLESS = 'article';

/** A section of an article, or a stretch of a video. */
type Section = ArticleSection & { atMs?: number };

/** A candidate for the list with its texts. */
interface Candidate extends Hit {
  readonly entry: IndexedDoc;
  readonly sections: readonly Section[];
}

/** Answers a question from one locale: plan, ranking by the index, second look at the best texts, and what is shown of each. */
export async function answerQuery(
  source: SearchSource,
  locale: string,
  text: string,
  { limit = RERANKED, kinds, signal }: QueryOptions,
): ReturnType<Search['query']> {
  const index = await source.index(locale, true);
  signal?.throwIfAborted(); // many questions may have waited for the index
  const { docs, engine } = index;
  const { plan, simplify } = await planWithExpert(text, locale, index);
  const analysis: Analysis = index.converts && simplify ? { ...index.analysis, simplify } : index.analysis;
  const { hits, holds } = rank(engine, plan.terms, plan.asked);
  const wanted = hits.filter(({ doc }) => docs[doc] && (!kinds || kinds.includes(docs[doc].kind ?? KINDLESS)));
  const order = (a: Hit, b: Hit): number => b.score - a.score || compare(docs[a.doc]!.id, docs[b.doc]!.id);
  const best = await Promise.all(
    firstOf(wanted, Math.max(limit, RERANKED), order).map(async (hit): Promise<Candidate> => {
      const entry = docs[hit.doc]!;
      return { ...hit, entry, sections: readSections(await source.article(locale, entry.id), entry) };
    }),
  );
  signal?.throwIfAborted();
  const asked = plan.didYouMean || text;
  const results = lookAgain(simplify?.(asked) ?? asked, best, order, analysis.simplify).slice(0, limit);
  const first = results[0];
  const holdsTerm = (wantedTerm: string): boolean =>
    plan.terms.some(({ term }, place) => term === wantedTerm && holds(first!.doc, place));
  return {
    results: results.map((candidate) => describe(candidate, { ...index, analysis, locale, plan, holds })),
    total: wanted.length,
    guess: !!first && isGuess(plan, holdsTerm, engine),
    ...(plan.didYouMean && { didYouMean: plan.didYouMean }),
  };
}

/** Plans a query; where not all of it is known, once more with an expert, if one can be had. */
async function planWithExpert(
  text: string,
  locale: string,
  { engine, analysis, converts, expert }: LocaleIndex,
): Promise<{ plan: QueryPlan; simplify?: Analysis['simplify'] }> {
  const plan = planQuery(text, { locale, engine, analysis });
  const found = plan.weak || converts ? await expert().catch(() => undefined) : undefined;
  return found
    ? { plan: planQuery(text, { locale, engine, analysis, expert: found }), simplify: found.simplify }
    : { plan };
}

/** The first of a list by an order, without putting the rest in order. */
function firstOf(hits: readonly Hit[], most: number, order: (a: Hit, b: Hit) => number): Hit[] {
  const first: Hit[] = [];
  for (const hit of hits) {
    if (first.length === most && order(hit, first[most - 1]!) > 0) continue;
    let at = first.length;
    while (at > 0 && order(hit, first[at - 1]!) < 0) at--;
    first.splice(at, 0, hit);
    first.length = Math.min(first.length, most);
  }
  return first;
}

function lookAgain(
  query: string,
  candidates: readonly Candidate[],
  order: (a: Hit, b: Hit) => number,
  simplify: (text: string) => string = (text) => text,
): Candidate[] {
  const first = candidates.slice(0, RERANKED);
  const scores = rerank(
    query,
    first.map(({ score, entry, sections }) => ({
      score,
      lines: [entry.title, entry.summary ?? '', ...sections.map(({ heading }) => heading)].map(simplify),
      texts: sections.map(({ text }) => simplify(text)),
    })),
  );
  const again = first.map((candidate, i) => ({ ...candidate, score: scores[i]! })).sort(order);
  return [...again, ...candidates.slice(RERANKED)];
}

interface Answering extends LocaleIndex {
  readonly locale: string;
  readonly plan: QueryPlan;
  readonly holds: (doc: number, place: number) => boolean;
}

function describe(
  { doc, score, entry, sections }: Candidate,
  { engine, analysis, locale, plan, holds }: Answering,
): SearchResult {
  const { id, title, kind = KINDLESS, summary, category, url } = entry;
  const telling = plan.terms.filter(({ weight }, place) => weight !== MINOR_WEIGHT && holds(doc, place));
  const terms = new Map(telling.map((term) => [term.term, rarity(engine, term)]));
  const marking: Marking = {
    terms,
    locale,
    analysis: analysis.cut ? { ...analysis, cut: createMarkCutter(terms.keys()) } : analysis,
  };
  const { section, excerpt } = bestSection(sections, marking, { title, summary });
  return {
    ...(category && { category }),
    ...(url && { url }),
    kind,
    articleId: id,
    locale,
    score,
    title: highlight(title, marking),
    ...(section?.id && { sectionId: section.id }),
    ...(section?.atMs !== undefined && { atMs: section.atMs }),
    excerpt,
  };
}

/**
 * The sections of an article, or the spoken ones of its video. A tree from outside may be of any shape; one that cannot be read costs the
 * result its excerpt, not the customer the list.
 */
function readSections(article: Article | undefined, { video }: IndexedDoc): readonly Section[] {
  try {
    if (video === undefined) return sectionsOf(article!.tree);
    return cueGroups(article!.videos[video]!).map(({ chapter = '', ...group }) => ({ heading: chapter, ...group }));
  } catch {
    return [];
  }
}
