import { createStore, HelpError, toHelpError } from '@helpkiosk/core';
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
  let running = new AbortController();
  let closed = false;
  const search = async (): Promise<Search> => {
    if (closed) throw new HelpError('unavailable', { reason: 'closed' }, { retryable: false });
    (opening ??= open()).catch(() => (opening = null));
    return opening;
  };
  const start = async (text: string): Promise<void> => {
    if (closed) return;
    running.abort();
    const { signal } = (running = new AbortController());
    results.set({ state: 'searching', text, previous: shownAnswer(results.get()) });
    try {
      const answer = await (await search()).query(text, { locale, signal });
      if (!signal.aborted) results.set({ state: 'ready', text, answer });
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toHelpError(thrown);
      results.set({ state: 'failed', text, error });
      if (error.retryable)
        signal.addEventListener(
          'abort',
          env.online.subscribe((online) => online && void start(text)),
        );
    }
  };
  return {
    results,
    ask(text) {
      const now = results.get();
      if ((now.state === 'searching' || now.state === 'ready') && now.text === text) return;
      if (text.trim()) return void start(text);
      running.abort();
      results.set({ state: 'idle' });
    },
    retry() {
      const now = results.get();
      if (now.state !== 'idle') void start(now.text);
    },
    query: async (text, options) => (await search()).query(text, { ...options, locale }),
    article: async (id, options) => (await search()).article(id, options?.locale ?? locale, options),
    browse: async (options) => (await search()).browse({ ...options, locale }),
    close() {
      closed = true;
      running.abort();
      opening?.then((opened) => opened.close()).catch(() => {});
    },
  };
}

function shownAnswer(state: ResultsState): ResultsAnswer | null {
  return state.state === 'ready' ? state.answer : state.state === 'searching' ? state.previous : null;
}
