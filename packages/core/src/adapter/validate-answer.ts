// What an adapter answers, checked: fresh objects that hold nothing which was not given, and nothing unsound.
import type { QueueSnapshot } from '../contracts.js';
import { count, figure, instant, own } from '../status/read-figures.js';
import { attempt, badAnswer, copyOf, idOf, isRecord, listOf, memberOf, oneOf } from './answer-parts.js';
import { copyPlain } from './copy-plain.js';

const DAY_MS = 86_400_000;
const MOST_STARTS = 20;
const MOST_CHANGES = 100;

/** What became of a request for a person. */
export interface StartedConversation {
  readonly conversationId: string;
  readonly state: 'queued' | 'open';
}

/** Where a conversation stands. `cursor`: the last event that the answer covers. */
export interface ResumedConversation {
  readonly state: 'queued' | 'open' | 'ended';
  readonly cursor: string | null;
}

/** Of an event of a conversation what matters until the chat opens. `id` null: it had none, and cannot be resumed from. */
export type ReadEvent = { readonly id: string | null } & (
  | { readonly type: 'queue'; readonly snapshot: QueueSnapshot }
  | { readonly type: 'state'; readonly state: ResumedConversation['state'] }
  | { readonly type: 'other' }
);

/** A copy of a status whose members `readServiceStatus` checks one by one; null for none. Throws HelpError `adapter-bad-answer` for what is no status. */
export function readStatusAnswer(answer: unknown): Readonly<Record<string, unknown>> | null {
  if (answer === null || answer === undefined) return null;
  const status = copyOf(answer, 'getServiceStatus');
  if (!isRecord(status)) throw badAnswer('getServiceStatus', '', 'must be an object or null');
  const observedAt = instant(own(status, 'observedAt'));
  if (observedAt === null || observedAt <= 0)
    throw badAnswer('getServiceStatus', 'observedAt', 'must be epoch milliseconds');
  return status;
}

/**
 * A snapshot with its sound figures alone; null without a sound `observedAt` (0 is none). Places count from 1, a place behind the end of the queue costs the
 * length, an estimate needs both figures in order. Never throws, whatever a getter does.
 */
export function readQueueSnapshot(given: unknown): QueueSnapshot | null {
  const snapshot = attempt(() => copyPlain(given));
  const observedAt = instant(own(snapshot, 'observedAt'));
  if (observedAt === null || observedAt <= 0) return null;
  const position = count(own(snapshot, 'position'), 1e6) || null;
  const queueLength = count(own(snapshot, 'queueLength'), 1e6);
  return {
    observedAt,
    ...memberOf('position', position),
    ...memberOf('queueLength', queueLength !== null && queueLength < (position ?? 0) ? null : queueLength),
    ...memberOf('agentsOnline', figure(own(snapshot, 'agentsOnline'), 1e6)),
    ...memberOf('slots', figure(own(snapshot, 'slots'), 1e6)),
    ...memberOf('busySlots', figure(own(snapshot, 'busySlots'), 1e6)),
    ...memberOf('handleTimeMs', figure(own(snapshot, 'handleTimeMs'), DAY_MS)),
    ...memberOf('longestWaitMs', figure(own(snapshot, 'longestWaitMs'), DAY_MS)),
    ...memberOf('recentStarts', readStarts(own(snapshot, 'recentStarts'))),
    ...memberOf('capacityForecast', readChanges(own(snapshot, 'capacityForecast'))),
    ...memberOf('estimate', readEstimate(own(snapshot, 'estimate'))),
  };
}

/** Throws HelpError `adapter-bad-answer` unless there is an id and a state that we know. */
export function readStarted(answer: unknown): StartedConversation {
  const started = copyOf(answer, 'startConversation');
  const conversationId = idOf(own(started, 'conversationId'));
  const state = oneOf(['queued', 'open'] as const, own(started, 'state'));
  if (!conversationId) throw badAnswer('startConversation', 'conversationId', 'must be text');
  if (!state) throw badAnswer('startConversation', 'state', 'must be "queued" or "open"');
  return { conversationId, state };
}

/** null: the host knows of none. Throws HelpError `adapter-bad-answer` for a state that we do not know. */
export function readResumed(answer: unknown): ResumedConversation | null {
  if (answer === null || answer === undefined) return null;
  const resumed = copyOf(answer, 'resumeConversation');
  const state = oneOf(['queued', 'open', 'ended'] as const, own(resumed, 'state'));
  if (!state) throw badAnswer('resumeConversation', 'state', 'must be "queued", "open" or "ended"');
  return { state, cursor: idOf(own(resumed, 'cursor')) };
}

/** null for what is no event, or one whose part that matters is unsound. Never throws. */
export function readConversationEvent(given: unknown): ReadEvent | null {
  const event = attempt(() => copyPlain(given));
  const type = own(event, 'type');
  const id = idOf(own(event, 'id'));
  if (type === 'queue') {
    const snapshot = readQueueSnapshot(own(event, 'snapshot'));
    return snapshot && { id, type, snapshot };
  }
  if (type !== 'state') return typeof type === 'string' ? { id, type: 'other' } : null;
  const state = oneOf(['queued', 'open', 'ended'] as const, own(event, 'state'));
  return state && { id, type, state };
}

/** The last 20 whose two figures are sound. */
function readStarts(given: unknown): { at: number; waitMs: number }[] | null {
  return (
    listOf(given)
      ?.flatMap((start) => {
        const at = instant(own(start, 'at'));
        const waitMs = figure(own(start, 'waitMs'), DAY_MS);
        return at === null || at <= 0 || waitMs === null ? [] : [{ at, waitMs }];
      })
      .slice(-MOST_STARTS) ?? null
  );
}

function readChanges(given: unknown): { at: number; slots: number }[] | null {
  return (
    listOf(given)
      ?.slice(0, MOST_CHANGES)
      .flatMap((change) => {
        const at = instant(own(change, 'at'));
        const slots = figure(own(change, 'slots'), 1e6);
        return at === null || at <= 0 || slots === null ? [] : [{ at, slots }];
      }) ?? null
  );
}

function readEstimate(given: unknown): { p50Ms: number; p90Ms: number } | null {
  const p90Ms = figure(own(given, 'p90Ms'), DAY_MS);
  const p50Ms = p90Ms === null ? null : figure(own(given, 'p50Ms'), p90Ms);
  return p90Ms === null || p50Ms === null ? null : { p50Ms, p90Ms };
}
