// What the page and the search worker say to each other. Every message carries `v`; a message of another version is not answered.
import type { Article, ArticleSource, Contents, HelpErrorRecord, QueryOptions, Search } from '@helpkiosk/core';

/** Both ends of one release hold the same number; it goes up with every change of a message. */
export const PROTOCOL_VERSION = 1;

/** What a search is opened over. `url` is the absolute address of `pack.json`. */
export type SearchTarget =
  | { kind: 'pack'; url: string }
  | { kind: 'live'; articles: readonly ArticleSource[]; imageOrigins?: readonly string[] };

/** One call of a `Search`, without its signal. */
export type SearchCall =
  | { name: 'query'; text: string; options: Omit<QueryOptions, 'signal'> }
  | { name: 'suggest'; text: string; options: { locale?: string; limit?: number } }
  | { name: 'article'; articleId: string; locale: string }
  | { name: 'browse'; options: { locale?: string; category?: string; limit?: number } };

/** What each call is answered with. */
export interface SearchAnswers {
  query: Awaited<ReturnType<Search['query']>>;
  suggest: string[];
  article: Article | null;
  browse: Contents;
}

/** What any call may be answered with. */
export type SearchAnswer = SearchAnswers[SearchCall['name']];

/** Page to worker. `open` comes first and once; an `ask` is answered by one `answer` or `refused` with its id, or, once aborted, perhaps by nothing. */
export type ToWorker = { v: typeof PROTOCOL_VERSION } & (
  | { type: 'open'; target: SearchTarget }
  | { type: 'ask'; id: number; call: SearchCall }
  | { type: 'abort'; id: number }
  | { type: 'close' }
);

/** Worker to page. `started` comes at once and says that the worker lives, `unable` that it does not serve the target it was opened with; `ready` and `updated` tell the locales there are. */
export type FromWorker = { v: typeof PROTOCOL_VERSION } & (
  | { type: 'started' | 'unable' }
  | { type: 'ready' | 'updated'; locales: readonly string[] }
  | { type: 'answer'; id: number; value: SearchAnswer }
  | { type: 'refused'; id: number; error: HelpErrorRecord }
);

/** Makes a call on a search. */
export function runCall(search: Search, call: SearchCall, signal: AbortSignal | undefined): Promise<SearchAnswer> {
  const rest = signal ? { signal } : {};
  switch (call.name) {
    case 'query':
      return search.query(call.text, { ...call.options, ...rest });
    case 'suggest':
      return search.suggest(call.text, { ...call.options, ...rest });
    case 'article':
      return search.article(call.articleId, call.locale, rest);
    case 'browse':
      return search.browse({ ...call.options, ...rest });
  }
}

/** True for a message of this version; both ends drop anything else. */
export function isMessage(data: unknown): data is { v: typeof PROTOCOL_VERSION; type: string } {
  return (
    typeof data === 'object' &&
    data !== null &&
    (data as { v?: unknown }).v === PROTOCOL_VERSION &&
    typeof (data as { type?: unknown }).type === 'string'
  );
}
