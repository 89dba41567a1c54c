// What the clocks of a place show, by Intl alone. Below everything else in this folder.

export const MINUTE_MS = 60_000;
export const DAY_MS = 86_400_000;

/** What the clocks of one IANA zone show at an instant, less UTC, in ms: +28,800,000 in Shanghai. Instants must pass `isInstant`. */
export type Zone = (at: number) => number;

/** The zones that were opened, by name, so that each has one formatter. Its owner holds it; null stands for a name that is no zone. */
export type Zones = Map<string, Zone | null>;

/** False for NaN, infinities, what is no number, and years before 386 or after 3554, for which calendars and clocks mean little. */
export function isInstant(at: unknown): at is number {
  return typeof at === 'number' && Math.abs(at) < 5e13;
}

/**
 * The clocks of an IANA zone, or null for a name that is none. Offsets such as `+08:00` are none: only newer browsers
 * take them, so that a schedule would hold in one and fail in another.
 */
export function openZone(timeZone: unknown, zones?: Zones): Zone | null {
  if (typeof timeZone !== 'string' || !/^[a-z]/i.test(timeZone)) return null;
  const known = zones?.get(timeZone);
  if (known !== undefined) return known;
  const zone = readClocks(timeZone);
  zones?.set(timeZone, zone);
  return zone;
}

function readClocks(timeZone: string): Zone | null {
  let format: Intl.DateTimeFormat;
  const numeric = 'numeric';
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: numeric,
      month: numeric,
      day: numeric,
      hour: numeric,
      minute: numeric,
      second: numeric,
    });
  } catch {
    return null;
  }
  return (at) => {
    const whole = Math.floor(at / 1000) * 1000;
    const [month, day, year, hour, minute, second] = format.format(whole).match(/\d+/g)!.map(Number);
    return Date.UTC(year!, month! - 1, day, hour, minute, second) - whole;
  };
}

/**
 * The instant at which the clocks of a zone show `wall` (ms since 1970 as if they showed UTC). What they show twice is
 * the first time; what they skip is as much later as they skip: 02:30 in a gap from 02:00 to 03:00 is 03:30.
 */
export function instantOf(zone: Zone, wall: number): number {
  const before = zone(wall - DAY_MS);
  const after = zone(wall + DAY_MS);
  const early = wall - before;
  const late = wall - after;
  return before !== after && zone(early) !== before && zone(late) === after ? late : early;
}
