import type { Search } from '@helpkiosk/core';

/** A query and the language that it is asked in. */
export interface ParityQuery {
  locale: string;
  text: string;
}

/** The answers of a search to queries, scores at six digits, as texts that are the same for the same answers. */
export function answersOf(
  search: Pick<Search, 'query' | 'suggest'>,
  queries: readonly ParityQuery[],
): Promise<string[]>;
