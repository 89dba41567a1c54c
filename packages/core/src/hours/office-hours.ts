import type { Desk, OfficeHours, OfficeHoursSchedule } from '../contracts.js';
import { createDeskCalendar, type DeskCalendar, type Stretch } from './desk-calendar.js';
import { readSchedule } from './parse-office-hours.js';
import { DAY_MS, isInstant, type Zones } from './zone.js';

/** How far ahead a change is looked for. */
export const HORIZON_DAYS = 370;

/** Who asks; a trait that is left out matches every desk. */
export interface Asker {
  channel?: string;
  language?: string;
  tier?: string;
}

/**
 * When the desks that serve the asker are open. Open while any of them is; spans that touch are one; a span holds its
 * opening and not its closing. Rests on `Intl.DateTimeFormat` alone, one formatter for each zone; days are reckoned when
 * they are needed. An instant that is none (NaN) is closed, and nothing follows it. Throws HelpError `config-invalid`
 * that names every problem of the schedule. The conventions are in docs/office-hours.md.
 */
export function createOfficeHours(schedule: OfficeHoursSchedule, asker: Asker = {}): OfficeHours {
  const zones: Zones = new Map();
  const desks = readSchedule(schedule, zones)
    .desks.filter((desk) => serves(desk, asker))
    .map((desk) => createDeskCalendar(desk, zones.get(desk.timeZone)!));

  const state: OfficeHours['state'] = (at) => {
    const next = isInstant(at) ? stretchAfter(desks, at) : null;
    const open = next !== null && next.openAt <= at;
    const within = (then: number | undefined): number | null =>
      then !== undefined && then - at <= HORIZON_DAYS * DAY_MS ? then : null;
    return { open, closesAt: open ? within(next.closeAt) : null, opensAt: open ? null : within(next?.openAt) };
  };
  return {
    isOpen: (at) => isInstant(at) && isOpen(desks, at),
    nextChange: (at) => {
      const { closesAt, opensAt } = state(at);
      return closesAt ?? opensAt;
    },
    state,
    nextWorkingDay: (at) => (isInstant(at) && desks[0] ? workingDayAfter(desks[0], at) : null),
  };
}

/** Whether a desk serves an asker: a given trait must be in the desk's list, where it has one. */
export function serves({ serves: lists = {} }: Desk, { channel, language, tier }: Asker): boolean {
  const fits = (list: readonly string[] | undefined, trait: string | undefined): boolean =>
    trait === undefined || !list || list.includes(trait);
  return fits(lists.channels, channel) && fits(lists.languages, language) && fits(lists.tiers, tier);
}

/** Spans begin at most 14 hours before and 12 after midnight UTC of their date, and last two days at the most. */
function isOpen(desks: readonly DeskCalendar[], at: number): boolean {
  const today = Math.floor(at / DAY_MS);
  return [-3, -2, -1, 0, 1].some((days) =>
    desks.some((desk) => desk.spansOf(today + days).some(({ openAt, closeAt }) => openAt <= at && at < closeAt)),
  );
}

/** The first open stretch that ends after `at`, or null; one that outlasts the horizon ends somewhere beyond it. */
function stretchAfter(desks: readonly DeskCalendar[], at: number): Stretch | null {
  const today = Math.floor(at / DAY_MS);
  let pending: Stretch[] = [];
  for (let date = today - 3; date < today + HORIZON_DAYS + 3; date++) {
    const more = desks.flatMap((desk) => desk.spansOf(date)).filter(({ closeAt }) => closeAt > at);
    if (more.length) pending = join([...pending, ...more]);
    // Nothing of a later date can touch what ends before: no clock is more than 14 hours ahead of UTC.
    if (pending[0] && pending[0].closeAt < (date + 0.4) * DAY_MS) break;
  }
  return pending[0] ?? null;
}

/** The same time in stretches that neither overlap nor touch, the earliest first. */
function join(stretches: readonly Stretch[]): Stretch[] {
  const joined: Stretch[] = [];
  for (const { openAt, closeAt } of [...stretches].sort((a, b) => a.openAt - b.openAt)) {
    const last = joined.at(-1);
    if (last && openAt <= last.closeAt)
      joined[joined.length - 1] = { openAt: last.openAt, closeAt: Math.max(closeAt, last.closeAt) };
    else joined.push({ openAt, closeAt });
  }
  return joined;
}

function workingDayAfter({ zone, spansOf }: DeskCalendar, at: number): Stretch | null {
  const today = Math.floor((at + zone(at)) / DAY_MS);
  for (let date = today + 1; date <= today + HORIZON_DAYS; date++) {
    const spans = spansOf(date);
    if (spans.length)
      return {
        openAt: Math.min(...spans.map(({ openAt }) => openAt)),
        closeAt: Math.max(...spans.map(({ closeAt }) => closeAt)),
      };
  }
  return null;
}
