import type { Env } from './contracts.js';
import { isHelpError } from './errors.js';

/** `baseMs` and `capMs` span the window of a wait; `retryAfterMs` is what the other side asked for at the least. */
export interface BackoffOptions {
  baseMs: number;
  capMs: number;
  random: () => number;
  retryAfterMs?: number | undefined;
}

/**
 * How long to wait after `attempt` (1 or more) tries that failed: with full jitter, evenly between 0 and
 * `baseMs * 2 ** (attempt - 1)`, at most `capMs`. The first retry is spread as well, or all clients of an outage come back at once.
 * `retryAfterMs` is a lower bound and is added, so that those who were sent away together do not return together;
 * one that is negative or no finite number counts as 0.
 * Source: AWS Architecture Blog, "Exponential Backoff And Jitter" (2015), its "full jitter".
 */
export function backoffMs(attempt: number, { baseMs, capMs, random, retryAfterMs = 0 }: BackoffOptions): number {
  const windowMs = Math.min(capMs, baseMs * 2 ** (attempt - 1));
  const atLeastMs = Number.isFinite(retryAfterMs) ? Math.max(retryAfterMs, 0) : 0;
  return atLeastMs + random() * windowMs;
}

/** `attempts` counts the first try too (default 5); waits are those of `backoffMs` (base 1,000, cap 60,000). */
export interface RetryOptions {
  env: Pick<Env, 'setTimer' | 'online' | 'random'>;
  signal: AbortSignal;
  attempts?: number;
  baseMs?: number;
  capMs?: number;
}

/**
 * Runs `run` until it succeeds, fails with what is not a retryable HelpError, or has failed `attempts` times; rejects with
 * the last failure. The first try is made at once, even off line, since browsers say so wrongly; a retry waits
 * until the browser is on line, then its back-off (with `details.retryAfterMs`), again if it went off line meanwhile.
 * An abort rejects with the signal's reason at once while waiting, else when `run` has ended.
 */
export async function retry<T>(
  run: (options: { signal: AbortSignal; attempt: number }) => Promise<T>,
  { env, signal, attempts = 5, baseMs = 1000, capMs = 60_000 }: RetryOptions,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    try {
      const value = await run({ signal, attempt });
      signal.throwIfAborted();
      return value;
    } catch (error) {
      signal.throwIfAborted();
      if (!isHelpError(error) || !error.retryable || attempt >= attempts) throw error;
      const { retryAfterMs } = error.details;
      const waitMs = backoffMs(attempt, { baseMs, capMs, random: env.random, retryAfterMs });
      do {
        await untilOnline(env.online, signal);
        await pause(signal, (done) => env.setTimer(done, waitMs));
      } while (!env.online.get());
    }
  }
}

async function untilOnline(online: Env['online'], signal: AbortSignal): Promise<void> {
  if (!online.get()) await pause(signal, (done) => online.subscribe((isOnline) => isOnline && done()));
}

/** Waits for `done`, which `start` calls later, never at once; on that or on abort, what `start` has set up is taken down. */
function pause(signal: AbortSignal, start: (done: () => void) => () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      stop();
      signal.removeEventListener('abort', abort);
      settle();
    };
    const abort = (): void => end(() => reject(signal.reason));
    const stop = start(() => end(resolve));
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort);
  });
}
