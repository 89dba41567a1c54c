import type { Article, Contents, QueryOptions, ResultKind, SearchResult } from './contracts.js';
import type { HelpError } from './errors.js';
import type { View } from './navigation.js';
import type { WritableStore } from './store.js';

/** A result as the panel shows it. `view`: where it leads, if not to an article. */
export interface ShownResult extends SearchResult {
  readonly view?: View;
}

/** What one query gave. */
export interface ResultsAnswer {
  results: readonly ShownResult[];
  total: number;
  guess: boolean;
  didYouMean?: string;
}

/**
 * The life of a query. While the next one runs, `previous` keeps the last answer, so that a list does not blink; where its texts take their time, a brief
 * answer to it takes the place of that. `late`: a second answer to a question that was
 * answered already, with more: the page is not told again, and what is selected stays.
 */
export type ResultsState =
  | { state: 'idle' }
  | { state: 'searching'; text: string; previous: ResultsAnswer | null }
  | { state: 'ready'; text: string; answer: ResultsAnswer; late?: boolean }
  | { state: 'failed'; text: string; error: HelpError };

/** A short text that is no article and is found like one: an action, a ticket. */
export interface ShortText {
  kind: ResultKind;
  id: string;
  title: string;
  keywords?: readonly string[];
  /** Stands below the title, and is searched too. */
  line?: string;
}

/**
 * `among`: these texts are searched, and nothing else; they are cut, mended and ranked as the articles are, and there are no guesses. `brief`: the index alone
 * answers, and reads no text: in its own order, without excerpts and marks, and calling nothing a guess.
 */
export interface LocalQueryOptions extends QueryOptions {
  among?: readonly ShortText[];
  brief?: boolean;
}

/** The search as the client uses it; `@helpkiosk/search` implements it. */
export interface SearchPort {
  /** Whoever knows more than the search puts it beside an answer that is there, as a `late` one. */
  readonly results: WritableStore<ResultsState>;
  /** Asks for `text`; an earlier question that has no answer yet is dropped. Empty text gives `idle`. */
  ask(text: string): void;
  /** Asks the last question again. */
  retry(): void;
  /**
   * One question beside `results`, which it does not touch. With `among` or `here` it never leaves the device: it is asked of the articles of the page alone (`here` is
   * false by default). `onBrief` gets what the index alone knows, where the answer takes its time and there is any; never after the answer.
   */
  query(
    text: string,
    options?: Pick<LocalQueryOptions, 'limit' | 'signal' | 'among'> & {
      here?: boolean;
      onBrief?: (answer: ResultsAnswer) => void;
    },
  ): Promise<ResultsAnswer>;
  /** What the text may become, best first. */
  suggest(text: string, options?: { limit?: number; signal?: AbortSignal }): Promise<string[]>;
  article(id: string, options?: { locale?: string | undefined; signal?: AbortSignal }): Promise<Article | null>;
  browse(options?: { category?: string; limit?: number; signal?: AbortSignal }): Promise<Contents>;
  close(): void;
}
