// The known traps of real desks, found in an answer: each kind on its own, so that a report names the one that it is about.
import type { Problem } from '@helpkiosk/core';
import { checkShape } from './check-shape.js';
import { FIRST_INSTANT, LAST_INSTANT } from './schemas/json-schema.js';

/** What is wrong with an answer, by kind of mistake. */
export interface Traps {
  /** Members that are missing, of another type, or no word that is known. */
  readonly shape: readonly Problem[];
  /** Instants that are none: the years 0001 and 1970, seconds, microseconds. */
  readonly dates: readonly Problem[];
  /** Durations in seconds or minutes. */
  readonly units: readonly Problem[];
  /** Places in line that do not begin at 1. */
  readonly places: readonly Problem[];
  /** Figures that cannot both be true. */
  readonly sums: readonly Problem[];
}

/** Real figures of these are never between 0 and a second. */
const SLOW = new Set(['handleTimeMs', 'pollMs', 'durationMs', 'p90Ms']);
/** A pair of members of one object, the first at most the second. */
const ORDERED = [
  ['p50Ms', 'p90Ms'],
  ['withinP90', 'samples'],
  ['available', 'online'],
  ['position', 'queueLength'],
] as const;
const NO_INSTANT = [`must be at least ${FIRST_INSTANT},`, `must be at most ${LAST_INSTANT},`];

/** Looks through an answer that should be of the schema of that name. */
export function findTraps(name: string, value: unknown): Traps {
  const problems = checkShape(name, value);
  const dates = problems.filter(({ message }) => NO_INSTANT.some((start) => message.startsWith(start)));
  const places = problems.filter(({ path }) => /(^|\.)position$/.test(path));
  const members = membersOf(value);
  return {
    dates,
    places,
    shape: problems.filter((problem) => !dates.includes(problem) && !places.includes(problem)),
    units: members.flatMap(({ path, name: member, value: figure }) =>
      SLOW.has(member) && typeof figure === 'number' && figure > 0 && figure < 1000
        ? [{ path, message: `is ${figure} ms: seconds or minutes for milliseconds?` }]
        : [],
    ),
    sums: objectsOf(value).flatMap(({ path, value: found }) =>
      ORDERED.flatMap(([less, more]) => {
        const [one, other] = [found[less], found[more]];
        const isWrong = typeof one === 'number' && typeof other === 'number' && one > other;
        return isWrong ? [{ path: join(path, less), message: `is ${one}, more than ${more}, ${other}` }] : [];
      }),
    ),
  };
}

/** Problems in a line each; empty text for none. */
export const tell = (problems: readonly Problem[]): string =>
  problems.map(({ path, message }) => `${path || 'the answer'} ${message}`).join('; ');

interface Found<T> {
  path: string;
  value: T;
}

function objectsOf(value: unknown, path = ''): Found<Record<string, unknown>>[] {
  if (Object(value) !== value) return [];
  const isList = Array.isArray(value);
  const inner = Object.entries(value as object).flatMap(([name, each]) =>
    objectsOf(each, isList ? `${path}[${name}]` : join(path, name)),
  );
  return isList ? inner : [{ path, value: value as Record<string, unknown> }, ...inner];
}

const membersOf = (value: unknown): (Found<unknown> & { name: string })[] =>
  objectsOf(value).flatMap(({ path, value: found }) =>
    Object.entries(found).map(([name, each]) => ({ path: join(path, name), name, value: each })),
  );

const join = (path: string, name: string): string => (path ? `${path}.${name}` : name);
