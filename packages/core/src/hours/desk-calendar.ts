import type { Desk, LocalDate, Span } from '../contracts.js';
import { DAY_MS, instantOf, MINUTE_MS, type Zone } from './zone.js';

/** From one instant to another, the second not included; never empty. */
export interface Stretch {
  readonly openAt: number;
  readonly closeAt: number;
}

/** A desk's own spans, date by date. Dates are numbered: days since 1970-01-01, the same number everywhere on earth. */
export interface DeskCalendar {
  readonly zone: Zone;
  /** The spans that begin on a date, as instants, in the order of the schedule. */
  spansOf(date: number): readonly Stretch[];
}

/** The calendar of one desk of a schedule that was read by `parseOfficeHours`. Dates are reckoned when they are asked for, and kept. */
export function createDeskCalendar(desk: Desk, zone: Zone): DeskCalendar {
  const known = new Map<number, readonly Stretch[]>();
  const spansOf = (date: number): readonly Stretch[] => {
    let spans = known.get(date);
    if (!spans) known.set(date, (spans = onDate(desk, date).flatMap((span) => stretchOf(span, date, zone))));
    return spans;
  };
  return { zone, spansOf };
}

/** Special day before holiday before week. */
function onDate({ special, holidays, weekly }: Desk, date: number): readonly Span[] {
  const name: LocalDate = new Date(date * DAY_MS).toISOString().slice(0, 10);
  const weekday = ((((date + 3) % 7) + 7) % 7) + 1;
  return special?.[name] ?? (holidays?.includes(name) ? [] : (weekly?.[weekday as 1] ?? []));
}

/** None where the clocks skip all of it, or so much that it would end before it begins. */
function stretchOf([open, close]: Span, date: number, zone: Zone): Stretch[] {
  const from = wallTime(open);
  const to = wallTime(close);
  const openAt = instantOf(zone, date * DAY_MS + from);
  const closeAt = instantOf(zone, date * DAY_MS + to + (to > from ? 0 : DAY_MS));
  return closeAt > openAt ? [{ openAt, closeAt }] : [];
}

const wallTime = (time: string): number => (+time.slice(0, 2) * 60 + +time.slice(3)) * MINUTE_MS;
