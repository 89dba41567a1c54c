import type { SearchResult } from '@helpkiosk/core';

/** The constant of reciprocal rank fusion: how little the first places stand out. */
const SMOOTHING = 60;

/**
 * What makes two results the same: kind and article. The videos of one article are told apart by their address.
 */
export function resultKey({ kind, articleId, url }: SearchResult): string {
  return JSON.stringify(kind === 'video' ? [kind, articleId, url] : [kind, articleId]);
}

/**
 * Joins ranked lists of several sources into one of at most `limit` by reciprocal rank fusion: each list gives a result 1 / (60 + its place), from 1 on.
 * A result that several lists have stands once, as the first of them has it; its `score` is the sum. Equal sums keep the order of the lists.
 * Scores of different sources cannot be compared, so none is read. A limit below 1 gives nothing; the lists stay as they are.
 * Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods", SIGIR 2009.
 */
export function fuseResults(lists: readonly (readonly SearchResult[])[], limit: number): SearchResult[] {
  const fused = new Map<string, SearchResult>();
  for (const list of lists) {
    uniqueResults(list).forEach((result, place) => {
      const key = resultKey(result);
      const share = 1 / (SMOOTHING + place + 1);
      const known = fused.get(key);
      fused.set(key, { ...(known ?? result), score: (known?.score ?? 0) + share });
    });
  }
  return [...fused.values()].sort((a, b) => b.score - a.score).slice(0, Math.max(0, limit));
}

/** The results of a list, each at its first place only. */
export function uniqueResults(list: readonly SearchResult[]): SearchResult[] {
  const seen = new Set<string>();
  return list.filter((result) => {
    const key = resultKey(result);
    return !seen.has(key) && seen.add(key);
  });
}
