// Office hours and promises beside two calendars that are not ours: Temporal lays the spans out and walks minute by
// minute; luxon reads what the clock on the wall says.
import { DateTime } from 'luxon';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { Desk, Span } from '../contracts.js';
import { inZone } from './in-zone.js';
import { createOfficeHours } from './office-hours.js';
import { createReplyPromise } from './reply-promise.js';
import { SCENES, type Scene } from './testing/oracle-scenes.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const BEFORE_DAYS = 4;
const AFTER_DAYS = 16;

const STEPS = [-1560, -780, -185, -61, -1, 0, 1, 44, 180, 655, 1501];

const aDate = (at: number, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
const startOf = ({ around, desks }: Scene): number =>
  Temporal.PlainDateTime.from(around).toZonedDateTime(desks[0]!.timeZone).epochMilliseconds;

function spansOn(desk: Desk, date: Temporal.PlainDate): readonly Span[] {
  const name = date.toString();
  if (desk.special && name in desk.special) return desk.special[name]!;
  return desk.holidays?.includes(name) ? [] : (desk.weekly?.[date.dayOfWeek as 1] ?? []);
}

/** When a date's own spans begin and end, by Temporal. */
function laidOut(desk: Desk, date: Temporal.PlainDate): [number, number][] {
  const at = (day: Temporal.PlainDate, time: string): number =>
    day.toZonedDateTime({ timeZone: desk.timeZone, plainTime: time }).epochMilliseconds;
  return spansOn(desk, date).map(([open, close]) => {
    const next = close <= open || close === '24:00';
    return [at(date, open), at(next ? date.add({ days: 1 }) : date, close === '24:00' ? '00:00' : close)];
  });
}

/** Open or not, minute by minute, from `BEFORE_DAYS` before the scene to `AFTER_DAYS` after it. */
function walkedMinutes({ desks, ...scene }: Scene): { open: Uint8Array; from: number } {
  const from = startOf({ desks, ...scene }) - BEFORE_DAYS * DAY;
  const open = new Uint8Array((BEFORE_DAYS + AFTER_DAYS) * 1440);
  for (const desk of desks)
    for (let day = -3; day < BEFORE_DAYS + AFTER_DAYS + 3; day++)
      for (const [opens, closes] of laidOut(desk, aDate(from, desk.timeZone).add({ days: day })))
        for (let at = opens; at < closes; at += MINUTE) {
          const place = (at - from) / MINUTE;
          if (place >= 0 && place < open.length) open[place] = 1;
        }
  return { open, from };
}

const cases = SCENES.flatMap((scene) => {
  const minutes = walkedMinutes(scene);
  const hours = createOfficeHours({ desks: scene.desks });
  return STEPS.map((step) => ({ name: scene.name, step, scene, minutes, hours, at: startOf(scene) + step * MINUTE }));
});

describe('createOfficeHours beside Temporal', () => {
  it('is asked in at least 200 cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(200);
  });

  it.each(cases)('$name, $step min', ({ minutes: { open, from }, hours, at }) => {
    const place = (at - from) / MINUTE;
    const isOpen = open[place] === 1;
    const change = open.findIndex((value, index) => index > place && value !== open[place]);
    expect(change, 'the scene is too short for a change').toBeGreaterThan(place);
    const changesAt = from + change * MINUTE;
    expect(hours.isOpen(at)).toBe(isOpen);
    expect(hours.nextChange(at)).toBe(changesAt);
    expect(hours.state(at)).toEqual({
      open: isOpen,
      closesAt: isOpen ? changesAt : null,
      opensAt: isOpen ? null : changesAt,
    });
  });
});

describe('createReplyPromise beside Temporal', () => {
  const RULES = {
    p0: { basis: 'business', minutes: 0 },
    p1: { basis: 'business', minutes: 95 },
    normal: { basis: 'next-working-day' },
  } as const;

  it.each(cases)('$name, $step min', ({ scene, minutes: { open, from }, hours, at }) => {
    const promise = createReplyPromise(RULES, hours);
    const place = (at - from) / MINUTE;
    const firstOpen = open.indexOf(1, place);
    let due = firstOpen;
    for (let left = 95; left > 0; due++) left -= open[due]!;
    let date = aDate(at, scene.desks[0]!.timeZone);
    let own: [number, number][] = [];
    while (!own.length) {
      date = date.add({ days: 1 });
      own = laidOut(scene.desks[0]!, date).filter(([opens, closes]) => closes > opens);
    }
    const openAt = Math.min(...own.map(([opens]) => opens));
    const closeAt = Math.max(...own.map(([, closes]) => closes));
    expect(promise('p0', at).replyBy).toBe(from + firstOpen * MINUTE);
    expect(promise('p1', at).replyBy).toBe(from + due * MINUTE);
    expect(promise('normal', at).replyBy).toBe(closeAt);
    expect(hours.nextWorkingDay(at)).toEqual({ openAt, closeAt });
  });
});

/** What the clock on the wall says, by luxon: nothing is known here of instants or changes. */
function readsOpen(desk: Desk, at: number): boolean {
  const now = DateTime.fromMillis(at, { zone: desk.timeZone });
  const holds = (date: DateTime, minute: number): boolean => {
    const name = date.toISODate()!;
    const spans =
      desk.special?.[name] ?? (desk.holidays?.includes(name) ? [] : (desk.weekly?.[date.weekday as 1] ?? []));
    return spans.some(([open, close]) => {
      const [from, to] = [open, close].map((time) => +time.slice(0, 2) * 60 + +time.slice(3)) as [number, number];
      return from <= minute && minute < (to > from ? to : to + 1440);
    });
  };
  const minute = now.hour * 60 + now.minute;
  return holds(now, minute) || holds(now.minus({ days: 1 }), minute + 1440);
}
const isQuiet = (desk: Desk, at: number): boolean =>
  [-2, 2].every(
    (days) =>
      DateTime.fromMillis(at + days * DAY, { zone: desk.timeZone }).offset ===
      DateTime.fromMillis(at, { zone: desk.timeZone }).offset,
  );

describe('createOfficeHours beside luxon', () => {
  it('agrees with the clock on the wall wherever the clocks do not change', () => {
    let asked = 0;
    for (const { scene, hours, at } of cases) {
      for (let step = -3; step <= 3; step++) {
        const then = at + step * 3.25 * DAY;
        if (!scene.desks.every((desk) => isQuiet(desk, then))) continue;
        asked++;
        expect(hours.isOpen(then), `${scene.name} at ${then}`).toBe(scene.desks.some((desk) => readsOpen(desk, then)));
      }
    }
    expect(asked).toBeGreaterThan(1000);
  });
});

describe('inZone beside luxon', () => {
  it.each(cases)('$name, $step min', ({ scene, at }) => {
    for (const { timeZone } of scene.desks) {
      const then = DateTime.fromMillis(at, { zone: timeZone });
      const now = DateTime.fromMillis(at - 40 * 60 * MINUTE, { zone: timeZone });
      expect(inZone(at, timeZone, now.toMillis())).toEqual({
        iso: then.toFormat("yyyy-MM-dd'T'HH:mmZZ"),
        dayOffset: Math.round(
          then
            .setZone('utc', { keepLocalTime: true })
            .startOf('day')
            .diff(now.setZone('utc', { keepLocalTime: true }).startOf('day'), 'days').days,
        ),
      });
    }
  });
});
