import type { Search } from '@helpkiosk/core';
import { openPackTarget } from './open-pack-target.js';
import type { SearchTarget } from './protocol.js';

/** Opens whatever a `SearchTarget` names. The engine of live sets is a chunk of its own, loaded only for them. */
export async function openTarget(target: SearchTarget, onUpdate: () => void = () => {}): Promise<Search> {
  if (target.kind === 'pack') return openPackTarget(target, onUpdate);
  const { createLiveSearch } = await import('./create-live-search.js');
  return createLiveSearch(target.articles, target);
}
