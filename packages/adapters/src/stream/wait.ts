import type { Env } from '@helpkiosk/core';

/**
 * Waits for `afterMs`: true when the time is up, false when `wake` called earlier. `wake` gets that call, and gives back how to stop listening. Rejects with the
 * signal's reason at once.
 */
export function wait(
  env: Pick<Env, 'setTimer'>,
  afterMs: number,
  { signal, wake }: { signal: AbortSignal; wake?: (early: () => void) => () => void },
): Promise<boolean> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason as Error);
    const end = (settle: () => void): void => {
      stopTimer();
      stopWaking();
      signal.removeEventListener('abort', abort);
      settle();
    };
    const abort = (): void => end(() => reject(signal.reason as Error));
    const stopTimer = env.setTimer(() => end(() => resolve(true)), afterMs);
    signal.addEventListener('abort', abort);
    const stopWaking = wake?.(() => end(() => resolve(false))) ?? (() => {});
  });
}

/** What `promise` gives, or the signal's reason as soon as it aborts; the work itself goes on, for others who wait for it. */
export async function whileWanted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  let leave = (): void => {};
  const left = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason as Error);
    if (signal.aborted) leave();
    else signal.addEventListener('abort', leave);
  });
  try {
    return await Promise.race([left, promise]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** A signal that follows another one, and aborts by itself once nothing has been heard for too long. */
export interface Patience {
  readonly signal: AbortSignal;
  /** Something has come: waits for `forMs` from now on. */
  restart(forMs: number): void;
  isOut(): boolean;
  /** Ends the waiting and aborts the signal. */
  stop(): void;
}

/** Begins to wait at once, for `forMs`. */
export function createPatience(env: Pick<Env, 'setTimer'>, outer: AbortSignal, forMs: number): Patience {
  const inner = new AbortController();
  let out = false;
  let stopTimer = (): void => {};
  const follow = (): void => inner.abort(outer.reason);
  const stop = (): void => {
    stopTimer();
    outer.removeEventListener('abort', follow);
    inner.abort();
  };
  const restart = (nextMs: number): void => {
    stopTimer();
    if (inner.signal.aborted) return;
    stopTimer = env.setTimer(() => {
      out = true;
      stop();
    }, nextMs);
  };
  if (outer.aborted) follow();
  else outer.addEventListener('abort', follow);
  restart(forMs);
  return { signal: inner.signal, restart, isOut: () => out, stop };
}
