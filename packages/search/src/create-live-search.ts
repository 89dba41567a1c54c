import type { ArticleSource, Search } from '@helpkiosk/core';
import { parseArticleSources } from './article-source.js';
import { indexRecords } from './index-records.js';
import { createLiveEngine } from './engines/live.js';
import { createExpertLoader } from './load-expert.js';
import { createLocalSearch, SOURCE, type LocalSearch } from './local-search.js';
import { languageOf } from './language-of.js';
import { once } from './once.js';
import { inOwnersOrder } from './owners-order.js';
import type { SearchableArticle } from './pack-format.js';
import type { LocaleIndex, SearchSource, SummedArticle } from './search-source.js';

/**
 * `analyser`: an opened pack whose dictionary is shared: the nearest of its languages cuts the articles and the queries, so that both searches
 * rank the same articles alike. Without one Chinese, Japanese and Thai are cut into pairs of characters and no word is stemmed but English plurals.
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
  { analyser, imageOrigins = [] }: LiveSearchOptions = {},
): Promise<Search> {
  const sources = parseArticleSources(articles, { imageOrigins });
  return createLocalSearch(sourceOf(sources, (analyser as Partial<LocalSearch> | undefined)?.[SOURCE]));
}

function sourceOf(articles: readonly SearchableArticle[], shared?: SearchSource): SearchSource {
  const byLocale = new Map<string, SearchableArticle[]>();
  for (const { locale } of articles) {
    if (byLocale.has(locale)) continue;
    byLocale.set(locale, inOwnersOrder(articles.filter((article) => article.locale === locale)));
  }
  const of = (locale: string): readonly SearchableArticle[] => byLocale.get(locale) ?? [];
  const loadExpert = createExpertLoader();
  const index = once(async (own: readonly SearchableArticle[]): Promise<LocaleIndex> => {
    const locale = own[0]?.locale ?? '';
    const language = await languageOf(shared, locale);
    const records = indexRecords(own);
    const engine = createLiveEngine(
      locale,
      records.map(({ text }) => text),
      language.analysis,
    );
    const subject = { ...language, engine, locale };
    return {
      ...subject,
      docs: records.map(({ doc }) => doc),
      categories: countCategories(own),
      expert: () => loadExpert(subject),
    };
  });
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

function articleOf(found: SearchableArticle | undefined): SummedArticle | undefined {
  if (!found) return undefined;
  const { kind: _kind, keywords: _keywords, order: _order, votes: _votes, ...article } = found;
  return article;
}
