import { toHelpError } from '@helpkiosk/core';
import type { Env, ResultsAnswer, SearchPort, SearchResult } from '@helpkiosk/core';
import { mergeAnswers } from './merge-answers.js';

export interface QueryBothPorts {
  env: Pick<Env, 'setTimer'>;
  /** Never rejects; null for nothing. */
  askServer: (signal: AbortSignal) => Promise<readonly SearchResult[] | null>;
  /** How long nothing else may be asked before the server hears of it. */
  restMs: number;
  /** How long the server is waited for once the pack has answered. */
  patienceMs: number;
}

/**
 * One question beside the list. The server is asked once the question has stood for the rest: whoever types ends the one before by its signal, and the
 * pack answers every letter. Gives the pack's answer with what the server has said by then or says within the patience; the server's alone where the pack
 * fails. Rejects with the pack's error where both have nothing, or with the signal's reason.
 */
export async function queryBoth(
  text: string,
  options: { limit?: number; signal?: AbortSignal; onBrief?: (answer: ResultsAnswer) => void },
  local: Pick<SearchPort, 'query'>,
  ports: QueryBothPorts,
): Promise<ResultsAnswer> {
  const { signal = new AbortController().signal } = options;
  signal.throwIfAborted();
  const asked = askAfterRest(signal, ports);
  const own = await local.query(text, options).catch((error: unknown) => toHelpError(error));
  signal.throwIfAborted();
  if (own instanceof Error) {
    const found = await asked;
    signal.throwIfAborted();
    if (!found?.length) throw own;
    return mergeAnswers(null, found);
  }
  let stopTimer = (): void => {};
  const waited = new Promise<null>(
    (resolve) => (stopTimer = ports.env.setTimer(() => resolve(null), ports.patienceMs)),
  );
  const found = await Promise.race([asked, waited]);
  stopTimer();
  signal.throwIfAborted();
  return mergeAnswers(own, found ?? []);
}

/** Null for nothing, and as soon as nobody waits any more. */
function askAfterRest(signal: AbortSignal, ports: QueryBothPorts): ReturnType<QueryBothPorts['askServer']> {
  return new Promise((resolve) => {
    const leave = (): void => {
      stopTimer();
      resolve(null);
    };
    const stopTimer = ports.env.setTimer(() => {
      signal.removeEventListener('abort', leave);
      resolve(ports.askServer(signal));
    }, ports.restMs);
    signal.addEventListener('abort', leave);
  });
}
