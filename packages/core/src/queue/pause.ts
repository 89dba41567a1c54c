import type { Env } from '../contracts.js';

/** Waits; false when it was woken or aborted before its time, true when the time is up. `wake` gives a function that is called early, and returns how to stop. */
export function pause(
  env: Pick<Env, 'setTimer'>,
  afterMs: number,
  { signal, wake }: { signal: AbortSignal; wake?: (early: () => void) => () => void },
): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const end = (timeIsUp: boolean): void => {
      stopTimer();
      stopWaking();
      signal.removeEventListener('abort', early);
      resolve(timeIsUp);
    };
    const early = (): void => end(false);
    const stopTimer = env.setTimer(() => end(true), afterMs);
    signal.addEventListener('abort', early);
    const stopWaking = wake?.(early) ?? (() => {});
  });
}
