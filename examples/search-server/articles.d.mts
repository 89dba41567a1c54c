import type { SearchResult } from '@helpkiosk/core';
import type { Groonga } from './groonga.d.mts';

/** An article as it is loaded; the texts are plain, headings one to a line. */
export interface LoadedArticle {
  id: string;
  locale: string;
  title: string;
  summary: string;
  headings: string;
  body: string;
  category?: string;
  url?: string;
}

/** Makes the table of articles in an empty database. */
export function createTable(groonga: Pick<Groonga, 'send'>): Promise<void>;

/** Indexes what is in the table, and from then on what is loaded. */
export function createIndex(groonga: Pick<Groonga, 'send'>): Promise<void>;

/** Loads articles in batches; gives their number. */
export function loadArticles(
  groonga: Pick<Groonga, 'send'>,
  articles: Iterable<LoadedArticle> | AsyncIterable<LoadedArticle>,
): Promise<number>;

/** The best articles for a question; any of its words may match. */
export function searchArticles(
  groonga: Pick<Groonga, 'send'>,
  question: { text: string; locale: string; limit: number },
): Promise<SearchResult[]>;
