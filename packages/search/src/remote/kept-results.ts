import { toHelpError } from '@helpkiosk/core';
import type { HelpError, SearchPort, SearchResult } from '@helpkiosk/core';
import { articleOfResult } from './article-of-result.js';

/** Older ones are forgotten. */
const MOST_KEPT = 100;

/** What servers have said of articles that the pack may not have. */
export interface KeptResults {
  add(found: readonly SearchResult[]): void;
  /** As `SearchPort.article`; what the pack does not have, or cannot give, is shown by what its result said. */
  article: SearchPort['article'];
}

export function createKeptResults(local: SearchPort, onError: (error: HelpError) => void): KeptResults {
  const kept = new Map<string, SearchResult>();
  return {
    add(found) {
      for (const result of found) kept.set(result.articleId, result);
      for (const id of kept.keys()) if (kept.size > MOST_KEPT) kept.delete(id);
    },
    async article(id, options) {
      const result = kept.get(id);
      const found = await local.article(id, options).catch((error: unknown) => {
        options?.signal?.throwIfAborted();
        if (!result) throw error;
        onError(toHelpError(error));
        return null;
      });
      return found ?? (result ? articleOfResult(result) : null);
    },
  };
}
