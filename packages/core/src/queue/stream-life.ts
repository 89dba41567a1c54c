import type { Env } from '../contracts.js';

/** A stream that says nothing for so many poll times, and 15 s, is dead: its other end may be gone without a word. */
const SILENT_POLLS = 3;
const LEAST_SILENCE_MS = 15_000;
/** How often silence and sleep are looked for. */
const LOOK_MS = 5000;
/** Browsers hold back the timers of hidden pages to one a minute; a longer gap was a sleep. */
const SLEEP_MS = 120_000;

export interface StreamLifeOptions {
  env: Pick<Env, 'setTimer' | 'now'>;
  pollMs: () => number;
  signal: AbortSignal;
}

/** One stream while it is open. */
export interface StreamLife {
  /** Follows the signal given, and aborts when the stream is dead or stopped. */
  signal: AbortSignal;
  isDead(): boolean;
  /** Something has come. */
  sign(): void;
  stop(): void;
}

/** Aborts a stream that has fallen silent, or that has slept with the device. */
export function watchLife({ env, pollMs, signal }: StreamLifeOptions): StreamLife {
  const inner = new AbortController();
  let [silentMs, lookedAt, dead] = [0, env.now(), false];
  let stopTimer = (): void => {};
  const abort = (): void => inner.abort(signal.reason);
  const look = (): void => {
    const passedMs = Math.max(env.now() - lookedAt, LOOK_MS);
    lookedAt = env.now();
    silentMs += LOOK_MS;
    dead = passedMs > LOOK_MS + SLEEP_MS || silentMs >= Math.max(SILENT_POLLS * pollMs(), LEAST_SILENCE_MS);
    if (dead) inner.abort();
    else stopTimer = env.setTimer(look, LOOK_MS);
  };
  stopTimer = env.setTimer(look, LOOK_MS);
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  return {
    signal: inner.signal,
    isDead: () => dead,
    sign: () => void (silentMs = 0),
    stop(): void {
      stopTimer();
      signal.removeEventListener('abort', abort);
      inner.abort();
    },
  };
}
