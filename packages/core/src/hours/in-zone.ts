import { HelpError } from '../errors.js';
import { DAY_MS, isInstant, openZone, type Zone } from './zone.js';

/**
 * An instant as the clocks of a zone show it, to the minute, with their offset (`2026-11-23T18:00+08:00`), and on which
 * day from that of `now`: 0 today, 1 tomorrow, -1 yesterday. Throws HelpError `config-invalid` for a zone that is none,
 * and for an instant that is none.
 */
export function inZone(at: number, timeZone: string, now: number): { iso: string; dayOffset: number } {
  const zone = openZone(timeZone);
  const wrong = !zone ? 'timeZone' : !isInstant(at) ? 'at' : !isInstant(now) ? 'now' : '';
  if (wrong)
    throw new HelpError('config-invalid', {
      problems: [{ path: wrong, message: zone ? 'expected an instant' : 'expected an IANA zone' }],
    });
  return { iso: isoOf(at, zone!), dayOffset: daysBetween(now, at, zone!) };
}

/** How many midnights of the zone's calendar lie between two instants; negative where the second is earlier. */
export function daysBetween(from: number, to: number, zone: Zone): number {
  const dateOf = (at: number): number => Math.floor((at + zone(at)) / DAY_MS);
  return dateOf(to) - dateOf(from);
}

function isoOf(at: number, zone: Zone): string {
  const offset = zone(at);
  const clock = (ms: number): string => new Date(ms).toISOString().slice(11, 16);
  return `${new Date(at + offset).toISOString().slice(0, 16)}${offset < 0 ? '-' : '+'}${clock(Math.abs(offset))}`;
}
