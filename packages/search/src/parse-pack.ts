// Files of a pack are outside data: every field is checked, own property by own property, before anything uses it.
import { HelpError } from '@helpkiosk/core';
import type { Article, ArticleTree } from '@helpkiosk/core';
import { ANALYSER } from './analysis/analyser.js';
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
  });

const locale: Take<PackLocale> = record({
  articleCount: number,
  categories: list(record({ name: text, count: number })),
  index: fileOf('index'),
  articles: list(fileOf('articles')),
});

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

const doc = record(
  { id: text, title: text },
  { kind: text as Take<IndexedDoc['kind']>, category: text, url: text, summary: text, file: number },
);

const index = record({ format, locale: text, docs: list(doc), engine: (value) => value });

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

const articles = record({ format, locale: text, articles: list(article) });

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

/** The content of an index file, as `parseManifest` does it; `file` is its name, for the error. The engine checks its own part when it loads. */
export function parseIndexShard(input: unknown, file: string): IndexShard {
  return parse(input, file, index);
}

/** The content of an articles file. Trees are passed on as they are: whoever draws them checks each node. */
export function parseArticlesShard(input: unknown, file: string): ArticlesShard {
  const shard = parse(input, file, articles);
  return { ...shard, articles: shard.articles.map((found) => ({ ...found, locale: shard.locale })) };
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
