// How long this tab still has to wait for an item. What is stored is wall clock, which anybody may set; once read, time runs on the monotonic clock.
import type { Env } from '../contracts.js';
import { waitsUntil, type OutboxRecord } from './outbox-item.js';

export interface Waits {
  /** Until the item may be claimed; 0 or less: now. Never more than its own span or a lease, and never longer than the wall clock says. */
  leftMs(record: OutboxRecord): number;
  /** Its lease counts as over: the one who held it is gone. */
  lapse(record: OutboxRecord): void;
  forget(key: string): void;
}

/** No item seen yet. */
export function createWaits(env: Pick<Env, 'now' | 'monotonic'>, leaseMs: number): Waits {
  const seen = new Map<string, { until: number; dueAt: number }>();
  return {
    leftMs(record) {
      const until = waitsUntil(record);
      const byWallMs = until - env.now();
      let wait = seen.get(record.key);
      if (wait?.until !== until) {
        const mostMs = record.state === 'sending' ? leaseMs : record.waitMs;
        wait = { until, dueAt: env.monotonic() + Math.min(byWallMs, mostMs) };
        seen.set(record.key, wait);
      }
      return Math.min(wait.dueAt - env.monotonic(), byWallMs);
    },
    lapse: (record) => void seen.set(record.key, { until: waitsUntil(record), dueAt: env.monotonic() }),
    forget: (key) => void seen.delete(key),
  };
}
