// The text under `hk:live=<instance>`: a part for each thing that goes on, none of them a secret. Parts of others are left as they are.
import type { Env, HelpRequest } from '../contracts.js';
import { copyPlain } from '../adapter/copy-plain.js';
import { readSavedWait, type SavedWait } from '../queue/saved-wait.js';
import { count, figure, own } from '../status/read-figures.js';
import type { ConversationState } from './conversation-state.js';
import type { LivePort } from './live-port.js';
import { resumeConversation, serialiseConversation } from './saved-conversation.js';

/** Of the record; another one is not read. */
export const LIVE_RECORD_VERSION = 1;
/** A place that nobody has heard of for so long is none any more. */
const LONGEST_MS = 86_400_000;

export type Announced = Readonly<NonNullable<HelpRequest['announced']>>;

/** A request for a person that the host has not confirmed; with its key it can be sent again from the next page. */
export interface PendingRequest {
  readonly key: string;
  readonly body: HelpRequest;
}

/** One place in a queue with all that the next page and the other tabs need. */
export interface LivePlace {
  readonly state: ConversationState;
  /** null once the host has confirmed or refused. */
  readonly request: PendingRequest | null;
  readonly announced: Announced | null;
  readonly wait: SavedWait | null;
  /** The last event of the conversation that is known. */
  readonly cursor: string | null;
  /** A conversation whose place the customer has given up, and which the host has yet to hear of. */
  readonly toLeave: string | null;
  /** How often it changed: the larger one is the newer. */
  readonly turn: number;
  readonly pollMs: number;
  /** The customer wants to hear a sound at their turn. */
  readonly sound: boolean;
}

type Clock = Pick<Env, 'now' | 'monotonic'>;

/** A place as plain data. */
export function placeToRecord({ state, ...rest }: LivePlace, clock: Clock): Readonly<Record<string, unknown>> {
  return { ...rest, savedAt: clock.now(), conversation: serialiseConversation(state, clock) };
}

/** The place of a record of another page or tab; null for what is none, or is older than a day. Never throws. */
export function placeFromRecord(record: unknown, clock: Clock): LivePlace | null {
  const savedAt = figure(own(record, 'savedAt'));
  const state = resumeConversation(own(record, 'conversation'), clock);
  if (savedAt === null || clock.now() - savedAt > LONGEST_MS || !state) return null;
  return {
    state,
    request: readRequest(own(record, 'request')),
    announced: readAnnounced(own(record, 'announced')),
    wait: readSavedWait(own(record, 'wait')),
    cursor: textOf(own(record, 'cursor')),
    toLeave: textOf(own(record, 'toLeave')),
    turn: count(own(record, 'turn')) ?? 0,
    pollMs: figure(own(record, 'pollMs'), 86_400_000, 1) ?? 60_000,
    sound: own(record, 'sound') === true,
  };
}

/** Reads the place that is kept; null where there is none. */
export function readLivePlace(live: LivePort, clock: Clock): LivePlace | null {
  return placeFromRecord(own(readParts(live), 'queue'), clock);
}

/** Keeps a place; null takes it out, and with the last part the key. */
export function writeLivePlace(live: LivePort, place: LivePlace | null, clock: Clock): void {
  const { version: _old, queue: _before, ...others } = readParts(live);
  if (!place && !Object.keys(others).length) return live.write(null);
  const queue = place ? { queue: placeToRecord(place, clock) } : {};
  live.write(JSON.stringify({ version: LIVE_RECORD_VERSION, ...others, ...queue }));
}

function readParts(live: LivePort): Record<string, unknown> {
  try {
    const parts = JSON.parse(live.read() ?? 'null') as unknown;
    return own(parts, 'version') === LIVE_RECORD_VERSION ? (parts as Record<string, unknown>) : {};
  } catch {
    return {}; // not ours: it is written over, or taken away
  }
}

function readRequest(value: unknown): PendingRequest | null {
  const key = textOf(own(value, 'key'));
  const body = copyPlain(own(value, 'body'));
  const isWhole = typeof own(body, 'text') === 'string' && typeof own(body, 'locale') === 'string';
  return key && isWhole ? { key, body: body as HelpRequest } : null;
}

function readAnnounced(value: unknown): Announced | null {
  const p90Ms = figure(own(value, 'p90Ms'));
  const p50Ms = p90Ms === null ? null : figure(own(value, 'p50Ms'), p90Ms);
  const observedAt = figure(own(value, 'observedAt'));
  return p50Ms === null || observedAt === null ? null : { p50Ms, p90Ms: p90Ms!, observedAt };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
