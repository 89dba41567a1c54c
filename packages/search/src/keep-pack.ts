// Packs that rest in the browser's own storage, for the next visit and for being off line.
import { createBrowserEnv, createIdbStore } from '@helpkiosk/core';
import type { Search } from '@helpkiosk/core';
import { createFetchRead } from './fetch-read.js';
import { createKeptFiles } from './kept-files.js';
import { openKeptPack } from './open-kept-pack.js';
import type { SearchTarget } from './protocol.js';
import { syncPack } from './sync-pack.js';

/** The name of the database that holds the pack at a URL; whoever asks whether there is one uses it too. */
export const keptNameOf = (packUrl: string): string => `helpkiosk ${packUrl}`;

const storeOf = (url: string) => createIdbStore(keptNameOf(url));

/** Opens the pack at a URL with what is kept of it, as `openKeptPack` does. */
export function openKeptTarget(
  { url }: Extract<SearchTarget, { kind: 'pack' }>,
  onUpdate: () => void,
): Promise<Search> {
  return openKeptPack({ read: createFetchRead(url), store: storeOf(url), env: createBrowserEnv(), onUpdate });
}

/**
 * Keeps the pack at a URL, in the language nearest to `locale`: its index and its articles up to 5 MB. What the page has read of it just now
 * comes from the browser's HTTP cache, `pack.json` included. Fulfilled with whether it is kept now; never rejects.
 */
export async function keepPack(
  url: string,
  { locale, signal }: { locale: string; signal?: AbortSignal },
): Promise<boolean> {
  const read = createFetchRead(url, 'force-cache');
  try {
    return (await syncPack({ kept: createKeptFiles(storeOf(url)), read, locale, ...(signal && { signal }) })).stored;
  } catch {
    return false;
  }
}
