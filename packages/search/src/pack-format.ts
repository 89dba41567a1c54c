// What the files of a pack hold. `packages/pack` writes them, `pack-loader.ts` reads them; `parse-pack.ts` checks them. docs/pack-format.md tells it byte by byte.
import type { Article, ResultKind } from '@helpkiosk/core';
import type { StemTable } from './analysis/stemmer.js';

/** `format` of every file of a pack; a reader refuses another number with HelpError `pack-incompatible`. */
export const PACK_FORMAT = 4;

/** Name of the manifest; the other files lie beside it. */
export const MANIFEST_NAME = 'pack.json';

/**
 * A file beside the manifest. `name` carries locale and content hash: `index-zh-Hans-<hash>.bin`; `bytes` is its exact size, `check` the
 * `checkSum` of its content. `han` holds how Chinese characters sound and are written elsewhere.
 */
export interface PackFile {
  name: string;
  role: 'index' | 'articles' | 'han';
  bytes: number;
  check: number;
}

/** One language of a pack; categories in the owner's order. Several article files hold the articles in the order of the index. */
export interface PackLocale {
  articleCount: number;
  categories: readonly { name: string; count: number }[];
  index: PackFile;
  articles: readonly PackFile[];
  han?: PackFile;
}

/** The content of `pack.json`. `version` is a hash of all content; `updatedAt` is that of the newest article. */
export interface PackManifest {
  format: typeof PACK_FORMAT;
  version: string;
  analyser: string;
  updatedAt?: number;
  locales: Readonly<Record<string, PackLocale>>;
}

/**
 * What a result list needs of one article without its text; `video`: the place of a video among those of the article `id`, which is this entry.
 * `prior`: by how many thousandths it scores more, or less, than its words say; see `priorsOf`.
 */
export interface IndexedDoc {
  id: string;
  title: string;
  kind?: ResultKind;
  category?: string;
  url?: string;
  updatedAt?: number;
  video?: number;
  prior?: number;
}

/**
 * The first line of an index file, as JSON. `docs`: articles in the owner's order, then their videos. `files`: the number of articles in each article file.
 * `text` and `postings` are those of the `SavedIndex` whose bytes follow. `converts`: texts are traditional or mixed, and compared in simplified characters.
 */
export interface IndexHead {
  format: typeof PACK_FORMAT;
  locale: string;
  docs: readonly IndexedDoc[];
  files: readonly number[];
  text: string;
  postings: number;
  stems?: StemTable;
  converts?: boolean;
}

/** An article with what only indexing needs. `keywords` are searched and not shown; `order` sorts, lower first, absent last; `votes` are whole numbers. */
export interface SearchableArticle extends Article {
  kind?: ResultKind;
  summary?: string;
  keywords?: readonly string[];
  order?: number;
  votes?: { yes: number; no: number };
}
