import { HelpError, isHelpError } from '@helpkiosk/core';
import type { Article } from '@helpkiosk/core';
import type { Engine } from './engine.js';
import { loadEngine } from './engines/pack-engine.js';
import type { PackFiles } from './pack-files.js';
import type { PackManifest } from './pack-format.js';
import { parseArticlesShard, parseIndexShard } from './parse-pack.js';
import type { LocaleIndex, SearchSource } from './search-source.js';
import { once } from './wait-for.js';

/** Files of one version of a pack, each loaded when first needed, once. */
interface Edition {
  manifest: PackManifest;
  index(locale: string): Promise<LocaleIndex>;
  /** The articles of one file; `locale/place` names it. */
  articles(locale: string, file: number): Promise<ReadonlyMap<string, Article>>;
}

/**
 * A pack as a source of articles. When a file is gone because the owner has published a newer pack, the newer one takes
 * its place and `onUpdate` is called.
 */
export async function loadPack(files: PackFiles, onUpdate: () => void = () => {}): Promise<SearchSource> {
  let edition = createEdition(files, await files.manifest());
  let renewing: Promise<boolean> | null = null;
  const renew = async (version: string): Promise<boolean> => {
    const manifest = await files.manifest();
    if (manifest.version === version) return false;
    edition = createEdition(files, manifest);
    queueMicrotask(onUpdate);
    return true;
  };
  const renewOnce = (version: string): Promise<boolean> =>
    (renewing ??= renew(version).finally(() => void (renewing = null)));
  const from = async <T>(load: (edition: Edition) => Promise<T>): Promise<T> => {
    const used = edition;
    try {
      return await load(used);
    } catch (error) {
      if (!isHelpError(error) || error.code !== 'pack-missing') throw error;
      if (used === edition && !(await renewOnce(used.manifest.version))) throw error;
      return from(load);
    }
  };
  const localeOf = (locale: string) => edition.manifest.locales[locale];
  const index = (locale: string): Promise<LocaleIndex> => from((used) => used.index(locale));
  return {
    locales: () => Object.keys(edition.manifest.locales),
    builtAt: () => edition.manifest.updatedAt,
    categories: (locale) => localeOf(locale)?.categories ?? [],
    prefetch(locale) {
      if (localeOf(locale)?.articles.length === 1) edition.articles(locale, 0).catch(() => {});
    },
    index,
    async article(locale, id, file) {
      const several = (localeOf(locale)?.articles.length ?? 0) > 1;
      const place = file ?? (several ? (await index(locale)).docs.find((doc) => doc.id === id)?.file : 0) ?? 0;
      return (await from((used) => used.articles(locale, place))).get(id);
    },
    close: files.close,
  };
}

function createEdition(files: PackFiles, manifest: PackManifest): Edition {
  const articles = once(async (key: string): Promise<ReadonlyMap<string, Article>> => {
    const slash = key.indexOf('/');
    const file = manifest.locales[key.slice(slash + 1)]?.articles[Number(key.slice(0, slash))];
    if (!file) return new Map();
    const parse = (bytes: Uint8Array) => parseArticlesShard(bytes, file.name).articles;
    return new Map((await files.shard(file, parse)).map((article) => [article.id, article]));
  });
  const index = once(async (locale: string): Promise<LocaleIndex> => {
    const file = manifest.locales[locale]?.index;
    return file ? files.shard(file, (bytes) => readIndex(bytes, file.name)) : { docs: [], engine: NOTHING };
  });
  return { manifest, index, articles: (locale, file) => articles(`${file}/${locale}`) };
}

function readIndex(bytes: Uint8Array, name: string): LocaleIndex {
  const { docs, engine } = parseIndexShard(bytes, name);
  try {
    return { docs, engine: loadEngine(engine) };
  } catch (cause) {
    throw new HelpError('pack-missing', { file: name, reason: 'engine' }, { cause });
  }
}

const NOTHING: Engine = { docCount: 0, frequency: () => 0, terms: () => [], search: () => [] };
