import type { SearchResult } from '@helpkiosk/core';
import { resultKey, uniqueResults } from './fuse-results.js';

/**
 * The results of `fresh` that are not `shown` yet, put behind them, `limit` in all, so that nothing that is shown moves. A list stands by kinds: a new result
 * of a kind that is followed by another would push that one away, so it is left out. What is shown stays, whatever the limit.
 */
export function appendResults(
  shown: readonly SearchResult[],
  fresh: readonly SearchResult[],
  limit: number,
): readonly SearchResult[] {
  const known = new Set(shown.map(resultKey));
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  const inTheWay = new Set(kinds.slice(0, -1));
  const added = uniqueResults(fresh).filter((result) => !known.has(resultKey(result)) && !inTheWay.has(result.kind));
  // Those that go on with the last kind that is shown come first: they stand right behind it.
  const ordered = [
    ...added.filter(({ kind }) => kind === kinds.at(-1)),
    ...added.filter(({ kind }) => kind !== kinds.at(-1)),
  ];
  const room = Math.max(0, limit - shown.length);
  return room && ordered.length ? [...shown, ...ordered.slice(0, room)] : shown;
}
