import type { ArticleSource, ReadFile } from '@helpkiosk/core';
import { ANALYSER } from '../analysis/analyser.js';
import { parseArticleSources } from '../article-source.js';
import { buildIndexShard } from '../build-index.js';
import type { PackFile, PackLocale, SearchableArticle } from '../pack-format.js';
import { sha256 } from '../sha256.js';

const bytesOf = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));

/** The files of a small pack; `perFile` articles in one file (default: all). Names of files hold `version`, or where `hashed`, the hash of their content. */
export function memoryPack(
  sources: readonly ArticleSource[],
  { version = 'v1', perFile = Infinity, hashed = false }: { version?: string; perFile?: number; hashed?: boolean } = {},
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const put = (stem: string, role: PackFile['role'], value: unknown): PackFile => {
    const bytes = bytesOf(value);
    const name = `${stem}-${hashed ? hashOf(bytes) : version}.json`;
    files.set(name, bytes);
    return { name, role, bytes: bytes.length };
  };
  const locales: Record<string, PackLocale> = {};
  const articles = parseArticleSources(sources);
  for (const locale of new Set(articles.map((article) => article.locale))) {
    const own = articles.filter((article) => article.locale === locale);
    const shard = buildIndexShard(locale, own);
    const chunks = inChunks(
      shard.docs.map(({ id }) => own.find((article) => article.id === id)!),
      perFile,
    );
    const docs = shard.docs.map((doc, place) => ({ ...doc, file: Math.floor(place / perFile) }));
    const categories = [...new Set(shard.docs.map(({ category }) => category!))];
    locales[locale] = {
      articleCount: own.length,
      categories: categories.map((name) => ({ name, count: own.filter(({ category }) => category === name).length })),
      index: put(`index-${locale}`, 'index', { ...shard, docs }),
      articles: chunks.map((chunk, i) =>
        put(`articles-${locale}-${i}`, 'articles', { format: 1, locale, articles: chunk }),
      ),
    };
  }
  files.set('pack.json', bytesOf({ format: 1, version, analyser: ANALYSER, updatedAt: 1767603600000, locales }));
  return files;
}

const hashOf = (bytes: Uint8Array): string => sha256(bytes).slice(0, 10);

function inChunks(articles: readonly SearchableArticle[], size: number): SearchableArticle[][] {
  const chunks: SearchableArticle[][] = [];
  articles.forEach((article, i) => (chunks[Math.floor(i / size)] ??= []).push(article));
  return chunks;
}

/** Reads from a map and writes down what was read. */
export function readFrom(files: ReadonlyMap<string, Uint8Array>, log: string[] = []): ReadFile {
  return async (name) => {
    log.push(name);
    const bytes = files.get(name);
    if (!bytes) throw new TypeError(`nothing at ${name}`);
    return bytes;
  };
}
