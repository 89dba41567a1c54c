// How fast a queue is served, from the service starts that its host told of.
import { STARTS_TOLD, type QueueReading, type ServiceStart } from './read-snapshot.js';

const MEMORY_MS = 1_800_000;
const STARTS_MOST = 80;

/** Time in which somebody waited all along, and how many starts ended it. */
export interface CrowdedSpan {
  from: number;
  to: number;
  count: number;
}

/**
 * The starts that the readings tell of, in order, each once. Those of one instant come together, so that a reading adds what is later than all before.
 * Where a full list holds nothing known, starts were missed: those before the gap are left out, lest it be taken for a standstill.
 */
export function startsOf(readings: readonly QueueReading[]): readonly ServiceStart[] {
  const starts: ServiceStart[] = [];
  for (const reading of readings) {
    const knownTo = starts.at(-1)?.at ?? -1;
    const news = (reading.starts ?? []).filter(({ at }) => at > knownTo);
    if (news.length >= STARTS_TOLD) starts.length = 0;
    starts.push(...news);
  }
  return starts.slice(-STARTS_MOST);
}

/**
 * The spans between `starts`, latest first, the first of them still open at `now`. Each is cut to the time in which somebody is known to
 * have waited, be it one who was served later or one who waits since `crowdedSince`: a desk without customers says nothing of its speed.
 */
export function crowdedSpans(starts: readonly ServiceStart[], crowdedSince: number, now: number): CrowdedSpan[] {
  const spans: CrowdedSpan[] = [];
  let since = crowdedSince;
  let to = now;
  let count = 0;
  for (const start of [...starts].reverse()) {
    spans.push({ from: Math.min(to, Math.max(start.at, since)), to, count });
    since = Math.min(since, start.at - start.waitMs);
    to = start.at;
    count = Number(since < to - 1000);
  }
  return spans;
}

/**
 * Service starts per ms while somebody waits: the mean of a gamma posterior over the rate of a Poisson process. `prior.starts` is how many
 * starts the prior weighs. Past time is measured in slots of today: with half of the staff it counts half.
 */
export function rateOf(
  spans: readonly CrowdedSpan[],
  readings: readonly QueueReading[],
  prior: { perMs: number; starts: number },
  memoryMs = MEMORY_MS,
): number {
  const present = readings.at(-1)!;
  let count = prior.starts;
  let ms = prior.starts / prior.perMs;
  for (const span of spans) {
    const weight = Math.exp((span.to - present.at) / memoryMs);
    const then = readings.find(({ at }) => at >= span.to) ?? present;
    count += weight * span.count;
    ms += (weight * (span.to - span.from) * staffOf(then)) / staffOf(present);
  }
  return count / ms;
}

/** When the customer was last seen to move up; undefined when never. */
export function lastAdvanceAt(readings: readonly QueueReading[]): number | undefined {
  for (let i = readings.length - 1; i > 0; i--)
    if (readings[i]!.position! < readings[i - 1]!.position!) return readings[i]!.at;
  return undefined;
}

function staffOf({ slots, agents }: QueueReading): number {
  return Math.max(slots ?? agents ?? 1, 0.5);
}
