// Keeps one stream of a queue alive until the turn comes or it is over: opens it again with full jitter, watches for silence and for sleep.
import type { AdapterRunner } from '../adapter/adapter-runner.js';
import { readConversationEvent, readQueueSnapshot, readResumed } from '../adapter/validate-answer.js';
import type { Env, QueueSnapshot } from '../contracts.js';
import { toHelpError, type HelpError } from '../errors.js';
import { backoffMs } from '../retry.js';
import { pause } from './pause.js';
import { watchLife } from './stream-life.js';

/** What a stream tells. */
export type QueueNews =
  | { type: 'snapshot'; snapshot: QueueSnapshot }
  | { type: 'turn' }
  | { type: 'ended' }
  | { type: 'lost' }
  | { type: 'live' };

export interface QueueWatcherOptions {
  env: Pick<Env, 'setTimer' | 'online' | 'random' | 'now' | 'monotonic'>;
  runner: AdapterRunner;
  conversationId: string;
  /** Read anew for each attempt: after so many times of silence a stream is taken for dead. */
  pollMs: () => number;
  /** The last event that is known, of a page before. */
  after?: string | null;
  /** Ask where things stand before the first stream: after a change of page. */
  askFirst?: boolean;
  tell: (news: QueueNews) => void;
  /** The last event that is known now. */
  onCursor?: (cursor: string) => void;
  onError: (error: HelpError) => void;
  signal: AbortSignal;
}

const BASE_MS = 1000;
const CAP_MS = 60_000;
/** A stream that has lived so long was a good one: the back-off begins anew. */
const LIVED_MS = 10_000;
/** So many events are remembered, since a stream that is resumed may repeat some. */
const MOST_IDS = 200;

/**
 * Watches until `signal` aborts, the host says that it is over, or, without `watchConversation`, the turn comes. With `watchConversation` its queue and state events
 * count and `watchQueue` is not called. A stream that ends, fails or falls silent is asked about (`resumeConversation`) and opened again. Fulfilled at the
 * end, never rejected.
 */
export async function watchQueueAlive(options: QueueWatcherOptions): Promise<void> {
  const { env, runner, signal, tell, onError } = options;
  const stream = createStream(options);
  let attempt = 0;
  let isLost = false;
  let mustAsk = options.askFirst ?? false;
  const onLife = (): void => {
    if (isLost) tell({ type: 'live' });
    isLost = false;
  };
  /** True when nothing more is to be watched. */
  const settle = async (): Promise<boolean> => {
    const standing = await ask(options);
    mustAsk = false;
    if (standing !== 'queued') tell({ type: standing === 'open' ? 'turn' : 'ended' });
    return standing === 'ended' || (standing === 'open' && !runner.has('watchConversation'));
  };
  while (!signal.aborted) {
    const openedAt = env.monotonic();
    let retryAfterMs: number | undefined;
    try {
      if (mustAsk && (await settle())) return;
      if ((await stream.run(onLife)) === 'over' || (await settle())) return;
    } catch (thrown) {
      if (signal.aborted) return;
      const error = toHelpError(thrown);
      onError(error);
      ({ retryAfterMs } = error.details);
      mustAsk = true;
    }
    if (signal.aborted) return;
    attempt = env.monotonic() - openedAt >= LIVED_MS ? 1 : attempt + 1;
    if (mustAsk && !isLost) tell({ type: 'lost' });
    isLost ||= mustAsk;
    await untilNext(options, backoffMs(attempt, { baseMs: BASE_MS, capMs: CAP_MS, random: env.random, retryAfterMs }));
  }
}

/** Where the conversation stands; `queued` from a host that cannot say. */
async function ask({
  runner,
  conversationId,
  signal,
  onCursor,
}: QueueWatcherOptions): Promise<'queued' | 'open' | 'ended'> {
  if (!runner.has('resumeConversation')) return 'queued';
  const resumed = readResumed(await runner.call('resumeConversation', { conversationId }, { signal }));
  if (resumed?.cursor) onCursor?.(resumed.cursor);
  return resumed?.state ?? 'ended';
}

/** Waits for the back-off, and then for the network; coming back on line ends both early. */
async function untilNext({ env, signal }: QueueWatcherOptions, waitMs: number): Promise<void> {
  await pause(env, waitMs, { signal });
  while (!signal.aborted && !env.online.get())
    await pause(env, CAP_MS, { signal, wake: (early) => env.online.subscribe(early) });
}

/** Opens streams one after another; remembers what they have told. */
function createStream({
  env,
  runner,
  conversationId,
  pollMs,
  after = null,
  tell,
  onCursor,
  signal,
}: QueueWatcherOptions) {
  let cursor = after;
  const seen = new Set<string>();
  const takeEvent = (given: unknown, end: () => void): void => {
    const event = readConversationEvent(given);
    if (!event || (event.id !== null && seen.has(event.id))) return;
    if (event.id !== null) {
      seen.add((cursor = event.id));
      onCursor?.(event.id);
      for (const id of seen) if (seen.size > MOST_IDS) seen.delete(id);
    }
    if (event.type === 'queue') tell({ type: 'snapshot', snapshot: event.snapshot });
    else if (event.type === 'state' && event.state === 'open') tell({ type: 'turn' });
    else if (event.type === 'state' && event.state === 'ended') {
      tell({ type: 'ended' });
      end();
    }
  };
  return {
    /** `onLife`: each time that something comes. `over`: nothing more is to be watched. */
    async run(onLife: () => void): Promise<'over' | 'again'> {
      const life = watchLife({ env, pollMs, signal });
      let isOver = false;
      const heard = (): void => {
        life.sign();
        onLife();
      };
      try {
        if (runner.has('watchConversation')) {
          const emit = (given: unknown): void => {
            heard();
            takeEvent(given, () => {
              isOver = true;
              life.stop();
            });
          };
          const input = { conversationId, ...(cursor === null ? {} : { after: cursor }) };
          await runner.watch('watchConversation', input, { signal: life.signal, emit });
          return isOver ? 'over' : 'again';
        }
        const emit = (given: unknown): void => {
          const snapshot = readQueueSnapshot(given);
          heard();
          if (snapshot) tell({ type: 'snapshot', snapshot });
        };
        await runner.watch('watchQueue', { conversationId }, { signal: life.signal, emit });
        if (runner.has('resumeConversation')) return 'again';
        tell({ type: 'turn' });
        return 'over';
      } catch (thrown) {
        if (isOver) return 'over';
        if (life.isDead()) return 'again';
        throw thrown;
      } finally {
        life.stop();
      }
    },
  };
}
