// Packs, stores that hold them, and searches over both, for the tests of what is kept.
import { createBrowserEnv, createMemoryStore, HelpError } from '@helpkiosk/core';
import type { KeyValueStore, ReadFile, Search } from '@helpkiosk/core';
import { openKeptPack, type OpenKeptPackOptions } from '../open-kept-pack.js';
import { demoArticles } from './demo-articles.js';
import { memoryPack, readFrom } from './memory-pack.js';

/** A network that is not there. */
export const offline: ReadFile = async () => {
  throw new HelpError('network', {}, { cause: new TypeError('failed to fetch') });
};
/** What goes on in the background has come to its end. */
export const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
/** The options of a question in English. */
export const ENGLISH = { locale: 'en' };

/** The demo's pack, three articles in a file; `refund` says what it takes. */
export const aPack = (refund = 'five working days') =>
  memoryPack(
    demoArticles.map((article) =>
      article.id === 'refund' && article.locale === 'en' ? { ...article, body: `A refund takes ${refund}.` } : article,
    ),
    { hashed: true, perFile: 3, version: refund },
  );

/** The names of the English files. */
export const englishIn = (names: Iterable<string>): string[] =>
  [...names].filter((name) => name.includes('-en-')).sort();

export interface Opened {
  search: Search;
  /** What was read. */
  log: string[];
}

/** Opens a store with a pack as its network. */
export async function opened(
  store: KeyValueStore,
  files: ReadonlyMap<string, Uint8Array>,
  rest: Partial<OpenKeptPackOptions> = {},
): Promise<Opened> {
  const log: string[] = [];
  const read = readFrom(files, log);
  return { search: await openKeptPack({ read, store, env: createBrowserEnv(), ...rest }), log };
}

/** A store in which an earlier visit has left the English part of a pack. */
export async function filled(files = aPack()): Promise<KeyValueStore> {
  const store = createMemoryStore();
  const { search } = await opened(store, files);
  await search.query('refund', ENGLISH);
  await settled();
  if (!(await store.keys()).includes('pack.json')) throw new Error('The pack was not kept.');
  return store;
}

/** What the first result for "refund" says. */
export const excerptOf = async (search: Search): Promise<string> =>
  (await search.query('refund', ENGLISH)).results[0]!.excerpt.map(({ text }) => text).join('');
