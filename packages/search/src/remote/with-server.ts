import { createStore } from '@helpkiosk/core';
import type { Env, HelpError, ResultsAnswer, ResultsState, SearchPort, SearchResult } from '@helpkiosk/core';
import { askServer, type ServerPorts } from './ask-server.js';
import { resultKey } from './fuse-results.js';
import { createKeptResults } from './kept-results.js';
import { mergeAnswers } from './merge-answers.js';
import { queryBoth } from './query-both.js';

/** How long typing must rest before the server is asked: the pack answers every letter. */
export const REST_MS = 150;
/** How long after the first answer a second one may still change the order: later, somebody reads. */
export const PATIENCE_MS = 400;

export interface WithServerOptions extends ServerPorts {
  env: Pick<Env, 'online' | 'setTimer' | 'monotonic'>;
  /** Whether the customer has the list in hand: the pointer on it, or one of it selected. Then nothing of it is moved. */
  isHeld: () => boolean;
}

/** One question, as far as it is answered: `server` undefined until it has said something, or nothing. */
interface Question {
  readonly text: string;
  readonly leave: AbortController;
  shown: ResultsAnswer | null;
  shownAtMs: number;
  /** What the pack's index alone knows, as long as that is all. */
  brief: ResultsAnswer | null;
  failure: HelpError | null;
  server: readonly SearchResult[] | null | undefined;
}

/**
 * A search whose answers a server supplements. The pack's answer is shown at once, and stays where the server is slow, fails or is out of reach.
 * What the server says within 400 ms after it is fused with it by rank; later, or while the list is held, new results stand behind what
 * is shown, and nothing moves. Such a second answer is marked `late`. Where the pack has no answer, or has none 400 ms after the server, the server's is shown, fused with
 * the pack's brief one where that is there; what it lacks of texts comes with the pack's answer, in its place. A
 * new question leaves the one before. Articles that only the server knows are shown by what the result said.
 */
export function withServer(local: SearchPort, options: WithServerOptions): SearchPort {
  const { env, isHeld, onError } = options;
  const results = createStore<ResultsState>(local.results.get());
  const kept = createKeptResults(local, onError);
  let question: Question | null = null;
  let isClosed = false;
  const ask = async (text: string, signal: AbortSignal): Promise<readonly SearchResult[] | null> => {
    const found = await askServer(text, options, signal);
    if (found && !signal.aborted) kept.add(found);
    return found;
  };
  const show = (now: Question, answer: ResultsAnswer): void => {
    const late = !!now.shown;
    if (!late) now.shownAtMs = env.monotonic();
    now.shown = answer;
    results.set({ state: 'ready', text: now.text, answer, ...(late && { late }) });
  };
  const hearServer = (now: Question, found: readonly SearchResult[] | null): void => {
    if (now !== question) return;
    now.server = found;
    if (!found?.length) return void (now.failure && fail(now, now.failure));
    if (now.shown) {
      const hold = isHeld() || env.monotonic() - now.shownAtMs > PATIENCE_MS;
      const merged = mergeAnswers(now.shown, found, hold);
      if (merged.results !== now.shown.results) show(now, merged);
    } else if (now.failure) show(now, mergeAnswers(null, found));
    else after(now, PATIENCE_MS, () => now.shown ?? show(now, mergeAnswers(now.brief, found, isHeld())));
  };
  const fail = (now: Question, error: HelpError): void => {
    now.failure = error;
    if (now.server === undefined || now.shown) return; // it may still come, or has already been enough
    if (now.server?.length) show(now, mergeAnswers(null, now.server));
    else results.set({ state: 'failed', text: now.text, error });
  };
  /** What is shown already is more than a brief answer. */
  const hearSearching = (now: Question, state: ResultsState & { state: 'searching' }): void => {
    if (now.shown) return;
    const before = results.get();
    if (before.state === 'searching' && before.text === state.text) now.brief = state.previous;
    results.set({ ...state, previous: now.brief ?? answerOf(before) ?? state.previous });
  };
  const hearLocal = (state: ResultsState): void => {
    if (state.state === 'idle' || !question) results.set(state);
    else if (state.state === 'failed') fail(question, state.error);
    else if (state.state === 'searching') hearSearching(question, state);
    else if (question.shown)
      show(question, mergeAnswers(withTexts(question.shown, state.answer), state.answer.results, true));
    else show(question, mergeAnswers(state.answer, question.server ?? []));
  };
  const after = ({ leave }: Question, ms: number, run: () => void): void =>
    leave.signal.addEventListener('abort', env.setTimer(run, ms));
  const start = (text: string): void => {
    stop();
    const leave = new AbortController();
    const now: Question = { text, leave, shown: null, shownAtMs: 0, brief: null, failure: null, server: undefined };
    question = now;
    after(now, REST_MS, () => void ask(text, leave.signal).then((found) => hearServer(now, found)));
  };
  const stop = (): void => {
    question?.leave.abort();
    question = null;
  };
  const stopHearing = local.results.subscribe(hearLocal);
  return {
    ...local,
    results,
    ask(text) {
      if (!text.trim()) stop();
      else if (text !== question?.text || results.get().state === 'failed') start(text);
      local.ask(text);
    },
    retry() {
      if (question) start(question.text);
      local.retry();
    },
    query: (text, { here, ...asked } = {}) =>
      here || asked.among
        ? local.query(text, asked)
        : queryBoth(text, asked, local, {
            ...{ env, restMs: REST_MS, patienceMs: PATIENCE_MS },
            askServer: async (signal) => (isClosed ? null : ask(text, signal)),
          }),
    article: kept.article,
    close() {
      isClosed = true;
      stop();
      stopHearing();
      local.close();
    },
  };
}

/** An answer with what a later one knows of its results that have no text yet. */
function withTexts(shown: ResultsAnswer, { results }: ResultsAnswer): ResultsAnswer {
  const known = new Map(results.map((result) => [resultKey(result), result]));
  return {
    ...shown,
    results: shown.results.map((result) => (result.excerpt.length ? result : (known.get(resultKey(result)) ?? result))),
  };
}

const answerOf = (now: ResultsState): ResultsAnswer | null =>
  now.state === 'ready' ? now.answer : now.state === 'searching' ? now.previous : null;
