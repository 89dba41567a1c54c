import { HelpError } from '../errors.js';
import { daysBetween } from '../hours/in-zone.js';
import { isInstant, MINUTE_MS, openZone, type Zones } from '../hours/zone.js';
import type { Wording } from './format-wait.js';

/** Says instants and spans of time to one reader. An instant that is none gives empty text. */
export interface TimeWording extends Wording {
  /** "22:00" today, "tomorrow 08:00", "Monday 08:00" within six days, "November 30, 08:00", with the year where it is another. */
  when(at: number, now: number): string;
  /** The time of day alone: "22:00". */
  clock(at: number): string;
  /** The same as `when`, and where the desk's clocks show another time: "22:00 your time (16:00 Central European Time)". */
  whenAtDesk(at: number, now: number, deskZone?: string): string;
  /** "12 min", "2 h 15 min", "3 days"; rounded down, and "less than a minute" below one. */
  span(durationMs: number): string;
}

/**
 * Makes the wording of times for a reader in an IANA zone. Hours run to 24 where the locale names no region (`en`,
 * `zh-Hans`), else as they do there (`en-US`: 10:00 PM); a locale that Intl does not know is read as `en`. Formatters are
 * made when they are needed, and kept. Throws HelpError `config-invalid` for a zone that is none.
 */
export function createTimeWording({ locale, t, timeZone }: Wording & { timeZone: string }): TimeWording {
  const zones: Zones = new Map();
  const zone = openZone(timeZone, zones);
  if (!zone)
    throw new HelpError('config-invalid', { problems: [{ path: 'timeZone', message: 'expected an IANA zone' }] });
  const { clock, day, zoneName } = createFormats(locale);

  const when: TimeWording['when'] = (at, now) => {
    if (!isInstant(at) || !isInstant(now)) return '';
    const time = clock(at, timeZone);
    const days = daysBetween(now, at, zone);
    if (days === 0) return t('time.today', { time });
    if (days === 1) return t('time.tomorrow', { time });
    if (days === -1) return t('time.yesterday', { time });
    if (days > 1 && days < 7) return t('time.day', { day: day(at, timeZone, 'weekday'), time });
    const sameYear = day(at, timeZone, 'year') === day(now, timeZone, 'year');
    return t('time.date', { day: day(at, timeZone, sameYear ? 'date' : 'dated'), time });
  };
  const whenAtDesk: TimeWording['whenAtDesk'] = (at, now, deskZone) => {
    const time = when(at, now);
    const desk = openZone(deskZone, zones);
    if (!time || !desk || desk(at) === zone(at)) return time;
    return t('time.zones', { time, deskTime: clock(at, deskZone!), zone: zoneName(at, deskZone!) });
  };
  const span: TimeWording['span'] = (durationMs) => {
    if (!(durationMs >= 0 && durationMs < Infinity)) return '';
    const minutes = Math.floor(durationMs / MINUTE_MS);
    const hours = Math.floor(minutes / 60);
    if (minutes < 1) return t('span.under');
    if (hours < 1) return t('span.minutes', { minutes });
    if (hours >= 48) return t('span.days', { count: Math.floor(hours / 24) });
    return minutes % 60 ? t('span.hours.minutes', { hours, minutes: minutes % 60 }) : t('span.hours', { hours });
  };
  return { locale, t, when, clock: (at) => (isInstant(at) ? clock(at, timeZone) : ''), whenAtDesk, span };
}

const DAYS = {
  weekday: { weekday: 'long' },
  date: { month: 'long', day: 'numeric' },
  dated: { year: 'numeric', month: 'long', day: 'numeric' },
  year: { year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** The formatters of one language, each made once. */
function createFormats(locale: string) {
  const { tag, cycle } = readLocale(locale);
  const known = new Map<string, Intl.DateTimeFormat>();
  const formatOf = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const key = JSON.stringify(options);
    let format = known.get(key);
    if (!format) known.set(key, (format = new Intl.DateTimeFormat(tag, options)));
    return format;
  };
  return {
    clock: (at: number, timeZone: string): string =>
      formatOf({ timeZone, hour: cycle.hourCycle ? '2-digit' : 'numeric', minute: '2-digit', ...cycle }).format(at),
    day: (at: number, timeZone: string, kind: keyof typeof DAYS): string =>
      formatOf({ timeZone, ...DAYS[kind] }).format(at),
    zoneName: (at: number, timeZone: string): string =>
      formatOf({ timeZone, timeZoneName: 'longGeneric' })
        .formatToParts(at)
        .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone,
  };
}

function readLocale(locale: string): { tag: string; cycle: { hourCycle?: 'h23' } } {
  try {
    const [tag] = Intl.DateTimeFormat.supportedLocalesOf(locale);
    if (tag) return { tag, cycle: new Intl.Locale(tag).region ? {} : { hourCycle: 'h23' } };
  } catch {
    // no language tag at all
  }
  return { tag: 'en', cycle: { hourCycle: 'h23' } };
}
