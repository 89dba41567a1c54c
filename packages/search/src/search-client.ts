import { createResource, createStore, HelpError } from '@helpkiosk/core';
import type { Env, Loaded, LocalQueryOptions, ResultsAnswer, ResultsState, Search, SearchPort } from '@helpkiosk/core';

export interface SearchClientOptions {
  /** Called when something is asked for the first time, and again after it has rejected. */
  open: () => Promise<Search>;
  env: Pick<Env, 'online' | 'setTimer'>;
  /** The customer's language; the search takes the nearest that it has. */
  locale: string;
}

/** How long after a question its texts may take before what the index alone knows is shown. */
export const BRIEF_AFTER_MS = 500;

/** The search of one widget. `close` ends it with all that it has started; `article` and `browse` then reject with HelpError `unavailable`. */
export type SearchClient = SearchPort;

/**
 * The main thread's side of a search: the latest question wins, whatever the order of the answers. `ask` with the text that is already shown
 * or on its way does nothing; after a failure it asks again. Until an answer has come, what the index alone knows is shown after a moment, as `previous`. A question that failed for want of a network is asked again once there is one.
 */
export function createSearchClient({ open, env, locale }: SearchClientOptions): SearchClient {
  const results = createStore<ResultsState>({ state: 'idle' });
  let text = '';
  let asking: AbortSignal;
  let opening: Promise<Search> | null = null;
  let closed = false;
  const search = async (): Promise<Search> => {
    if (closed) throw new HelpError('unavailable', { reason: 'closed' }, { retryable: false });
    (opening ??= open()).catch(() => (opening = null));
    return opening;
  };
  const answer = createResource<ResultsAnswer>(({ retryable }) => {
    if (retryable)
      asking.addEventListener(
        'abort',
        env.online.subscribe((online) => online && start()),
      );
  });
  const stopShowing = answer.subscribe((now) => results.set(resultsOf(text, now)));
  const query: SearchPort['query'] = async (asked, { onBrief, ...rest } = {}) => {
    const opened = await search();
    const options: LocalQueryOptions = { ...rest, locale };
    if (!onBrief) return opened.query(asked, options);
    let isWaiting = true;
    // That nothing is found is not certain yet.
    const show = (brief: ResultsAnswer): void => void (isWaiting && brief.total && onBrief(brief));
    const askBriefly = (): void =>
      void opened.query(asked, { ...options, brief: true } as LocalQueryOptions).then(show, () => {});
    const stop = env.setTimer(askBriefly, BRIEF_AFTER_MS);
    return opened.query(asked, options).finally(() => {
      isWaiting = false;
      stop();
    });
  };
  const start = (): void =>
    void answer.load(
      (signal, onBrief) => {
        asking = signal;
        return query(text, { signal, onBrief });
      },
      { keep: true },
    );
  return {
    results,
    ask(wanted) {
      const { state } = answer.get();
      if (wanted === text && (state === 'loading' || state === 'ready')) return;
      text = wanted;
      if (text.trim()) start();
      else answer.clear();
    },
    retry() {
      if (text.trim()) start();
    },
    query,
    suggest: async (typed, options) => (await search()).suggest(typed, { ...options, locale }),
    article: async (id, options) => (await search()).article(id, options?.locale ?? locale, options),
    browse: async (options) => (await search()).browse({ ...options, locale }),
    close() {
      closed = true;
      stopShowing();
      answer.clear();
      opening?.then(
        (opened) => opened.close(),
        () => {},
      );
    },
  };
}

function resultsOf(text: string, now: Loaded<ResultsAnswer>): ResultsState {
  if (now.state === 'ready') return { state: 'ready', text, answer: now.value };
  if (now.state === 'failed') return { state: 'failed', text, error: now.error };
  return now.state === 'idle' ? now : { state: 'searching', text, previous: now.value ?? null };
}
