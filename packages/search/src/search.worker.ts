// The worker of pages with a built pack: the same search as on the page, off its main thread. It serves no live sets, whose engine is
// as large again: a page with such a set searches it inline, or starts `live.worker.ts`.
import { openPackTarget } from './open-pack-target.js';
import { serveSearch } from './serve-search.js';

serveSearch(self as DedicatedWorkerGlobalScope, (target, onUpdate) =>
  target.kind === 'pack' ? openPackTarget(target, onUpdate) : null,
);
