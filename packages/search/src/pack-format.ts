// What the files of a pack hold. `packages/pack` writes them, `pack-loader.ts` reads them; `parse-pack.ts` checks them.
import type { Article, ResultKind } from '@helpkiosk/core';

/** `format` of every file of a pack; a reader refuses another number with HelpError `pack-incompatible`. */
export const PACK_FORMAT = 1;

/** Name of the manifest; the other files lie beside it. */
export const MANIFEST_NAME = 'pack.json';

/** A file beside the manifest. `name` carries locale and content hash: `index-zh-Hans-<hash>.json`; `bytes` is its exact size. */
export interface PackFile {
  name: string;
  role: 'index' | 'articles';
  bytes: number;
}

/** One language of a pack; categories in the owner's order. Several article files hold the articles as `IndexedDoc.file` tells. */
export interface PackLocale {
  articleCount: number;
  categories: readonly { name: string; count: number }[];
  index: PackFile;
  articles: readonly PackFile[];
}

/** The content of `pack.json`. `version` is a hash of all content; `updatedAt` is that of the newest article. */
export interface PackManifest {
  format: 1;
  version: string;
  analyser: { id: string; version: number };
  updatedAt?: number;
  locales: Readonly<Record<string, PackLocale>>;
}

/** What a result list needs of one article without its text. `file` is the place of its file in `PackLocale.articles`, 0 if left out. */
export interface IndexedDoc {
  id: string;
  title: string;
  kind?: ResultKind;
  category?: string;
  url?: string;
  summary?: string;
  file?: number;
}

/** The JSON in `index-*.json`: docs in the owner's order, and what the engine saved (its doc numbers are places in `docs`). */
export interface IndexShard {
  format: 1;
  locale: string;
  docs: readonly IndexedDoc[];
  engine: unknown;
}

/** The JSON in `articles-*.json`. */
export interface ArticlesShard {
  format: 1;
  locale: string;
  articles: readonly Article[];
}

/** An article with what only indexing needs. `keywords` are searched and not shown; `order` sorts, lower first, absent last. */
export interface SearchableArticle extends Article {
  kind?: ResultKind;
  summary?: string;
  keywords?: readonly string[];
  order?: number;
}
