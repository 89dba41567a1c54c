import type { ResultsAnswer, SearchResult } from '@helpkiosk/core';
import { appendResults } from './append-results.js';
import { fuseResults, resultKey, uniqueResults } from './fuse-results.js';

/** Results of both together that are shown at the most. */
export const MOST_SHOWN = 12;

/**
 * The answer of the pack with what the server has found; `local` null where the pack has none. Nothing moves with `hold`: what is new stands behind. Else the
 * lists are fused; where the pack could only guess, what the server has comes first. `total` counts what only the server has.
 */
export function mergeAnswers(
  local: ResultsAnswer | null,
  server: readonly SearchResult[],
  hold = false,
): ResultsAnswer {
  if (!local) return { results: uniqueResults(server).slice(0, MOST_SHOWN), total: server.length, guess: false };
  if (!server.length) return local;
  const results = hold
    ? appendResults(local.results, server, MOST_SHOWN)
    : local.guess
      ? uniqueResults([...server, ...local.results]).slice(0, MOST_SHOWN)
      : fuseResults([local.results, server], MOST_SHOWN);
  const known = new Set(local.results.map(resultKey));
  const added = results.filter((result) => !known.has(resultKey(result))).length;
  return { ...local, results, total: local.total + added, guess: local.guess && !added };
}
