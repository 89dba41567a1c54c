import { sectionsOf, toHelpError } from '@helpkiosk/core';
import type { Article, ArticleSection, QueryOptions, Search, SearchResult, VideoSource } from '@helpkiosk/core';
import type { Analysis } from './analysis/analysis.js';
import { createMarkCutter } from './analysis/mark-cutter.js';
import { bestSection, highlight } from './best-section.js';
import { compare } from './compare.js';
import { rarity } from './engine.js';
import { firstOf } from './first-of.js';
import { giveWay, inSteps } from './in-steps.js';
import { loadExpertCode } from './load-expert.js';
import { once } from './once.js';
import type { IndexedDoc } from './pack-format.js';
import { LONGEST_QUERY, MINOR_WEIGHT, planQuery, type QueryPlan } from './query-plan.js';
import { rank } from './rank.js';
import type { SpokenSection } from './recover/sections-of-video.js';
import { rerank, RERANKED } from './rerank.js';
import type { LocaleIndex, SearchSource } from './search-source.js';
import { isGuess } from './weak-match.js';

const KINDLESS = 'article';
/** So many texts are asked for, or results made ready to show, before the page has its turn: a few milliseconds where nothing is compiled yet. */
const AT_ONCE = 6;

/** A section of an article, or a stretch of a video. */
type Section = ArticleSection & Partial<Pick<SpokenSection, 'atMs' | 'cues'>>;

/** A candidate for the list with its texts. */
interface Candidate {
  /** Place in the index's `docs`. */
  readonly doc: number;
  readonly score: number;
  readonly entry: IndexedDoc;
  readonly summary: string | undefined;
  readonly sections: readonly Section[];
}

/** Answers a question from one locale. */
export type AnswerQuery = (locale: string, text: string, options: QueryOptions) => ReturnType<Search['query']>;

/** Answers questions from a source: plan, ranking by the index, second look at the best texts, and what is shown of each. */
export function createAnswers(source: SearchSource): AnswerQuery {
  // Who types on gets the same articles again.
  const sectionsOfArticle = once(async ({ tree }: Article): Promise<readonly Section[]> => sectionsOf(tree));
  const sectionsOfVideo = once(async (video: VideoSource) => (await loadExpertCode()).sectionsOfVideo(video));
  /** A tree from outside may be of any shape; one that cannot be read costs the result its excerpt, not the customer the list. */
  const readTexts = async (
    locale: string,
    { id, video }: IndexedDoc,
  ): Promise<Pick<Candidate, 'summary' | 'sections'>> => {
    const article = await source.article(locale, id).catch(orNothing);
    const summary = video === undefined ? article?.summary : undefined;
    try {
      const texts = video === undefined ? sectionsOfArticle(article!) : sectionsOfVideo(article!.videos[video]!);
      return { summary, sections: await texts };
    } catch {
      return { summary, sections: [] };
    }
  };
  return async (locale, text, { limit = RERANKED, kinds, signal }) => {
    const index = await source.index(locale, true);
    signal?.throwIfAborted(); // many questions may have waited for the index
    const { docs, engine, converts } = index;
    const { plan, simplify } = await planWithExpert(text, locale, index);
    const analysis = converts && simplify ? { ...index.analysis, simplify } : index.analysis;
    const { scores, holds } = rank(engine, plan.terms, plan.asked);
    const isWanted = ({ kind = KINDLESS }: IndexedDoc): boolean => !kinds || kinds.includes(kind);
    const { first, total } = firstByScore(scores, Math.max(limit, RERANKED), docs, isWanted);
    const pause = async (): Promise<void> => {
      await giveWay();
      signal?.throwIfAborted();
    };
    let turn = Promise.resolve();
    const best = await Promise.all(
      first.map(async (doc, place): Promise<Candidate> => {
        const entry = docs[doc]!;
        if (place % AT_ONCE === 0) turn = turn.then(pause);
        await turn;
        return { doc, score: scores[doc]!, entry, ...(await readTexts(locale, entry)) };
      }),
    );
    await pause();
    const { didYouMean } = plan;
    const asked = (didYouMean || text).slice(0, LONGEST_QUERY);
    const candidates = await lookAgain(simplify?.(asked) ?? asked, best, analysis.simplify);
    const results: SearchResult[] = [];
    for (const candidate of candidates.slice(0, limit))
      if (results.push(describe(candidate, { ...index, analysis, locale, plan, holds })) % AT_ONCE === 0) await pause();
    const holdsTerm = (wantedTerm: string): boolean =>
      plan.terms.some(({ term }, place) => term === wantedTerm && holds(candidates[0]!.doc, place));
    return {
      results,
      total,
      guess: !!results[0] && isGuess(plan, holdsTerm, engine),
      ...(didYouMean && { didYouMean }),
    };
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

async function lookAgain(
  query: string,
  candidates: readonly Candidate[],
  simplify: (text: string) => string = (text) => text,
): Promise<Candidate[]> {
  const first = candidates.slice(0, RERANKED);
  const scores = await inSteps(
    rerank(
      query,
      first.map(({ score, entry, summary = '', sections }) => ({
        score,
        lines: [entry.title, summary, ...sections.map(({ heading }) => heading)].map(simplify),
        texts: sections.map(({ text }) => simplify(text)),
      })),
    ),
  );
  const again = first
    .map((candidate, i) => ({ ...candidate, score: scores[i]! }))
    .sort((a, b) => b.score - a.score || compare(a.entry.id, b.entry.id));
  return [...again, ...candidates.slice(RERANKED)];
}

interface Answering extends LocaleIndex {
  readonly locale: string;
  readonly plan: QueryPlan;
  readonly holds: (doc: number, place: number) => boolean;
}

function describe(
  { doc, score, entry, summary, sections }: Candidate,
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
  const { section, excerpt } = bestSection(sections, marking, { title, summary });
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
