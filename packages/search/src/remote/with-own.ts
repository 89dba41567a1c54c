import type { ResultsAnswer, ResultsState, SearchPort, ShownResult } from '@helpkiosk/core';
import { addOwn, dropOwn, mergeOwn, type Supplemented } from './merge-own.js';

export interface WithOwnPorts {
  results: SearchPort['results'];
  /** What there is of one's own for a text, the best first. What it rejects with is not told: own results are a favour. */
  find(text: string, signal: AbortSignal): Promise<readonly ShownResult[]>;
}

export interface OwnResults {
  /** There is more or less to be found: what `isGone` says is taken away at once, also from answers to earlier questions; what is new stands behind. */
  refresh(isGone: (result: ShownResult) => boolean): void;
  /** Leaves what is shown as it is. */
  stop(): void;
}

interface Question {
  readonly text: string;
  readonly leave: AbortController;
  /** null: not known yet. */
  own: readonly ShownResult[] | null;
}

/**
 * Puts own results beside each answer of a search, the brief one too. They are asked for with the question and are there before the answer is drawn, as a rule; then they stand in front. The
 * answer never waits for them: those that come later stand behind it, and nothing moves.
 */
export function showOwnResults({ results, find }: WithOwnPorts): OwnResults {
  let question: Question | null = null;
  /** The last answer, of this question or, while it runs, of the one before. */
  let last: Supplemented | null = null;
  let lastText = '';
  let writing = false;
  const write = (state: ResultsState): void => {
    writing = true;
    results.set(state);
    writing = false;
  };
  /** What is shown now, in whatever state, is replaced by what `last` says. */
  const showLast = (): void => {
    const state = results.get();
    if (!last) return;
    if (state.state === 'searching') write({ ...state, previous: last.shown });
    else if (state.state === 'ready') write({ ...state, answer: last.shown, late: true });
  };
  const change = (next: Supplemented): void => {
    const same = next.shown === last?.shown;
    last = next;
    if (!same) showLast();
  };
  const ask = async (now: Question): Promise<void> => {
    const found = await find(now.text, now.leave.signal).catch((): readonly ShownResult[] => []);
    if (now !== question) return;
    now.own = found;
    if (last && lastText === now.text) change(addOwn(last, found));
  };
  const start = (text: string): Question => {
    question?.leave.abort();
    question = { text, leave: new AbortController(), own: null };
    void ask(question);
    return question;
  };
  const hearAnswer = (text: string, answer: ResultsAnswer): void => {
    const now = question?.text === text ? question : start(text);
    const before = lastText === text ? last : null;
    last = mergeOwn(answer, now.own ?? [], before);
    lastText = text;
    if (last.shown !== answer) showLast();
  };
  const hear = (state: ResultsState): void => {
    if (writing) return;
    if (state.state === 'ready') hearAnswer(state.text, state.answer);
    else if (state.state === 'searching') {
      const { text, previous } = state;
      const isRunning = question?.text === text;
      if (!isRunning) start(text);
      if (!previous || previous === last?.shown) return;
      if (previous === last?.base) showLast();
      else if (isRunning) hearAnswer(text, previous); // a brief one
    } else {
      question?.leave.abort();
      question = null;
      if (state.state === 'idle') last = null;
    }
  };
  hear(results.get());
  const stopHearing = results.subscribe(hear);
  return {
    refresh(isGone) {
      if (last) change(dropOwn(last, isGone));
      if (question)
        void ask((question = { ...question, own: question.own?.filter((result) => !isGone(result)) ?? null }));
    },
    stop() {
      stopHearing();
      question?.leave.abort();
      question = null;
    },
  };
}
