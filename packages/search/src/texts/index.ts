// What the texts of the best candidates say: a second look at their order, and of each the section that answers, with an excerpt. A
// chunk of its own (`texts.js`), because the index alone tells which articles may answer.
import { sectionsOf } from '@helpkiosk/core';
import type { Article, ArticleSection, HelpError, Search, SearchResult, VideoSource } from '@helpkiosk/core';
import type { eachTerm } from '../analysis/each-term.js';
import { RERANKED, type Shortlist } from '../shortlist.js';
import { compare } from '../compare.js';
import { rarity } from '../engine.js';
import { giveWay, inSteps } from '../in-steps.js';
import { loadExpertCode } from '../load-expert.js';
import { once } from '../once.js';
import type { IndexedDoc } from '../pack-format.js';
import { LONGEST_QUERY, MINOR_WEIGHT } from '../query-plan.js';
import type { SpokenSection } from '../recover/sections-of-video.js';
import type { SearchSource } from '../search-source.js';
import { bestSection, highlight, type Marking } from './best-section.js';
import { forMarking } from './for-marking.js';
import { rerank } from './rerank.js';
import { isGuess } from './weak-match.js';

/** So many texts are asked for, or results made ready to show, before the page has its turn: a few milliseconds where nothing is compiled yet. */
const AT_ONCE = 6;

/** A section of an article, or a stretch of a video. */
type Section = ArticleSection & Partial<Pick<SpokenSection, 'atMs' | 'cues'>>;

/** A candidate for the list with its texts. */
interface Candidate {
  /** Place in the index's `docs`. */
  readonly doc: number;
  readonly result: SearchResult;
  readonly summary: string | undefined;
  readonly sections: readonly Section[];
}

/** Answers a question from what the index has found for it, in the order that the texts give it. */
export type AnswerFromTexts = (
  found: Shortlist,
  options: { limit: number; signal?: AbortSignal | undefined },
) => ReturnType<Search['query']>;

/** Answers by the texts of `source`. `visitTerms` cuts them as they were cut for the index: the caller's own, so that this chunk brings none. */
export function createTexts(source: SearchSource, visitTerms: typeof eachTerm): AnswerFromTexts {
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
  return async (found, { limit, signal }) => {
    const { locale, docs, index, holds, plan, answer } = found;
    const pause = async (): Promise<void> => {
      await giveWay();
      signal?.throwIfAborted();
    };
    let turn = Promise.resolve();
    const read = await Promise.all(
      docs.map(async (doc, place): Promise<Candidate> => {
        if (place % AT_ONCE === 0) turn = turn.then(pause);
        await turn;
        return { doc, result: answer.results[place]!, ...(await readTexts(locale, index.docs[doc]!)) };
      }),
    );
    await pause();
    const candidates = await lookAgain(found, read);
    const results: SearchResult[] = [];
    for (const candidate of candidates.slice(0, limit))
      if (results.push(describe(candidate, found, visitTerms)) % AT_ONCE === 0) await pause();
    const holdsTerm = (wanted: string): boolean =>
      plan.terms.some(({ term }, place) => term === wanted && holds(candidates[0]!.doc, place));
    return { ...answer, results, guess: !!results[0] && isGuess(plan, holdsTerm, index.engine) };
  };
}

/** A text that cannot be had without a network costs a result its excerpt and its second look, not the customer the list. */
function orNothing(error: unknown): undefined {
  if ((error as HelpError).code !== 'network') throw error;
}

async function lookAgain(
  { text, index, plan, simplify, analysis }: Shortlist,
  candidates: readonly Candidate[],
): Promise<Candidate[]> {
  const asked = (plan.didYouMean || text).slice(0, LONGEST_QUERY);
  const plain = (given: string): string => analysis.simplify?.(given) ?? given;
  const first = candidates.slice(0, RERANKED);
  const scores = await inSteps(
    rerank(
      simplify?.(asked) ?? asked,
      first.map(({ doc, result, summary = '', sections }) => ({
        score: result.score,
        lines: [index.docs[doc]!.title, summary, ...sections.map(({ heading }) => heading)].map(plain),
        texts: sections.map((section) => plain(section.text)),
      })),
    ),
  );
  const again = first
    .map((candidate, i) => ({ ...candidate, result: { ...candidate.result, score: scores[i]! } }))
    .sort(({ result: a }, { result: b }) => b.score - a.score || compare(a.articleId, b.articleId));
  return [...again, ...candidates.slice(RERANKED)];
}

/** What a result shows of its texts: the section that answers, and where in it the terms stand. */
function describe(
  { doc, result, summary, sections }: Candidate,
  { index, analysis, locale, plan, holds }: Shortlist,
  visitTerms: typeof eachTerm,
): SearchResult {
  const terms = new Map<string, number>();
  plan.terms.forEach((term, place) => {
    if (term.weight !== MINOR_WEIGHT && holds(doc, place)) terms.set(term.term, rarity(index.engine, term));
  });
  const marking: Marking = { terms, locale, analysis: forMarking(analysis, terms), visitTerms };
  const { title } = index.docs[doc]!;
  const { section, excerpt } = bestSection(sections, marking, { title, summary });
  const { atMs } = bestSection(section?.cues ?? [], marking, { title: '' }).section ?? section ?? {};
  return {
    ...result,
    title: highlight(title, marking),
    ...(section?.id && { sectionId: section.id }),
    ...(atMs !== undefined && { atMs }),
    excerpt,
  };
}
