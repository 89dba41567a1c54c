// Readers of outside data: each makes a checked value of anything, or gives undefined. Only `record` throws.
import { HelpError } from '@helpkiosk/core';
import { listOf, own } from './own.js';

/** `file` is the name of the file that is read, for the error. */
export type Take<T> = (value: unknown, file: string) => T | undefined;
type Shape<T> = { readonly [Name in keyof T]: Take<T[Name]> };

/** A text that is not empty and fits the pattern. */
export const textLike =
  (pattern: RegExp): Take<string> =>
  (value) =>
    typeof value === 'string' && pattern.test(value) ? value : undefined;

/** A text that is not empty. */
export const text = textLike(/./s);

/** A finite number that is not negative: a count, a size, an instant. */
export const number: Take<number> = (value) =>
  Number.isFinite(value) && (value as number) >= 0 ? (value as number) : undefined;

/** The items of a list that `take` gives; none for what is no list. */
export const list =
  <T>(take: Take<T>): Take<T[]> =>
  (value, file) =>
    listOf(value).flatMap((item) => take(item, file) ?? []);

/**
 * A fresh object of own properties. One of `needed` that is absent or wrong is HelpError `pack-missing` (details: `file`, `reason`: its name);
 * one of `wanted` is left out, and so is everything that is not named.
 */
export function record<Needed, Wanted = unknown>(
  needed: Shape<Needed>,
  wanted?: Shape<Wanted>,
): Take<Needed & Partial<Wanted>> {
  const shape = Object.entries<Take<unknown>>({ ...needed, ...wanted });
  return (value, file) => {
    const kept: Record<string, unknown> = {};
    for (const [name, take] of shape) {
      const found = take(own(value, name), file);
      if (found !== undefined) kept[name] = found;
      else if (name in needed) throw new HelpError('pack-missing', { file, reason: name });
    }
    return kept as Needed & Partial<Wanted>;
  };
}
