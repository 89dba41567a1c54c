import type { Env, QueueSnapshot } from '@helpkiosk/core';
import type { DeskLife } from './desk-life.js';

/** How often the desk is looked at, in its own time; and however fast that passes, not more often than this. */
const LOOK_MS = 1000;
const LEAST_LOOK_MS = 200;

export interface PlaceWatch {
  conversationId: string;
  emit: (snapshot: QueueSnapshot) => void;
  signal: AbortSignal;
  env: Pick<Env, 'now' | 'setTimer'>;
  /** Whom a change at the desk wakes. */
  lookers: Set<() => void>;
  pollMs: () => number;
  /** The desk as it is now. */
  read(): DeskLife;
}

/** Tells of a place whenever it changes, and often enough to be live; fulfilled when nobody waits there any more. */
export function watchPlace({ conversationId, emit, signal, env, lookers, pollMs, read }: PlaceWatch): Promise<void> {
  return new Promise((resolve, reject) => {
    let [observedAt, toldAt] = [-Infinity, -Infinity];
    let told: number | undefined;
    let stopTimer = (): void => {};
    const end = (settle: () => void): void => {
      stopTimer();
      lookers.delete(look);
      signal.removeEventListener('abort', abort);
      settle();
    };
    const abort = (): void => end(() => reject(signal.reason));
    const look = (): void => {
      stopTimer();
      const { desk, speed } = read();
      if (desk.standing(conversationId) !== 'queued') return end(resolve);
      const snapshot = desk.snapshot(conversationId);
      // Two of one instant would be duplicates to whoever reads them: the second waits for the next look.
      const isNew = snapshot.observedAt > observedAt;
      if (isNew && (snapshot.position !== told || env.now() - toldAt >= pollMs() * 0.4)) {
        [told, observedAt, toldAt] = [snapshot.position, snapshot.observedAt, env.now()];
        emit(snapshot);
      }
      stopTimer = env.setTimer(look, Math.max(LOOK_MS / speed, LEAST_LOOK_MS));
    };
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    lookers.add(look);
    look();
  });
}
