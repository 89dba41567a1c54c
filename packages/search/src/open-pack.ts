import { createBrowserEnv, toHelpError } from '@helpkiosk/core';
import type { Env, KeyValueStore, ReadFile, Search } from '@helpkiosk/core';
import { createLocalSearch } from './local-search.js';
import { openKeptPack } from './open-kept-pack.js';
import { createPackFiles } from './pack-files.js';
import { loadPack } from './pack-loader.js';

/**
 * `cache`: a store of this pack's own, in which its files are kept for the next visit and for being off line (default: none). What it holds answers at
 * once and is brought up to date in the background (`open-kept-pack.ts`); only files that are named by the hash of their content are kept.
 * `onUpdate`: a newer pack has taken the place of the one that was opened. `env`: sets the timer for a slow cache (default: the browser's).
 */
export interface OpenPackOptions {
  cache?: KeyValueStore;
  onUpdate?: () => void;
  env?: Pick<Env, 'setTimer'>;
}

/**
 * Opens a built pack: reads its manifest through `read`, if the cache has none; the files of a locale are read when it is first asked about. Rejects with
 * HelpError `pack-missing`, `pack-incompatible` or whatever HelpError `read` throws; what else it throws becomes `network`.
 */
export async function openPack(
  read: ReadFile,
  { cache, onUpdate, env = createBrowserEnv() }: OpenPackOptions = {},
): Promise<Search> {
  const readFile: ReadFile = async (file, options) => {
    try {
      return await read(file, options);
    } catch (error) {
      throw toHelpError(error, 'network', { file });
    }
  };
  if (cache) return openKeptPack({ read: readFile, store: cache, env, ...(onUpdate && { onUpdate }) });
  return createLocalSearch(await loadPack(createPackFiles(readFile), onUpdate));
}
