// A few short texts that come with the question are searched in the place of a source's articles. A chunk of its own: most pages have none.
import type { LocalQueryOptions } from '@helpkiosk/core';
import type { AnswerQuery, createAnswers } from '../answer-query.js';
import { loadExpertCode } from '../load-expert.js';
import { once } from '../once.js';
import type { LocaleIndex, SearchSource } from '../search-source.js';
import { indexShortTexts } from './index-short-texts.js';

/** What is found beside the best must be worth so much of its score: nobody looks for what shares a word with it. */
const LEAST_SHARE = 0.5;

/** Answers a question from the texts of its options. `nearest` is empty where the source has no language. */
export type AnswerAmong = (nearest: string, text: string, options: LocalQueryOptions) => ReturnType<AnswerQuery>;

/**
 * Answers questions from the texts that come with them, cut, mended and ranked as the articles of `source` are. How rare a word is, both tell together: what every
 * article says makes no match. Nothing is guessed: without a good match there are no results. `answersOf`: the caller's own, so that this chunk brings none.
 */
export function createAmong(source: SearchSource, answersOf: typeof createAnswers): AnswerAmong {
  let last: { key: string; around: LocaleIndex | undefined; answer: AnswerQuery } | undefined;
  const load = once(loadExpertCode);
  return async (nearest, text, { among = [], ...options }) => {
    const locale = nearest || options.locale || '';
    const around = nearest ? await source.index(nearest) : undefined;
    const key = JSON.stringify([locale, among]);
    if (last?.key !== key || last.around !== around)
      last = {
        key,
        around,
        answer: answersOf(
          indexShortTexts(among, { locale, shared: source, around, loadExpertCode: () => load(source) }),
        ),
      };
    const { answer } = last;
    const first = await answer(locale, text, options);
    // Nothing but mended words is a guess; whether they are meant, the mended question tells.
    const again = first.guess && first.didYouMean ? await answer(locale, first.didYouMean, options) : first;
    const { results, guess } = again;
    const least = guess ? Infinity : (results[0]?.score ?? 0) * LEAST_SHARE;
    const good = results
      .filter(({ score }) => score >= least)
      .map((result) => ({ ...result, articleId: among[Number(result.articleId)]!.id }));
    return { results: good, total: good.length, guess: false };
  };
}
