// The only public entry of @helpkiosk/core: explicit, named exports.
export type * from './contracts.js';
export { createStore, derive, type WritableStore } from './store.js';
export { createBrowserEnv } from './env.js';
export {
  HelpError,
  isHelpError,
  isAbortError,
  toHelpError,
  errorToRecord,
  errorFromRecord,
  type HelpErrorDetails,
  type HelpErrorRecord,
} from './errors.js';
export { safeImageSource } from './content/safe-image.js';
export { safeHref } from './content/safe-link.js';
export {
  cleanArticleTree,
  isTag,
  MAX_TREE_DEPTH,
  MAX_TREE_NODES,
  NOTE_KINDS,
  type NoteKind,
  type TreeOptions,
} from './content/article-tree.js';
export { textOf, sectionsOf, type ArticleSection } from './content/article-text.js';
export { treeFromPlainText } from './content/plain-text.js';
export { createEmitter, type Emitter } from './events.js';
export { parseConfig } from './config/parse-config.js';
export { readConfig, type ConfigReading } from './config/read-config.js';
export { explain, logError, warnOfVerb } from './explain.js';
export { createResource, type Loaded, type Resource } from './resource.js';
export { AT_HOME, currentView, navigate, type Navigation, type NavigationEvent, type View } from './navigation.js';
export { matchPage } from './config/match-page.js';
export type { ResultsAnswer, ResultsState, SearchPort } from './search-port.js';
export {
  createHelpClient,
  type BeforeEvent,
  type ClientPorts,
  type HeadlessHelp,
  type HelpStores,
  type Suggestion,
  type Surface,
} from './client.js';
export { reportEvents } from './report-events.js';
export { createVotes, UNDO_VOTE_MS, type Votes } from './votes.js';
export { createRecentSearches, type RecentSearches } from './recent-searches.js';
export { chooseLocale, localeChain } from './i18n/choose-locale.js';
export { createTranslator, formatMessage, type Translator } from './i18n/format-message.js';
export type { Message, MessageParams, Translation } from './i18n/message.js';
export {
  loadMessages,
  MESSAGE_LOCALES,
  type Catalogue,
  type MessageLocale,
  type MessageView,
} from './i18n/catalogue.js';
export { createIdbStore } from './storage/idb-store.js';
export { createMemoryStore } from './storage/memory-store.js';
export { withMemoryFallback } from './storage/memory-fallback.js';
export { createMachine } from './machine.js';
export { backoffMs, retry } from './retry.js';
export type { Effect, EffectTools, Machine, MachineOptions, MachineState } from './machine.js';
export type { BackoffOptions, RetryOptions } from './retry.js';
export type { MessageArguments, MessageValue, PluralMessage } from './i18n/message.js';
