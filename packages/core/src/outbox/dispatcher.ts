// Sends what is due. It looks at the book whenever something may have changed, starts what may be started, and sets a timer for the rest.
import type { Env } from '../contracts.js';
import { backoffMs } from '../retry.js';
import { headsOf, moveIn, OUTBOX_VERSION, type OutboxBook } from './outbox-book.js';
import { waitsUntil, type OutboxEvent, type OutboxRecord } from './outbox-item.js';
import type { OutboxShelf } from './outbox-shelf.js';
import { sendItem, type SendPorts } from './send-item.js';
import { createWaits } from './waits.js';

/** Off line nothing is tried, but browsers can be wrong about it. */
const DOUBT_OFFLINE_MS = 300_000;
/** What a store that fails is left alone for, at most. */
const REST_CAP_MS = 60_000;

export interface DispatcherPorts extends SendPorts {
  shelf: OutboxShelf;
  /** Whether this tab sends. One that does not takes only what nobody has taken for a lease. */
  leads(): boolean;
  /** What the book says now. */
  onBook(book: OutboxBook): void;
  /** The book was changed from here. */
  onChange(): void;
}

export interface Dispatcher {
  /** Reads the book once the reading that runs is over; fulfilled when all that follows from it has begun. Never rejects. */
  look(): Promise<void>;
  /** Who else was sending is gone: this tab leads now. */
  takeOver(): void;
  /** Gives up an attempt of this tab. */
  abort(key: string): void;
  destroy(): void;
}

/** It stands still until the first `look`. */
export function createDispatcher(ports: DispatcherPorts): Dispatcher {
  const { env, shelf, owner, leaseMs } = ports;
  const sends = new Map<string, AbortController>();
  const waits = createWaits(env, leaseMs);
  const held = createHolds(env);
  let takesOver = false;
  let isEnded = false;
  let stopTimer = (): void => {};

  const move = (key: string, event: OutboxEvent): Promise<boolean> =>
    shelf.change((book) => moveIn(book, key, event, env.now()));
  const attempt = async (found: OutboxRecord): Promise<void> => {
    const { key, hasBlobs } = found;
    const controller = new AbortController();
    sends.set(key, controller);
    try {
      const record = await claim(ports, found);
      ports.onChange();
      if (!record || isEnded || controller.signal.aborted) return;
      void look();
      const renew = (): Promise<boolean> => move(key, { type: 'renew', owner, leaseMs, at: env.now() });
      const event = await sendItem(ports, { record, controller, renew, blobs: () => shelf.blobsOf(key) });
      if (isEnded && event.type === 'fail') return;
      await move(key, event);
      ports.onChange();
      if (hasBlobs && event.type === 'acknowledge') await shelf.dropBlobs(key);
      held.forget();
    } catch {
      held.rest(); // the store failed, and the lease or the sweep will mend it
    } finally {
      sends.delete(key);
      waits.forget(key);
      void look();
    }
  };
  const dispatch = (book: OutboxBook): void => {
    const graceMs = ports.leads() ? 0 : leaseMs;
    let nextMs = Infinity;
    for (const record of headsOf(book)) {
      if (sends.has(record.key)) continue;
      if (takesOver && record.state === 'sending') waits.lapse(record);
      const leftMs = Math.max(waits.leftMs(record) + graceMs, held.leftMs());
      if (leftMs <= 0) void attempt(record);
      else nextMs = Math.min(nextMs, leftMs);
    }
    takesOver = false;
    setTimer(nextMs);
  };
  const setTimer = (afterMs: number): void => {
    stopTimer();
    stopTimer = Number.isFinite(afterMs) ? env.setTimer(() => void look(), Math.ceil(afterMs)) : () => {};
  };
  const look = createTurns(async () => {
    if (isEnded) return;
    try {
      const book = await shelf.read();
      if (isEnded) return;
      ports.onBook(book);
      if (book.v <= OUTBOX_VERSION) dispatch(book);
    } catch {
      held.rest();
      setTimer(held.leftMs());
    }
  });
  return {
    look,
    takeOver() {
      takesOver = true;
      void look();
    },
    abort: (key) => sends.get(key)?.abort(),
    destroy() {
      isEnded = true;
      stopTimer();
      held.stop();
      for (const controller of sends.values()) controller.abort();
    },
  };
}

/** The item as this tab has claimed it; null when somebody was faster, or when it may not be sent any more. */
async function claim(
  { shelf, env, owner, leaseMs }: DispatcherPorts,
  found: OutboxRecord,
): Promise<OutboxRecord | null> {
  let claimed: OutboxRecord | null = null;
  await shelf.change((book) => {
    const at = env.now();
    const next = moveIn(book, found.key, { type: 'claim', owner, seen: waitsUntil(found), leaseMs, at }, at);
    const item = next === book ? undefined : next.items.find(({ key }) => key === found.key);
    claimed = item?.state === 'sending' ? item : null;
    return next;
  });
  return claimed;
}

/** What keeps everything waiting: no network, a store that fails. */
function createHolds(env: Env) {
  let offlineAt = env.monotonic();
  let restsUntil = 0;
  let failures = 0;
  const stop = env.online.subscribe(() => (offlineAt = env.monotonic()));
  return {
    stop,
    leftMs: (): number => Math.max(restsUntil, env.online.get() ? 0 : offlineAt + DOUBT_OFFLINE_MS) - env.monotonic(),
    rest(): void {
      failures++;
      const restMs = backoffMs(failures, { baseMs: 1000, capMs: REST_CAP_MS, random: env.random });
      restsUntil = env.monotonic() + restMs;
    },
    forget: (): void => void (failures = 0),
  };
}

/** Never two at once. Whoever asks gets the next one to start, which is the same for all who ask before it does. */
function createTurns(run: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve();
  let next: Promise<void> | null = null;
  const start = (): Promise<void> => {
    next = null;
    return run();
  };
  return () => (next ??= last = last.then(start));
}
