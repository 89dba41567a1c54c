// When a host is asked for its status: now and then, with full jitter after failures, never while nobody could see the answer.
import type { AdapterRunner } from '../adapter/adapter-runner.js';
import type { Env } from '../contracts.js';
import { toHelpError, type HelpError } from '../errors.js';
import { backoffMs } from '../retry.js';

const BASE_MS = 2000;
const CAP_MS = 300_000;
/** Polls come a little early and not together, so that figures stay live and clients of one outage part. */
const EARLY = 0.2;

export interface StatusPollOptions {
  env: Env;
  runner: AdapterRunner;
  locale: string;
  pollMs: () => number;
  /** Whether what is known is young enough. */
  isFresh: () => boolean;
  onStart: () => void;
  onAnswer: (answer: unknown) => void;
  onFailure: (error: HelpError) => void;
  onEnd: () => void;
}

/** The asking of one host. */
export interface StatusPoll {
  start(): void;
  stop(): void;
  /** Asks now, or joins the request that is under way. */
  askNow(): Promise<void>;
  destroy(): void;
}

/** Asks now and then again, while it runs, the page is visible and the browser on line; one request at a time. */
export function createStatusPoll({
  env,
  runner,
  locale,
  pollMs,
  isFresh,
  onStart,
  onAnswer,
  onFailure,
  onEnd,
}: StatusPollOptions): StatusPoll {
  let running = false;
  let failures = 0;
  let retryAfterMs: number | undefined;
  let asked: Promise<void> | null = null;
  let stopTimer = (): void => {};
  const life = new AbortController();
  let stopListening: (() => void)[] = [];

  const request = async (): Promise<void> => {
    onStart();
    try {
      onAnswer(await runner.call('getServiceStatus', { locale }, { signal: life.signal }));
      [failures, retryAfterMs] = [0, undefined];
    } catch (thrown) {
      if (life.signal.aborted) return;
      const failure = toHelpError(thrown);
      failures++;
      ({ retryAfterMs } = failure.details);
      onFailure(failure);
    }
    asked = null;
    onEnd();
    plan();
  };
  const askNow = (): Promise<void> => {
    stopTimer();
    return (asked ??= request());
  };
  const plan = (): void => {
    stopTimer();
    if (!running || asked) return;
    const waitMs = failures
      ? backoffMs(failures, { baseMs: BASE_MS, capMs: CAP_MS, random: env.random, retryAfterMs })
      : pollMs() * (1 - EARLY * env.random());
    stopTimer = env.setTimer(() => {
      if (env.visible.get() && env.online.get()) void askNow();
    }, waitMs);
  };
  /** Seen again or on line again: at once where it is due, else as planned; not all clients in the same moment. */
  const resume = (may: boolean): void => {
    if (!may || !running || asked || !env.visible.get() || !env.online.get()) return;
    stopTimer();
    if (isFresh()) return plan();
    stopTimer = env.setTimer(
      () => void askNow(),
      backoffMs(1, { baseMs: BASE_MS, capMs: BASE_MS, random: env.random, retryAfterMs }),
    );
  };
  return {
    askNow,
    start(): void {
      running = true;
      stopListening = [env.visible.subscribe(resume), env.online.subscribe(resume)];
      if (isFresh() || failures) plan();
      else void askNow();
    },
    stop(): void {
      running = false;
      stopTimer();
      for (const stop of stopListening.splice(0)) stop();
    },
    destroy(): void {
      this.stop();
      life.abort();
    },
  };
}
