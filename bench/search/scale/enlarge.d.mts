import type { ArticleTree } from '@helpkiosk/core';

/** What is indexed; see `bench/search/documents.mjs`. */
export interface BenchDoc {
  id: string;
  title: string;
  keywords: readonly string[];
  summary: string;
  nodes: ArticleTree['nodes'];
}

/** Documents made of the sections of others: the same documents and count give the same ones. */
export function enlarge(docs: readonly BenchDoc[], count: number): Generator<BenchDoc>;
