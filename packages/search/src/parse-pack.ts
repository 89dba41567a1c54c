// Files of a pack are outside data: every field is checked, own property by own property, before anything uses it.
import { HelpError } from '@helpkiosk/core';
import type { Article } from '@helpkiosk/core';
import { listOf, own } from './own.js';
import {
  MANIFEST_NAME,
  PACK_FORMAT,
  type ArticlesShard,
  type IndexedDoc,
  type IndexShard,
  type PackFile,
  type PackLocale,
  type PackManifest,
} from './pack-format.js';

type Fail = (reason: string) => never;
type Fields = Record<string, unknown>;

const FILE_NAME = /^\w[\w.-]*$/;

const failWith =
  (file: string): Fail =>
  (reason) => {
    throw new HelpError('pack-missing', { file, reason });
  };
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/**
 * The manifest in `pack.json`, given as bytes or as parsed JSON. Throws HelpError `pack-incompatible` for another format
 * number (details: `format`), `pack-missing` (details: `file`, `reason`) for anything that is no manifest.
 */
export function parseManifest(input: unknown): PackManifest {
  const fail = failWith(MANIFEST_NAME);
  const value = open(input, fail);
  const version = text(value, 'version', fail);
  const analyser = own(value, 'analyser');
  const locales: Record<string, PackLocale> = Object.create(null);
  const given = own(value, 'locales');
  if (typeof given !== 'object' || given === null) fail('locales');
  for (const locale of Object.keys(given as object)) locales[locale] = parseLocale(own(given, locale), fail);
  const updatedAt = own(value, 'updatedAt');
  return {
    format: PACK_FORMAT,
    version,
    analyser: { id: text(analyser, 'id', fail), version: count(analyser, 'version', fail) },
    ...(Number.isFinite(updatedAt) ? { updatedAt: updatedAt as number } : {}),
    locales,
  };
}

/** The content of an index file, as `parseManifest` does it; `file` is its name, for the error. The engine checks its own part when it loads. */
export function parseIndexShard(input: unknown, file: string): IndexShard {
  const fail = failWith(file);
  const value = open(input, fail);
  const docs = listOf(own(value, 'docs')).map((doc): IndexedDoc => {
    const kept: Fields = { id: text(doc, 'id', fail), title: text(doc, 'title', fail) };
    copy(doc, kept, ['kind', 'category', 'url', 'summary'], isText);
    copy(doc, kept, ['file'], isCount);
    return kept as unknown as IndexedDoc;
  });
  return { format: PACK_FORMAT, locale: text(value, 'locale', fail), docs, engine: own(value, 'engine') };
}

/** The content of an articles file. Trees are passed on as they are: whoever draws them checks each node. */
export function parseArticlesShard(input: unknown, file: string): ArticlesShard {
  const fail = failWith(file);
  const value = open(input, fail);
  const locale = text(value, 'locale', fail);
  const articles = listOf(own(value, 'articles')).map((article): Article => {
    const kept: Fields = { id: text(article, 'id', fail), locale, title: text(article, 'title', fail) };
    copy(article, kept, ['category', 'url'], isText);
    copy(article, kept, ['updatedAt'], Number.isFinite);
    kept['tree'] = { v: 1, nodes: listOf(own(own(article, 'tree'), 'nodes')) };
    kept['videos'] = listOf(own(article, 'videos'));
    kept['related'] = listOf(own(article, 'related')).filter(isText);
    return kept as unknown as Article;
  });
  return { format: PACK_FORMAT, locale, articles };
}

function open(input: unknown, fail: Fail): unknown {
  const value = ArrayBuffer.isView(input) ? json(input as Uint8Array, fail) : input;
  const format = own(value, 'format');
  if (typeof format !== 'number') fail('format');
  if (format !== PACK_FORMAT) throw new HelpError('pack-incompatible', { format });
  return value;
}

function json(bytes: Uint8Array, fail: Fail): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return fail('json');
  }
}

function text(value: unknown, name: string, fail: Fail): string {
  const found = own(value, name);
  return isText(found) ? found : fail(name);
}

function count(value: unknown, name: string, fail: Fail): number {
  const found = own(value, name);
  return isCount(found) ? found : fail(name);
}

function copy(from: unknown, into: Fields, names: readonly string[], test: (value: unknown) => boolean): void {
  for (const name of names) {
    const value = own(from, name);
    if (test(value)) into[name] = value;
  }
}

function parseLocale(value: unknown, fail: Fail): PackLocale {
  return {
    articleCount: count(value, 'articleCount', fail),
    categories: listOf(own(value, 'categories')).map((category) => ({
      name: text(category, 'name', fail),
      count: count(category, 'count', fail),
    })),
    index: parseFile(own(value, 'index'), 'index', fail),
    articles: listOf(own(value, 'articles')).map((file) => parseFile(file, 'articles', fail)),
  };
}

function parseFile(value: unknown, role: PackFile['role'], fail: Fail): PackFile {
  const name = text(value, 'name', fail);
  // A name is resolved against the manifest's address: it must not lead anywhere else.
  if (!FILE_NAME.test(name) || own(value, 'role') !== role) fail('files');
  return { name, role, bytes: count(value, 'bytes', fail) };
}
