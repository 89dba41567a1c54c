import type { Article, ArticleSource, ReadFile } from '@helpkiosk/core';
import { ANALYSER } from '../analysis/analyser.js';
import { parseArticleSources } from '../article-source.js';
import { buildIndexFile, type IndexLanguage } from '../build-index.js';
import { checkSum } from '../check-sum.js';
import { inOwnersOrder } from '../owners-order.js';
import { PACK_FORMAT, type PackFile, type PackLocale, type SearchableArticle } from '../pack-format.js';
import { sha256 } from '../sha256.js';

/** `perFile` articles in one file (default: all). Names of files hold `version`, or where `hashed`, the hash of their content. */
export interface MemoryPackOptions {
  version?: string;
  perFile?: number;
  hashed?: boolean;
  /** What is known of the languages, by locale (default: nothing; each character of a script without spaces is a word then). */
  languages?: Readonly<Record<string, IndexLanguage & { han?: Uint8Array }>>;
}

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/** The files of a small pack. */
export function memoryPack(
  sources: readonly ArticleSource[],
  { version = 'v1', perFile = Infinity, hashed = false, languages = {} }: MemoryPackOptions = {},
): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const put = (stem: string, role: PackFile['role'], bytes: Uint8Array, type: string): PackFile => {
    const name = `${stem}-${hashed ? hashOf(bytes) : version}.${type}`;
    files.set(name, bytes);
    return { name, role, bytes: bytes.length, check: checkSum(bytes) };
  };
  const locales: Record<string, PackLocale> = {};
  const articles = parseArticleSources(sources);
  for (const locale of new Set(articles.map((article) => article.locale))) {
    const own = inOwnersOrder(articles.filter((article) => article.locale === locale));
    const chunks = inChunks(own, perFile);
    const counts = chunks.map(({ length }) => length);
    const { han, ...language } = languages[locale] ?? {};
    locales[locale] = {
      articleCount: own.length,
      categories: categoriesOf(own),
      index: put(`index-${locale}`, 'index', buildIndexFile(locale, own, counts, language), 'bin'),
      articles: chunks.map((chunk, i) =>
        put(`articles-${locale}-${i}`, 'articles', articlesFile(locale, chunk), 'json'),
      ),
      ...(han && { han: put(`han-${locale}`, 'han', han, 'bin') }),
    };
  }
  const manifest = { format: PACK_FORMAT, version, analyser: ANALYSER, updatedAt: 1767603600000, locales };
  files.set('pack.json', encode(JSON.stringify(manifest)));
  return files;
}

/** A list with each article on a line of its own. */
function articlesFile(locale: string, articles: readonly SearchableArticle[]): Uint8Array {
  const lines = [{ format: PACK_FORMAT, locale }, ...articles.map(storedArticle)].map((item) => JSON.stringify(item));
  return encode(`[${lines.join('\n,')}\n]`);
}

function storedArticle({ kind: _, keywords: __, order: ___, votes: ____, ...article }: SearchableArticle): Article {
  return article;
}

function categoriesOf(articles: readonly SearchableArticle[]): { name: string; count: number }[] {
  const names = [...new Set(articles.flatMap(({ category }) => category ?? []))];
  return names.map((name) => ({ name, count: articles.filter(({ category }) => category === name).length }));
}

const hashOf = (bytes: Uint8Array): string => sha256(bytes).slice(0, 10);

function inChunks(articles: readonly SearchableArticle[], size: number): SearchableArticle[][] {
  const chunks: SearchableArticle[][] = [];
  articles.forEach((article, i) => (chunks[Math.floor(i / size)] ??= []).push(article));
  return chunks;
}

/** A pack whose manifest is changed. */
export function withManifest(
  files: ReadonlyMap<string, Uint8Array>,
  change: (manifest: Record<string, unknown>) => void,
): Map<string, Uint8Array> {
  const manifest = JSON.parse(new TextDecoder().decode(files.get('pack.json'))) as Record<string, unknown>;
  change(manifest);
  return new Map([...files, ['pack.json', encode(JSON.stringify(manifest))]]);
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
