import { HelpError, toHelpError } from '@helpkiosk/core';
import type { Article } from '@helpkiosk/core';
import type { Analysis } from './analysis/analysis.js';
import { createCutter } from './analysis/cutter.js';
import { createStemmer } from './analysis/stemmer.js';
import { loadIndex } from './engines/load-index.js';
import { decodeIndexFile, NEWLINE } from './index-file.js';
import { createExpertLoader } from './load-expert.js';
import { once } from './once.js';
import type { PackFiles } from './pack-files.js';
import type { IndexHead, PackFile, PackLocale } from './pack-format.js';
import { parseArticle, parseArticlesHead } from './parse-pack.js';
import type { LocaleIndex, SearchSource } from './search-source.js';

type LoadedFile = Pick<LocaleIndex, 'docs' | 'engine' | 'analysis'> & Pick<IndexHead, 'files' | 'converts' | 'locale'>;
type ReadArticle = (place: number) => Article | undefined;

/**
 * A pack as a source of articles; each file is read when it is first needed, once. When one is gone because the owner has
 * published a newer pack, the newer one takes its place and `onUpdate` is called.
 */
export async function loadPack(files: PackFiles, onUpdate: () => void = () => {}): Promise<SearchSource> {
  let manifest = await files.manifest();
  const openIndex = once((file: PackFile) => files.shard(file, readIndex));
  const loadExpert = createExpertLoader();
  const loadHan = once((file: PackFile) => files.shard(file, (bytes) => bytes));
  const subjectOf = once(async ({ index, han }: PackLocale) => ({
    ...(await openIndex(index)),
    han: async (): Promise<Uint8Array | undefined> => han && loadHan(han),
  }));
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
        const { articles, categories } = found;
        if (ahead && articles.length === 1) loadArticles(articles[0]!).catch(() => {});
        const subject = await subjectOf(found);
        return { ...subject, expert: () => loadExpert(subject), categories, builtAt: manifest.updatedAt };
      }),
    article: (locale, id) =>
      latest(async () => {
        const found = manifest.locales[locale];
        if (!found) return undefined;
        const { docs, files: counts } = await openIndex(found.index);
        let place = docs.findIndex((doc) => doc.id === id);
        if (place < 0) return undefined;
        let file = 0;
        while (place >= counts[file]!) place -= counts[file++]!;
        const shard = found.articles[file];
        return shard && (await loadArticles(shard))(place);
      }),
    close: files.close,
  };
}

const NOTHING: LocaleIndex = {
  docs: [],
  engine: {
    docCount: 0,
    frequency: () => 0,
    words: () => [],
    startingWith: () => [],
    termOf: () => undefined,
    search: () => ({ hits: [], lines: [], holds: () => false }),
  },
  analysis: {},
  han: async () => undefined,
  expert: () => Promise.reject(new HelpError('unavailable')),
  categories: [],
};

function readIndex(bytes: Uint8Array, file: string): LoadedFile {
  const { head, saved } = decodeIndexFile(bytes, file);
  const { locale, docs, files, stems, converts } = head;
  try {
    const stem = stems && createStemmer(stems);
    const engine = loadIndex(saved, stem);
    const analysis: Analysis = { cut: createCutter(engine.dictionary), ...(stem && { stem }) };
    return { locale, docs, engine, analysis, files, ...(converts && { converts }) };
  } catch (error) {
    throw toHelpError(error, 'pack-missing', { file, reason: 'engine' });
  }
}

/** An articles file is a list with each article on a line of its own: one is read without the others. */
function readArticles(bytes: Uint8Array, file: string): ReadArticle {
  const ends: number[] = [];
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) ends.push(at);
  // Each line begins with the bracket or the comma before its item.
  const line = (number: number): Uint8Array => bytes.subarray((ends[number - 1] ?? -1) + 2, ends[number]);
  const { locale } = parseArticlesHead(line(0), file);
  const read = new Map<number, Article>();
  return (place) => {
    let article = read.get(place);
    if (!article && place + 1 < ends.length) read.set(place, (article = parseArticle(line(place + 1), locale, file)));
    return article;
  };
}
