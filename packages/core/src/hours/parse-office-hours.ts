import type { Desk, LocalDate, OfficeHoursSchedule, Problem, Span } from '../contracts.js';
import { HelpError } from '../errors.js';
import { DAY_MS, openZone, type Zones } from './zone.js';

/**
 * A schedule from outside, read own property by own property into a fresh one; what it does not know it leaves out.
 * Throws HelpError `config-invalid` whose `details.problems` name every problem with its path: `desks[0].weekly.1[0]`.
 */
export function parseOfficeHours(input: unknown): OfficeHoursSchedule {
  return readSchedule(input, new Map());
}

/** The same, and every zone of the schedule is open in `zones` afterwards. */
export function readSchedule(input: unknown, zones: Zones): OfficeHoursSchedule {
  const problems: Problem[] = [];
  const given = own(input, 'desks');
  if (!Array.isArray(given)) problems.push({ path: 'desks', message: 'expected a list of desks' });
  const desks = listOf(given, (desk, place) => readDesk(desk, { path: `desks[${place}]`, problems, zones }));
  if (problems.length) throw new HelpError('config-invalid', { problems });
  return { desks };
}

interface Reading {
  readonly path: string;
  readonly problems: Problem[];
  readonly zones: Zones;
}

function readDesk(input: unknown, { path, problems, zones }: Reading): Desk {
  const complain = (where: string, expected: string): void =>
    void problems.push({ path: path + where, message: `expected ${expected}` });
  const spans = (value: unknown, where: string): Span[] => {
    if (!Array.isArray(value)) complain(where, 'a list of [open, close]');
    return listOf(value, (span, place) => {
      if (!isSpan(span)) complain(`${where}[${place}]`, '["HH:MM", "HH:MM"], the second at most "24:00"');
      return span as Span;
    });
  };
  const days = (member: string, isName: (name: string) => boolean, expected: string): Record<string, Span[]> => {
    const value = own(input, member);
    if (value !== undefined && !isRecord(value)) complain(`.${member}`, `spans by ${expected}`);
    return Object.fromEntries(
      Object.entries(isRecord(value) ? value : {}).map(([name, list]) => {
        if (!isName(name)) complain(`.${member}.${name}`, expected);
        return [name, spans(list, `.${member}.${name}`)];
      }),
    );
  };
  const timeZone = own(input, 'timeZone');
  if (!openZone(timeZone, zones)) complain('.timeZone', 'an IANA zone such as Europe/Berlin');
  const texts = (holder: unknown, member: string, where: string, fits: (text: string) => boolean, what: string) => {
    const value = own(holder, member);
    if (value !== undefined && !Array.isArray(value)) complain(where, `a list, each ${what}`);
    return listOf(value, (text, place) => {
      if (typeof text !== 'string' || !fits(text)) complain(`${where}[${place}]`, what);
      return text as string;
    });
  };
  const serves = own(input, 'serves');
  if (serves !== undefined && !isRecord(serves)) complain('.serves', 'lists of channels, languages, tiers');
  const lists = ['channels', 'languages', 'tiers'].filter((member) => own(serves, member) !== undefined);
  const names = ['id', 'name'].filter((member) => typeof own(input, member) === 'string');
  return {
    ...Object.fromEntries(names.map((member) => [member, own(input, member)])),
    timeZone: timeZone as string,
    weekly: days('weekly', (name) => /^[1-7]$/.test(name), 'a weekday, 1 (Monday) to 7'),
    holidays: texts(input, 'holidays', '.holidays', isLocalDate, 'a date YYYY-MM-DD'),
    special: days('special', isLocalDate, 'a date YYYY-MM-DD'),
    serves: Object.fromEntries(
      lists.map((member) => [member, texts(serves, member, `.serves.${member}`, Boolean, 'a text')]),
    ),
  };
}

const isRecord = (value: unknown): value is object => Object(value) === value && !Array.isArray(value);
const own = (value: unknown, member: string): unknown =>
  isRecord(value) && Object.hasOwn(value, member) ? value[member as never] : undefined;
/** Holes of a list are read too, as undefined. */
const listOf = <T>(value: unknown, read: (item: unknown, place: number) => T): T[] =>
  Array.isArray(value) ? [...(value as unknown[])].map(read) : [];

const isSpan = (span: unknown): boolean =>
  Array.isArray(span) && span.length === 2 && isLocalTime(span[0]) && (span[1] === '24:00' || isLocalTime(span[1]));
const isLocalTime = (time: unknown): boolean => typeof time === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
function isLocalDate(date: LocalDate): boolean {
  const day = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00Z`) : NaN;
  return day % DAY_MS === 0 && new Date(day).toISOString().startsWith(date);
}
