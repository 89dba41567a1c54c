// What is known of one place in a queue: snapshots in, what may be shown of the wait out. No timers: who holds it calls `tick`.
import type { Env, Priority, QueueSnapshot, WaitEstimate, WaitEstimator, WaitReason, WaitView } from '../contracts.js';
import { freshnessOf } from '../status/service-status.js';
import type { Freshness } from '../status/service-facts.js';
import { createWaitEstimator } from './estimate-wait.js';
import { createHostClock } from './host-clock.js';
import { presentWait } from './present-wait.js';
import type { SavedWait } from './saved-wait.js';
import { waitCause } from './wait-cause.js';

/** So many snapshots go with the customer to the next page. */
const MOST_KEPT = 8;
/** The bar is not full before the turn. */
const ALMOST = 0.97;

/** What may be shown of a wait now. */
export interface TrackedWait {
  readonly wait: WaitView;
  readonly reason: WaitReason | null;
  readonly position: number | null;
  readonly queueLength: number | null;
  readonly freshness: Freshness;
  readonly ageMs: number | null;
  readonly progress: number;
}

/** What stands beside the snapshots at the moment of asking. */
export interface WaitContext {
  waitedMs: number;
  pollMs: number;
  /** The host tells of an outage. */
  outage: boolean;
}

export interface QueueTracker {
  /** Takes a checked snapshot. null: it is older, a duplicate, or from a time that cannot be. `observedAt` of the answer only grows, even where the host's clock goes back. */
  take(snapshot: QueueSnapshot, context: WaitContext): { position: number | undefined; observedAt: number } | null;
  /** What may be shown as time passes: figures age and fall, and are unknown in the end. */
  tick(context: WaitContext): TrackedWait;
  /** For the next page and for other tabs. */
  save(): SavedWait;
}

export interface TrackerOptions {
  env: Pick<Env, 'now' | 'monotonic'>;
  priority: Priority;
  /** The upper bound that was announced when the customer joined; null: none. */
  announced: { p90Ms: number } | null;
  saved?: SavedWait | null;
  createEstimator?: () => WaitEstimator;
}

/** Tracks a place, from its beginning or from what was saved. */
export function createQueueTracker(options: TrackerOptions): QueueTracker {
  const { env, priority, announced, saved = null, createEstimator = createWaitEstimator } = options;
  const clock = createHostClock(env);
  let estimator = createEstimator();
  let kept: readonly QueueSnapshot[] = [];
  let shown: WaitView | null = saved?.shown ?? null;
  /** The snapshot when the range on screen was last set anew: a rise is explained by what has changed since. */
  let base: QueueSnapshot | null = saved?.snapshots[0] ?? null;
  let risen: { reason: WaitReason | null; above: number } | null = saved?.risen ?? null;
  let progress = saved?.progress ?? 0;
  let order = saved?.order ?? 0;

  const keep = (snapshot: QueueSnapshot): void => {
    estimator.observe(snapshot);
    kept = [...kept.slice(1 - MOST_KEPT), snapshot];
  };
  const estimateFor = (waitedMs: number): WaitEstimate | null => {
    const now = clock.now();
    const position = kept.at(-1)?.position;
    return now === null || position === undefined
      ? null
      : soundEstimate(estimator.estimate(now, { position, waitedMs, priority }));
  };
  const advance = (estimate: WaitEstimate | null, waitedMs: number): void => {
    const share = estimate ? waitedMs / Math.max(waitedMs + estimate.p50Ms, 1) : 0;
    progress = Math.max(progress, Math.min(share, ALMOST));
  };
  /** A new estimate may raise what is on screen; one that has only aged may not. */
  const show = (snapshot: QueueSnapshot, { waitedMs, outage }: WaitContext): void => {
    const estimate = estimateFor(waitedMs);
    const cause = waitCause(base, snapshot, outage);
    const moment = { position: snapshot.position ?? 0, waitedMs, announced, ...(cause ? { cause } : {}) };
    const before = shown;
    shown = presentWait(estimate, before, moment);
    if (shown.changed === 'up') risen = { reason: shown.reason ?? null, above: endOf(before) };
    else if (risen && endOf(shown) <= risen.above) risen = null;
    if (shown.changed !== 'none' || !base) base = snapshot;
    advance(estimate, waitedMs);
  };
  const age = ({ waitedMs }: WaitContext): void => {
    const estimate = estimateFor(waitedMs);
    if (!shown || shown.kind === 'unknown') return;
    const next = presentWait(estimate, shown, { position: shown.position, waitedMs, announced });
    if (next.changed !== 'up' && (next.kind === 'unknown' || endOf(next) < endOf(shown))) shown = next;
    advance(estimate, waitedMs);
  };

  if (saved) {
    for (const snapshot of saved.snapshots) keep(snapshot);
    const newest = kept.at(-1);
    if (newest) clock.resume(newest.observedAt, saved.ageMs + Math.max(env.now() - saved.savedAt, 0));
  }
  return {
    take(snapshot, context) {
      const hearing = clock.hear(snapshot.observedAt);
      if (hearing === 'refused') return null;
      if (hearing === 'moved') {
        estimator = createEstimator();
        [kept, base, shown] = [[], null, null];
      }
      keep(snapshot);
      order = Math.max(order + 1, snapshot.observedAt);
      show(snapshot, context);
      return { position: snapshot.position, observedAt: order };
    },
    tick(context) {
      const newest = kept.at(-1);
      const observedAt = clock.observedAt();
      const freshness = freshnessOf(observedAt, clock.now() ?? NaN, context.pollMs);
      if (freshness !== 'unknown') age(context);
      const position = newest?.position ?? null;
      const known = freshness !== 'unknown' && shown !== null && position !== null;
      const wait: WaitView = known ? shown! : { kind: 'unknown', position: position ?? 0, changed: 'none' };
      return {
        wait: { ...wait, position: position ?? 0 },
        reason: wait.kind === 'unknown' && context.outage ? 'outage' : (risen?.reason ?? null),
        position,
        queueLength: newest?.queueLength ?? null,
        freshness,
        ageMs: clock.ageMs(),
        progress,
      };
    },
    save: () => ({
      snapshots: kept,
      shown,
      risen,
      progress,
      order,
      ageMs: clock.ageMs() ?? 0,
      savedAt: env.now(),
    }),
  };
}

/** What an estimator of somebody else's may give is checked like all outside data. */
function soundEstimate(estimate: WaitEstimate | null): WaitEstimate | null {
  return estimate && estimate.p50Ms >= 0 && estimate.p90Ms >= estimate.p50Ms && estimate.p90Ms < Infinity
    ? estimate
    : null;
}

/** The upper bound that is read on screen, in minutes; Infinity where there is none. */
function endOf(view: WaitView | null): number {
  if (!view) return Infinity;
  return view.kind === 'soon' ? 0 : (view.toMin ?? Infinity);
}
