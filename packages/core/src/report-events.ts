import type { Env, HelpAdapter, HelpEvents } from './contracts.js';
import { toHelpError } from './errors.js';
import type { Emitter } from './events.js';

type Report = NonNullable<HelpAdapter['report']>;
type Reported = Parameters<Report>[0][number];

/** Unsent events wait this long for company. */
const GATHER_MS = 10_000;
/** A host that has not answered by then is asked again with the next events. */
const PATIENCE_MS = 15_000;
const BATCH = 50;
/** Of more unsent events than this the oldest are dropped. */
const MOST_KEPT = 500;

const NAMES = [
  ...(['ready', 'open', 'close', 'search', 'articleOpen', 'articleVote'] as const),
  ...(['ticketSubmitted', 'rated', 'yourTurn', 'conversationStarted', 'error'] as const),
];

/**
 * Tells the host what happens by `HelpAdapter.report`: names, counts and ids only, in batches, when the page is hidden at once.
 * A batch that fails for a passing reason, or has no answer in 15 s, is told again with the next one, so a host may hear of an event twice;
 * any other failure drops it. Ends with a last batch when the returned function is called.
 */
export function reportEvents(
  report: Report,
  events: Pick<Emitter<HelpEvents>, 'on'>,
  env: Pick<Env, 'now' | 'setTimer' | 'visible'>,
): () => void {
  let waiting: Reported[] = [];
  let stopTimer: (() => void) | null = null;
  let isSending = false;
  const send = async (): Promise<void> => {
    stopTimer?.();
    stopTimer = null;
    if (isSending || !waiting.length) return;
    isSending = true;
    const batch = waiting.splice(0, BATCH);
    const call = new AbortController();
    const stopWaiting = env.setTimer(() => call.abort(), PATIENCE_MS);
    try {
      await Promise.race([report(batch, { signal: call.signal }), untilAborted(call.signal)]);
    } catch (error) {
      if (call.signal.aborted || toHelpError(error, 'network').retryable) waiting = [...batch, ...waiting];
    }
    stopWaiting();
    isSending = false;
    if (waiting.length && !ended) gather();
  };
  const gather = (): void => {
    stopTimer ??= env.setTimer(() => void send(), GATHER_MS);
  };
  let ended = false;
  const stops = [
    ...NAMES.map((name) =>
      events.on(name, (event) => {
        waiting = [...waiting, { name, at: env.now(), data: plain(event) }].slice(-MOST_KEPT);
        gather();
      }),
    ),
    env.visible.subscribe((visible) => {
      // Others hear of it too, and may have something left to tell: votes that could still be taken back.
      if (!visible) void Promise.resolve().then(send);
    }),
  ];
  return () => {
    ended = true;
    for (const stop of stops) stop();
    void send();
  };
}

/** Rejects when the signal aborts: an adapter may not listen to it. */
const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));

const plain = (event: object): Reported['data'] =>
  Object.fromEntries(Object.entries(event).filter(([, value]) => /string|number|boolean/.test(typeof value)));
