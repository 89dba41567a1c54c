import type { OfficeHours } from '../contracts.js';
import { readNotices } from './notices.js';
import { count, figure, instant, own } from './read-figures.js';
import type { Freshness, OwnStatus, ServiceFacts } from './service-facts.js';
import { readWeekLoad } from './week-load.js';

/** Asked once a minute unless the host says otherwise. */
export const DEFAULT_POLL_MS = 60_000;
/** Under so many announced waits their accuracy says nothing. */
export const LEAST_SAMPLES = 20;
/** The share of slots from which the office counts as at its peak, unless the owner sets `peakAt`. */
export const DEFAULT_PEAK = 0.8;

/** What stands beside a status: the host's time now, the hours that hold, and what the page says itself. */
export interface StatusContext {
  /** Epoch ms on the host's clock: its `observedAt` plus monotonic time since it came; the device's clock where there is no status. */
  now: number;
  hours?: OfficeHours;
  own?: OwnStatus;
}

/**
 * What may be said of the service now. `status` is outside data (or null: no host, no answer): every figure is checked by
 * itself, and one that is negative, NaN, not a number, or at odds with its neighbour is null in the answer. Pure; never throws
 * on plain data.
 */
export function readServiceStatus(status: unknown, { now, hours, own: page = {} }: StatusContext): ServiceFacts {
  const pollMs = pollOf(status);
  const observedAt = instant(own(status, 'observedAt'));
  const freshness = freshnessOf(observedAt, now, pollMs);
  const current = freshness === 'unknown' ? null : status;
  const notices = [own(status, 'notices'), own(page, 'notices')].flatMap((list) => (Array.isArray(list) ? list : []));
  return {
    freshness,
    ageMs: observedAt !== null && now >= observedAt ? now - observedAt : null,
    pollMs,
    ...openness(current, now, hours),
    agents: readAgents(own(current, 'agents')),
    queueLength: count(own(own(current, 'queue'), 'queueLength')),
    wait: readWait(own(current, 'wait')),
    accuracy: readAccuracy(own(status, 'accuracy')),
    peak: readPeak(current, figure(own(page, 'peakAt'), 1) ?? DEFAULT_PEAK),
    load: readWeekLoad(own(status, 'load')),
    notices: readNotices(notices, now),
  };
}

/** How often the host wants to be asked, in ms; 60,000 where it says nothing or nonsense. */
export function pollOf(status: unknown): number {
  return figure(own(status, 'pollMs'), 86_400_000, 1) ?? DEFAULT_POLL_MS;
}

/** Live up to `pollMs` of age, stale up to twice that, then unknown. What is more than `pollMs` ahead of now is unknown too. */
export function freshnessOf(observedAt: number | null, now: number, pollMs: number): Freshness {
  const age = observedAt === null ? NaN : now - observedAt;
  if (!(age <= 2 * pollMs && age >= -pollMs)) return 'unknown';
  return age > pollMs ? 'stale' : 'live';
}

/** The host's word first; hours name the next change only where they agree with it. */
function openness(
  status: unknown,
  now: number,
  hours: OfficeHours | undefined,
): Pick<ServiceFacts, 'state' | 'basis' | 'closesAt' | 'opensAt' | 'alwaysOpen'> {
  const said = (['open', 'busy', 'closed'] as const).find((state) => state === own(status, 'state'));
  const byHours = hours?.state(now);
  const state = said ?? (byHours ? (byHours.open ? 'open' : 'closed') : 'unknown');
  const open = state === 'open' || state === 'busy';
  const agreed = byHours && state !== 'unknown' && byHours.open === open ? byHours : null;
  const told = instant(own(status, 'nextChangeAt'));
  const next = (said && told !== null && told > now ? told : null) ?? agreed?.closesAt ?? agreed?.opensAt ?? null;
  return {
    state,
    basis: said ? 'host' : byHours ? 'hours' : 'none',
    closesAt: open ? next : null,
    opensAt: state === 'closed' ? next : null,
    alwaysOpen: open && agreed !== null && next === null,
  };
}

function readAgents(agents: unknown): ServiceFacts['agents'] {
  const online = count(own(agents, 'online'));
  return online === null ? null : { online, available: count(own(agents, 'available'), online) };
}

function readWait(wait: unknown): ServiceFacts['wait'] {
  const p90Ms = figure(own(wait, 'p90Ms'));
  const p50Ms = p90Ms === null ? null : figure(own(wait, 'p50Ms'), p90Ms);
  return p50Ms === null ? null : { p50Ms, p90Ms: p90Ms!, samples: count(own(wait, 'samples')) };
}

function readAccuracy(accuracy: unknown): ServiceFacts['accuracy'] {
  const samples = count(own(accuracy, 'samples'));
  const withinP90 = samples === null || samples < LEAST_SAMPLES ? null : count(own(accuracy, 'withinP90'), samples);
  return withinP90 === null ? null : { samples: samples!, withinP90 };
}

function readPeak(status: unknown, peakAt: number): boolean | null {
  const said = own(status, 'peak');
  if (typeof said === 'boolean') return said;
  const queue = own(status, 'queue');
  const slots = figure(own(queue, 'slots'));
  const busy = figure(own(queue, 'busySlots'));
  return slots && busy !== null ? busy / slots >= peakAt : null;
}
