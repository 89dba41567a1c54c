import { formatBestTime, hoursToCome, quietestHours, type ServiceView, type TimeWording } from '@helpkiosk/core';
import type { BusyHour, BusyHoursProps } from './busy-hours.js';
import { nextDay, startOfDay } from './local-day.js';

/** How busy today usually is, hour by hour of the reader's day, and the best time to come; null where the host gives no load. */
export function wordBusyHours(
  { facts: { load }, hours, now }: ServiceView,
  words: TimeWording,
  timeZone: string,
): BusyHoursProps | null {
  if (!load) return null;
  const { t } = words;
  const known = hours ? { hours } : {};
  const [best] = quietestHours(load, { now, limit: 1, ...known });
  const from = startOfDay(now, timeZone);
  const percent = new Intl.NumberFormat(words.locale, { style: 'percent', maximumFractionDigits: 0 });
  const bars = hoursToCome(load, { from, withinMs: nextDay(from, timeZone) - from, ...known }).map(
    (hour): BusyHour => ({
      hour: words.clock(hour.at),
      load: hour.load,
      open: hour.open,
      mark: hour.at <= now && now < hour.endAt ? 'now' : best && best.endAt === hour.endAt ? 'best' : '',
      share: hour.open ? percent.format(hour.load) : t('load.shut'),
    }),
  );
  return {
    bars,
    title: formatBestTime(best, words, now) || t('load.heading'),
    note: t('load.note'),
    words: {
      heading: t('load.heading'),
      hour: t('load.hour'),
      share: t('load.share'),
      now: t('load.now'),
      best: t('load.quiet'),
    },
  };
}
