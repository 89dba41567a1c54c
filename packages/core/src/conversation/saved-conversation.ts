// A conversation as text, for the next page. `Env.monotonic` begins anew there: instants are moved by what passed on the wall clock meanwhile.
import type { Env } from '../contracts.js';
import type {
  ConversationState,
  LeftConversation,
  OfferedConversation,
  QueuedConversation,
} from './conversation-state.js';
import { isPlace } from './conversation-values.js';

/** Of the saved text; another one is not read. */
export const SAVED_CONVERSATION_VERSION = 1;

type Clock = Pick<Env, 'now' | 'monotonic'>;

/** The state as JSON, with its version and the time. It holds the customer's question. */
export function serialiseConversation(state: ConversationState, clock: Clock): string {
  const [savedAt, monotonic] = [clock.now(), clock.monotonic()];
  return JSON.stringify({ version: SAVED_CONVERSATION_VERSION, savedAt, monotonic, state });
}

/**
 * The state of a saved text, its instants moved to the present clock; null for anything that `serialiseConversation` of this version did not write. Never
 * throws. A wall clock that went back counts as no time passed. What has run out meanwhile is ended by the next `time`.
 */
export function resumeConversation(saved: unknown, clock: Clock): ConversationState | null {
  const record = parse(saved);
  if (record?.['version'] !== SAVED_CONVERSATION_VERSION) return null;
  const { savedAt, monotonic, state } = record;
  if (!Number.isFinite(savedAt) || !Number.isFinite(monotonic)) return null;
  const passedMs = Math.max(0, clock.now() - (savedAt as number));
  return readState(state, clock.monotonic() - (monotonic as number) - passedMs);
}

function parse(saved: unknown): Record<string, unknown> | null {
  if (typeof saved !== 'string') return null;
  try {
    return asRecord(JSON.parse(saved));
  } catch {
    return null; // not JSON: not ours
  }
}

function readState(value: unknown, shift: number): ConversationState | null {
  const record = asRecord(value);
  switch (record?.['name']) {
    case 'idle':
      return { name: 'idle' };
    case 'triage': {
      const { question, route, priority } = record;
      if (typeof question !== 'string' || !isPriority(priority) || !(route === null || isRoute(route))) return null;
      return { name: 'triage', question, route, priority };
    }
    case 'queued':
      return readQueued(record, shift);
    case 'offered':
      return readOffered(record, shift);
    case 'left':
      return readLeft(record, shift);
    case 'ended': {
      const { why, conversationId } = record;
      if (!isEnd(why) || !isId(conversationId)) return null;
      return { name: 'ended', why, conversationId };
    }
    default:
      return null;
  }
}

function readQueued(value: unknown, shift: number): QueuedConversation | null {
  const record = asRecord(value);
  if (record?.['name'] !== 'queued') return null;
  const { question, priority, joinedAt, conversationId, position, observedAt, stream } = record;
  const rise = readRise(record['rise']);
  if (typeof question !== 'string' || !isPriority(priority) || !Number.isFinite(joinedAt)) return null;
  if (!isId(conversationId) || !(position === null || isPlace(position)) || rise === undefined) return null;
  if (!(observedAt === null || Number.isFinite(observedAt)) || !(stream === 'live' || stream === 'lost')) return null;
  return {
    ...{ name: 'queued', question, priority, joinedAt: (joinedAt as number) + shift },
    ...{ conversationId, position, observedAt: observedAt as number | null, rise, stream },
  };
}

/** undefined: it is none. */
function readRise(value: unknown): QueuedConversation['rise'] | undefined {
  if (value === null) return null;
  const { from, to, reason } = asRecord(value) ?? {};
  if (!isPlace(from) || !isPlace(to) || !(reason === null || isReason(reason))) return undefined;
  return { from, to, reason };
}

function readOffered(value: unknown, shift: number): OfferedConversation | null {
  const record = asRecord(value);
  const from = readQueued(record?.['from'], shift);
  if (record?.['name'] !== 'offered' || !from) return null;
  const { offeredAt, acceptBy, accepted } = record;
  if (!Number.isFinite(offeredAt) || !(acceptBy === null || Number.isFinite(acceptBy))) return null;
  if (typeof accepted !== 'boolean') return null;
  return {
    ...{ name: 'offered', from, offeredAt: (offeredAt as number) + shift },
    acceptBy: acceptBy === null ? null : (acceptBy as number) + shift,
    accepted,
  };
}

function readLeft(record: Record<string, unknown>, shift: number): LeftConversation | null {
  const { leftAt, why } = record;
  const back = readQueued(record['back'], shift) ?? readOffered(record['back'], shift);
  if (!back || !Number.isFinite(leftAt)) return null;
  if (why !== 'left' && why !== 'freed' && why !== 'declined') return null;
  return { name: 'left', back, leftAt: (leftAt as number) + shift, why };
}

const asRecord = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

const oneOf =
  <Value extends string>(...values: readonly Value[]) =>
  (value: unknown): value is Value =>
    (values as readonly unknown[]).includes(value);
const isPriority = oneOf('p0', 'p1', 'normal');
const isRoute = oneOf('self-service', 'suggest', 'people');
const isReason = oneOf('urgent-first', 'fewer-agents', 'longer-conversations', 'outage');
const isEnd = oneOf('solved', 'left', 'freed', 'declined', 'missed', 'host');
const isId = (value: unknown): value is string | null => value === null || (typeof value === 'string' && value !== '');
