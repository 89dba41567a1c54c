import type { Article, ArticleSource, BuildOptions } from '@helpkiosk/core';
import {
  ANALYSER,
  buildIndexFile,
  checkSum,
  inOwnersOrder,
  MANIFEST_NAME,
  PACK_FORMAT,
  type PackFile,
  type PackLocale,
  type PackManifest,
  type SearchableArticle,
} from '@helpkiosk/search';
import { addSynonyms } from './add-synonyms.js';
import { checkArticle } from './check-article.js';
import { contentHash } from './content-hash.js';
import { describeLanguage } from './language/describe-language.js';
import { relatedOf } from './related.js';
import { stableJson } from './stable-json.js';

/** Articles of one file, in bytes of JSON: a customer who opens one article loads its neighbours with it. */
const ARTICLES_FILE_BYTES = 100_000;

/**
 * The files of a knowledge pack by name; `pack.json` is the manifest, the others lie beside it and carry the hash of their content.
 * The same articles in any order give the same bytes. `synonyms`: groups of words by language, `und` for every language; an article that has a word of
 * a group in its title, keywords, summary or headings is found by the others too. `onProblem` hears of every article that is left out: one that is
 * invalid, or that has the id and locale of an earlier one. Rejects only with what the iteration of `articles` throws.
 */
export async function buildPack(
  articles: Iterable<ArticleSource> | AsyncIterable<ArticleSource>,
  options: BuildOptions = {},
): Promise<Map<string, Uint8Array>> {
  const locales = await collect(articles, options);
  const files = new Map<string, Uint8Array>();
  const entries: Record<string, PackLocale> = {};
  for (const locale of [...locales.keys()].sort()) {
    entries[locale] = addLocale(files, locale, inOwnersOrder([...locales.get(locale)!.values()]));
  }
  const updatedAt = newest([...locales.values()].flatMap((byId) => [...byId.values()]));
  const content: Omit<PackManifest, 'version'> = {
    format: PACK_FORMAT,
    analyser: ANALYSER,
    ...(updatedAt === undefined ? {} : { updatedAt }),
    locales: entries,
  };
  const manifest: PackManifest = { ...content, version: contentHash(stableJson(content)) };
  return new Map([[MANIFEST_NAME, stableJson(manifest)], ...files]);
}

async function collect(
  articles: Iterable<ArticleSource> | AsyncIterable<ArticleSource>,
  { onProblem: report = () => {}, synonyms = {} }: BuildOptions,
): Promise<Map<string, Map<string, SearchableArticle>>> {
  const locales = new Map<string, Map<string, SearchableArticle>>();
  let place = 0;
  for await (const source of articles) {
    const article = checkArticle(source, place, report);
    if (article) {
      const byId = locales.get(article.locale) ?? new Map<string, SearchableArticle>();
      locales.set(article.locale, byId);
      if (byId.has(article.id)) {
        report({
          path: `articles[${place}].id`,
          message: `"${article.id}" is used by an earlier article of ${article.locale}`,
        });
      } else byId.set(article.id, addSynonyms(article, synonyms));
    }
    place++;
  }
  return locales;
}

function addLocale(files: Map<string, Uint8Array>, locale: string, articles: readonly SearchableArticle[]): PackLocale {
  const add = (role: PackFile['role'], bytes: Uint8Array, type: string): PackFile => {
    const name = `${role}-${locale}-${contentHash(bytes)}.${type}`;
    files.set(name, bytes);
    return { name, role, bytes: bytes.length, check: checkSum(bytes) };
  };
  const related = relatedOf(articles);
  const shards = cutIntoFiles(articles.map((article) => storedArticle(article, related.get(article.id) ?? [])));
  const counts = shards.map(({ length }) => length);
  const language = describeLanguage(locale, articles);
  return {
    articleCount: articles.length,
    categories: categoriesOf(articles),
    index: add('index', buildIndexFile(locale, articles, counts, language), 'bin'),
    articles: shards.map((shard) => add('articles', articlesFile(locale, shard), 'json')),
    ...(language.han && { han: add('han', language.han, 'bin') }),
  };
}

/** A list with each article on a line of its own, so that one can be read without the others. */
function articlesFile(locale: string, articles: readonly Article[]): Uint8Array {
  const lines = [{ format: PACK_FORMAT, locale }, ...articles].map((item) =>
    new TextDecoder().decode(stableJson(item)),
  );
  return new TextEncoder().encode(`[${lines.join('\n,')}\n]`);
}

/** What an article file holds of an article; what only indexing needs stays out. */
function storedArticle(article: SearchableArticle, related: readonly string[]): Article {
  const { id, locale, title, summary, category, updatedAt, url, tree, videos } = article;
  return {
    id,
    locale,
    title,
    ...(summary ? { summary } : {}),
    ...(category === undefined ? {} : { category }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
    ...(url === undefined ? {} : { url }),
    tree,
    videos,
    related,
  };
}

function cutIntoFiles(articles: readonly Article[]): Article[][] {
  const shards: Article[][] = [];
  let left = 0;
  for (const article of articles) {
    const bytes = stableJson(article).length;
    if (bytes > left) {
      shards.push([]);
      left = ARTICLES_FILE_BYTES;
    }
    shards.at(-1)!.push(article);
    left -= bytes;
  }
  return shards;
}

function categoriesOf(articles: readonly SearchableArticle[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { category } of articles) if (category) counts.set(category, (counts.get(category) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}

function newest(articles: readonly SearchableArticle[]): number | undefined {
  return articles.reduce<number | undefined>(
    (latest, { updatedAt }) => (updatedAt === undefined ? latest : Math.max(latest ?? updatedAt, updatedAt)),
    undefined,
  );
}
