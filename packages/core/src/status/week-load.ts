import type { OfficeHours } from '../contracts.js';
import { isInstant, openZone, type Zone } from '../hours/zone.js';
import { figure, own } from './read-figures.js';

const HOUR_MS = 3_600_000;
const QUARTER_MS = HOUR_MS / 4;
const WEEK_HOURS = 168;

/** How busy an ordinary week is, hour by hour, Monday 00:00 of `timeZone` first: shares of capacity, 0 to 1. */
export interface WeekLoad {
  readonly timeZone: string;
  readonly byWeekdayHour: readonly number[];
}

/** One hour on the clocks of the load's zone; the running one begins now. */
export interface LoadHour {
  readonly at: number;
  readonly endAt: number;
  readonly load: number;
  /** Open over the whole of it; without hours, whether anything is ever done then. */
  readonly open: boolean;
}

/** The load of a status, or null unless the zone exists and there are 168 figures, each from 0 to 1. */
export function readWeekLoad(input: unknown): WeekLoad | null {
  const timeZone = own(input, 'timeZone');
  const given = own(input, 'byWeekdayHour');
  if (!openZone(timeZone) || !Array.isArray(given) || given.length !== WEEK_HOURS) return null;
  const byWeekdayHour = [...(given as unknown[])].map((value) => figure(value, 1));
  return byWeekdayHour.every((value) => value !== null) ? { timeZone: timeZone as string, byWeekdayHour } : null;
}

/** What is asked of the hours to come: from `from` on for `withinMs`; `hours` says which of them are open. */
export interface LoadQuestion {
  from: number;
  withinMs: number;
  hours?: OfficeHours;
}

/** The hours to come with their usual load, in order, for a chart; a day of the zone may have 23, 24 or 25 of them. */
export function hoursToCome(
  { timeZone, byWeekdayHour }: WeekLoad,
  { from, withinMs, hours }: LoadQuestion,
): LoadHour[] {
  const zone = openZone(timeZone)!;
  if (!isInstant(from + withinMs)) return [];
  const found: LoadHour[] = [];
  const starts = [from];
  // Every clock begins its hours on a quarter of an hour of UTC, and moves on one.
  for (let at = from - mod(from, QUARTER_MS) + QUARTER_MS; at <= from + withinMs; at += QUARTER_MS)
    if (mod(at + zone(at), HOUR_MS) === 0 || hourOf(at, zone) !== hourOf(at - QUARTER_MS, zone)) starts.push(at);
  for (const [place, at] of starts.entries()) {
    const endAt = starts[place + 1];
    if (endAt === undefined) break;
    const load = byWeekdayHour[mod(hourOf(at, zone), WEEK_HOURS)]!;
    found.push({ at, endAt, load, open: hours ? isOpenOver(hours, at, endAt) : load > 0 });
  }
  return found;
}

/**
 * The quietest open hours to come, the quietest first and of equals the sooner: those within 48 hours, or where none is
 * open then, within a week. At most `limit` (3). A running hour counts while a quarter of it is left. Without hours an hour without any load counts as
 * closed: nobody works then.
 */
export function quietestHours(
  load: WeekLoad,
  { now, hours, limit = 3 }: { now: number; hours?: OfficeHours; limit?: number },
): LoadHour[] {
  for (const days of [2, 7]) {
    const open = hoursToCome(load, { from: now, withinMs: days * 24 * HOUR_MS, ...(hours ? { hours } : {}) }).filter(
      (hour) => hour.open && hour.endAt - hour.at >= QUARTER_MS,
    );
    if (open.length) return open.sort((a, b) => a.load - b.load || a.at - b.at).slice(0, limit);
  }
  return [];
}

/** The remainder that is never negative. */
const mod = (value: number, by: number): number => ((value % by) + by) % by;

/** Hours of the zone's clocks since Monday, 1969-12-29, 00:00. */
const hourOf = (at: number, zone: Zone): number => Math.floor((at + zone(at)) / HOUR_MS) + 72;

function isOpenOver(hours: OfficeHours, from: number, to: number): boolean {
  const { open, closesAt } = hours.state(from);
  return open && (closesAt === null || closesAt >= to);
}
