import type { HostStore } from '../store/store.js';
import type { HostWorld } from '../world.js';
import type { Bell } from './bell.js';
import type { Desk } from './desk.js';

/** Changes that come within so long are told as one. */
const GATHER_MS = 250;

/** Tells those who wait, and watch, how their place changes. */
export interface QueueTeller {
  /** Tells one conversation where it stands, unless that was told and nothing has changed since. */
  tell(conversationId: string): Promise<void>;
  stop(): void;
  /** Fulfilled when what was begun is in the store. */
  settled(): Promise<void>;
}

export interface QueueTellerOptions {
  store: HostStore;
  desk: Desk;
  bell: Bell;
  world: HostWorld;
  /** What is older than this is told again, so that it is known to hold. */
  pollMs: number;
}

/** Begins to tell: after each change of the line or the staff, and again at least twice in `pollMs`. */
export function startQueueTeller({ store, desk, bell, world, pollMs }: QueueTellerOptions): QueueTeller {
  const told = new Map<string, { what: string; at: number }>();
  let stopGathering: (() => void) | null = null;
  let stopped = false;
  let telling: Promise<void> = Promise.resolve();
  let isTelling = false;
  let isDue = false;

  const tell = async (id: string): Promise<void> => {
    const snapshot = desk.snapshot(id);
    if (snapshot.position === undefined) return void told.delete(id);
    const { position, slots, agentsOnline } = snapshot;
    const what = `${position} ${slots} ${agentsOnline}`;
    const last = told.get(id);
    if (last?.what === what && snapshot.observedAt - last.at < pollMs / 2) return;
    told.set(id, { what, at: snapshot.observedAt });
    const isTold = await store.transaction(async ({ conversations }) => {
      if ((await conversations.find(id))?.state !== 'queued') return false;
      await conversations.append(id, { type: 'queue', snapshot }, snapshot.observedAt);
      return true;
    });
    if (isTold) bell.ring(id);
  };
  /** One after the other: a long line takes longer to be told, and what changes meanwhile is told in the next round. */
  const tellAll = async (): Promise<void> => {
    const listening = new Set(bell.heard());
    for (const id of told.keys()) if (!listening.has(id)) told.delete(id);
    for (const id of listening) if (!stopped) await tell(id).catch(() => undefined);
  };
  const begin = (): void => {
    stopGathering = null;
    isTelling = true;
    telling = tellAll().finally(() => {
      isTelling = false;
      if (isDue) gather();
    });
  };
  const gather = (): void => {
    isDue = isTelling;
    if (!isTelling && !stopped) stopGathering ??= world.setTimer(begin, GATHER_MS);
  };
  const stopListening = desk.onChange(gather);
  let stopBeat: (() => void) | null = null;
  /** Only while somebody listens. */
  const beat = (): void => {
    stopBeat ??= world.setTimer(() => {
      stopBeat = null;
      if (stopped || !bell.heard().length) return;
      gather();
      beat();
    }, pollMs / 2);
  };
  return {
    tell(id) {
      beat();
      return tell(id);
    },
    stop() {
      stopped = true;
      stopListening();
      stopBeat?.();
      stopGathering?.();
    },
    settled: () => telling,
  };
}
