import type { Article, Contents } from '@helpkiosk/core';
import type { Analysis } from './analysis/analysis.js';
import type { Engine } from './engine.js';
import type { IndexedDoc } from './pack-format.js';
import type { Expert } from './recover/index.js';

/** One locale, ready to be asked: docs and categories in the owner's order, and the engine whose doc numbers are places in the docs. */
export interface LocaleIndex {
  readonly docs: readonly IndexedDoc[];
  readonly engine: Engine;
  /** How its texts were cut into terms. */
  readonly analysis: Analysis;
  /** Its texts were compared in simplified characters: queries and what is marked must be, too. */
  readonly converts?: boolean;
  /** The pack's file of that role, if it has one. */
  han(): Promise<Uint8Array | undefined>;
  /** What helps with queries that the index does not know; loaded when first asked for. Rejects where it cannot be had. */
  expert(): Promise<Expert>;
  readonly categories: Contents['categories'];
  readonly builtAt?: number | undefined;
}

/** An article with the one line that says what it is about, which only results show. */
export interface SummedArticle extends Article {
  readonly summary?: string | undefined;
}

/** Where a search takes its articles from: a pack or a live set. `locale` is always one of `locales()`, or empty where there are none. Nothing here takes a signal: loads are shared. */
export interface SearchSource {
  locales(): readonly string[];
  /** `ahead`: also begins to read what the results of a query will need beside the index. */
  index(locale: string, ahead?: boolean): Promise<LocaleIndex>;
  /** Undefined for an article that is not there. */
  article(locale: string, id: string): Promise<SummedArticle | undefined>;
  close(): void;
}
