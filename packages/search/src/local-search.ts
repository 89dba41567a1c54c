import { HelpError, sectionsOf, toHelpError } from '@helpkiosk/core';
import type { Article, ArticleSection, Contents, QueryOptions, Search, SearchResult } from '@helpkiosk/core';
import { bestSection, highlight } from './best-section.js';
import { completeTitles } from './complete-titles.js';
import { rarity, type Hit } from './engine.js';
import { nearestLocale } from './nearest-locale.js';
import { compare } from './compare.js';
import { MINOR_WEIGHT, planQuery } from './query-plan.js';
import { rank } from './rank.js';
import type { SearchSource } from './search-source.js';
import { waitFor } from './wait-for.js';
import { isGuess } from './weak-match.js';

const LIMIT = 8;
const KINDLESS = 'article';

/**
 * A search that runs where it is called, over any source. A locale that the source does not have is answered by the nearest that
 * it has (the same language and script, then the same language), else by its first. After `close` every call rejects
 * with HelpError `unavailable`, not retryable.
 */
export function createLocalSearch(source: SearchSource): Search {
  let closed = false;
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
    query: (text, options = {}) => run(options, (locale) => answerQuery(source, locale, text, options)),
    suggest: (text, options = {}) =>
      run(options, async (locale) => {
        const titles = (await source.index(locale)).docs.map(({ title }) => title);
        return completeTitles(text, titles, options.limit ?? LIMIT);
      }),
    article: (id, locale, options) =>
      run({ ...options, locale }, async (nearest) => (await source.article(nearest, id)) ?? null),
    browse: (options = {}) => run(options, (locale) => listContents(source, locale, options)),
    locales: source.locales,
    close() {
      closed = true;
      source.close();
    },
  };
}

async function answerQuery(
  source: SearchSource,
  locale: string,
  text: string,
  { limit = LIMIT, kinds, signal }: QueryOptions,
): ReturnType<Search['query']> {
  const { docs, engine } = await source.index(locale, true);
  signal?.throwIfAborted(); // many questions may have waited for the index
  const plan = planQuery(text, locale, engine);
  const { terms, didYouMean } = plan;
  const hits = rank(engine, terms.values())
    .filter(({ doc }) => docs[doc] && (!kinds || kinds.includes(docs[doc].kind ?? KINDLESS)))
    .sort((a, b) => b.score - a.score || compare(docs[a.doc]!.id, docs[b.doc]!.id));
  const describe = async ({ doc, score, words }: Hit): Promise<SearchResult> => {
    const { id, title, kind = KINDLESS, summary, file = 0, ...rest } = docs[doc]!;
    const article = await source.article(locale, id, file);
    const telling = [...words].filter((word) => terms.get(word)?.weight !== MINOR_WEIGHT);
    const shown = new Map(telling.map((word) => [word, rarity(engine, word)]));
    return {
      ...rest,
      kind,
      articleId: id,
      locale,
      score,
      title: highlight(title, shown, locale),
      ...bestSection(readSections(article), shown, locale, { title, summary }),
    };
  };
  return {
    results: await Promise.all(hits.slice(0, limit).map(describe)),
    total: hits.length,
    guess: !!hits[0] && isGuess(plan, hits[0], engine),
    ...(didYouMean && { didYouMean }),
  };
}

/** A tree from outside may be of any shape; one that cannot be read costs the result its excerpt, not the customer the list. */
function readSections(article: Article | undefined): readonly ArticleSection[] {
  try {
    return sectionsOf(article!.tree);
  } catch {
    return [];
  }
}

async function listContents(
  source: SearchSource,
  locale: string,
  { category, limit = LIMIT }: { category?: string; limit?: number },
): Promise<Contents> {
  const { docs, categories, builtAt } = await source.index(locale);
  const chosen = docs.filter((doc) => category === undefined || doc.category === category);
  return {
    locale,
    ...(builtAt && { builtAt }),
    categories,
    total: chosen.length,
    articles: chosen
      .slice(0, limit)
      .map(({ kind: _kind, url: _url, summary: _summary, file: _file, ...shown }) => shown),
  };
}
