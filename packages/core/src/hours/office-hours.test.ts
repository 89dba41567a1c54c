import { describe, expect, it } from 'vitest';
import type { Desk, OfficeHours } from '../contracts.js';
import { createOfficeHours, type Asker } from './office-hours.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NINE_TO_FIVE: NonNullable<Desk['weekly']> = Object.fromEntries(
  [1, 2, 3, 4, 5].map((day) => [day, [['09:00', '17:00']]]),
);
const ALWAYS: NonNullable<Desk['weekly']> = Object.fromEntries(
  [1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]]),
);
const berlin = (desk: Partial<Desk>): Desk => ({ timeZone: 'Europe/Berlin', ...desk });
const open = (...desks: Desk[]): OfficeHours => createOfficeHours({ desks });
const at = (iso: string): number => Date.parse(iso);
const isoOf = (instant: number | null): string | null =>
  instant === null ? null : new Date(instant).toISOString().slice(0, 16);

describe('createOfficeHours', () => {
  it('holds the opening and not the closing', () => {
    const hours = open(berlin({ weekly: NINE_TO_FIVE }));
    expect(hours.isOpen(at('2026-11-23T08:00Z'))).toBe(true);
    expect(hours.isOpen(at('2026-11-23T08:00Z') - 1)).toBe(false);
    expect(hours.isOpen(at('2026-11-23T16:00Z') - 1)).toBe(true);
    expect(hours.isOpen(at('2026-11-23T16:00Z'))).toBe(false);
  });

  it.each([
    ['before its opening', ['22:00', '06:00'], '2026-11-24T05:00'],
    ['at its opening', ['08:00', '08:00'], '2026-11-24T07:00'],
    ['at midnight', ['18:00', '00:00'], '2026-11-23T23:00'],
    ['at 24:00, which is the same', ['18:00', '24:00'], '2026-11-23T23:00'],
  ] as const)('ends on the next day where the closing is %s', (_, span, closesAt) => {
    const hours = open(berlin({ weekly: { 1: [span] } }));
    expect(isoOf(hours.state(at('2026-11-23T22:00Z')).closesAt)).toBe(closesAt);
  });

  it.each<[string, Partial<Desk>, boolean]>([
    [
      'a special day before a holiday',
      { special: { '2026-11-23': [['10:00', '12:00']] }, holidays: ['2026-11-23'] },
      true,
    ],
    ['a special day before the week', { special: { '2026-11-23': [] } }, false],
    ['a holiday before the week', { holidays: ['2026-11-23'] }, false],
    ['the week on other days', { holidays: ['2026-11-24'], special: { '2026-11-22': [] } }, true],
  ])('takes %s', (_, desk, isOpen) => {
    expect(open(berlin({ weekly: NINE_TO_FIVE, ...desk })).isOpen(at('2026-11-23T10:00Z'))).toBe(isOpen);
  });

  it('lets a holiday remove the spans that begin on it, and no others', () => {
    const nights = open(
      berlin({ weekly: { 1: [['22:00', '06:00']], 2: [['22:00', '06:00']] }, holidays: ['2026-11-24'] }),
    );
    expect(nights.isOpen(at('2026-11-24T03:00Z'))).toBe(true);
    expect(nights.isOpen(at('2026-11-25T03:00Z'))).toBe(false);
  });

  it('is closed on a day that the week does not have', () => {
    expect(isoOf(open(berlin({ weekly: NINE_TO_FIVE })).nextChange(at('2026-11-20T16:00Z')))).toBe('2026-11-23T08:00');
  });

  it('opens later where the clocks skip the opening, and at the first of two', () => {
    const early = open(berlin({ weekly: { 7: [['02:30', '08:00']] } }));
    expect(isoOf(early.nextChange(at('2026-03-29T00:00Z')))).toBe('2026-03-29T01:30');
    expect(isoOf(early.nextChange(at('2026-10-24T20:00Z')))).toBe('2026-10-25T00:30');
  });

  it.each([
    ['begun two dates ago by UTC', 'Pacific/Pago_Pago', 1, ['22:00', '21:30'], '2026-11-25T08:00Z', '2026-11-25T08:30'],
    ['begun tomorrow by UTC', 'Pacific/Kiritimati', 3, ['00:00', '03:00'], '2026-11-24T11:00Z', '2026-11-24T13:00'],
    ['over the day that Samoa skipped', 'Pacific/Apia', 4, ['20:00', '19:00'], '2011-12-31T04:00Z', '2011-12-31T05:00'],
  ] as const)('finds a span %s', (_, timeZone, weekday, span, now, closesAt) => {
    const hours = open({ timeZone, weekly: { [weekday]: [span] } });
    expect([hours.isOpen(at(now)), isoOf(hours.nextChange(at(now)))]).toEqual([true, closesAt]);
  });

  it('joins spans that touch or overlap, of one desk and of several', () => {
    const hours = open(
      berlin({
        weekly: {
          1: [
            ['09:00', '12:00'],
            ['12:00', '15:00'],
          ],
        },
      }),
      { timeZone: 'UTC', weekly: { 1: [['14:00', '18:00']] } },
      { timeZone: 'UTC', weekly: { 1: [['13:00', '14:30']] } },
    );
    expect(hours.state(at('2026-11-23T08:00Z'))).toEqual({
      open: true,
      closesAt: at('2026-11-23T18:00Z'),
      opensAt: null,
    });
  });

  it('never closes around the clock, and never opens without spans', () => {
    const now = at('2026-11-23T10:00Z');
    expect(open(berlin({ weekly: ALWAYS })).state(now)).toEqual({ open: true, closesAt: null, opensAt: null });
    for (const hours of [open(berlin({})), open()]) {
      expect(hours.state(now)).toEqual({ open: false, closesAt: null, opensAt: null });
      expect([hours.nextChange(now), hours.nextWorkingDay(now)]).toEqual([null, null]);
    }
  });

  it('knows changes within 370 days and none beyond', () => {
    const hours = open({ timeZone: 'UTC', special: { '2027-11-28': [['12:00', '13:00']] } });
    const opensAt = at('2027-11-28T12:00Z');
    expect(hours.nextChange(opensAt - 370 * DAY)).toBe(opensAt);
    expect(hours.nextChange(opensAt - 370 * DAY - 1)).toBeNull();
  });

  it.each([NaN, Infinity, -Infinity, 8.64e15, '2026' as never, undefined as never])('is closed at %s', (instant) => {
    const hours = open(berlin({ weekly: ALWAYS }));
    expect(hours.isOpen(instant)).toBe(false);
    expect(hours.state(instant)).toEqual({ open: false, closesAt: null, opensAt: null });
    expect(hours.nextWorkingDay(instant)).toBeNull();
  });

  it('is not changed by what happens to the schedule afterwards', () => {
    const desk = { timeZone: 'UTC', weekly: { 1: [['09:00', '17:00']] as [string, string][] } };
    const hours = open(desk);
    desk.weekly[1] = [];
    expect(hours.isOpen(at('2026-11-23T10:00Z'))).toBe(true);
  });
});

describe('createOfficeHours for one who asks', () => {
  const desks: Desk[] = [
    {
      timeZone: 'UTC',
      weekly: { 1: [['09:00', '10:00']] },
      serves: { channels: ['chat'], languages: ['en', 'zh-Hans'] },
    },
    { timeZone: 'UTC', weekly: { 1: [['11:00', '12:00']] }, serves: { tiers: ['gold'] } },
    { timeZone: 'UTC', weekly: { 1: [['13:00', '14:00']] }, serves: { languages: [] } },
  ];
  it.each<[Asker, number[]]>([
    [{}, [9, 11, 13]],
    [{ channel: 'chat' }, [9, 11, 13]],
    [{ channel: 'phone' }, [11, 13]],
    [{ language: 'de' }, [11]],
    [{ language: 'en', tier: 'free' }, [9]],
    [{ language: 'en', tier: 'gold', channel: 'chat' }, [9, 11]],
  ])('with %j opens at %j', (asker, hoursOpen) => {
    const hours = createOfficeHours({ desks }, asker);
    const day = at('2026-11-23T00:30Z');
    expect([9, 11, 13].filter((hour) => hours.isOpen(day + hour * HOUR))).toEqual(hoursOpen);
  });
});

describe('nextWorkingDay', () => {
  const hours = open(
    berlin({
      weekly: {
        ...NINE_TO_FIVE,
        5: [
          ['09:00', '12:00'],
          ['20:00', '02:00'],
        ],
      },
      holidays: ['2026-11-26'],
    }),
    {
      timeZone: 'Pacific/Auckland',
      weekly: ALWAYS,
    },
  );

  it.each([
    ['a day on which it is open later', '2026-11-23T05:00Z', '2026-11-24T08:00', '2026-11-24T16:00'],
    ['the eve of a holiday, to the end of the last span', '2026-11-25T10:00Z', '2026-11-27T08:00', '2026-11-28T01:00'],
    ['a Saturday', '2026-11-28T10:00Z', '2026-11-30T08:00', '2026-11-30T16:00'],
    ['late UTC that is already Tuesday in Berlin', '2026-11-23T23:30Z', '2026-11-25T08:00', '2026-11-25T16:00'],
  ])('is reckoned by the first desk alone, from %s', (_, from, openAt, closeAt) => {
    const day = hours.nextWorkingDay(at(from))!;
    expect([isoOf(day.openAt), isoOf(day.closeAt)]).toEqual([openAt, closeAt]);
  });

  it('is that of the first desk that serves the asker', () => {
    const desks: Desk[] = [
      berlin({ weekly: NINE_TO_FIVE, serves: { channels: ['phone'] } }),
      { timeZone: 'UTC', weekly: { 3: [['10:00', '11:00']] } },
    ];
    const day = createOfficeHours({ desks }, { channel: 'chat' }).nextWorkingDay(at('2026-11-23T10:00Z'));
    expect(isoOf(day!.openAt)).toBe('2026-11-25T10:00');
  });
});
