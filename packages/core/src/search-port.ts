import type { Article, Contents, SearchResult, Store } from './contracts.js';
import type { HelpError } from './errors.js';

/** What one query gave. */
export interface ResultsAnswer {
  results: readonly SearchResult[];
  total: number;
  guess: boolean;
  didYouMean?: string;
}

/**
 * The life of a query. While the next one runs, `previous` keeps the last answer, so that a list does not blink. `late`: a second answer to a question that was
 * answered already, with more: it is not told again, and what is selected stays.
 */
export type ResultsState =
  | { state: 'idle' }
  | { state: 'searching'; text: string; previous: ResultsAnswer | null }
  | { state: 'ready'; text: string; answer: ResultsAnswer; late?: boolean }
  | { state: 'failed'; text: string; error: HelpError };

/** The search as the client uses it; `@helpkiosk/search` implements it. */
export interface SearchPort {
  readonly results: Store<ResultsState>;
  /** Asks for `text`; an earlier question that has no answer yet is dropped. Empty text gives `idle`. */
  ask(text: string): void;
  /** Asks the last question again. */
  retry(): void;
  /** One question beside `results`, which it does not touch. */
  query(text: string, options?: { limit?: number; signal?: AbortSignal }): Promise<ResultsAnswer>;
  /** What the text may become, best first. */
  suggest?(text: string, options?: { limit?: number; signal?: AbortSignal }): Promise<string[]>;
  article(id: string, options?: { locale?: string; signal?: AbortSignal }): Promise<Article | null>;
  browse(options?: { category?: string; limit?: number; signal?: AbortSignal }): Promise<Contents>;
  close(): void;
}
