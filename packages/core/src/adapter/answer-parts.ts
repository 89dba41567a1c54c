// What the readers of answers share: one member of outside data at a time.
import { HelpError } from '../errors.js';
import { instant } from '../status/read-figures.js';
import { copyPlain } from './copy-plain.js';

const LONGEST_ID = 1000;
/** 2001-01-01. What lies before is a desk's way to say "no date" (years 0001 and 1970), or seconds where milliseconds were due. */
const FIRST_DATE = 978_307_200_000;

/** A copy of an answer. Throws HelpError `adapter-bad-answer` for one that cannot be read. */
export function copyOf(answer: unknown, method: string): unknown {
  try {
    return copyPlain(answer);
  } catch (cause) {
    throw new HelpError('adapter-bad-answer', { method }, { cause });
  }
}

/** What `read` gives, or null where it throws: what cannot be read tells nothing. */
export function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return null;
  }
}

/** The failure of an answer whose essential member `path` is missing or unsound. */
export const badAnswer = (method: string, path: string, message: string): HelpError =>
  new HelpError('adapter-bad-answer', { method, problems: [{ path, message }] });

/** The member where there is a value. */
export function memberOf<Name extends string, Value>(name: Name, value: Value | null): { [N in Name]?: Value } {
  return value === null ? {} : ({ [name]: value } as { [N in Name]?: Value });
}

/** True for an object that is no list. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
  Object(value) === value && !Array.isArray(value);

/** A list as it is; null for everything else. */
export const listOf = (value: unknown): readonly unknown[] | null =>
  Array.isArray(value) ? (value as unknown[]) : null;

/** Text of 1 to 1,000 characters, or null. */
export const idOf = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST_ID ? value : null;

/** One of `values`, or null. */
export const oneOf = <Value extends string>(values: readonly Value[], value: unknown): Value | null =>
  values.find((each) => each === value) ?? null;

/** An instant from 2001 on in epoch ms; null for no date. */
export function dateOf(value: unknown): number | null {
  const at = instant(value);
  return at !== null && at >= FIRST_DATE ? at : null;
}
