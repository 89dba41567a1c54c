import { HelpError, toHelpError } from '@helpkiosk/core';
import type { Article } from '@helpkiosk/core';
import { createCutter } from './analysis/cutter.js';
import { createStemmer } from './analysis/stemmer.js';
import { loadIndex } from './engines/load-index.js';
import { decodeIndexFile, NEWLINE } from './index-file.js';
import { createExpertLoader } from './load-expert.js';
import { inSteps } from './in-steps.js';
import { once } from './once.js';
import type { PackFiles } from './pack-files.js';
import type { IndexHead, PackFile, PackLocale } from './pack-format.js';
import { readJson } from './parse-pack.js';
import type { LocaleIndex, SearchSource } from './search-source.js';

type LoadedFile = Pick<LocaleIndex, 'engine' | 'analysis'> & IndexHead & { places: ReadonlyMap<string, number> };
type OpenLocale = LoadedFile & LocaleIndex;
type ReadArticle = (place: number) => Article;

/**
 * A pack as a source of articles; each file is read when it is first needed, once. When one is gone because the owner has
 * published a newer pack, the newer one takes its place and `onUpdate` is called.
 */
export async function loadPack(files: PackFiles, onUpdate: () => void = () => {}): Promise<SearchSource> {
  let manifest = await files.manifest();
  const loadExpert = createExpertLoader();
  const loadHan = once((file: PackFile) => files.shard(file, (bytes) => bytes));
  const open = once(async ({ index, han, categories }: PackLocale): Promise<OpenLocale> => {
    const subject = { ...(await files.shard(index, readIndex)), han: async () => han && loadHan(han) };
    return { ...subject, categories, builtAt: manifest.updatedAt, expert: () => loadExpert(subject) };
  });
  const loadArticles = once((file: PackFile) => files.shard(file, readArticles));
  const latest = async <T>(locale: string, load: (found: PackLocale) => Promise<T>): Promise<T | undefined> => {
    const used = manifest;
    try {
      const found = used.locales[locale];
      return found && (await load(found));
    } catch (error) {
      if (toHelpError(error).code !== 'pack-missing') throw error;
      const found = used === manifest ? await files.manifest() : manifest;
      if (found.version === used.version) throw error;
      if (found.version !== manifest.version) queueMicrotask(onUpdate);
      manifest = found;
      return latest(locale, load);
    }
  };
  return {
    locales: () => Object.keys(manifest.locales),
    index: async (locale, ahead) =>
      (await latest(locale, (found) => {
        const { articles } = found;
        if (ahead && articles.length === 1) loadArticles(articles[0]!).catch(() => {});
        return open(found);
      })) ?? indexNothing(),
    article: (locale, id) =>
      latest(locale, async (found) => {
        const { places, files: counts } = await open(found);
        let place = places.get(id);
        if (place === undefined) return undefined;
        let file = 0;
        while (place >= counts[file]!) place -= counts[file++]!;
        return (await loadArticles(found.articles[file]!))(place);
      }),
    close: files.close,
  };
}

/** The index of a language that the pack does not have. */
const indexNothing = async (): Promise<LocaleIndex> => ({
  docs: [],
  engine: await inSteps(loadIndex({ text: '', bytes: new Uint8Array(), postings: 0 })),
  analysis: {},
  han: async () => undefined,
  expert: () => Promise.reject(new HelpError('unavailable')),
  categories: [],
});

async function readIndex(bytes: Uint8Array, file: string): Promise<LoadedFile> {
  try {
    const found = decodeIndexFile(bytes, file);
    const { docs, stems } = found;
    const stem = stems && createStemmer(stems);
    const engine = await inSteps(loadIndex(found, stem, stems?.least));
    const places = new Map<string, number>();
    // Videos have the id of their article, and stand behind it.
    for (let place = docs.length; place--;) places.set(docs[place]!.id, place);
    return { ...found, places, engine, analysis: { cut: createCutter(engine.dictionary), stem } };
  } catch (error) {
    throw toHelpError(error, 'pack-missing', { file, reason: 'engine' });
  }
}

/** An articles file is a list with each article on a line of its own: one is read without the others. */
function readArticles(bytes: Uint8Array, file: string): ReadArticle {
  const ends: number[] = [];
  for (let at = 0; (at = bytes.indexOf(NEWLINE, at) + 1);) ends.push(at);
  const read: Article[] = [];
  // Each line begins with the bracket or the comma before its item; the first item says what the file is.
  return (place) => (read[place] ??= readJson(bytes.subarray(ends[place]! + 1, ends[place + 1]), file) as Article);
}
