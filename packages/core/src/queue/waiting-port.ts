// What the views of waiting read and call. Stores out, verbs in; no document, no words. Instants (`…At`) that views word as a time of day are
// epoch ms on the host's clock; all that counts up or down comes as a duration (`…Ms`) as of the moment when the store told of it.
import type {
  Env,
  HelpErrorCode,
  HelpRequest,
  OfficeHours,
  ReplyPolicy,
  ServiceStatus,
  Store,
  WaitReason,
  WaitView,
} from '../contracts.js';
import type { Freshness, ServiceFacts } from '../status/service-facts.js';

/** What is known of the service. Without a back end it rests on the owner's configuration alone (hours, notices). */
export interface ServiceView {
  /** Checked figures, with their freshness and age; null is "not known". */
  readonly facts: ServiceFacts;
  /** The host's time of `facts`, in epoch ms: what times of day are worded against. The device's clock where no host has answered. */
  readonly now: number;
  /**
   * What somebody who asks for a person now is told of the wait, rounded as it is shown; `join` sends exactly this as `announced`. Its `position` is the place
   * they would get, 0 where that is not known. null: nothing that can be relied on is known.
   */
  readonly waitNow: WaitView | null;
  /** Left out where neither host nor owner gives any. */
  readonly hours?: OfficeHours;
  /** The zone of the first desk that serves the customer. */
  readonly deskZone?: string;
  readonly replyPolicy?: ReplyPolicy;
  /** `none`: there is no back end to ask; `idle`: nobody has looked yet; `asking`: the first answer is under way; `asked`: it has come, or could not be had. */
  readonly asking: 'none' | 'idle' | 'asking' | 'asked';
  /** Why the last asking failed; null when it did not. The facts of before stay, and age. */
  readonly error: HelpErrorCode | null;
  /** Whether one can ask for a person now: the adapter can, the host serves it, and it is not closed. */
  readonly canJoin: boolean;
  /** What the host serves, by method of the adapter. */
  readonly supports: ServiceStatus['supports'];
}

/** Nobody waits. */
export interface NoQueue {
  readonly name: 'none';
  /** Why the last attempt to join came to nothing; null when there was none. `missing`: no adapter that can. */
  readonly failed: HelpErrorCode | 'missing' | null;
}

/** The request has been sent; the host has not confirmed it yet. */
export interface JoiningQueue {
  readonly name: 'joining';
  readonly question: string;
}

/** In line. */
export interface WaitingQueue {
  readonly name: 'waiting';
  /** The customer's own words, for answers that are pushed meanwhile. */
  readonly question: string;
  /** 1-based; null: not known. */
  readonly position: number | null;
  /** Null: not known. */
  readonly queueLength: number | null;
  /** What to show of the wait. Kind `unknown` is "cannot estimate now". Its `position` is 0 where that is not known. */
  readonly wait: WaitView;
  /** Why somebody who was in front is behind now, or why the range has risen; null: it has not, or nobody knows. It stays until the position is back where it was, or the range falls. */
  readonly reason: WaitReason | null;
  /** Of the newest snapshot, by the host's `pollMs`. */
  readonly freshness: Freshness;
  /** Since the host looked; null before the first snapshot. */
  readonly ageMs: number | null;
  /** Whether snapshots come: `lost` while the stream is being opened again. */
  readonly stream: 'live' | 'lost';
  readonly waitedMs: number;
  /** What was said when the customer joined, exactly as shown; null: nothing could be said. */
  readonly announced: { readonly p50Ms: number; readonly p90Ms: number } | null;
  /** It takes longer than the upper bound that was announced: offer a call back and a ticket. */
  readonly pastAnnounced: boolean;
  /** How much of the way lies behind, 0 to 1. It never goes back. */
  readonly progress: number;
  /** How often announced waits have been kept; null under 20 samples. */
  readonly accuracy: ServiceFacts['accuracy'];
}

/** It is the customer's turn. */
export interface TurnQueue {
  readonly name: 'turn';
  readonly question: string;
  /** How long the offer stands; null: no limit. */
  readonly leftMs: number | null;
  /** Taken: the conversation opens. */
  readonly accepted: boolean;
  readonly conversationId: string | null;
}

/** Left, with a way back: `undoLeave`. */
export interface LeftQueue {
  readonly name: 'left';
  readonly question: string;
  /** `freed`: an answer helped; `declined`: the turn was passed on. */
  readonly why: 'left' | 'freed' | 'declined';
  /** How long it can be taken back, 10,000 at first. The store tells every second. */
  readonly undoLeftMs: number;
  /** It was the customer's turn meanwhile. */
  readonly turnCame: boolean;
}

/** It is over; `dismiss` leads back to `none`. */
export interface OverQueue {
  readonly name: 'over';
  readonly why: 'left' | 'freed' | 'declined' | 'missed' | 'host';
}

/** Where the customer stands. A discriminated union over `name`; the store tells at least every 5 s while somebody waits. */
export type QueueView = NoQueue | JoiningQueue | WaitingQueue | TurnQueue | LeftQueue | OverQueue;

/** What calls the customer when it is their turn. */
export interface AlertsView {
  /** `default`: not asked yet, so that a button can; `unsupported`: this browser has none. */
  readonly notifications: 'unsupported' | 'default' | 'granted' | 'denied';
  readonly sound: boolean;
}

/** What a view gives to join; the client adds what was announced and the key. */
export type JoinRequest = Omit<HelpRequest, 'announced'>;

/** Everything that views of waiting need. One per instance of the widget; panel and inline elements share it. */
export interface WaitingPort {
  readonly service: Store<ServiceView>;
  readonly queue: Store<QueueView>;
  readonly alerts: Store<AlertsView>;
  /** For views that count down themselves. */
  readonly env: Env;
  /**
   * A view looks at the service, until the returned function is called: the host is asked at once where what is known is older than `pollMs`, then every
   * `pollMs` while the page is visible and on line. Nothing is asked before the first call. Several lookers share one request.
   */
  watchService(): () => void;
  /** Asks the host now, for a button "try again". Fulfilled when it has answered or failed; never rejects. */
  refreshStatus(): Promise<void>;
  /** Asks for a person. Fulfilled when the host has confirmed or refused (`queue` tells which); never rejects. Does nothing while one waits already. */
  join(request: JoinRequest): Promise<void>;
  /** Gives the place up, with a way back for 10 s. */
  leave(): void;
  /** "This helped, free my place", with the same way back. */
  helped(): void;
  /** Takes the turn. */
  accept(): void;
  /** Passes the turn on, with the same way back while the offer stands. */
  decline(): void;
  /** The way back. Does nothing once it has run out. */
  undoLeave(): void;
  /** Puts `over`, or a failed attempt to join, away. */
  dismiss(): void;
  /** Asks the browser for leave to notify; only on a click. Fulfilled with the answer in `alerts`; never rejects. */
  allowNotifications(): Promise<void>;
  /** Switches the sound at the customer's turn; only on a click, since browsers let nothing sound before one. */
  allowSound(allowed: boolean): void;
}
