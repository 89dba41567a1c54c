import type { WaitEstimate, WaitReason, WaitView } from '../contracts.js';

const MINUTE_MS = 60_000;
const LONGEST_MIN = 60;

/** Where the customer stands, what was announced when they joined, and why the wait may have become longer. */
export interface WaitMoment {
  position: number;
  waitedMs: number;
  announced: { p90Ms: number } | null;
  cause?: WaitReason;
}

/** What the next call needs: the p90 that is on screen, and whether the last one would have been a rise. */
interface Pending {
  shownMs: number;
  rising: boolean;
}

/**
 * What to show of an estimate. In whole minutes: `fromMin` is p50 rounded down and `toMin` p90 rounded up, to steps of 1 up to ten minutes, of 5
 * up to thirty, of 10 above. Over an hour there is no `toMin`, and when p50 is there too the kind is `over`. `soon`: p90 is under a
 * minute. `unknown`: no estimate, or none that can be right because the desk is stalled.
 *
 * A range falls at once. It rises, with `cause` as its reason, only when two estimates in a row lie more than 20 % and a minute above the
 * p90 on screen; until then the view stays. What that needs is in `pending` of the view that comes back in as `previous`; without such a view
 * (the first, one after an unknown, after a reload) the estimate is shown as it is, and it is a rise if it is one above what is left of `announced`.
 */
export function presentWait(estimate: WaitEstimate | null, previous: WaitView | null, now: WaitMoment): WaitView {
  const { position, announced, waitedMs } = now;
  if (!estimate || estimate.stalled || !(estimate.p50Ms >= 0 && estimate.p90Ms >= estimate.p50Ms))
    return { kind: 'unknown', position, changed: 'none' };
  const view = viewOf(estimate, position);
  const pending = pendingOf(previous);
  if (!previous || !pending) {
    const risen = announced !== null && isRise(estimate.p90Ms, Math.max(announced.p90Ms - waitedMs, 0));
    return risen ? asRise(view, now.cause) : view;
  }
  const rising = isRise(estimate.p90Ms, pending.shownMs);
  if (rising && pending.rising) return asRise(view, now.cause);
  if (estimate.p90Ms > pending.shownMs) return held(previous, position, { ...pending, rising });
  return { ...view, changed: isShorter(view, previous) ? 'down' : 'none' };
}

function viewOf({ p50Ms, p90Ms }: WaitEstimate, position: number): WaitView {
  const pending: Pending = { shownMs: p90Ms, rising: false };
  const view = { position, changed: 'none', pending } as const;
  if (p90Ms < MINUTE_MS) return { ...view, kind: 'soon' };
  const fromMin = toStep(p50Ms, Math.floor);
  const toMin = toStep(p90Ms, Math.ceil);
  if (toMin <= LONGEST_MIN) return { ...view, kind: 'range', fromMin, toMin };
  return { ...view, kind: fromMin >= LONGEST_MIN ? 'over' : 'range', fromMin };
}

function toStep(ms: number, round: (steps: number) => number): number {
  const minutes = ms / MINUTE_MS;
  const step = minutes <= 10 ? 1 : minutes <= 30 ? 5 : 10;
  return round(minutes / step) * step;
}

function isRise(p90Ms: number, shownMs: number): boolean {
  return p90Ms > 1.2 * shownMs && p90Ms > shownMs + MINUTE_MS;
}

function asRise(view: WaitView, reason: WaitReason | undefined): WaitView {
  return reason ? { ...view, changed: 'up', reason } : { ...view, changed: 'up' };
}

/** Whether what is read on screen has become less. */
function isShorter(view: WaitView, previous: WaitView): boolean {
  const [to, toBefore] = [endOf(view), endOf(previous)];
  return to < toBefore || (to === toBefore && (view.fromMin ?? 0) < (previous.fromMin ?? 0));
}

function endOf({ kind, toMin }: WaitView): number {
  return kind === 'soon' ? 0 : (toMin ?? Infinity);
}

function pendingOf(previous: WaitView | null): Pending | null {
  const { shownMs, rising }: Partial<Pending> = Object(previous?.pending);
  return typeof shownMs === 'number' && shownMs >= 0 ? { shownMs, rising: rising === true } : null;
}

/** The view before, at a new position; a rise that has been told is not told again. */
function held({ kind, fromMin, toMin }: WaitView, position: number, pending: Pending): WaitView {
  const range = { ...(fromMin !== undefined && { fromMin }), ...(toMin !== undefined && { toMin }) };
  return { kind, position, ...range, changed: 'none', pending };
}
