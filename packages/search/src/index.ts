// The only public entry of @helpkiosk/search: explicit, named exports.
export {
  PACK_FORMAT,
  MANIFEST_NAME,
  type PackFile,
  type PackLocale,
  type PackManifest,
  type IndexedDoc,
  type IndexShard,
  type ArticlesShard,
  type SearchableArticle,
} from './pack-format.js';
export { parseManifest, parseIndexShard, parseArticlesShard } from './parse-pack.js';
export { ANALYSER } from './analysis/analyser.js';
export { buildIndexShard } from './build-index.js';
export { inOwnersOrder } from './owners-order.js';
export { parseArticleSources, MAX_BODY_BYTES } from './article-source.js';
export { openPack, type OpenPackOptions } from './open-pack.js';
export { createLiveSearch, type LiveSearchOptions } from './create-live-search.js';
export { createFetchRead } from './fetch-read.js';
export { openPackTarget } from './open-pack-target.js';
export { keepInline, openTarget } from './open-target.js';
export { keepInWorker, type KeepInWorkerOptions } from './keep-in-worker.js';
export { createSearchClient, type SearchClient, type SearchClientOptions } from './search-client.js';
export { createWorkerSearch, type WorkerSearchOptions } from './worker-search.js';
export type { WorkerLike } from './worker-link.js';
export type { SearchTarget } from './protocol.js';
export { serveSearch, type OpenTarget, type ServerPort } from './serve-search.js';
