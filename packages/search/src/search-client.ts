import { createStore, HelpError, isAbortError, toHelpError } from '@helpkiosk/core';
import type { Env, ResultsAnswer, ResultsState, Search, SearchPort } from '@helpkiosk/core';

export interface SearchClientOptions {
  /** Called when something is asked for the first time, and again after it has rejected. */
  open: () => Promise<Search>;
  env: Pick<Env, 'online'>;
  /** The customer's language; the search takes the nearest that it has. */
  locale: string;
}

/** The search of one widget. `close` ends it with all that it has started; `article` and `browse` then reject with HelpError `unavailable`. */
export type SearchClient = SearchPort;

/**
 * The main thread's side of a search: the latest question wins, whatever the order of the answers. `ask` with the text that is already shown
 * or on its way does nothing; after a failure it asks again. A question that failed for want of a network is asked again once there is one.
 */
export function createSearchClient({ open, env, locale }: SearchClientOptions): SearchClient {
  const results = createStore<ResultsState>({ state: 'idle' });
  let opening: Promise<Search> | null = null;
  let running: AbortController | null = null;
  let stopWaiting = (): void => {};
  let closed = false;
  const search = async (): Promise<Search> => {
    if (closed) throw new HelpError('unavailable', { reason: 'closed' }, { retryable: false });
    if (opening) return opening;
    const mine = open();
    opening = mine;
    mine.catch(() => void (opening = null));
    return mine;
  };
  const stop = (): void => {
    running?.abort();
    running = null;
    stopWaiting();
    stopWaiting = () => {};
  };
  const fail = (text: string, thrown: unknown): void => {
    const error = toHelpError(thrown);
    results.set({ state: 'failed', text, error });
    if (error.retryable) stopWaiting = env.online.subscribe((online) => online && void start(text));
  };
  const start = async (text: string): Promise<void> => {
    stop();
    const mine = (running = new AbortController());
    results.set({ state: 'searching', text, previous: shownAnswer(results.get()) });
    try {
      const answer = await (await search()).query(text, { locale, signal: mine.signal });
      if (running === mine) results.set({ state: 'ready', text, answer });
    } catch (error) {
      if (running === mine && !isAbortError(error)) fail(text, error);
    }
  };
  return {
    results,
    ask(text) {
      const now = results.get();
      if (closed || (now.state !== 'idle' && now.state !== 'failed' && now.text === text)) return;
      if (text.trim() !== '') return void start(text);
      stop();
      results.set({ state: 'idle' });
    },
    retry() {
      const now = results.get();
      if (!closed && now.state !== 'idle') void start(now.text);
    },
    query: async (text, options = {}) => (await search()).query(text, { ...options, locale }),
    article: async (id, options = {}) => (await search()).article(id, options.locale ?? locale, options),
    browse: async (options = {}) => (await search()).browse({ ...options, locale }),
    close() {
      closed = true;
      stop();
      opening?.then((opened) => opened.close()).catch(() => {});
    },
  };
}

function shownAnswer(state: ResultsState): ResultsAnswer | null {
  return state.state === 'ready' ? state.answer : state.state === 'searching' ? state.previous : null;
}
