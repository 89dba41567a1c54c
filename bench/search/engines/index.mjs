// All engines of the bench. Each has `name`, `build(docs, locale)` that gives {data, bytes?} (what is shipped, and its size when `data` is no
// string) or {search} where nothing is shipped, and `load(data, locale)` that gives `search(text, limit)`: the ids of documents, best first.
import { elasticlunrEngine } from './elasticlunr.mjs';
import { flexSearch } from './flexsearch.mjs';
import { liveEngine, packedEngine } from './helpkiosk.mjs';
import { lunrEngine } from './lunr.mjs';
import { miniSearch, miniSearchSegmented, vitePress } from './minisearch.mjs';
import { orama } from './orama.mjs';

export const engines = [
  packedEngine,
  liveEngine,
  lunrEngine,
  elasticlunrEngine,
  miniSearch,
  miniSearchSegmented,
  vitePress,
  flexSearch,
  orama,
];

/** Engines that are known and not measured, with the reason. */
export const leftOut = [
  {
    name: 'pagefind',
    reason:
      'a native program writes its index, and its search runs in a browser: neither can be measured in this process',
  },
];
