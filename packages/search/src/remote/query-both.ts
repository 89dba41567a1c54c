import { toHelpError } from '@helpkiosk/core';
import type { Env, ResultsAnswer, SearchPort, SearchResult } from '@helpkiosk/core';
import { mergeAnswers } from './merge-answers.js';

export interface QueryBothPorts {
  env: Pick<Env, 'setTimer'>;
  /** Never rejects; null for nothing. */
  askServer: (signal: AbortSignal) => Promise<readonly SearchResult[] | null>;
  /** How long the server is waited for once the pack has answered. */
  patienceMs: number;
}

/**
 * One question beside the list: the pack's answer with what the server has said by then or says within the patience; the server's alone where the pack
 * fails. Rejects with the pack's error where both have nothing, or with the signal's reason.
 */
export async function queryBoth(
  text: string,
  options: { limit?: number; signal?: AbortSignal },
  local: Pick<SearchPort, 'query'>,
  { env, askServer, patienceMs }: QueryBothPorts,
): Promise<ResultsAnswer> {
  const { signal = new AbortController().signal } = options;
  const asked = askServer(signal);
  const own = await local.query(text, options).catch((error: unknown) => toHelpError(error));
  signal.throwIfAborted();
  if (own instanceof Error) {
    const found = await asked;
    signal.throwIfAborted();
    if (!found?.length) throw own;
    return mergeAnswers(null, found);
  }
  let stopTimer = (): void => {};
  const waited = new Promise<null>((resolve) => (stopTimer = env.setTimer(() => resolve(null), patienceMs)));
  const found = await Promise.race([asked, waited]);
  stopTimer();
  signal.throwIfAborted();
  return mergeAnswers(own, found ?? []);
}
