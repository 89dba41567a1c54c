// What a browser knows of its queue, as a first forecast by theory and as the figures by which wait-model.ts mends it. docs/waiting.md
// explains both. bench/wait/fit.mjs runs this file: whoever changes a figure here must fit anew.
import type { Priority } from '../contracts.js';
import type { QueueReading } from './read-snapshot.js';
import { crowdedSpans, lastAdvanceAt, rateOf, startsOf } from './service-rate.js';

/** Of those who wait, one gives up in this time. Not fitted: the model mends what is wrong with it. */
const PATIENCE_MS = 1_500_000;
/** Whether a desk grows faster or slower shows against the rate with this shorter memory. */
const RECENT_MS = 240_000;
/** Guesses for what the host does not say. */
const HANDLE_MS = 420_000;
const SLOTS = 8;
const SLOTS_OF_AGENT = 2;

/** Where a customer stands: 1-based position, time waited (undefined: since the first reading), urgency. */
export interface Place {
  position: number;
  waitedMs: number | undefined;
  priority: Priority;
}

/**
 * `baseMs`: the forecast by theory. `quietMs`: how long no start was seen though somebody waited. `intervalMs`: how long that
 * takes by what was known before; Infinity when nothing was. `features`: what the model reads, in its order.
 */
export interface WaitEvidence {
  baseMs: number;
  quietMs: number;
  intervalMs: number;
  features: readonly number[];
}

/** The evidence in `readings`, at least one, in order of time. */
export function readEvidence(readings: readonly QueueReading[], place: Place): WaitEvidence {
  const facts = factsOf(readings, place);
  const { starts, spans, prior, advanced, crowdedSince } = facts;
  const first = readings[0]!;
  const { at, longestMs, handleMs, slots } = readings.at(-1)!;
  const servedAt = starts.at(-1)?.at ?? first.at;
  const quietSince = place.position > 1 && longestMs === undefined ? servedAt : Math.max(servedAt, crowdedSince);
  const told = (slots && handleMs) || starts.length || advanced;
  return {
    baseMs: facts.baseMs,
    quietMs: at - Math.max(quietSince, lastAdvanceAt(readings) ?? 0),
    intervalMs: told ? 1 / rateOf(spans.slice(1), readings, prior) : Infinity,
    features: featuresOf(readings, place, facts),
  };
}

type Facts = ReturnType<typeof factsOf>;

function factsOf(readings: readonly QueueReading[], { position, ...place }: Place) {
  const first = readings[0]!;
  const { at, agents, busy, longestMs, handleMs, slots: told } = readings.at(-1)!;
  const watchedMs = first.position === undefined ? 0 : at - first.at;
  const advanced = Math.max((first.position ?? position) - position, 0);
  const waitedMs = place.waitedMs ?? at - first.at;
  const slots = Math.max(told ?? (agents === undefined ? (busy ?? SLOTS) : agents * SLOTS_OF_AGENT), 0.5);
  const handle = handleMs ?? HANDLE_MS;
  const prior = { perMs: slots / handle, starts: told && handleMs ? 4 : 1 };
  const starts = startsOf(readings);
  const crowdedSince = at - Math.max(waitedMs, longestMs ?? 0, watchedMs);
  const movedAt = lastAdvanceAt(readings) ?? first.at;
  const spans = starts.length
    ? crowdedSpans(starts, crowdedSince, at)
    : [
        { from: movedAt, to: at, count: 0 },
        { from: first.at, to: movedAt, count: advanced },
      ];
  const perMs = rateOf(spans, readings, prior);
  const baseMs = Math.log1p(position / perMs / PATIENCE_MS) * PATIENCE_MS;
  return { watchedMs, advanced, waitedMs, slots, handle, prior, starts, crowdedSince, spans, perMs, baseMs };
}

/** What the model reads. What the host does not say is 0, which is how the model came to know it. */
function featuresOf(readings: readonly QueueReading[], { position, priority }: Place, facts: Facts): number[] {
  const { watchedMs, advanced, waitedMs, slots, handle, prior, starts, spans, perMs, baseMs } = facts;
  const present = readings.at(-1)!;
  const { at, agents, busy, longestMs, handleMs } = present;
  const waits = starts.slice(-6).map(({ waitMs }) => waitMs);
  const ages = starts.slice(-Math.max(busy ?? slots, 1)).map((start) => at - start.at);
  const before = readings.find((reading) => reading.at >= at - 300_000)!;
  return [
    ratio(baseMs, 60_000),
    ratio(perMs, prior.perMs),
    ratio(Math.max(present.queueLength ?? 0, position), position),
    longestMs === undefined ? 0 : ratio(longestMs + 10_000, baseMs),
    waits.length ? ratio(mean(waits) + 10_000, baseMs) : 0,
    ratio(slots, SLOTS),
    agents && present.slots ? ratio(slots, agents) : 0,
    handleMs ? ratio(handleMs, HANDLE_MS) : 0,
    busy === undefined || !present.slots ? 0 : ratio(busy + 1, slots + 1),
    ratio((before.slots ?? slots) + 1, slots + 1),
    ratio(1 + advanced, 1 + watchedMs * perMs),
    ratio(1 + watchedMs * perMs, 1),
    starts.length ? ratio(at - spans.at(-1)!.from + 60_000, baseMs + 60_000) : 0,
    Number(priority === 'p0'),
    Number(priority === 'p1'),
    Number(handleMs === undefined),
    Number(present.slots === undefined),
    Number(agents === undefined),
    ratio(rateOf(spans, readings, prior, RECENT_MS), perMs),
    ratio(waitedMs + baseMs, baseMs),
    ages.length ? ratio(mean(ages) + 5000, handle) : 0,
    ages.length ? ratio(ages[0]! + 5000, handle) : 0,
  ];
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value) / values.length;
}

/** The logarithm of `value / unit`, within bounds that sound figures do not reach. */
function ratio(value: number, unit: number): number {
  return Math.log(Math.min(Math.max(value / unit, 0.01), 100));
}
