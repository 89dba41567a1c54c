// The types that packages share with one another, with hosts, and with the acceptance harnesses, which call them exactly as written.
// Functions of the contract are implemented, with these types, where the section headings say; docs/architecture.md tells which file.
// Units: durations are milliseconds (…Ms), instants are epoch milliseconds (…At, …By). Positions are 1-based. A number that is absent is unknown.
// The 64 kB cap of an article source is counted in bytes. Where a type belongs is said above it. Add to it freely; rename or re-shape only with an ADR.

// ---------------------------------------------------------------- @helpkiosk/core: ground
export interface Store<T> {
  get(): T;
  subscribe(listener: (value: T) => void): () => void;
} // fires on change only
export interface Env {
  // every reading of the world goes through it
  now(): number;
  monotonic(): number; // wall clock; never goes back
  setTimer(run: () => void, afterMs: number): () => void;
  online: Store<boolean>;
  visible: Store<boolean>;
  random(): number;
  randomId(): string; // uuid v4
}
export type HelpErrorCode =
  | 'config-invalid'
  | 'adapter-missing-method'
  | 'adapter-bad-answer'
  | 'network'
  | 'timeout'
  | 'unauthorized'
  | 'forbidden'
  | 'rate-limited'
  | 'refused'
  | 'unavailable'
  | 'conflict'
  | 'content-too-big'
  | 'pack-missing'
  | 'pack-incompatible'
  | 'storage-unavailable'
  | 'storage-full'
  | 'internal';
export interface HelpError extends Error {
  // a real class; recognised across bundles by a Symbol.for brand
  readonly code: HelpErrorCode;
  readonly retryable: boolean;
  readonly details: Readonly<Record<string, unknown>> & { retryAfterMs?: number; problems?: readonly Problem[] };
}
export interface Problem {
  path: string;
  message: string;
}
export interface KeyValueStore {
  // createIdbStore(name), createMemoryStore()
  get(key: string): Promise<unknown>;
  keys(): Promise<string[]>;
  update(key: string, change: (old: unknown) => unknown): Promise<void>; // one atomic read-modify-write over all tabs, fulfilled after the transaction; undefined deletes
  readonly durable: boolean; // false: memory only
}
export interface CallOptions {
  signal: AbortSignal;
}

// ---------------------------------------------------------------- @helpkiosk/core: content
export type ArticleNode =
  string | { readonly tag: Tag; readonly children?: readonly ArticleNode[]; readonly [attribute: string]: unknown };
export type Tag =
  | 'h2'
  | 'h3'
  | 'h4'
  | 'p'
  | 'ul'
  | 'ol'
  | 'li'
  | 'pre'
  | 'code'
  | 'quote'
  | 'note'
  | 'table'
  | 'row'
  | 'cell'
  | 'headcell'
  | 'strong'
  | 'em'
  | 'del'
  | 'kbd'
  | 'sup'
  | 'sub'
  | 'mark'
  | 'ruby'
  | 'rt'
  | 'br'
  | 'hr'
  | 'link'
  | 'image'
  | 'figure'
  | 'caption'
  | 'details'
  | 'summary'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'video';
export interface ArticleTree {
  readonly v: 1;
  readonly nodes: readonly ArticleNode[];
} // JSON-safe; headings carry `id` (section anchor: data only, renderArticle sets no DOM id), links `href` or `article`, notes `kind`
// ---------------------------------------------------------------- @helpkiosk/pack (Node)
export interface CompileOptions {
  imageOrigins?: readonly string[] /* relative images always pass */;
  resolveLink?: (href: string) => { article: string } | { href: string } | null;
}
export interface VideoSource {
  url: string;
  title: string;
  durationMs?: number;
  poster?: string;
  captions?: readonly { atMs: number; text: string }[];
  chapters?: readonly { atMs: number; title: string }[];
}
export interface ArticleSource {
  id: string;
  kind?: ResultKind;
  locale: string;
  title: string;
  body: ArticleTree | string; // a string is plain text; lines beginning with '#' are headings
  summary?: string;
  keywords?: readonly string[];
  category?: string;
  order?: number;
  url?: string;
  updatedAt?: number;
  videos?: readonly VideoSource[];
}
export interface BuildOptions {
  synonyms?: Readonly<Record<string, readonly (readonly string[])[]>>;
  onProblem?: (problem: Problem) => void;
}
// ---------------------------------------------------------------- @helpkiosk/search (browser and Node)
export type ReadFile = (name: string, options: { signal?: AbortSignal }) => Promise<Uint8Array>;
export interface Search {
  query(
    text: string,
    options?: QueryOptions,
  ): Promise<{ results: SearchResult[]; total: number; guess: boolean; didYouMean?: string }>; // guess: nothing matched well, nearest shown
  suggest(text: string, options?: { locale?: string; limit?: number; signal?: AbortSignal }): Promise<string[]>;
  article(id: string, locale: string, options?: { signal?: AbortSignal }): Promise<Article | null>;
  /** What home shows before anything is typed: categories in the owner's order, and articles in that order (of one category, if named). */
  browse(options?: { locale?: string; category?: string; limit?: number; signal?: AbortSignal }): Promise<Contents>;
  locales(): readonly string[];
  close(): void;
}
/** `articles` holds at most `limit` (default 8) entries of the chosen category; `total` says how many there are. */
export interface Contents {
  locale: string;
  builtAt?: number;
  total: number;
  categories: readonly { name: string; count: number }[];
  articles: readonly { id: string; title: string; category?: string }[];
}
export interface QueryOptions {
  locale?: string;
  limit?: number;
  kinds?: readonly ResultKind[];
  signal?: AbortSignal;
} // limit 8
export type ResultKind = 'article' | 'video' | 'thread' | 'action' | 'ticket';
export interface TextPart {
  text: string;
  hit: boolean;
}
export interface SearchResult {
  kind: ResultKind;
  articleId: string;
  locale: string;
  score: number;
  title: TextPart[];
  excerpt: TextPart[];
  category?: string;
  sectionId?: string;
  atMs?: number;
  url?: string;
} // for a video, url is the VideoSource's and atMs its second
export interface Article {
  id: string;
  locale: string;
  title: string;
  category?: string;
  updatedAt?: number;
  url?: string;
  tree: ArticleTree;
  videos: readonly VideoSource[];
  related: readonly string[];
}
// ---------------------------------------------------------------- @helpkiosk/widget
// The tag's host element is <help-kiosk> appended to body, with an open shadow root; in it part="launcher" (a button) and part="panel" (a dialog) holding
// an input of role searchbox or combobox and results of role option or link. data-pack is the URL of pack.json. The only global is HelpKiosk.

// ---------------------------------------------------------------- @helpkiosk/core: waiting (WAIT.md)
export interface QueueSnapshot {
  observedAt: number;
  position?: number;
  queueLength?: number;
  agentsOnline?: number;
  slots?: number;
  busySlots?: number;
  handleTimeMs?: number;
  longestWaitMs?: number;
  recentStarts?: readonly { at: number; waitMs: number }[]; // the last <= 20 service starts, zero waits included
  capacityForecast?: readonly { at: number; slots: number }[];
  estimate?: { p50Ms: number; p90Ms: number }; // the host's own figure wins
}
export interface WaitEstimate {
  p50Ms: number;
  p90Ms: number;
  basis: 'host' | 'full' | 'history' | 'staff' | 'position';
  confidence: 'low' | 'medium' | 'high';
  stalled: boolean; /* no start for three expected intervals, or staff down by 40 % within two minutes */
}
export interface WaitEstimator {
  observe(snapshot: QueueSnapshot): void;
  estimate(now: number, me: { position: number; waitedMs?: number; priority?: Priority }): WaitEstimate | null;
}
export interface WaitView {
  kind: 'soon' | 'range' | 'over' | 'unknown';
  position: number;
  fromMin?: number;
  toMin?: number;
  changed: 'none' | 'down' | 'up';
  reason?: WaitReason;
  pending?: unknown;
}
// fromMin rounds down and toMin up, to the step of each (WAIT.md); soon = p90 under a minute; above 60 toMin is absent; a rise is judged on p90; stalled or null gives unknown.
// core/queue derives the cause: position up -> urgent-first; slots down -> fewer-agents; handle time up -> longer-conversations; outage notice -> outage.
export type WaitReason = 'urgent-first' | 'fewer-agents' | 'longer-conversations' | 'outage';
// hours and promises
export interface OfficeHoursSchedule {
  desks: readonly Desk[];
} // open while any desk that serves the asker is open; touching spans are one
export interface Desk {
  id?: string;
  name?: string;
  timeZone: string; // IANA; dates and times below are wall time there
  weekly?: Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly Span[]>>; // 1 = Monday; a missing day is closed
  holidays?: readonly LocalDate[]; // removes the spans that begin on it
  special?: Readonly<Record<LocalDate, readonly Span[]>>; // replaces holiday and weekly; [] is closed
  serves?: { channels?: readonly string[]; languages?: readonly string[]; tiers?: readonly string[] }; // a list left out serves all
}
export type Span = readonly [open: LocalTime, close: LocalTime]; // 'HH:MM'; close <= open ends next day; ['00:00','24:00'] is the whole day
export type LocalDate = string;
export type LocalTime = string;
export interface OfficeHours {
  isOpen(at: number): boolean;
  nextChange(at: number): number | null;
  state(at: number): { open: boolean; closesAt: number | null; opensAt: number | null }; // null: none within 370 days
  nextWorkingDay(at: number): { openAt: number; closeAt: number } | null;
} // first desk that serves the asker; strictly after at's local date there; closeAt = end of that date's last own span
export type Priority = 'p0' | 'p1' | 'normal';
export type ReplyRule =
  { basis: 'clock' | 'business'; minutes: number } | { basis: 'next-working-day'; by?: 'close' | 'open' };
export type ReplyPolicy = Record<Priority, ReplyRule> & { whenClosed?: Partial<Record<Priority, ReplyRule>> };

// ---------------------------------------------------------------- @helpkiosk/core: outbox (TRUST.md)
export type OutboxKind = 'ticket' | 'message' | 'rating' | 'callback';
export type OutboxSend = (
  item: {
    key: string;
    kind: OutboxKind;
    conversation: string | null;
    seq: number;
    body: unknown;
    blobs: readonly OutboxBlob[];
    attempts: number;
  },
  options: CallOptions & { progress(): void },
) => Promise<unknown>; // fulfilled = acknowledged; HelpError not retryable = dead; else again with the SAME key, after retryAfterMs; progress() restarts the time-out and renews the lease
export interface OutboxBlob {
  name: string;
  type: string;
  data: Blob;
} // kept beside the record, uploaded inside send under key `KEY/n`
export interface OutboxItem {
  key: string;
  kind: OutboxKind;
  conversation: string | null;
  seq: number;
  body: unknown;
  state: 'pending' | 'sending' | 'dead';
  attempts: number;
  createdAt: number;
  nextAt: number;
  lastError?: HelpErrorCode;
  editable: boolean;
}
export interface Outbox {
  put(item: {
    kind: OutboxKind;
    conversation?: string;
    body: unknown;
    blobs?: readonly OutboxBlob[];
    key?: string;
  }): Promise<{ key: string; durable: boolean }>; // a known key changes nothing
  items: Store<readonly OutboxItem[]>;
  retry(key: string): Promise<void>; // HelpError refused for one older than 21 days
  edit(key: string, body: unknown): Promise<void>; // only while `editable`: never tried, or last refused; an item of unknown outcome may only be retried as it is
  remove(key: string): Promise<void>;
  destroy(): void;
}

// ---------------------------------------------------------------- the host: status and adapter (PROTOCOL.md)
export interface ServiceStatus {
  state: 'open' | 'busy' | 'closed' | 'unknown';
  observedAt: number;
  pollMs?: number;
  nextChangeAt?: number; // pollMs 60,000 if left out; older than pollMs is stale, than 2 x pollMs unknown; a queue uses the status's pollMs
  agents?: { online: number; available?: number };
  queue?: Omit<QueueSnapshot, 'observedAt' | 'position' | 'estimate'>;
  wait?: { p50Ms: number; p90Ms: number; samples?: number };
  load?: { timeZone: string; byWeekdayHour: readonly number[] }; // 168 values 0..1 of capacity, Monday 00:00 first
  accuracy?: { samples: number; withinP90: number }; // counts, withinP90 <= samples: served within the announced p90 = hit; served or left after it = miss; left before = not counted
  peak?: boolean;
  notices?: readonly {
    id: string;
    level: 'info' | 'warning' | 'outage';
    text: Readonly<Record<string, string>>;
    nextNewsAt?: number;
    since?: number;
  }[];
  hours?: OfficeHoursSchedule;
  replyPolicy?: ReplyPolicy;
  forms?: readonly TicketForm[];
  actions?: readonly ActionForm[];
  callbackSlots?: readonly { at: number; durationMs: number }[];
  supports: Readonly<Partial<Record<keyof HelpAdapter, boolean>>>; // true = served
}
export interface FormField {
  id: string;
  kind: 'text' | 'longtext' | 'choice' | 'date' | 'file' | 'email' | 'phone';
  label: Readonly<Record<string, string>>;
  required?: boolean;
  choices?: readonly { value: string; label: Readonly<Record<string, string>> }[];
  help?: Readonly<Record<string, string>>;
}
export interface TicketForm {
  id: string;
  topic: Readonly<Record<string, string>>;
  fields: readonly FormField[];
}
export interface ActionForm {
  id: string;
  title: Readonly<Record<string, string>>;
  keywords?: readonly string[];
  fields: readonly FormField[];
}
export interface HelpRequest {
  topic?: string;
  subject?: string;
  locale: string;
  priority?: Priority;
  tier?: string;
  mood?: 'calm' | 'upset';
  text: string;
  customer?: { name?: string; email?: string; phone?: string };
  context?: HandoffContext;
  announced?: { p50Ms: number; p90Ms: number; observedAt: number }; /* the rounded range as shown, in ms */
}
export interface HandoffContext {
  searches: readonly string[];
  articles: readonly string[];
  pageUrl?: string;
  appVersion?: string;
  facts?: Readonly<Record<string, string>>;
}
export interface Message {
  id: string;
  from: 'customer' | 'agent' | 'assistant' | 'system';
  agentName?: string;
  text: string;
  at: number;
  attachments?: readonly Attachment[];
  chips?: readonly string[];
}
export interface Attachment {
  id: string;
  name: string;
  type: string;
  bytes: number;
  url?: string;
}
export type ConversationEvent = { id: string } & (
  | { type: 'queue'; snapshot: QueueSnapshot }
  | { type: 'message'; message: Message }
  | { type: 'typing'; from: 'agent'; until: number }
  | { type: 'read'; by: 'agent'; messageId: string }
  | { type: 'agent'; change: 'joined' | 'left' | 'transferring'; agentName?: string }
  | { type: 'state'; state: 'queued' | 'open' | 'ended'; reason?: string }
);
export interface Ticket {
  id: string;
  status: 'received' | 'open' | 'waiting' | 'solved';
  subject: string;
  replyBy: number | null;
  messages: readonly Message[];
  claimToken?: string;
}
// With watchConversation its queue events are used and watchQueue is not called; the turn is state 'open', which the client shows as `offered` until the chat opens.
// watchQueue fulfilled = turn or left: the client asks resumeConversation.
/** A plain object; nothing is required; presence is capability; null means nothing; anything thrown becomes a HelpError; abort is not an error. */
export interface HelpAdapter {
  getServiceStatus?(input: { locale: string }, o: CallOptions): Promise<ServiceStatus | null>;
  watchQueue?(input: { conversationId: string; emit: (s: QueueSnapshot) => void }, o: CallOptions): Promise<void>;
  startConversation?(
    input: HelpRequest & { key: string },
    o: CallOptions,
  ): Promise<{ conversationId: string; state: 'queued' | 'open' }>;
  resumeConversation?(
    input: { conversationId: string },
    o: CallOptions,
  ): Promise<{ state: 'queued' | 'open' | 'ended'; messages: readonly Message[]; cursor: string } | null>;
  watchConversation?(
    input: { conversationId: string; after?: string; emit: (e: ConversationEvent) => void },
    o: CallOptions,
  ): Promise<void>;
  sendMessage?(
    input: { conversationId: string; key: string; text: string; attachments?: readonly string[] },
    o: CallOptions,
  ): Promise<{ message: Message }>;
  setTyping?(input: { conversationId: string; typing: boolean }, o: CallOptions): Promise<void>;
  markRead?(input: { conversationId: string; messageId: string }, o: CallOptions): Promise<void>;
  leaveQueue?(input: { conversationId: string }, o: CallOptions): Promise<void>;
  endConversation?(input: { conversationId: string }, o: CallOptions): Promise<void>;
  upload?(
    input: { key: string; name: string; type: string; data: Blob; progress(fraction: number): void },
    o: CallOptions,
  ): Promise<Attachment>;
  submitTicket?(
    input: HelpRequest & {
      key: string;
      formId?: string;
      fields?: Readonly<Record<string, unknown>>;
      attachments?: readonly string[];
    },
    o: CallOptions,
  ): Promise<{ ticketId: string; replyBy: number | null; claimToken?: string }>;
  getTicket?(input: { ticketId: string; claimToken?: string }, o: CallOptions): Promise<Ticket | null>;
  replyToTicket?(
    input: { ticketId: string; claimToken?: string; key: string; text: string; attachments?: readonly string[] },
    o: CallOptions,
  ): Promise<{ message: Message }>;
  requestCallback?(
    input: HelpRequest & { key: string; phone: string; slotAt: number },
    o: CallOptions,
  ): Promise<{ callbackId: string; at: number }>;
  sendRating?(
    input: {
      key: string;
      subject: { conversationId?: string; ticketId?: string; articleId?: string };
      score: number;
      solved?: boolean;
      text?: string;
    },
    o: CallOptions,
  ): Promise<void>;
  search?(
    input: { text: string; locale: string; limit: number; kinds?: readonly ResultKind[] },
    o: CallOptions,
  ): Promise<readonly SearchResult[]>;
  runAction?(
    input: { key: string; actionId: string; fields: Readonly<Record<string, unknown>> },
    o: CallOptions,
  ): Promise<{ title: string; body: ArticleTree | string; ok: boolean }>;
  ask?(
    input: {
      question: string;
      locale: string;
      passages: readonly { articleId: string; text: string }[];
      emit: (part: { text: string; sources?: readonly string[] }) => void;
    },
    o: CallOptions,
  ): Promise<void>;
  report?(
    events: readonly { name: string; at: number; data: Readonly<Record<string, string | number | boolean>> }[],
    o: CallOptions,
  ): Promise<void>;
}
// `announced` closes the circle of the accuracy figure: the browser sends what it told the customer, the host pairs it with the real start.

// ---------------------------------------------------------------- @helpkiosk/widget: configuration, handle
export interface HelpConfig {
  // data-* names are the same in kebab case; data-config is the id selector of a JSON block (or a URL) with this shape
  pack?: string;
  articles?: string | readonly ArticleSource[];
  host?: string;
  adapter?: HelpAdapter; // URL of pack.json; live articles; base URL of the host protocol; or an adapter in code
  locale?: string;
  messages?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  name?: string; // own words by locale and key; name tells instances apart
  theme?: 'auto' | 'light' | 'dark';
  accent?: string;
  position?: 'end' | 'start';
  offset?: { block?: number; inline?: number };
  launcher?: 'button' | 'pill' | 'none' | string;
  logo?: string;
  greeting?: Readonly<Record<string, string>>;
  contact?: {
    email?: string;
    phone?: string;
    links?: readonly { label: Readonly<Record<string, string>>; url: string; image?: string }[];
  };
  suggestions?: readonly { page: string; articles: readonly string[] }[];
  hiddenOn?: readonly string[]; // page: a URL pattern
  hours?: OfficeHoursSchedule;
  replyPolicy?: ReplyPolicy;
  peakAt?: number; // share of slots, .8
  identity?: () => Promise<string>;
  cache?: boolean;
  worker?: 'auto' | 'on' | 'off';
  imageOrigins?: readonly string[];
  videoHosts?: readonly string[];
  deepLinks?: boolean;
  context?: Readonly<Record<string, string>>;
}
export interface HelpHandle extends HelpClient {
  update(config: Partial<HelpConfig> & { page?: string }): void;
  destroy(): void;
}
export interface HelpClient {
  open(view?: 'home' | 'search' | 'contact' | 'tickets'): Promise<void>;
  close(): Promise<void>;
  toggle(): Promise<void>;
  show(): void;
  hide(): void; // show and hide: the launcher
  search(text: string): Promise<void>;
  article(id: string, options?: { sectionId?: string; atMs?: number }): Promise<void>;
  suggest(articleIds: readonly string[]): void;
  identify(token: () => Promise<string>): void;
  reset(): Promise<void>; // suggest: what home offers on this page; reset: forgets the customer
  on<K extends keyof HelpEvents>(
    name: K,
    listener: (event: HelpEvents[K]) => void,
    options?: { signal?: AbortSignal; once?: boolean },
  ): () => void;
  off(name: keyof HelpEvents): void;
}
export interface HelpEvents {
  ready: {};
  open: { view: string };
  close: {};
  search: { length: number; total: number; guess: boolean };
  articleOpen: { articleId: string };
  articleVote: { articleId: string; helpful: boolean };
  ticketSubmitted: { ticketId: string };
  conversationStarted: {};
  yourTurn: {};
  rated: { score: number };
  error: { code: HelpErrorCode };
}
