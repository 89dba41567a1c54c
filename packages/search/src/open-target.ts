import type { Search } from '@helpkiosk/core';
import { openPackTarget } from './open-pack-target.js';
import type { SearchTarget } from './protocol.js';

/** Opens whatever a `SearchTarget` names. What keeps packs is a chunk of its own, and so is the engine of live sets. */
export async function openTarget(target: SearchTarget, onUpdate: () => void = () => {}): Promise<Search> {
  if (target.kind === 'pack')
    return target.kept
      ? (await import('./keep-pack.js')).openKeptTarget(target, onUpdate)
      : openPackTarget(target, onUpdate);
  const { createLiveSearch } = await import('./create-live-search.js');
  return createLiveSearch(target.articles, target);
}

/** Keeps the pack at `url` for later, as `keepPack` does. */
export async function keepInline(url: string, options: { locale: string; signal?: AbortSignal }): Promise<boolean> {
  return (await import('./keep-pack.js')).keepPack(url, options);
}
