/**
 * Lets every formatter of `Intl` with the same options be made once, until the returned function is called: making one costs more than a hundred readings of
 * it, and one that is made never changes. For tests that open thousands of schedules in a few zones.
 */
export function keepFormats(): () => void {
  const Own = Intl.DateTimeFormat;
  const kept = new Map<string, Intl.DateTimeFormat>();
  const Keeping = function (...given: ConstructorParameters<typeof Own>): Intl.DateTimeFormat {
    const key = JSON.stringify(given);
    const format = kept.get(key) ?? new Own(...given);
    kept.set(key, format);
    return format;
  };
  Intl.DateTimeFormat = Object.assign(Keeping, Own, { prototype: Own.prototype }) as unknown as typeof Own;
  return () => void (Intl.DateTimeFormat = Own);
}
