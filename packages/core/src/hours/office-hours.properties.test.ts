import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk, LocalTime, OfficeHours, OfficeHoursSchedule, Span } from '../contracts.js';
import { createOfficeHours, HORIZON_DAYS } from './office-hours.js';
import { createReplyPromise } from './reply-promise.js';
import { keepFormats } from './testing/kept-formats.js';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const FROM = Date.UTC(2024, 0, 1);
const UNTIL = Date.UTC(2028, 11, 31);
const SCHEDULES = 10_000;

const aZone = fc.constantFrom(
  ...['Europe/Berlin', 'America/New_York', 'Asia/Shanghai', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe'],
  ...['Africa/Casablanca', 'Pacific/Chatham', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/Santiago', 'UTC'],
  ...['Africa/Cairo', 'Antarctica/Troll', 'America/St_Johns', 'America/Havana'],
);
const wallTime = (minute: number): LocalTime =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
const aSpan: fc.Arbitrary<Span> = fc
  .tuple(fc.integer({ min: 0, max: 1439 }), fc.oneof(fc.integer({ min: 0, max: 1440 }), fc.constantFrom(0, 540, 1440)))
  .map(([open, close]) => [wallTime(open), wallTime(close)]);
const spans = fc.array(aSpan, { maxLength: 2 });
const aDate = fc
  .integer({ min: FROM / DAY, max: UNTIL / DAY })
  .map((day) => new Date(day * DAY).toISOString().slice(0, 10));
const aDesk: fc.Arbitrary<Desk> = fc.record({
  timeZone: aZone,
  weekly: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), spans, { maxKeys: 7 }),
  holidays: fc.array(aDate, { maxLength: 3 }),
  special: fc.dictionary(aDate, spans, { maxKeys: 2 }),
});
const aSchedule: fc.Arbitrary<OfficeHoursSchedule> = fc.record({
  desks: fc.array(aDesk, { minLength: 1, maxLength: 2 }),
});
const aMinute = fc.integer({ min: FROM / MINUTE, max: UNTIL / MINUTE }).map((minute) => minute * MINUTE);

/** Checks one change, and gives it. */
function checkChange(hours: OfficeHours, at: number, share: number): number | null {
  const state = hours.state(at);
  const { open } = state;
  const change = hours.nextChange(at);
  const until = change ?? at + HORIZON_DAYS * DAY;
  const between = at + Math.floor(share * (until - at));
  const said = {
    closesAt: state.closesAt,
    opensAt: state.opensAt,
    later: until > at,
    same: [at, between, until - 1].every((each) => hours.isOpen(each) === open),
    turns: change === null || hours.isOpen(change) !== open,
  };
  const wanted = {
    closesAt: open ? change : null,
    opensAt: open ? null : change,
    later: true,
    same: true,
    turns: true,
  };
  // There are too many for `toEqual` each time.
  if (Object.entries(wanted).some(([name, value]) => said[name as 'later'] !== value)) expect(said).toEqual(wanted);
  return change;
}

/** Open time between two instants, from change to change. */
function openMs(hours: OfficeHours, from: number, to: number): number {
  let sum = 0;
  for (let at = from; at < to;) {
    const next = Math.min(to, hours.nextChange(at) ?? to);
    if (hours.isOpen(at)) sum += next - at;
    at = next;
  }
  return sum;
}

/** Checks that a business promise lies inside the hours, after exactly that much open time. */
function checkPromise(hours: OfficeHours, receivedAt: number, minutes: number): void {
  const rule = { basis: 'business', minutes } as const;
  const { replyBy } = createReplyPromise({ p0: rule, p1: rule, normal: rule }, hours)('p1', receivedAt);
  if (replyBy === null) {
    const everOpen = openMs(hours, receivedAt, receivedAt + 3660 * DAY);
    expect(everOpen).toBeLessThan(Math.max(minutes * MINUTE, 1));
    return;
  }
  expect({
    later: replyBy >= receivedAt,
    inside: hours.isOpen(replyBy) || hours.isOpen(replyBy - 1),
    openMs: openMs(hours, receivedAt, replyBy),
  }).toEqual({ later: true, inside: true, openMs: minutes * MINUTE });
}

/** Checks that the next working day is that of the first desk alone, later, and inside its hours. */
function checkWorkingDay({ desks }: OfficeHoursSchedule, hours: OfficeHours, at: number): void {
  const first = desks.length > 1 ? createOfficeHours({ desks: desks.slice(0, 1) }) : hours;
  const day = hours.nextWorkingDay(at);
  expect(day).toEqual(first.nextWorkingDay(at));
  if (!day) return;
  expect([at < day.openAt, day.openAt < day.closeAt]).toEqual([true, true]);
  expect([first.isOpen(day.openAt), first.isOpen(day.closeAt - 1)]).toEqual([true, true]);
}

describe('createOfficeHours', () => {
  let stopKeeping: () => void;
  beforeAll(() => void (stopKeeping = keepFormats()));
  afterAll(() => stopKeeping());
  const aShare = fc.double({ min: 0, max: 0.999, noNaN: true });
  const minutes = fc.integer({ min: 0, max: 3000 });

  it(`holds its laws for ${SCHEDULES} random schedules: later changes, open and closed in turn, promises inside the hours`, () => {
    fc.assert(
      fc.property(aSchedule, aMinute, aShare, minutes, (schedule, start, share, openMinutes) => {
        const hours = createOfficeHours(schedule);
        let at: number | null = start;
        for (let changes = 0; at !== null && changes < 3; changes++) at = checkChange(hours, at, share);
        checkPromise(hours, start, openMinutes);
        if (openMinutes % 5 === 0) checkWorkingDay(schedule, hours, start);
      }),
      { numRuns: SCHEDULES },
    );
  }, 120_000);
});
