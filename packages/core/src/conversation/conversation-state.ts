// The states and events of a conversation up to the moment when an agent is there. Instants named `…At` and `…By` here are `Env.monotonic`,
// but for `observedAt`, which is the host's clock.
import type { Priority, WaitReason } from '../contracts.js';
import type { TriageRoute } from '../triage/triage-types.js';

/** How long leaving can be taken back, in ms of `Env.monotonic`, not quite to the last. The place is given back to the host only after it. */
export const UNDO_LEAVE_MS = 10_000;

/** Why it is over. `solved`: an answer helped before there was a queue; `freed`: one helped in it; `missed`: the offer ran out; `host`: the host ended it. */
export type ConversationEnd = 'solved' | 'left' | 'freed' | 'declined' | 'missed' | 'host';

/** Somebody who was in front is behind now. It lasts until the position is back where it was. */
export interface Rise {
  from: number;
  to: number;
  /** null: not known. */
  reason: WaitReason | null;
}

export interface IdleConversation {
  name: 'idle';
}

/** The customer has asked for help; what kind is being found out. */
export interface TriageConversation {
  name: 'triage';
  question: string;
  /** null: not decided yet. */
  route: TriageRoute | null;
  priority: Priority;
}

/** In line. */
export interface QueuedConversation {
  name: 'queued';
  question: string;
  priority: Priority;
  joinedAt: number;
  /** null: the host has not confirmed yet. */
  conversationId: string | null;
  /** 1-based; null: unknown. */
  position: number | null;
  /** Of the newest snapshot, by the host's clock; null: there was none. */
  observedAt: number | null;
  rise: Rise | null;
  /** `lost`: what is known of the queue may be old. */
  stream: 'live' | 'lost';
}

/** It is the customer's turn. */
export interface OfferedConversation {
  name: 'offered';
  /** The place that led here. */
  from: QueuedConversation;
  offeredAt: number;
  /** Before this it can be accepted; null: no limit. */
  acceptBy: number | null;
  /** It opens: nothing runs out any more. */
  accepted: boolean;
}

/** On the way out, with a way back for `UNDO_LEAVE_MS`. */
export interface LeftConversation {
  name: 'left';
  /** What `undo` gives back; it goes on hearing of the queue. */
  back: QueuedConversation | OfferedConversation;
  leftAt: number;
  why: 'left' | 'freed' | 'declined';
}

export interface EndedConversation {
  name: 'ended';
  why: ConversationEnd;
  /** null: there was none, or the host had not confirmed it. */
  conversationId: string | null;
}

export type ConversationState =
  | IdleConversation
  | TriageConversation
  | QueuedConversation
  | OfferedConversation
  | LeftConversation
  | EndedConversation;

/** What happens. `at` is `Env.monotonic`, in ms. */
export type ConversationMachineEvent =
  | { type: 'ask'; question: string }
  | { type: 'routed'; route: TriageRoute; priority: Priority }
  | { type: 'solved' }
  | { type: 'cancel' }
  | { type: 'join'; at: number }
  | { type: 'joined'; conversationId: string }
  | { type: 'join-failed' }
  /** `position`: anything but a whole number from 1 on is unknown. `observedAt`: the host's clock. */
  | { type: 'snapshot'; position?: number; observedAt: number }
  /** Why the position rose, once that is known. */
  | { type: 'rise'; reason: WaitReason }
  /** `limitMs` left out: no limit. */
  | { type: 'turn'; at: number; limitMs?: number }
  | { type: 'accept'; at: number }
  | { type: 'decline'; at: number }
  | { type: 'leave'; at: number }
  /** An answer helped: "free my place". */
  | { type: 'free'; at: number }
  | { type: 'undo'; at: number }
  /** Time has passed: what ran out by then is over. */
  | { type: 'time'; at: number }
  | { type: 'stream-lost' }
  | { type: 'stream-resumed' }
  | { type: 'host-ended' };

/** Nothing has been asked. */
export const NO_CONVERSATION: IdleConversation = { name: 'idle' };
