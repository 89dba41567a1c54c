// Files of a pack are outside data: every field is checked, own property by own property, before anything uses it.
import { HelpError } from '@helpkiosk/core';
import type { Article, ArticleTree } from '@helpkiosk/core';
import { ANALYSER } from './analysis/analyser.js';
import type { StemTable } from './analysis/stemmer.js';
import { listOf, own } from './own.js';
import {
  MANIFEST_NAME,
  PACK_FORMAT,
  type IndexedDoc,
  type IndexHead,
  type PackFile,
  type PackLocale,
  type PackManifest,
} from './pack-format.js';
import { list, number, record, text, textLike, type Take } from './take.js';

const format: Take<typeof PACK_FORMAT> = (value) => {
  if (value === PACK_FORMAT) return PACK_FORMAT;
  if (typeof value === 'number') throw new HelpError('pack-incompatible', { format: value });
  return undefined;
};

const fileOf = (role: PackFile['role']): Take<PackFile> =>
  record({
    // A name is resolved against the manifest's address: it must not lead anywhere else.
    name: textLike(/^\w[\w.-]*$/),
    role: (value) => (value === role ? role : undefined),
    bytes: number,
    check: number,
  });

const locale: Take<PackLocale> = record<Omit<PackLocale, 'han'>, { han: PackFile }>(
  {
    articleCount: number,
    categories: list(record({ name: text, count: number })),
    index: fileOf('index'),
    articles: list(fileOf('articles')),
  },
  { han: (value, file) => (value === undefined ? undefined : fileOf('han')(value, file)) },
);

const manifest = record(
  {
    format,
    version: text,
    analyser: record({ id: text, version: number }),
    locales: (value, file) =>
      typeof value === 'object' && value
        ? Object.fromEntries(Object.entries(value).map(([tag, found]) => [tag, locale(found, file)!]))
        : undefined,
  },
  { updatedAt: number },
);

const TEXTS = ['id', 'title', 'kind', 'category', 'url', 'summary'];
const NUMBERS = ['updatedAt', 'video'];

/** Documents by column; an empty place is an empty text, and `id` and `title` have none. */
const docs: Take<IndexedDoc[]> = (value, file) => {
  const found: Record<string, unknown>[] = listOf(own(value, 'id')).map(() => ({}));
  for (const [names, type] of [
    [TEXTS, 'string'],
    [NUMBERS, 'number'],
  ] as const)
    for (const name of names)
      listOf(own(value, name)).forEach((cell, i) => cell !== '' && typeof cell === type && found[i] && (found[i][name] = cell));
  if (found.some(({ id, title }) => !id || !title)) throw new HelpError('pack-missing', { file, reason: 'docs' });
  return found as unknown as IndexedDoc[];
};

const stems: Take<StemTable> = record({ rules: textLike(/^/), least: number }, { front: text });

const indexHead = record(
  { format, locale: text, docs, files: list(number), parts: list(number) },
  {
    stems: (value, file) => (value === undefined ? undefined : stems(value, file)),
    converts: (value) => value === true || undefined,
  },
);

const articlesHead = record({ format, locale: text });

const article = record(
  {
    id: text,
    title: text,
    tree: (value): ArticleTree => ({ v: 1, nodes: listOf(own(value, 'nodes')) as ArticleTree['nodes'] }),
    videos: listOf as Take<Article['videos']>,
    related: list(text),
  },
  { category: text, url: text, updatedAt: number },
);

/**
 * The manifest in `pack.json`, given as bytes or as parsed JSON. Throws HelpError `pack-incompatible` for another format number or
 * analyser (details: `format` or `analyser`), `pack-missing` (details: `file`, `reason`) for anything that is no manifest.
 */
export function parseManifest(input: unknown): PackManifest {
  const found = parse(input, MANIFEST_NAME, manifest);
  const { id, version } = found.analyser;
  if (id !== ANALYSER.id || version !== ANALYSER.version)
    throw new HelpError('pack-incompatible', { analyser: `${id} ${version}` });
  return found;
}

/** The first line of an index file, as `parseManifest` does it; `file` is its name, for the error. */
export function parseIndexHead(input: unknown, file: string): IndexHead {
  return parse(input, file, indexHead);
}

/** What an articles file says of itself. */
export function parseArticlesHead(input: unknown, file: string): { locale: string } {
  return parse(input, file, articlesHead);
}

/** One article of an articles file. Its tree is passed on as it is: whoever draws it checks each node. */
export function parseArticle(input: unknown, locale: string, file: string): Article {
  return { ...parse(input, file, article), locale };
}

function parse<T>(input: unknown, file: string, take: Take<T>): T {
  let value = input;
  try {
    if (ArrayBuffer.isView(input)) value = JSON.parse(new TextDecoder().decode(input));
  } catch {
    throw new HelpError('pack-missing', { file, reason: 'json' });
  }
  return take(value, file)!;
}
