import { describe, expect, it } from 'vitest';
import { createOfficeHours } from '../hours/office-hours.js';
import { hoursToCome, quietestHours, readWeekLoad, type WeekLoad } from './week-load.js';

const HOUR = 3_600_000;
const at = (iso: string): number => Date.parse(iso);
const isoOf = (instant: number): string => new Date(instant).toISOString().slice(0, 16);
/** Busy at .9 everywhere but at the given hours of the week. */
const aLoad = (quiet: Readonly<Record<number, number>> = {}, timeZone = 'UTC'): WeekLoad => ({
  timeZone,
  byWeekdayHour: Array.from({ length: 168 }, (_, hour) => quiet[hour] ?? 0.9),
});
const OPEN = createOfficeHours({
  desks: [{ timeZone: 'UTC', weekly: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [['09:00', '17:30']]])) }],
});

describe('readWeekLoad', () => {
  it.each<[string, unknown]>([
    ['too few figures', { timeZone: 'UTC', byWeekdayHour: Array<number>(167).fill(0) }],
    ['too many', { timeZone: 'UTC', byWeekdayHour: Array<number>(169).fill(0) }],
    ['holes', { timeZone: 'UTC', byWeekdayHour: Array<number>(168) }],
    [
      'a negative figure',
      { timeZone: 'UTC', byWeekdayHour: Array.from({ length: 168 }, (_, hour) => (hour ? 0 : -0.1)) },
    ],
    ['NaN', { timeZone: 'UTC', byWeekdayHour: Array.from({ length: 168 }, (_, hour) => (hour ? 0 : NaN)) }],
    ['a figure above 1', { timeZone: 'UTC', byWeekdayHour: Array<number>(168).fill(80) }],
    ['an unknown zone', { ...aLoad(), timeZone: 'Mars/Olympus' }],
    ['no zone', { byWeekdayHour: aLoad().byWeekdayHour }],
    ['nothing', null],
  ])('refuses %s', (_, load) => {
    expect(readWeekLoad(load)).toBeNull();
  });

  it('takes 168 shares of capacity', () => {
    expect(readWeekLoad(aLoad())).toEqual(aLoad());
  });
});

describe('hoursToCome', () => {
  it('begins with what is left of this hour, Monday 00:00 of its own zone first', () => {
    const load = aLoad({ 0: 0.1, 167: 0.2 }, 'Asia/Kathmandu');
    const hours = hoursToCome(load, { from: at('2026-11-22T18:10Z'), withinMs: 3 * HOUR });
    expect(hours.map((hour) => [isoOf(hour.at), isoOf(hour.endAt), hour.load])).toEqual([
      ['2026-11-22T18:10', '2026-11-22T18:15', 0.2],
      ['2026-11-22T18:15', '2026-11-22T19:15', 0.1],
      ['2026-11-22T19:15', '2026-11-22T20:15', 0.9],
    ]);
  });

  it.each([
    ['Europe/Berlin', '2026-03-28T23:00Z', 23, 23],
    ['Europe/Berlin', '2026-10-24T22:00Z', 25, 25],
    ['Australia/Lord_Howe', '2026-10-03T13:30Z', 23.5, 24],
    ['Australia/Lord_Howe', '2026-04-04T13:00Z', 24.5, 24],
  ])('counts a day of %s from %s: %d hours', (zone, from, hours, count) => {
    const day = hoursToCome(aLoad({}, zone), { from: at(from), withinMs: hours * HOUR });
    expect(day).toHaveLength(count);
    expect([day[0]?.at, day.at(-1)?.endAt]).toEqual([at(from), at(from) + hours * HOUR]);
  });

  it('marks hours that are open throughout', () => {
    const hours = hoursToCome(aLoad(), { from: at('2026-11-23T16:00Z'), withinMs: 3 * HOUR, hours: OPEN });
    expect(hours.map(({ open }) => open)).toEqual([true, false, false]);
  });

  it.each([NaN, Infinity, -Infinity])('has none from %d', (from) => {
    expect(hoursToCome(aLoad(), { from, withinMs: HOUR })).toEqual([]);
  });
});

describe('quietestHours', () => {
  const MONDAY = at('2026-11-23T10:20Z');
  const bestOf = (load: WeekLoad, now: number, hours = OPEN): string[] =>
    quietestHours(load, { now, hours }).map((hour) => isoOf(hour.at));

  it('finds the quietest open hours of 48, the sooner of equals first', () => {
    const load = aLoad({ 15: 0.3, [24 + 11]: 0.1, [24 + 12]: 0.3, [24 + 3]: 0, [4 * 24 + 10]: 0 });
    expect(bestOf(load, MONDAY)).toEqual(['2026-11-24T11:00', '2026-11-23T15:00', '2026-11-24T12:00']);
  });

  it('looks through the week where nothing is open within 48 hours', () => {
    const load = aLoad({ 13: 0.2 });
    expect(bestOf(load, at('2026-11-20T18:00Z'))[0]).toBe('2026-11-23T13:00');
  });

  it('counts this hour while a quarter of it is left', () => {
    const load = aLoad({ 10: 0.1 });
    expect(bestOf(load, at('2026-11-23T10:45Z'))[0]).toBe('2026-11-23T10:45');
    expect(bestOf(load, at('2026-11-23T10:46Z'))[0]).not.toBe('2026-11-23T10:46');
  });

  it('without hours passes over those in which nothing is ever done', () => {
    const load: WeekLoad = {
      timeZone: 'UTC',
      byWeekdayHour: Array.from({ length: 168 }, (_, hour) => (hour === 30 ? 0.4 : 0)),
    };
    expect(quietestHours(load, { now: MONDAY }).map((hour) => isoOf(hour.at))).toEqual(['2026-11-24T06:00']);
    const late = quietestHours(load, { now: at('2026-11-24T07:00Z') });
    expect(late.map((hour) => isoOf(hour.at))).toEqual(['2026-12-01T06:00']);
  });

  it('has nothing for an office that never opens', () => {
    expect(bestOf(aLoad(), MONDAY, createOfficeHours({ desks: [] }))).toEqual([]);
  });
});
