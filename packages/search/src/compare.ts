/** Less, equal or greater by `<`: texts by UTF-16 code unit, never by the reader's language. */
export function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
