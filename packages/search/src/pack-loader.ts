import { toHelpError } from '@helpkiosk/core';
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
      if (toHelpError(error).code !== 'pack-missing') throw error;
      const found = used === manifest ? await files.manifest() : manifest;
      if (found.version === used.version) throw error;
      if (found.version !== manifest.version) queueMicrotask(onUpdate);
      manifest = found;
      return latest(load);
    }
  };
  return {
    locales: () => Object.keys(manifest.locales),
    index: (locale, ahead) =>
      latest(async () => {
        const found = manifest.locales[locale];
        if (!found) return NOTHING;
        const { index, articles, categories } = found;
        if (ahead && articles.length === 1) loadArticles(articles[0]!).catch(() => {});
        return { ...(await loadIndex(index)), categories, builtAt: manifest.updatedAt };
      }),
    article: (locale, id, file) =>
      latest(async () => {
        const found = manifest.locales[locale];
        if (!found) return undefined;
        const { index, articles } = found;
        const place =
          file ?? (articles.length > 1 ? (await loadIndex(index)).docs.find((doc) => doc.id === id)?.file : 0);
        const shard = articles[place ?? 0];
        return shard && (await loadArticles(shard)).get(id);
      }),
    close: files.close,
  };
}

const NOTHING: LocaleIndex = { docs: [], engine: loadEngine({ lengths: [], postings: [] }), categories: [] };

function readIndex(bytes: Uint8Array, file: string): Pick<LocaleIndex, 'docs' | 'engine'> {
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
