import type { Search } from '@helpkiosk/core';
import { createFetchRead } from './fetch-read.js';
import { createLocalSearch } from './local-search.js';
import { createPackFiles } from './pack-files.js';
import { loadPack } from './pack-loader.js';
import type { SearchTarget } from './protocol.js';

/** Opens the pack at a URL with the engine and all: in the worker, or on the page where there is none. */
export async function openPackTarget(
  { url }: Extract<SearchTarget, { kind: 'pack' }>,
  onUpdate: () => void,
): Promise<Search> {
  return createLocalSearch(await loadPack(createPackFiles(createFetchRead(url)), onUpdate));
}
