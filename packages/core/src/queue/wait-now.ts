import type { QueueSnapshot, WaitEstimate, WaitEstimator, WaitView } from '../contracts.js';
import { count, figure, own } from '../status/read-figures.js';
import { presentWait } from './present-wait.js';

/** What would be announced to one who asks for a person now. */
export interface WaitNow {
  /** Hears of the queue that a status tells of. */
  observe(snapshot: QueueSnapshot): void;
  /** Of a status, at the host's time `now`; null where it tells nothing to rest on. The same object while it says the same. */
  read(status: unknown, now: number): WaitView | null;
}

/** So many snapshots are kept for an estimator that has not come yet. */
const MOST_KEPT = 8;

/**
 * Reckons it from the host's own figure (`wait`) where there is one, else from its queue, at the place behind the last. `open` gives an estimator, or null
 * for as long as it is being fetched.
 */
export function createWaitNow(open: () => WaitEstimator | null): WaitNow {
  let estimator: WaitEstimator | null = null;
  let early: QueueSnapshot[] = [];
  let shown: WaitView | null = null;
  const ready = (): WaitEstimator | null => {
    estimator ??= open();
    if (estimator) for (const snapshot of early.splice(0)) estimator.observe(snapshot);
    return estimator;
  };
  return {
    observe(snapshot) {
      early = [...early.slice(1 - MOST_KEPT), snapshot];
      ready();
    },
    read(status, now) {
      const length = count(own(own(status, 'queue'), 'queueLength'), 999_999);
      const position = length === null ? 0 : length + 1;
      const hosts = hostWait(own(status, 'wait'));
      const estimate = hosts ?? (position ? (ready()?.estimate(now, { position, waitedMs: 0 }) ?? null) : null);
      const view = estimate && presentWait(estimate, null, { position, waitedMs: 0, announced: null });
      const next = view && view.kind !== 'unknown' ? view : null;
      if (!next || !shown || !isSame(next, shown)) shown = next;
      return shown;
    },
  };
}

/** What was announced, in ms, exactly as shown; null where no upper bound was. */
export function announcedOf(view: WaitView | null): { p50Ms: number; p90Ms: number } | null {
  if (view?.kind === 'soon') return { p50Ms: 0, p90Ms: 60_000 };
  if (view?.kind !== 'range' || view.fromMin === undefined || view.toMin === undefined) return null;
  return { p50Ms: view.fromMin * 60_000, p90Ms: view.toMin * 60_000 };
}

function hostWait(wait: unknown): WaitEstimate | null {
  const p90Ms = figure(own(wait, 'p90Ms'), 86_400_000);
  const p50Ms = p90Ms === null ? null : figure(own(wait, 'p50Ms'), p90Ms);
  return p50Ms === null ? null : { p50Ms, p90Ms: p90Ms!, basis: 'host', confidence: 'medium', stalled: false };
}

const isSame = (one: WaitView, other: WaitView): boolean =>
  one.kind === other.kind &&
  one.position === other.position &&
  one.fromMin === other.fromMin &&
  one.toMin === other.toMin;
