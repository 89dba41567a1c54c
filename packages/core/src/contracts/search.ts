// Searching and its answers.
import type { ArticleTree, VideoSource } from './content.js';

export type ReadFile = (name: string, options: { signal?: AbortSignal }) => Promise<Uint8Array>;
export interface Search {
  query(
    text: string,
    options?: QueryOptions,
  ): Promise<{ results: SearchResult[]; total: number; guess: boolean; didYouMean?: string }>; // guess: nothing matched well, nearest shown
  suggest(text: string, options?: { locale?: string; limit?: number; signal?: AbortSignal }): Promise<string[]>;
  article(id: string, locale: string, options?: { signal?: AbortSignal }): Promise<Article | null>;
  /** What home shows before anything is typed: categories in the owner's order, and articles in that order (of one category, if named). */
  browse(options?: { locale?: string; category?: string; limit?: number; signal?: AbortSignal }): Promise<Contents>;
  locales(): readonly string[];
  close(): void;
}
/** `articles` holds at most `limit` (default 8) entries of the chosen category; `total` says how many there are. */
export interface Contents {
  locale: string;
  builtAt?: number;
  total: number;
  categories: readonly { name: string; count: number }[];
  articles: readonly { id: string; title: string; category?: string }[];
}
export interface QueryOptions {
  locale?: string;
  limit?: number;
  kinds?: readonly ResultKind[];
  signal?: AbortSignal;
} // limit 8
export type ResultKind = 'article' | 'video' | 'thread' | 'action' | 'ticket';
export interface TextPart {
  text: string;
  hit: boolean;
}
export interface SearchResult {
  kind: ResultKind;
  articleId: string;
  locale: string;
  score: number;
  title: TextPart[];
  excerpt: TextPart[];
  category?: string;
  sectionId?: string;
  atMs?: number;
  url?: string;
} // for a video, url is the VideoSource's and atMs its second
export interface Article {
  id: string;
  locale: string;
  title: string;
  category?: string;
  updatedAt?: number;
  url?: string;
  tree: ArticleTree;
  videos: readonly VideoSource[];
  related: readonly string[];
}
