import type { Article, ArticleSource, Search } from '@helpkiosk/core';
import { parseArticleSources } from './article-source.js';
import { docOf, engineDocOf } from './engine-doc.js';
import { createLiveEngine } from './engines/live.js';
import { createLocalSearch } from './local-search.js';
import { once } from './once.js';
import { inOwnersOrder } from './owners-order.js';
import type { SearchableArticle } from './pack-format.js';
import type { LocaleIndex, SearchSource } from './search-source.js';

/**
 * `analyser`: an opened pack whose dictionary is shared; analysis `grams` 1 has none, so both cut alike with or without it.
 * `imageOrigins`: origins from which the articles' images may come beside the page's own (default: none).
 */
export interface LiveSearchOptions {
  analyser?: Search;
  imageOrigins?: readonly string[];
}

/**
 * A search over articles that are given as data. A locale is indexed when it is first asked about. Rejects with one
 * HelpError that names every problem: `config-invalid`, or `content-too-big` for bodies over 64 kB.
 */
export async function createLiveSearch(
  articles: readonly ArticleSource[],
  { imageOrigins = [] }: LiveSearchOptions = {},
): Promise<Search> {
  return createLocalSearch(sourceOf(parseArticleSources(articles, { imageOrigins })));
}

function sourceOf(articles: readonly SearchableArticle[]): SearchSource {
  const byLocale = new Map<string, SearchableArticle[]>();
  for (const { locale } of articles) {
    if (byLocale.has(locale)) continue;
    byLocale.set(locale, inOwnersOrder(articles.filter((article) => article.locale === locale)));
  }
  const of = (locale: string): readonly SearchableArticle[] => byLocale.get(locale) ?? [];
  const index = once(async (own: readonly SearchableArticle[]): Promise<LocaleIndex> => ({
    docs: own.map(docOf),
    categories: countCategories(own),
    engine: createLiveEngine(own[0]?.locale ?? '', own.map(engineDocOf)),
  }));
  return {
    locales: () => [...byLocale.keys()],
    index: (locale) => index(of(locale)),
    article: async (locale, id) => articleOf(of(locale).find((article) => article.id === id)),
    close: () => byLocale.clear(),
  };
}

/** Categories in the order in which the articles name them first. */
function countCategories(articles: readonly SearchableArticle[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { category } of articles) if (category) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

function articleOf(found: SearchableArticle | undefined): Article | undefined {
  if (!found) return undefined;
  const { kind: _kind, summary: _summary, keywords: _keywords, order: _order, ...article } = found;
  return article;
}
