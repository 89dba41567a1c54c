import type { QueueSnapshot } from '../contracts.js';

const DAY_MS = 86_400_000;
/** Service starts of one snapshot. A host may promise 20; more are cut, so that no snapshot can cost much. */
export const STARTS_TOLD = 20;

/** A service start: when it was and how long that customer had waited. */
export interface ServiceStart {
  at: number;
  waitMs: number;
}

/** A snapshot whose every figure is sound; what was missing or unsound is undefined. `starts` and `forecast` are in order of time. */
export interface QueueReading {
  at: number;
  position: number | undefined;
  queueLength: number | undefined;
  agents: number | undefined;
  slots: number | undefined;
  busy: number | undefined;
  handleMs: number | undefined;
  longestMs: number | undefined;
  starts: readonly ServiceStart[] | undefined;
  forecast: readonly { at: number; slots: number }[];
  host: { p50Ms: number; p90Ms: number } | undefined;
}

/** Reads what a host sent. null without a time (`observedAt`); every other unsound figure is left out alone. Never throws on data. */
export function readSnapshot(snapshot: QueueSnapshot): QueueReading | null {
  const given: Partial<QueueSnapshot> = Object(snapshot);
  const at = amount(given.observedAt, 9e15);
  if (at === undefined) return null;
  const starts = listOf(given.recentStarts)?.flatMap(({ at: startedAt, waitMs }) =>
    amount(startedAt, at) !== undefined && amount(waitMs) !== undefined ? [{ at: startedAt, waitMs }] : [],
  );
  const forecast = listOf(given.capacityForecast)?.filter(
    (entry) => amount(entry.at, 9e15) !== undefined && amount(entry.slots, 1e6) !== undefined,
  );
  const handleMs = amount(given.handleTimeMs);
  const { p50Ms, p90Ms }: Partial<ServiceStartEstimate> = Object(given.estimate);
  const [p50, p90] = [amount(p50Ms), amount(p90Ms)];
  return {
    at,
    position: amount(given.position, 1e6),
    queueLength: amount(given.queueLength, 1e6),
    agents: amount(given.agentsOnline, 1e6),
    slots: amount(given.slots, 1e6),
    busy: amount(given.busySlots, 1e6),
    handleMs: handleMs! >= 1000 ? handleMs : undefined,
    longestMs: amount(given.longestWaitMs),
    starts: starts?.sort(byTime).slice(-STARTS_TOLD),
    forecast: (forecast ?? []).sort(byTime),
    host: p50 === undefined || p90 === undefined || p90 < p50 ? undefined : { p50Ms: p50, p90Ms: p90 },
  };
}

type ServiceStartEstimate = NonNullable<QueueSnapshot['estimate']>;

/** A number from 0 to `most`, by default a day in ms; undefined for everything else. */
function amount(value: unknown, most = DAY_MS): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= most ? value : undefined;
}

function listOf<T extends object>(value: readonly T[] | undefined): T[] | undefined {
  return Array.isArray(value) ? value.filter((entry) => Object(entry) === entry) : undefined;
}

function byTime(one: { at: number }, other: { at: number }): number {
  return one.at - other.at;
}
