import type { LocalQueryOptions, Search } from '@helpkiosk/core';
import { eachTerm } from './analysis/each-term.js';
import { once } from './once.js';
import type { SearchSource } from './search-source.js';
import { makeShortlist, RERANKED } from './shortlist.js';

/** Answers a question from one locale. */
export type AnswerQuery = (locale: string, text: string, options: LocalQueryOptions) => ReturnType<Search['query']>;

/** Answers questions from a source: what its index finds, then what the texts of the best say of it. */
export function createAnswers(source: SearchSource): AnswerQuery {
  const loadTexts = once(async (of: SearchSource) => (await import('./texts/index.js')).createTexts(of, eachTerm));
  return async (locale, text, { limit = RERANKED, brief, ...options }) => {
    const { signal } = options;
    const loading = brief ? null : loadTexts(source).catch(() => null);
    const index = await source.index(locale, true);
    signal?.throwIfAborted(); // many questions may have waited for the index
    const found = await makeShortlist(locale, text, index, { limit, brief, ...options });
    const answerFromTexts = found.docs.length ? await loading : null; // that nothing is found is certain without them
    if (answerFromTexts) return answerFromTexts(found, { limit, signal });
    return { ...found.answer, results: found.answer.results.slice(0, limit) };
  };
}
