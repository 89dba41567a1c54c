import { sectionsOf, toHelpError } from '@helpkiosk/core';
import type { Article, ArticleSection, QueryOptions, Search, SearchResult } from '@helpkiosk/core';
import type { Analysis } from './analysis/analysis.js';
import { createMarkCutter } from './analysis/mark-cutter.js';
import { bestSection, highlight } from './best-section.js';
import { compare } from './compare.js';
import { rarity, type Hit } from './engine.js';
import { firstOf } from './first-of.js';
import { loadExpertCode } from './load-expert.js';
import type { IndexedDoc } from './pack-format.js';
import { LONGEST_QUERY, MINOR_WEIGHT, planQuery, type QueryPlan } from './query-plan.js';
import { rank } from './rank.js';
import type { SpokenSection } from './recover/sections-of-video.js';
import { rerank, RERANKED } from './rerank.js';
import type { LocaleIndex, SearchSource } from './search-source.js';
import { isGuess } from './weak-match.js';

const KINDLESS = 'article';

/** A section of an article, or a stretch of a video. */
type Section = ArticleSection & Partial<Pick<SpokenSection, 'atMs' | 'cues'>>;

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
  const { docs, engine, converts } = index;
  const { plan, simplify } = await planWithExpert(text, locale, index);
  const analysis = converts && simplify ? { ...index.analysis, simplify } : index.analysis;
  const { hits, holds } = rank(engine, plan.terms, plan.asked);
  const wanted = kinds ? hits.filter(({ doc }) => kinds.includes(docs[doc]!.kind ?? KINDLESS)) : hits;
  const order = (a: Hit, b: Hit): number => b.score - a.score || compare(docs[a.doc]!.id, docs[b.doc]!.id);
  const best = await Promise.all(
    firstOf(wanted, Math.max(limit, RERANKED), order).map(async (hit): Promise<Candidate> => {
      const entry = docs[hit.doc]!;
      const article = await source.article(locale, entry.id).catch(orNothing);
      return { ...hit, entry, sections: await readSections(article, entry) };
    }),
  );
  signal?.throwIfAborted();
  const { didYouMean } = plan;
  const asked = (didYouMean || text).slice(0, LONGEST_QUERY);
  const results = lookAgain(simplify?.(asked) ?? asked, best, order, analysis.simplify).slice(0, limit);
  const first = results[0];
  const holdsTerm = (wantedTerm: string): boolean =>
    plan.terms.some(({ term }, place) => term === wantedTerm && holds(first!.doc, place));
  return {
    results: results.map((candidate) => describe(candidate, { ...index, analysis, locale, plan, holds })),
    total: wanted.length,
    guess: !!first && isGuess(plan, holdsTerm, engine),
    ...(didYouMean && { didYouMean }),
  };
}

/** A text that cannot be had without a network costs a result its excerpt and its second look, not the customer the list. */
function orNothing(error: unknown): undefined {
  if (toHelpError(error).code !== 'network') throw error;
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
  const { id: articleId, title, kind = KINDLESS, category, url } = entry;
  const terms = new Map<string, number>();
  plan.terms.forEach((term, place) => {
    if (term.weight !== MINOR_WEIGHT && holds(doc, place)) terms.set(term.term, rarity(engine, term));
  });
  const marking = {
    terms,
    locale,
    analysis: analysis.cut ? { ...analysis, cut: createMarkCutter(terms.keys()) } : analysis,
  };
  const { section, excerpt } = bestSection(sections, marking, entry);
  const { atMs } = bestSection(section?.cues ?? [], marking, { title: '' }).section ?? section ?? {};
  return {
    ...(category && { category }),
    ...(url && { url }),
    kind,
    articleId,
    locale,
    score,
    title: highlight(title, marking),
    ...(section?.id && { sectionId: section.id }),
    ...(atMs !== undefined && { atMs }),
    excerpt,
  };
}

/**
 * The sections of an article, or the spoken ones of its video. A tree from outside may be of any shape; one that cannot be read costs the
 * result its excerpt, not the customer the list.
 */
async function readSections(article: Article | undefined, { video }: IndexedDoc): Promise<readonly Section[]> {
  try {
    return video === undefined
      ? sectionsOf(article!.tree)
      : (await loadExpertCode()).sectionsOfVideo(article!.videos[video]!);
  } catch {
    return [];
  }
}
