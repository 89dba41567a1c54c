import { toHelpError } from '@helpkiosk/core';
import type { Env, KeyValueStore, LocalQueryOptions, ReadFile, Search } from '@helpkiosk/core';
import { createKeptFiles, isContentOf, type KeptFiles, type ReadManifest } from './kept-files.js';
import { createLocalSearch } from './local-search.js';
import { nearestLocale } from './nearest-locale.js';
import { createPackFiles } from './pack-files.js';
import { MANIFEST_NAME } from './pack-format.js';
import { loadPack } from './pack-loader.js';
import { parseManifest } from './parse-pack.js';
import { syncPack, type SyncedPack } from './sync-pack.js';

/** After this the network is asked as well; what the store says later is waited for only when that fails. */
const PATIENCE_MS = 300;
/** How long after a failure the newest pack may be looked for again. */
const PAUSE_MS = 60_000;

export interface OpenKeptPackOptions {
  /** Reads what is not kept; rejects with a HelpError or not at all. */
  read: ReadFile;
  /** This pack's own. */
  store: KeyValueStore;
  env: Pick<Env, 'setTimer'>;
  /** A newer pack has taken the place of the one that was opened. */
  onUpdate?: () => void;
}

/**
 * Opens a pack with a store beside it. What is kept answers at once, whatever its age; after the first answer in a language the newest pack is
 * fetched in the background, what has changed of it. It takes over with the next question after that, so that what a list leads to is
 * of the same pack as the list; completions, what is asked among other texts, and a brief answer, which the list has asked for already, do not count. Where nothing good is kept the network is asked, and what it gives is kept. What the store does wrong is
 * never an error. Rejects as `openPack` does.
 */
export async function openKeptPack({ read, store, env, onUpdate = () => {} }: OpenKeptPackOptions): Promise<Search> {
  const kept = createKeptFiles(store);
  const closing = new AbortController();
  const { signal } = closing;
  const open = async (first: ReadManifest, fetched: SyncedPack['fetched'] = new Map()): Promise<Search> =>
    createLocalSearch(await loadPack(createPackFiles(createKeptRead({ first, fetched, kept, read, env })), onUpdate));
  let newest: ReadManifest | undefined;
  const found = await keptOr(kept.manifest(), env, async () => (newest = await readManifest(read, signal)));
  let { version } = found.manifest;
  let current = await open(found);
  let next: Search | null = null;
  const all = [current];
  const sync = async (locale: string): Promise<void> => {
    const synced = await syncPack({ kept, read, locale, newest, signal });
    newest = synced;
    if (synced.manifest.version === version) return;
    ({ version } = synced.manifest);
    all.push((next = await open(synced, synced.fetched)));
  };
  const syncOnce = createOncePerLocale(sync, env, signal);
  const thenSync = <T>(answer: Promise<T>, locale?: string): Promise<T> => {
    answer.then(
      () => syncOnce(nearestLocale(locale, current.locales())),
      () => {}, // the asker hears of it
    );
    return answer;
  };
  const takeNext = (): Search => {
    if (!next) return current;
    current = next;
    next = null;
    onUpdate();
    return current;
  };
  return {
    query: (text, options?: LocalQueryOptions) =>
      thenSync((options?.among || options?.brief ? current : takeNext()).query(text, options), options?.locale),
    suggest: (text, options) => thenSync(current.suggest(text, options), options?.locale),
    browse: (options) => thenSync(takeNext().browse(options), options?.locale),
    article: (id, locale, options) => thenSync(current.article(id, locale, options), locale),
    locales: () => current.locales(),
    close() {
      closing.abort();
      for (const search of all) search.close();
    },
  };
}

async function readManifest(read: ReadFile, signal: AbortSignal): Promise<ReadManifest> {
  try {
    const bytes = await read(MANIFEST_NAME, { signal });
    return { bytes, manifest: parseManifest(bytes) };
  } catch (error) {
    throw toHelpError(error, 'network', { file: MANIFEST_NAME });
  }
}

/** Runs `work` once for each language; after a failure, which is nobody's business but the next run's, again a minute later at the soonest. */
function createOncePerLocale(
  work: (locale: string) => Promise<void>,
  env: Pick<Env, 'setTimer'>,
  signal: AbortSignal,
): (locale: string) => void {
  const done = new Set<string>();
  return (locale) => {
    if (done.has(locale)) return;
    done.add(locale);
    work(locale).catch(() => {
      if (!signal.aborted)
        signal.addEventListener(
          'abort',
          env.setTimer(() => done.delete(locale), PAUSE_MS),
        );
    });
  };
}

/** `kept` if it comes soon; else what `ask` gives; else, where the network failed, `kept` after all. */
async function keptOr<T>(kept: Promise<T | null>, env: Pick<Env, 'setTimer'>, ask: () => Promise<T>): Promise<T> {
  const soon = await new Promise<T | null>((resolve) => {
    const stop = env.setTimer(() => resolve(null), PATIENCE_MS);
    void kept.then(resolve).finally(stop);
  });
  if (soon) return soon;
  try {
    return await ask();
  } catch (error) {
    const late = toHelpError(error, 'network').retryable && (await kept);
    if (!late) throw error;
    return late;
  }
}

interface KeptReadPorts extends Pick<OpenKeptPackOptions, 'read' | 'env'> {
  /** What `pack.json` is when it is first asked for; after that somebody looks for a newer one. */
  first: ReadManifest;
  fetched: SyncedPack['fetched'];
  kept: KeptFiles;
}

/** Reads from what was just fetched, from what is kept, from the network, in this order; a file that is asked for again was no good. */
function createKeptRead({ first, fetched, kept, read, env }: KeptReadPorts): ReadFile {
  const given = new Set<string>();
  return async (name, options) => {
    if (given.has(name)) return read(name, options);
    given.add(name);
    if (name === MANIFEST_NAME) return first.bytes;
    const fresh = fetched.get(name);
    if (fresh) return fresh;
    return keptOr(kept.file(name), env, async () => {
      const bytes = await read(name, options);
      if (isContentOf(name, bytes)) kept.put(name, bytes).catch(() => {});
      return bytes;
    });
  };
}
