// What the page and the search worker say to each other. Every message carries `v`; one of another version is not answered. What else it
// carries tells what it is.
import type { Article, ArticleSource, Contents, HelpErrorRecord, Search } from '@helpkiosk/core';

/** Both ends of one release hold the same number; it goes up with every change of a message. */
export const PROTOCOL_VERSION = 1;

/** What a search is opened over. `url` is the absolute address of `pack.json`; `kept`: this browser holds the pack, or may hold it. */
export type SearchTarget =
  | { kind: 'pack'; url: string; kept?: boolean }
  | { kind: 'live'; articles: readonly ArticleSource[]; imageOrigins?: readonly string[] };

/** What each call of a `Search` is answered with. */
export interface SearchAnswers {
  query: Awaited<ReturnType<Search['query']>>;
  suggest: string[];
  article: Article | null;
  browse: Contents;
}

/** One call of a `Search`: which, its arguments before the options, and its options without the signal. */
export type SearchCall = readonly [name: keyof SearchAnswers, given: readonly string[], options: object];

/** What any call may be answered with. */
export type SearchAnswer = SearchAnswers[keyof SearchAnswers];

/**
 * Page to worker: what to search, first and once; a question, answered once by its id; that a question is no longer asked.
 */
export type ToWorker =
  | { v: typeof PROTOCOL_VERSION; open: SearchTarget }
  | { v: typeof PROTOCOL_VERSION; id: number; call: SearchCall }
  | { v: typeof PROTOCOL_VERSION; id: number };

/** And to a worker that keeps packs: the address of one to keep for later, and a language. */
export interface KeepMessage {
  v: typeof PROTOCOL_VERSION;
  keep: string;
  locale: string;
}

/**
 * Worker to page: at once, with `v` alone, that it lives; the locales there are, `null` where it does not serve what is to be searched, and
 * `updated` where a newer pack has taken the place of the one that was opened; the answer to a question, or its error; whether a
 * pack is kept now.
 */
export interface FromWorker {
  v: typeof PROTOCOL_VERSION;
  locales?: readonly string[] | null;
  updated?: boolean;
  id?: number;
  value?: SearchAnswer;
  error?: HelpErrorRecord;
  kept?: boolean;
}

/** Makes a call on a search; `options` may hold a signal. */
export function runCall<Name extends keyof SearchAnswers>(
  search: Search,
  name: Name,
  given: readonly string[],
  options: object,
): Promise<SearchAnswers[Name]> {
  const methods = search as unknown as Record<Name, (...given: unknown[]) => Promise<SearchAnswers[Name]>>;
  return methods[name](...given, options);
}
