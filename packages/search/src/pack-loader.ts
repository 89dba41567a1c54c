import { isHelpError, toHelpError } from '@helpkiosk/core';
import type { Article } from '@helpkiosk/core';
import { loadEngine } from './engines/pack-engine.js';
import { once } from './once.js';
import type { PackFiles } from './pack-files.js';
import type { PackFile } from './pack-format.js';
import { parseArticlesShard, parseIndexShard } from './parse-pack.js';
import type { LocaleIndex, SearchSource } from './search-source.js';

/**
 * A pack as a source of articles; each file is read when it is first needed, once. When one is gone because the owner has
 * published a newer pack, the newer one takes its place and `onUpdate` is called.
 */
export async function loadPack(files: PackFiles, onUpdate: () => void = () => {}): Promise<SearchSource> {
  let manifest = await files.manifest();
  const loadIndex = once((file: PackFile) => files.shard(file, readIndex));
  const loadArticles = once((file: PackFile) => files.shard(file, readArticles));
  const latest = async <T>(load: () => Promise<T>): Promise<T> => {
    const used = manifest;
    try {
      return await load();
    } catch (error) {
      if (!isHelpError(error) || error.code !== 'pack-missing') throw error;
      const found = used === manifest ? await files.manifest() : manifest;
      if (found.version === used.version) throw error;
      if (found.version !== manifest.version) {
        manifest = found;
        queueMicrotask(onUpdate);
      }
      return latest(load);
    }
  };
  const index = (locale: string): Promise<LocaleIndex> =>
    latest(async () => {
      const file = manifest.locales[locale]?.index;
      return file ? loadIndex(file) : NOTHING;
    });
  const article = (locale: string, id: string, file: number): Promise<Article | undefined> =>
    latest(async () => {
      const shard = manifest.locales[locale]?.articles[file];
      return shard && (await loadArticles(shard)).get(id);
    });
  const isWhole = (locale: string): boolean => manifest.locales[locale]?.articles.length === 1;
  return {
    locales: () => Object.keys(manifest.locales),
    outline: (locale) => ({
      categories: manifest.locales[locale]?.categories ?? [],
      ...(manifest.updatedAt && { builtAt: manifest.updatedAt }),
    }),
    prefetch(locale) {
      if (isWhole(locale)) article(locale, '', 0).catch(() => {});
    },
    index,
    async article(locale, id, file) {
      if (file !== undefined || isWhole(locale)) return article(locale, id, file ?? 0);
      const { docs } = await index(locale);
      return article(locale, id, docs.find((doc) => doc.id === id)?.file ?? 0);
    },
    close: files.close,
  };
}

const NOTHING: LocaleIndex = { docs: [], engine: loadEngine({ lengths: [], postings: [] }) };

function readIndex(bytes: Uint8Array, file: string): LocaleIndex {
  const { docs, engine } = parseIndexShard(bytes, file);
  try {
    return { docs, engine: loadEngine(engine) };
  } catch (error) {
    throw toHelpError(error, 'pack-missing', { file, reason: 'engine' });
  }
}

function readArticles(bytes: Uint8Array, file: string): ReadonlyMap<string, Article> {
  return new Map(parseArticlesShard(bytes, file).articles.map((article) => [article.id, article]));
}
