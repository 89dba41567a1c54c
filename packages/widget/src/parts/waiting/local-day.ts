import { inZone } from '@helpkiosk/core';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The first instant of the day that the clocks of a zone show at `at`. Throws HelpError `config-invalid` for a zone that is none. */
export function startOfDay(at: number, timeZone: string): number {
  const wholeMinute = Math.floor(at / MINUTE_MS) * MINUTE_MS;
  const guess = wholeMinute - sinceMidnight(wholeMinute, timeZone);
  // Where the clocks have moved since midnight the guess is beside it.
  const off = sinceMidnight(guess, timeZone);
  const start = off > DAY_MS / 2 ? guess + DAY_MS - off : guess - off;
  return inZone(start, timeZone, wholeMinute).dayOffset < 0 ? guess : start;
}

/** The first instant of the day after. */
export const nextDay = (start: number, timeZone: string): number => startOfDay(start + 1.25 * DAY_MS, timeZone);

function sinceMidnight(at: number, timeZone: string): number {
  const { iso } = inZone(at, timeZone, at);
  return (Number(iso.slice(11, 13)) * 60 + Number(iso.slice(14, 16))) * MINUTE_MS;
}
