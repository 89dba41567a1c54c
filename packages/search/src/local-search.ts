import { HelpError, toHelpError } from '@helpkiosk/core';
import type { Contents, LocalQueryOptions, Search } from '@helpkiosk/core';
import { createAnswers } from './answer-query.js';
import { nearestLocale } from './nearest-locale.js';
import { once } from './once.js';
import type { SearchSource } from './search-source.js';
import { waitFor } from './wait-for.js';

const LIMIT = 8;

/** Where a search keeps what it searches, for one that shares its dictionary. */
export const SOURCE = Symbol('source');
export interface LocalSearch extends Search {
  readonly [SOURCE]: SearchSource;
  query(text: string, options?: LocalQueryOptions): ReturnType<Search['query']>;
}

/**
 * A search that runs where it is called, over any source. A locale that the source does not have is answered by the nearest that
 * it has (the same language and script, then the same language), else by its first. After `close` every call rejects
 * with HelpError `unavailable`, not retryable.
 */
export function createLocalSearch(source: SearchSource): LocalSearch {
  let closed = false;
  const answer = createAnswers(source);
  const loadSuggester = once(async (of: SearchSource) => (await import('./suggest/index.js')).createSuggester(of));
  const loadAmong = once(async (of: SearchSource) => (await import('./among/index.js')).createAmong(of, createAnswers));
  const run = async <T>(
    { locale, signal }: { locale?: string; signal?: AbortSignal },
    work: (locale: string) => Promise<T>,
  ): Promise<T> => {
    signal?.throwIfAborted();
    const nearest = nearestLocale(locale, source.locales());
    try {
      if (!closed) return await waitFor(work(nearest), signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (!closed) throw toHelpError(error);
    }
    throw new HelpError('unavailable', { reason: 'closed' }, { retryable: false });
  };
  return {
    [SOURCE]: source,
    query: (text, options = {}) =>
      run(options, async (locale) =>
        (options.among ? await loadAmong(source) : answer)(locale, text, { limit: LIMIT, ...options }),
      ),
    suggest: (text, options = {}) =>
      run(options, async (locale) => (await loadSuggester(source))(locale, text, { limit: LIMIT, ...options })),
    article: (id, locale, options) =>
      run({ ...options, locale }, async (nearest) => {
        const found = await source.article(nearest, id);
        if (!found) return null;
        const { summary: _summary, ...article } = found;
        return article;
      }),
    browse: (options = {}) => run(options, (locale) => listContents(source, locale, options)),
    locales: source.locales,
    close() {
      closed = true;
      source.close();
    },
  };
}

async function listContents(
  source: SearchSource,
  locale: string,
  { category, limit = LIMIT }: { category?: string; limit?: number },
): Promise<Contents> {
  const { docs, categories, builtAt } = await source.index(locale);
  const chosen = docs.filter((doc) => doc.video === undefined && (category === undefined || doc.category === category));
  return {
    locale,
    ...(builtAt && { builtAt }),
    categories,
    total: chosen.length,
    articles: chosen.slice(0, limit).map(({ kind: _kind, url: _url, updatedAt: _updatedAt, ...shown }) => shown),
  };
}
