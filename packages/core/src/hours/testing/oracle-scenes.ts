import type { Desk, OfficeHoursSchedule, Span } from '../../contracts.js';

const everyDay = (...spans: Span[]): Desk['weekly'] => ({
  1: spans,
  2: spans,
  3: spans,
  4: spans,
  5: spans,
  6: spans,
  7: spans,
});
const weekdays = (...spans: Span[]): Desk['weekly'] => ({ 1: spans, 2: spans, 3: spans, 4: spans, 5: spans });
const days = (from: string, count: number): string[] =>
  Array.from({ length: count }, (_, place) =>
    new Date(Date.parse(from) + place * 86_400_000).toISOString().slice(0, 10),
  );

/** A schedule and a moment at which something about it is hard. */
export interface Scene {
  name: string;
  /** Wall time of the first desk, around which is asked. */
  around: string;
  desks: OfficeHoursSchedule['desks'];
}
const aScene = (
  name: string,
  timeZone: string,
  around: string,
  desk: Omit<Desk, 'timeZone'>,
  ...more: Desk[]
): Scene => ({
  name,
  around,
  desks: [{ timeZone, ...desk }, ...more],
});

const SPRING_FESTIVAL = {
  weekly: weekdays(['09:00', '12:00'], ['13:30', '18:00']),
  holidays: days('2025-01-28', 8),
  special: { '2025-01-26': [['09:00', '18:00']], '2025-02-08': [['09:00', '18:00']] },
} satisfies Omit<Desk, 'timeZone'>;
const NEW_YORK: Desk = { timeZone: 'America/New_York', weekly: weekdays(['09:00', '17:00']) };
const SHANGHAI: Desk = { timeZone: 'Asia/Shanghai', weekly: weekdays(['09:00', '18:00']) };

/** Gaps and overlaps, odd offsets, nights, leap days, make-up days, the date line, several centres; 2024 to 2028. */
export const SCENES: readonly Scene[] = [
  aScene('a night shift over the gap of Berlin', 'Europe/Berlin', '2024-03-31T03:00', {
    weekly: everyDay(['22:00', '06:00']),
  }),
  aScene('opening inside the gap of Berlin', 'Europe/Berlin', '2026-03-29T03:00', {
    weekly: everyDay(['02:30', '08:00']),
  }),
  aScene('closing inside the gap of Berlin', 'Europe/Berlin', '2027-03-28T03:00', {
    weekly: everyDay(['00:30', '02:15']),
  }),
  aScene('all of it inside the gap of Berlin', 'Europe/Berlin', '2028-03-26T03:00', {
    weekly: everyDay(['02:10', '02:50']),
  }),
  aScene('a span that the gap turns round', 'Europe/Berlin', '2025-03-30T03:00', {
    weekly: everyDay(['02:30', '03:15']),
  }),
  aScene('opening in the hour that Berlin has twice', 'Europe/Berlin', '2025-10-26T02:30', {
    weekly: everyDay(['02:30', '08:00']),
  }),
  aScene('closing in the hour that Berlin has twice', 'Europe/Berlin', '2026-10-25T02:30', {
    weekly: everyDay(['20:00', '02:30']),
  }),
  aScene('New York in spring', 'America/New_York', '2026-03-08T03:00', {
    weekly: everyDay(['01:00', '02:30'], ['03:15', '09:00']),
  }),
  aScene('New York in autumn', 'America/New_York', '2026-11-01T01:30', {
    weekly: everyDay(['01:15', '01:45'], ['02:00', '09:00']),
  }),
  aScene('half an hour of summer on Lord Howe, going', 'Australia/Lord_Howe', '2026-04-05T01:45', {
    weekly: everyDay(['01:40', '10:00']),
  }),
  aScene('half an hour of summer on Lord Howe, coming', 'Australia/Lord_Howe', '2026-10-04T02:15', {
    weekly: everyDay(['21:00', '02:10']),
  }),
  aScene('the quarters of Chatham, going', 'Pacific/Chatham', '2026-04-05T03:00', {
    weekly: everyDay(['02:50', '11:20']),
  }),
  aScene('the quarters of Chatham, coming', 'Pacific/Chatham', '2027-09-26T03:00', {
    weekly: everyDay(['20:00', '03:00']),
  }),
  aScene('Casablanca when Ramadan begins', 'Africa/Casablanca', '2025-02-23T02:30', {
    weekly: everyDay(['02:15', '02:45'], ['08:30', '16:30']),
  }),
  aScene('Casablanca when Ramadan is over', 'Africa/Casablanca', '2026-03-22T02:30', {
    weekly: everyDay(['23:00', '02:30']),
  }),
  aScene('midnight that Santiago skips', 'America/Santiago', '2026-09-06T00:30', {
    weekly: everyDay(['00:00', '00:30'], ['18:00', '24:00']),
  }),
  aScene('the last hour that Santiago has twice', 'America/Santiago', '2026-04-04T23:30', {
    weekly: everyDay(['00:00', '07:00'], ['23:15', '23:45']),
  }),
  aScene('midnight that Cairo skips', 'Africa/Cairo', '2026-04-24T00:00', { weekly: everyDay(['20:00', '00:00']) }),
  aScene('two hours at once at Troll', 'Antarctica/Troll', '2026-03-29T02:00', {
    weekly: everyDay(['01:30', '02:30'], ['02:45', '05:00']),
  }),
  aScene('Kathmandu, 5:45 ahead', 'Asia/Kathmandu', '2025-06-13T17:00', { weekly: weekdays(['10:00', '17:00']) }),
  aScene('Kolkata, overnight from Friday', 'Asia/Kolkata', '2027-01-02T02:00', { weekly: { 5: [['18:30', '02:30']] } }),
  aScene('Eucla, 8:45 ahead', 'Australia/Eucla', '2024-12-31T23:00', { weekly: everyDay(['22:45', '01:15']) }),
  aScene('St. John’s in autumn', 'America/St_Johns', '2027-11-07T01:30', { weekly: everyDay(['01:30', '09:00']) }),
  aScene('leap day', 'Europe/London', '2024-02-29T12:00', {
    special: { '2024-02-29': [['10:00', '14:00']] },
    weekly: weekdays(['09:00', '17:30']),
  }),
  aScene('a leap day that is a holiday', 'Asia/Tokyo', '2028-02-29T12:00', {
    holidays: ['2028-02-29'],
    weekly: everyDay(['22:00', '07:00']),
  }),
  aScene('Spring Festival, its first make-up Sunday', 'Asia/Shanghai', '2025-01-26T13:00', SPRING_FESTIVAL),
  aScene('Spring Festival itself', 'Asia/Shanghai', '2025-01-29T10:00', SPRING_FESTIVAL),
  aScene('Spring Festival, its last make-up Saturday', 'Asia/Shanghai', '2025-02-08T13:00', SPRING_FESTIVAL),
  aScene('the far east of the date line', 'Pacific/Kiritimati', '2027-01-01T00:00', {
    weekly: weekdays(['00:00', '24:00']),
  }),
  aScene('the far west of the date line', 'Pacific/Pago_Pago', '2027-01-01T00:00', {
    weekly: weekdays(['00:00', '24:00']),
  }),
  aScene('the end of a week around the clock', 'Pacific/Marquesas', '2026-07-04T00:00', {
    weekly: weekdays(['09:30', '09:30']),
  }),
  aScene(
    'both sides of the date line',
    'Pacific/Auckland',
    '2026-05-15T17:00',
    { weekly: weekdays(['09:00', '17:00']) },
    { timeZone: 'Pacific/Honolulu', weekly: weekdays(['08:00', '16:00']) },
  ),
  aScene(
    'two centres that touch',
    'Asia/Shanghai',
    '2026-11-20T18:00',
    SHANGHAI,
    { timeZone: 'Europe/Berlin', weekly: weekdays(['11:00', '19:00']) },
    NEW_YORK,
  ),
  aScene(
    'three centres while two of them change their clocks',
    'Asia/Shanghai',
    '2026-11-02T09:00',
    SHANGHAI,
    { timeZone: 'Europe/London', weekly: weekdays(['09:00', '17:00']) },
    NEW_YORK,
  ),
];
