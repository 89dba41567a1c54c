// The only public entry of @helpkiosk/search: explicit, named exports.
export {
  PACK_FORMAT,
  MANIFEST_NAME,
  type PackFile,
  type PackLocale,
  type PackManifest,
  type IndexedDoc,
  type IndexHead,
  type SearchableArticle,
} from './pack-format.js';
export { parseManifest, parseArticle } from './parse-pack.js';
export { decodeIndexFile } from './index-file.js';
export { checkSum } from './check-sum.js';
export { eachTerm } from './analysis/each-term.js';
export { analyse } from './analysis/analyse.js';
export { createStemmer, type StemTable } from './analysis/stemmer.js';
export type { Analysis, VisitTerm } from './analysis/analysis.js';
export { readHanData, type HanData } from './han/read-han-data.js';
export { writeHanData, type HanEntries } from './han/write-han-data.js';
export { ANALYSER } from './analysis/analyser.js';
export { buildIndexFile, type IndexLanguage } from './build-index.js';
export { inOwnersOrder } from './owners-order.js';
export { leastShare } from './prior.js';
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
export { prefetchExpert, prefetchTexts } from './prefetch.js';
export { serveSearch, type OpenTarget, type ServerPort } from './serve-search.js';
export { withServer, type WithServerOptions } from './remote/with-server.js';
export { askServer, type AskServer, type ServerPorts } from './remote/ask-server.js';
export { showOwnResults, type OwnResults, type WithOwnPorts } from './remote/with-own.js';
export { fuseResults } from './remote/fuse-results.js';
export { readResults, type ReadResultsOptions } from './remote/read-results.js';
