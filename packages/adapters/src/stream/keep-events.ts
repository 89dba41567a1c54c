// Keeps events coming until they are over: streams that are opened again after the last event, and long polls where streams bring nothing.
import { backoffMs, HelpError, isHelpError, type Env } from '@helpkiosk/core';
import { createEventPath, type EventPath } from './event-path.js';
import { readOnce, type Opened, type OpenEvents } from './read-once.js';
import { wait } from './wait.js';

export const BASE_MS = 1000;
export const CAP_MS = 30_000;
/** A stream that lived for long may have been cut together with everybody else's: its customers come back within a tenth of its life, this at the most. */
const SPREAD_MS = 15_000;
/** A stream that has told something for so long was good, whether or not it brought an event. */
const LIVED_MS = 10_000;
/** So many streams in a row that bring nothing, and the way there does not let streams through. */
const BARREN = 3;
/** Then for so long it is asked by long polls. */
const POLLING_MS = 300_000;
/** A page may be hidden while its customer waits in line; after so long nobody is there. */
const HIDDEN_MS = 1_800_000;

export interface KeepEventsOptions {
  env: Pick<Env, 'setTimer' | 'monotonic' | 'random' | 'online' | 'visible'>;
  path: EventPath;
  open: OpenEvents;
  /** The last event that is known. */
  after: string | null;
  emit: (event: Readonly<Record<string, unknown>>) => void;
  signal: AbortSignal;
}

/**
 * Emits each event once and in order. Fulfilled after the last one; rejects with the signal's reason once that aborts, and with a HelpError that is not retryable.
 * Everything else is waited out: with full jitter (base 1 s, cap 30 s; Retry-After is a lower bound), while off line, and while the page has been hidden for half
 * an hour. A stream that the host ended, or that had brought something, is opened again soon.
 */
export async function keepEvents(options: KeepEventsOptions): Promise<void> {
  const { env, path, signal } = options;
  const hidden = watchHidden(env);
  const once = readOnce(options);
  let failures = 0;
  let baseMs = BASE_MS;
  try {
    for (;;) {
      if (failures) await untilWanted(env, hidden.isLong, signal); // the first try is made even off line: browsers say so wrongly
      signal.throwIfAborted();
      const startedAt = env.monotonic();
      const isPoll = path.pollUntil > startedAt;
      const opened: Opened = { answered: false, bytes: false, events: false, retryMs: BASE_MS };
      const failure = await attempt(once, { isPoll, opened }, signal);
      if (failure === 'over') return;
      const livedMs = env.monotonic() - startedAt;
      const isGood = opened.events || (livedMs >= LIVED_MS && (opened.bytes || (isPoll && !failure)));
      judgePath(path, { isPoll, isGood, failure, isAnswered: opened.answered, now: env.monotonic() });
      if (isGood) baseMs = failure ? Math.min(Math.max(livedMs / 10, BASE_MS), SPREAD_MS) : opened.retryMs;
      failures = isGood ? 1 : failures + 1;
      await rest(
        options,
        failure?.details.retryAfterMs ?? 0,
        backoffMs(failures, { baseMs, capMs: CAP_MS, random: env.random }),
      );
    }
  } finally {
    hidden.stop();
  }
}

/** `over`; what went wrong and may pass; or null for an end in good order. */
async function attempt(
  once: ReturnType<typeof readOnce>,
  how: Parameters<ReturnType<typeof readOnce>>[0],
  signal: AbortSignal,
): Promise<HelpError | 'over' | null> {
  try {
    return (await once(how)) ? 'over' : null;
  } catch (thrown) {
    signal.throwIfAborted();
    if (isHelpError(thrown) && thrown.retryable) return thrown;
    throw thrown;
  }
}

interface Trial {
  isPoll: boolean;
  isGood: boolean;
  failure: HelpError | null;
  isAnswered: boolean;
  now: number;
}

/** Streams are not to blame where a host refuses, or where it is gone altogether: then long polls get no answer either. */
function judgePath(path: EventPath, { isPoll, isGood, failure, isAnswered, now }: Trial): void {
  const isLost = !failure || failure.code === 'network' || failure.code === 'timeout';
  if (isPoll ? isLost && !isAnswered : isGood) Object.assign(path, createEventPath());
  else if (!isPoll && isLost) path.barren++;
  if (isPoll || path.barren < BARREN) return;
  path.barren = BARREN - 1;
  path.pollUntil = now + POLLING_MS;
}

/** Waits; coming on line or into view ends the second part early. */
async function rest({ env, signal }: KeepEventsOptions, atLeastMs: number, moreMs: number): Promise<void> {
  if (atLeastMs > 0) await wait(env, atLeastMs, { signal });
  if (!(await wait(env, moreMs, { signal, wake: (early) => onReturn(env, early) })))
    await wait(env, Math.min(moreMs, env.random() * BASE_MS), { signal });
}

/** Waits while nobody can be served; those who come back together do not ask together. */
async function untilWanted(
  env: KeepEventsOptions['env'],
  isHiddenLong: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  while (!env.online.get() || isHiddenLong()) {
    await wait(env, Infinity, { signal, wake: (early) => onReturn(env, early) });
    await wait(env, env.random() * BASE_MS, { signal });
  }
}

function onReturn(env: KeepEventsOptions['env'], listener: () => void): () => void {
  const stops = [env.online, env.visible].map((store) => store.subscribe((is) => is && listener()));
  return () => stops.forEach((stop) => stop());
}

function watchHidden(env: KeepEventsOptions['env']) {
  let since = env.visible.get() ? Infinity : env.monotonic();
  return {
    stop: env.visible.subscribe((isVisible) => void (since = isVisible ? Infinity : env.monotonic())),
    isLong: () => env.monotonic() - since >= HIDDEN_MS,
  };
}
