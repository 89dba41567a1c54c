/** Whether a value can be an instant or a duration: a number, not negative, small enough to count every millisecond. */
export const isInstant = (value: unknown): value is number =>
  typeof value === 'number' && value >= 0 && value <= Number.MAX_SAFE_INTEGER;

/** Whether a value can be a position: a whole number from 1 on. */
export const isPlace = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;
