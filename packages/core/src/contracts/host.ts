// What a host says and takes: status, forms, messages, tickets, the adapter.
import type { ArticleTree } from './content.js';
import type { CallOptions } from './ground.js';
import type { ResultKind, SearchResult } from './search.js';
import type { OfficeHoursSchedule, Priority, QueueSnapshot, ReplyPolicy } from './waiting.js';

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
