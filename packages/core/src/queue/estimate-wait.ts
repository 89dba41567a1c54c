import type { WaitEstimate, WaitEstimator } from '../contracts.js';
import type { QueueReading } from './read-snapshot.js';
import { readEvidence, type Place, type WaitEvidence } from './wait-evidence.js';
import { createWaitHistory } from './wait-history.js';
import { runWaitModel } from './wait-model.js';
import { WAIT_WEIGHTS } from './wait-weights.js';

const DAY_MS = 86_400_000;
/** Added before logarithms are taken, so that seconds count for little where waits are short. */
const SOFT_MS = 20_000;
/** Even at three expected intervals of a second nobody would call a desk stalled. */
const STALLED_LEAST_MS = 30_000;
const STAFF_WINDOW_MS = 120_000;
/** For so long a median that rises by more than a fifth, and by more than 15 s, waits to be confirmed. */
const CALM_MS = 55_000;

/**
 * Estimates what is left of a wait, from what the host says of the queue: median and 90th percentile. Knows no clock: `now` is the host's
 * time, that of `observedAt` plus what has passed since. Unsound figures in a snapshot are left out one by one, a snapshot without a sound
 * `observedAt` as a whole; the order of snapshots does not matter, and the first of two of one instant stays.
 *
 * `estimate` gives null before a sound snapshot, for a `position` that is no whole number from 1 up, and when the newest snapshot has
 * exactly 0 slots and no estimate of the host's own; that one wins over everything. As time passes without a snapshot the estimate falls,
 * down to half. A median that rises by more than a fifth, and by more than 15 s, is held there until a minute has confirmed it.
 *
 * `stalled`: no start was seen for three expected intervals (and 30 s), or staff fell by 40 % within two minutes; never with an estimate of
 * the host's own, and not for want of starts where nothing tells what to expect.
 *
 * The model and its sources: docs/waiting.md.
 */
export function createWaitEstimator(): WaitEstimator {
  const history = createWaitHistory();
  return {
    observe: history.observe,
    estimate(now, { position, waitedMs, priority = 'normal' }) {
      const readings = history.upTo(now);
      const present = readings.at(-1);
      if (!present || !(position >= 1 && position <= 1e6 && Number.isInteger(position))) return null;
      if (!present.host && present.slots === 0) return null;
      const place = { position, waitedMs: waitedMs! >= 0 && waitedMs! <= DAY_MS ? waitedMs : undefined, priority };
      const evidence = readEvidence(readings, place);
      const { p50Ms, p90Ms } = present.host ?? calmed(forecast(evidence, present), readings, place);
      const agedMs = now - present.at || 0;
      const [p50, p90] = [aged(p50Ms, agedMs), aged(p90Ms, agedMs)];
      const basis = present.host ? 'host' : basisOf(readings);
      const stalled = !present.host && isStalled(evidence, readings);
      return { p50Ms: p50, p90Ms: p90, basis, confidence: confidenceOf(p50, p90, basis, stalled), stalled };
    },
  };
}

type Forecast = Pick<WaitEstimate, 'p50Ms' | 'p90Ms'>;

function forecast({ baseMs, features }: WaitEvidence, present: QueueReading): Forecast {
  const [shift, spread] = runWaitModel(WAIT_WEIGHTS, features);
  const middle = Math.log(baseMs + SOFT_MS) + Math.max(Math.min(shift, 3), -3);
  const ms = (logarithm: number): number => withForecast(Math.max(Math.exp(logarithm) - SOFT_MS, 1000), present);
  return { p50Ms: ms(middle), p90Ms: ms(middle + Math.exp(Math.min(spread, 2))) };
}

/** `now`, the median held near to what was forecast before. Most rises are one urgent customer, or a lull, and the next minute takes them back. */
function calmed(now: Forecast, readings: readonly QueueReading[], place: Place): Forecast {
  const { at } = readings.at(-1)!;
  const before = readings.filter((reading) => reading.at <= at - CALM_MS);
  const then = before.at(-1);
  if (!then?.position || then.position < 1) return now;
  const waitedMs = place.waitedMs && Math.max(place.waitedMs - at + then.at, 0);
  const { p50Ms } = forecast(readEvidence(before, { ...place, position: then.position, waitedMs }), then);
  return { ...now, p50Ms: Math.min(now.p50Ms, Math.max(1.2 * p50Ms, p50Ms + 15_000)) };
}

/** How long the work lasts that the slots of now would do in `ms`, with the slots that are to come; a day at most. */
function withForecast(ms: number, { at, slots, forecast: changes }: QueueReading): number {
  let open = slots ?? 0;
  let work = ms * open;
  let from = at;
  if (open > 0)
    for (const change of changes) {
      if (change.at <= at) continue;
      const done = (change.at - from) * open;
      if (done >= work) break;
      work -= done;
      from = change.at;
      open = change.slots;
    }
  return Math.min(slots ? from - at + work / open : ms, DAY_MS);
}

function aged(ms: number, agedMs: number): number {
  return Math.round(Math.max(ms - Math.max(agedMs, 0), ms / 2));
}

function basisOf(readings: readonly QueueReading[]): WaitEstimate['basis'] {
  const { slots, agents, handleMs } = readings.at(-1)!;
  const staff = (slots ?? agents) !== undefined && handleMs !== undefined;
  const starts = readings.some((reading) => reading.starts?.length);
  return staff ? (starts ? 'full' : 'staff') : starts ? 'history' : 'position';
}

function isStalled({ quietMs, intervalMs }: WaitEvidence, readings: readonly QueueReading[]): boolean {
  const present = readings.at(-1)!;
  const fell = (name: 'slots' | 'agents'): boolean =>
    readings.some(
      (reading) =>
        reading.at >= present.at - STAFF_WINDOW_MS && reading[name]! > 0 && present[name]! <= 0.6 * reading[name]!,
    );
  return quietMs >= Math.max(3 * intervalMs, STALLED_LEAST_MS) || fell('slots') || fell('agents');
}

/** From how far apart the two figures are; nothing is better than medium of which we do not know how it was made. */
function confidenceOf(
  p50: number,
  p90: number,
  basis: WaitEstimate['basis'],
  stalled: boolean,
): WaitEstimate['confidence'] {
  if (stalled || basis === 'position' || p90 > 3.2 * p50 + 60_000) return 'low';
  return basis === 'host' || p90 > 2 * p50 + 30_000 ? 'medium' : 'high';
}
