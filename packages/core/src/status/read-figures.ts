// Reads single members of outside data. Whatever does not fit is absent: undefined here, null in the facts.

/** A member of its own, or undefined; nothing inherited is seen. */
export function own(value: unknown, member: string): unknown {
  return Object(value) === value && Object.hasOwn(value as object, member)
    ? (value as Record<string, unknown>)[member]
    : undefined;
}

/** A finite number from `least` (0) to `most`, or null. */
export function figure(value: unknown, most = Number.MAX_VALUE, least = 0): number | null {
  return typeof value === 'number' && value >= least && value <= most ? value : null;
}

/** A whole number from 0 to `most`, or null. */
export function count(value: unknown, most = Number.MAX_SAFE_INTEGER): number | null {
  return Number.isInteger(value) ? figure(value, most) : null;
}

/** An instant that a Date can hold, or null. */
export function instant(value: unknown): number | null {
  return figure(value, 5e13, -5e13);
}
