import { chooseLocale, HelpError, sectionsOf, toHelpError } from '@helpkiosk/core';
import type { Article, ArticleSection, Contents, QueryOptions, Search, SearchResult } from '@helpkiosk/core';
import { bestSection, highlight } from './best-section.js';
import { rarity, type Hit } from './engine.js';
import { compare } from './owners-order.js';
import type { IndexedDoc } from './pack-format.js';
import { planQuery, type QueryPlan } from './query-plan.js';
import type { LocaleIndex, SearchSource } from './search-source.js';
import { completeTitles } from './complete-titles.js';
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
  const closedError = (): HelpError => new HelpError('unavailable', { reason: 'closed' }, { retryable: false });
  const run = async <T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> => {
    if (closed) throw closedError();
    signal?.throwIfAborted();
    try {
      return await waitFor(work(), signal);
    } catch (error) {
      signal?.throwIfAborted();
      throw closed ? closedError() : toHelpError(error);
    }
  };
  const nearest = (locale: string | undefined): string => {
    const locales = source.locales();
    return (locale && chooseLocale([locale], locales)) || (locales[0] ?? '');
  };
  return {
    query: (text, options = {}) =>
      run(options.signal, () => answerQuery(source, nearest(options.locale), text, options)),
    suggest: (text, { locale, limit = LIMIT, signal } = {}) =>
      run(signal, async () => {
        const { docs } = await source.index(nearest(locale));
        return completeTitles(
          text,
          docs.map(({ title }) => title),
          limit,
        );
      }),
    article: (id, locale, { signal } = {}) =>
      run(signal, async () => (await source.article(nearest(locale), id)) ?? null),
    browse: ({ locale, category, limit = LIMIT, signal } = {}) =>
      run(signal, () => listContents(source, nearest(locale), category, limit)),
    locales: () => source.locales(),
    close() {
      closed = true;
      source.close();
    },
  };
}

type Answer = Awaited<ReturnType<Search['query']>>;

async function answerQuery(source: SearchSource, locale: string, text: string, options: QueryOptions): Promise<Answer> {
  const { limit = LIMIT, kinds } = options;
  source.prefetch(locale);
  const index = await source.index(locale);
  const plan = planQuery(text, locale, index.engine);
  const hits = index.engine
    .search(plan.terms)
    .filter(({ doc }) => index.docs[doc] && (!kinds || kinds.includes(index.docs[doc]!.kind ?? KINDLESS)))
    .sort((a, b) => b.score - a.score || compare(index.docs[a.doc]!.id, index.docs[b.doc]!.id));
  const results = await Promise.all(hits.slice(0, limit).map((hit) => describeHit(source, locale, index, plan, hit)));
  return {
    results,
    total: hits.length,
    guess: hits.length > 0 && isGuess(plan, hits[0]!, index.engine),
    ...(plan.didYouMean === undefined ? {} : { didYouMean: plan.didYouMean }),
  };
}

async function describeHit(
  source: SearchSource,
  locale: string,
  { docs, engine }: LocaleIndex,
  plan: QueryPlan,
  { doc, score, words }: Hit,
): Promise<SearchResult> {
  const { id, title, kind = KINDLESS, category, url, summary, file = 0 } = docs[doc]!;
  const article = await source.article(locale, id, file);
  const shown = new Map(words.filter((word) => !plan.minor.has(word)).map((word) => [word, rarity(engine, word)]));
  return {
    kind,
    articleId: id,
    locale,
    score,
    title: highlight(title, shown, locale),
    ...bestSection(article ? readSections(article) : [], shown, { locale, summary }),
    ...(category === undefined ? {} : { category }),
    ...(url === undefined ? {} : { url }),
  };
}

/** A tree from outside may be of any shape; one that cannot be read costs the result its excerpt, not the customer the list. */
function readSections({ tree }: Article): readonly ArticleSection[] {
  try {
    return sectionsOf(tree);
  } catch {
    return [];
  }
}

async function listContents(
  source: SearchSource,
  locale: string,
  category: string | undefined,
  limit: number,
): Promise<Contents> {
  const { docs } = await source.index(locale);
  const chosen = category === undefined ? docs : docs.filter((doc) => doc.category === category);
  const builtAt = source.builtAt();
  return {
    locale,
    ...(builtAt === undefined ? {} : { builtAt }),
    total: chosen.length,
    categories: source.categories(locale),
    articles: chosen.slice(0, limit).map(outlineOf),
  };
}

function outlineOf({ id, title, category }: IndexedDoc): Contents['articles'][number] {
  return { id, title, ...(category === undefined ? {} : { category }) };
}
