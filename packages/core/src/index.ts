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
export { cueGroups, type CueGroup } from './content/cue-groups.js';
export { treeFromPlainText } from './content/plain-text.js';
export { videoEmbed, type VideoEmbed, type VideoEmbedOptions } from './content/video-hosts.js';
export { createEmitter, type Emitter } from './events.js';
export { parseConfig } from './config/parse-config.js';
export { readConfig, type ConfigReading } from './config/read-config.js';
export { explain, logError, warnOfVerb } from './explain.js';
export { createResource, type Loaded, type Resource } from './resource.js';
export { AT_HOME, currentView, navigate, type Navigation, type NavigationEvent, type View } from './navigation.js';
export { matchPage } from './config/match-page.js';
export type {
  LocalQueryOptions,
  ResultsAnswer,
  ResultsState,
  SearchPort,
  ShortText,
  ShownResult,
} from './search-port.js';
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
export { mapFailure } from './adapter/map-failure.js';
export { readActionResult, type ActionResult } from './adapter/read-action-result.js';
export {
  readAttachment,
  readCallback,
  readMessage,
  readReceipt,
  readSentMessage,
  readTicket,
  readUpload,
  type PlannedCallback,
  type ReadAttachment,
  type ReadMessage,
  type ReadTicket,
  type TicketReceipt,
} from './adapter/read-ticket-answers.js';
export { createVotes, UNDO_VOTE_MS, type Votes } from './votes.js';
export { createRecentSearches, type RecentSearches } from './recent-searches.js';
export { createVideoPlaces, type VideoPlace, type VideoPlaces } from './video-places.js';
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
export { loadLaterWords, type LaterMessageView } from './i18n/later-words.js';
export { createIdbStore } from './storage/idb-store.js';
export { createMemoryStore } from './storage/memory-store.js';
export { withMemoryFallback } from './storage/memory-fallback.js';
export { createCacheStore } from './storage/cache-store.js';
export { withMirror, type MirroredStore, type MirrorOptions } from './storage/mirrored-store.js';
export { createOutbox, type OutboxPorts, type OutboxTabs } from './outbox/outbox.js';
export { OUTBOX_LIFE_MS } from './outbox/outbox-item.js';
export { clearLocalData, OUTBOX_KEY } from './outbox/outbox-shelf.js';
export { createMachine } from './machine.js';
export { backoffMs, retry } from './retry.js';
export type { Effect, EffectTools, Machine, MachineOptions, MachineState } from './machine.js';
export type { BackoffOptions, RetryOptions } from './retry.js';
export type { MessageArguments, MessageValue, PluralMessage } from './i18n/message.js';
export { createOfficeHours, type Asker } from './hours/office-hours.js';
export { parseOfficeHours } from './hours/parse-office-hours.js';
export { createReplyPromise, type ReplyPromise } from './hours/reply-promise.js';
export { parseReplyPolicy } from './hours/parse-reply-policy.js';
export { createDeskRota, type AwakeDesk, type DeskRota, type Handover } from './hours/desk-rota.js';
export { inZone } from './hours/in-zone.js';
export { freshnessOf, pollOf, readServiceStatus, type StatusContext } from './status/service-status.js';
export type { Freshness, OwnStatus, ServiceFacts } from './status/service-facts.js';
export { openStatusHours, type StatusHours } from './status/status-hours.js';
export {
  hoursToCome,
  quietestHours,
  readWeekLoad,
  type LoadHour,
  type LoadQuestion,
  type WeekLoad,
} from './status/week-load.js';
export { readNotices, type ReadNotice } from './status/notices.js';
export {
  formatOffer,
  formatPlace,
  formatWait,
  formatWaitChange,
  formatWaitTime,
  type WaitingWords,
  type Wording,
} from './i18n/format-wait.js';
export { createTimeWording, type TimeWording } from './i18n/time-wording.js';
export {
  formatAccuracy,
  formatAge,
  formatAgents,
  formatBestTime,
  formatNextNews,
  formatOpenness,
  formatPromise,
  type Moment,
} from './i18n/format-status.js';
export { triage } from './triage/triage.js';
export { createTriage, MAX_TRIAGE_TEXT } from './triage/create-triage.js';
export { explainTriage, type TriageReason } from './triage/explain-triage.js';
export { overrideTriage } from './triage/override-triage.js';
export { englishTriage } from './triage/words/en.js';
export { chineseTriage } from './triage/words/zh.js';
export type {
  Triage,
  TriageClue,
  TriageDecision,
  TriageLanguage,
  TriageOptions,
  TriageRequest,
  TriageRoute,
  TriageShape,
  TriageSpan,
  TriageSum,
  TriageTheme,
  TriageWords,
} from './triage/triage-types.js';
export { converse, converseAndTell, nextTimeAt } from './conversation/conversation.machine.js';
export { placeOf, refusalOf, type ConversationRefusal } from './conversation/refusal-of.js';
export {
  resumeConversation,
  serialiseConversation,
  SAVED_CONVERSATION_VERSION,
} from './conversation/saved-conversation.js';
export {
  NO_CONVERSATION,
  UNDO_LEAVE_MS,
  type ConversationEnd,
  type ConversationMachineEvent,
  type ConversationState,
  type EndedConversation,
  type IdleConversation,
  type LeftConversation,
  type OfferedConversation,
  type QueuedConversation,
  type Rise,
  type TriageConversation,
} from './conversation/conversation-state.js';
export { createWaitEstimator } from './queue/estimate-wait.js';
export { presentWait, type WaitMoment } from './queue/present-wait.js';
export { createWaiting, type Waiting, type WaitingOptions } from './queue/waiting.js';
export { createLazyWaiting, type LazyWaitingOptions, type LiveRecordPort } from './queue/lazy-waiting.js';
export { createLine, type AlertsPort, type Line, type LineOptions, type LinePorts } from './queue/line.js';
export {
  createBrowserLive,
  type BrowserLiveOptions,
  type LiveChannel,
  type LiveLocks,
  type LiveWorld,
  type TextStorage,
} from './queue/browser-live.js';
export { createLonelyLive, liveKeyOf, type LivePort } from './conversation/live-port.js';
export type {
  AlertsView,
  JoiningQueue,
  JoinRequest,
  LeftQueue,
  NoQueue,
  OverQueue,
  QueueView,
  ServiceView,
  TurnQueue,
  WaitingPort,
  WaitingQueue,
} from './queue/waiting-port.js';
export { loadWaitingWords } from './i18n/waiting-words.js';
export type { KnownContact } from './ticket/desk-memory.js';
export { loadTicketWords } from './i18n/ticket-words.js';
export { createAdapterRunner, type AdapterRunner } from './adapter/adapter-runner.js';
export { openTicketDesk, type Outcomes, type TicketDesk, type TicketDeskOptions } from './ticket/ticket-desk.js';
export {
  moveTicket,
  mayEdit,
  NO_TICKET,
  type TicketEvent,
  type TicketFate,
  type TicketState,
} from './ticket/ticket.machine.js';
export { checkDraft, checkFields, phoneProblem } from './ticket/check-draft.js';
export { checkFile, FILE_ENDINGS, MOST_FILE_BYTES, MOST_FILES } from './ticket/check-file.js';
export { contextParts, type ContextPart } from './ticket/context-parts.js';
export { ownText } from './ticket/own-text.js';
export type { Offers } from './ticket/offers.js';
export type { Thread, TicketList } from './ticket/kept-tickets.js';
export type { SentEntry } from './ticket/sent-log.js';
export {
  EMPTY_DRAFT,
  type FieldName,
  type FieldProblem,
  type KeptTicket,
  type ProblemKind,
  type TicketBody,
  type TicketDraft,
  type TicketFile,
} from './ticket/ticket-types.js';
