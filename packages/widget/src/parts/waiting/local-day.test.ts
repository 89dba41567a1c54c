import { describe, expect, it } from 'vitest';
import { nextDay, startOfDay } from './local-day.js';

const at = (iso: string): number => Date.parse(iso);

describe('startOfDay', () => {
  it.each([
    ['2026-11-22T10:20:30Z', 'Europe/London', '2026-11-22T00:00Z'],
    ['2026-11-22T00:00Z', 'Europe/London', '2026-11-22T00:00Z'],
    ['2026-11-21T20:00Z', 'Asia/Shanghai', '2026-11-21T16:00Z'],
    ['2026-11-22T03:00Z', 'America/Los_Angeles', '2026-11-21T08:00Z'],
    ['2026-11-22T10:00Z', 'Asia/Kathmandu', '2026-11-21T18:15Z'],
    ['2026-03-29T12:00Z', 'Europe/Berlin', '2026-03-28T23:00Z'],
    ['2026-10-25T12:00Z', 'Europe/Berlin', '2026-10-24T22:00Z'],
    ['2026-03-08T10:30Z', 'America/New_York', '2026-03-08T05:00Z'],
  ])('finds for %s in %s the midnight %s', (instant, zone, midnight) => {
    expect(new Date(startOfDay(at(instant), zone)).toISOString()).toBe(new Date(at(midnight)).toISOString());
  });

  it('takes the first instant of a day whose midnight is skipped', () => {
    const start = startOfDay(at('2026-09-06T15:00Z'), 'America/Santiago');
    expect(new Date(start).toISOString()).toBe('2026-09-06T04:00:00.000Z');
  });
});

describe('nextDay', () => {
  it.each([
    ['2026-03-28T23:00Z', 'Europe/Berlin', 23],
    ['2026-10-24T22:00Z', 'Europe/Berlin', 25],
    ['2026-11-21T16:00Z', 'Asia/Shanghai', 24],
  ])('goes on from %s in %s by %i h', (start, zone, hours) => {
    expect(nextDay(at(start), zone) - at(start)).toBe(hours * 3_600_000);
  });
});
