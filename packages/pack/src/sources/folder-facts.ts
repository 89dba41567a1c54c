import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { parse } from 'yaml';
import type { Report } from './article-files.js';
import { placeFiles, parentOf } from './folder-places.js';

/** What a site says about a folder or a page beside its text. */
export interface EntryFacts {
  title?: string;
  order?: number;
}

/** By `factsKey`; what is said without a language is under the empty one. */
export type FolderFacts = ReadonlyMap<string, EntryFacts>;

/** The key of a folder or page in `FolderFacts`. */
export const factsKey = (locale: string, path: string): string => `${locale} ${path}`;

const CATEGORY = /(?:^|\/)_category_\.(?:json|ya?ml)$/;
const META = /(?:^|\/)_?meta\.json$/;

/** Reads `_category_.json` (Docusaurus: label, position) and `_meta.json` (Nextra: titles of entries, in order) of a folder. */
export async function readFolderFacts(folder: string, paths: readonly string[], report: Report): Promise<FolderFacts> {
  const facts = new Map<string, EntryFacts>();
  const { places } = placeFiles([
    ...paths.filter((path) => !CATEGORY.test(path) && !META.test(path)),
    ...paths.filter(isFactsFile).map(asPage),
  ]);
  for (const path of paths.filter(isFactsFile)) {
    const place = places.get(asPage(path));
    const content = place ? await readMap(join(folder, path), (message) => report(path, 1, message)) : null;
    if (!place || !content) continue;
    const locale = place.locale ?? '';
    if (CATEGORY.test(path)) facts.set(factsKey(locale, place.folder), factsOf(content['label'], content['position']));
    else addMeta(facts, locale, place.folder, content);
  }
  return facts;
}

/** True for the files that this reads: they are no articles, and no export of any. */
export const isFactsFile = (path: string): boolean => CATEGORY.test(path) || META.test(path);
/** A page in the same folder, which is placed as the folder's pages are. */
const asPage = (path: string): string => posix.join(parentOf(path) || '.', 'facts-of-this-folder.md');

function addMeta(
  facts: Map<string, EntryFacts>,
  locale: string,
  folder: string,
  content: Record<string, unknown>,
): void {
  Object.entries(content).forEach(([name, value], order) => {
    if (name === '*' || name.startsWith('-')) return;
    const title = typeof value === 'object' && value !== null ? (value as { title?: unknown }).title : value;
    const path = name === 'index' ? folder || 'index' : posix.join(folder, name);
    facts.set(factsKey(locale, path), factsOf(title, order));
  });
}

const factsOf = (title: unknown, order: unknown): EntryFacts => ({
  ...(typeof title === 'string' && title.trim() ? { title: title.trim() } : {}),
  ...(typeof order === 'number' && Number.isFinite(order) ? { order } : {}),
});

async function readMap(file: string, complain: (message: string) => void): Promise<Record<string, unknown> | null> {
  try {
    const content: unknown = parse(await readFile(file, 'utf8'));
    if (typeof content === 'object' && content !== null && !Array.isArray(content))
      return content as Record<string, unknown>;
    complain('is no map of names and values: it is not used');
  } catch (error) {
    complain(`cannot be read: ${String((error as Error).message).split('\n', 1)[0]!}`);
  }
  return null;
}
