import { isInstant } from './conversation-values.js';
import { UNDO_LEAVE_MS, type ConversationMachineEvent, type ConversationState } from './conversation-state.js';

/** Why an event changes nothing. `unexpected`: not in this state; `bad-value`: a time or name that cannot be; `too-late`: it ran out; `old`: a newer one is known. */
export type ConversationRefusal = 'unexpected' | 'bad-value' | 'too-late' | 'old';

type EventType = ConversationMachineEvent['type'];

/** The events that each state knows. */
const EXPECTED: Readonly<Record<ConversationState['name'], readonly EventType[]>> = {
  idle: ['ask', 'time'],
  triage: ['ask', 'routed', 'solved', 'cancel', 'join', 'time'],
  queued: [
    ...(['joined', 'join-failed', 'snapshot', 'rise', 'turn', 'leave', 'free'] as const),
    ...(['time', 'stream-lost', 'stream-resumed', 'host-ended'] as const),
  ],
  offered: ['accept', 'decline', 'leave', 'time', 'stream-lost', 'stream-resumed', 'host-ended', 'joined'],
  left: [
    'undo',
    'join-failed',
    'snapshot',
    'rise',
    'turn',
    'joined',
    'time',
    'stream-lost',
    'stream-resumed',
    'host-ended',
  ],
  ended: ['ask', 'time'],
};

/** Why the machine ignores an event, or null when it takes it. Pure; never throws. */
export function refusalOf(state: ConversationState, event: ConversationMachineEvent): ConversationRefusal | null {
  if (!EXPECTED[state.name].includes(event.type)) return 'unexpected';
  if ('at' in event && !isInstant(event.at)) return 'bad-value';
  if (event.type === 'joined') return refusalOfJoined(state, event.conversationId);
  switch (state.name) {
    case 'queued':
      return refusalInQueue(state, event);
    case 'offered':
      return refusalOfOffer(state, event);
    case 'left':
      return event.type === 'undo' ? refusalOfUndo(state, event.at) : refusalBehind(state.back, event);
    default:
      return null;
  }
}

const refusalOfJoined = (state: ConversationState, conversationId: unknown): ConversationRefusal | null =>
  typeof conversationId !== 'string' || conversationId === ''
    ? 'bad-value'
    : placeOf(state)?.conversationId == null
      ? null
      : 'unexpected';

/** The place in the queue that a state holds; null where it holds none. */
export function placeOf(state: ConversationState): (ConversationState & { name: 'queued' }) | null {
  if (state.name === 'queued') return state;
  if (state.name === 'offered') return state.from;
  return state.name === 'left' ? placeOf(state.back) : null;
}

function refusalInQueue(
  state: ConversationState & { name: 'queued' },
  event: ConversationMachineEvent,
): ConversationRefusal | null {
  switch (event.type) {
    case 'snapshot':
      if (!Number.isFinite(event.observedAt)) return 'bad-value';
      return state.observedAt !== null && event.observedAt <= state.observedAt ? 'old' : null;
    case 'rise':
      return state.rise ? null : 'unexpected';
    case 'join-failed':
      return state.conversationId === null ? null : 'unexpected';
    case 'turn':
      return event.limitMs === undefined || (isInstant(event.limitMs) && event.limitMs > 0) ? null : 'bad-value';
    default:
      return null;
  }
}

function refusalOfOffer(
  state: ConversationState & { name: 'offered' },
  event: ConversationMachineEvent,
): ConversationRefusal | null {
  if (event.type === 'accept' || event.type === 'decline' || event.type === 'leave') {
    if (state.accepted) return 'unexpected';
    return state.acceptBy !== null && event.at >= state.acceptBy ? 'too-late' : null;
  }
  return null;
}

/** Of what a customer who is leaving still hears: an offer stands, a place moves. */
function refusalBehind(
  back: ConversationState & { name: 'queued' | 'offered' },
  event: ConversationMachineEvent,
): ConversationRefusal | null {
  if (event.type === 'time' || event.type === 'host-ended') return null;
  return refusalOf(back, event);
}

function refusalOfUndo(state: ConversationState & { name: 'left' }, at: number): ConversationRefusal | null {
  const offerIsOver = state.back.name === 'offered' && state.back.acceptBy !== null && at >= state.back.acceptBy;
  if (at < state.leftAt) return 'bad-value';
  return at - state.leftAt >= UNDO_LEAVE_MS || offerIsOver ? 'too-late' : null;
}
