import type { OfficeHours, TimeWording } from '@helpkiosk/core';
import { nextDay, startOfDay } from './local-day.js';
import type { WeekHoursProps } from './week-hours.js';

const DAYS = 7;
const DAY_MS = 86_400_000;

interface Stretch {
  from: number;
  to: number;
}

/**
 * The opening hours of seven days from today on, as the reader's clocks show them. A night belongs to the day on which it begins; what lasts a
 * day or longer, or has begun before today, is cut at midnight.
 */
export function wordWeek(
  hours: OfficeHours,
  words: TimeWording,
  { now, timeZone }: { now: number; timeZone: string },
): WeekHoursProps {
  const { t, clock, locale } = words;
  const starts = [startOfDay(now, timeZone)];
  while (starts.length <= DAYS) starts.push(nextDay(starts.at(-1)!, timeZone));
  const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone });
  const stretches = openStretches(hours, starts[0]!, starts[DAYS]!);
  const rows = starts.slice(0, DAYS).map((from, place) => {
    const to = starts[place + 1]!;
    const spans = stretches.flatMap((stretch) => partOn(stretch, { from, to }, starts[0]!));
    const whole = spans.length === 1 && spans[0]!.from === from && spans[0]!.to >= to;
    return {
      day: weekday.format(from),
      today: place === 0,
      spans: whole
        ? [t('hours.day')]
        : spans.map((span) => t('hours.span', { from: clock(span.from), to: clockAtEnd(span.to, to, clock) })),
    };
  });
  return { title: t('hours.title'), note: t('hours.yours'), closed: t('hours.closed'), rows };
}

/** What ends at midnight ends at 24:00 where hours run to 24. */
const clockAtEnd = (at: number, midnight: number, clock: (at: number) => string): string =>
  at === midnight && clock(at) === '00:00' ? '24:00' : clock(at);

function openStretches(hours: OfficeHours, from: number, to: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = from; at < to;) {
    const { open, closesAt, opensAt } = hours.state(at);
    const end = (open ? closesAt : opensAt) ?? to;
    if (open) stretches.push({ from: at, to: Math.max(end, at) });
    at = Math.max(end, at + 1);
  }
  return stretches;
}

function partOn({ from, to }: Stretch, day: Stretch, first: number): Stretch[] {
  const cut = to - from >= DAY_MS || from === first;
  if (!cut) return from >= day.from && from < day.to ? [{ from, to }] : [];
  const part = { from: Math.max(from, day.from), to: Math.min(to, day.to) };
  return part.from < part.to ? [part] : [];
}
