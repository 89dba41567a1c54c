import { HelpError, isAbortError, toHelpError } from '@helpkiosk/core';
import type { Env, HelpAdapter, SearchResult } from '@helpkiosk/core';
import { readResults } from './read-results.js';

/** The adapter's search. */
export type AskServer = NonNullable<HelpAdapter['search']>;

/** A server that has not answered by then is not waited for. */
export const SERVER_LIMIT_MS = 8000;
/** Results asked of a server at the most. */
export const SERVER_RESULTS = 12;

export interface ServerPorts {
  ask: AskServer;
  env: Pick<Env, 'online' | 'setTimer'>;
  /** The language of the customer. */
  locale: string;
  /** Hears of every failure but being off line; nothing of it is shown. */
  onError: (error: HelpError) => void;
}

/**
 * Asks the server once. Null where there is nothing to be had: off line, at an abort, after eight seconds, or for an answer that is no good; never
 * rejects. The adapter's promise need not heed the signal.
 */
export async function askServer(
  text: string,
  { ask, env, locale, onError }: ServerPorts,
  signal: AbortSignal,
): Promise<readonly SearchResult[] | null> {
  if (!env.online.get() || signal.aborted) return null;
  const call = new AbortController();
  const leave = (): void => call.abort(signal.reason);
  signal.addEventListener('abort', leave);
  const stopTimer = env.setTimer(() => call.abort(new HelpError('timeout', { method: 'search' })), SERVER_LIMIT_MS);
  const given = new Promise<never>((_, reject) =>
    call.signal.addEventListener('abort', () => reject(call.signal.reason as Error)),
  );
  try {
    const asked = (async () => ask({ text, locale, limit: SERVER_RESULTS }, { signal: call.signal }))();
    return readResults(await Promise.race([asked, given]), { limit: SERVER_RESULTS, locale });
  } catch (error) {
    if (!signal.aborted && !isAbortError(error) && env.online.get())
      onError(toHelpError(error, 'network', { method: 'search' }));
    return null;
  } finally {
    stopTimer();
    signal.removeEventListener('abort', leave);
  }
}
