import type { Article, Contents } from '@helpkiosk/core';
import type { Engine } from './engine.js';
import type { IndexedDoc } from './pack-format.js';

/** One locale, ready to be asked: docs and categories in the owner's order, and the engine whose doc numbers are places in the docs. */
export interface LocaleIndex {
  readonly docs: readonly IndexedDoc[];
  readonly engine: Engine;
  readonly categories: Contents['categories'];
  readonly builtAt?: number | undefined;
}

/** Where a search takes its articles from: a pack or a live set. `locale` is always one of `locales()`, or empty where there are none. Nothing here takes a signal: loads are shared. */
export interface SearchSource {
  locales(): readonly string[];
  /** `ahead`: also begins to read what the results of a query will need beside the index. */
  index(locale: string, ahead?: boolean): Promise<LocaleIndex>;
  /** `file` is that of its doc, if known; undefined for an article that is not there. */
  article(locale: string, id: string, file?: number): Promise<Article | undefined>;
  close(): void;
}
