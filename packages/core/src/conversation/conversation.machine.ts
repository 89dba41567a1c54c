// The life of a conversation until an agent is there, as a pure transition: idle, triage, queued, offered, left, ended. It knows no effects:
// who runs it calls the host, sets the timers, and sends what comes of it as events. For `createMachine` of machine.ts.
import {
  NO_CONVERSATION,
  UNDO_LEAVE_MS,
  type ConversationEnd,
  type ConversationMachineEvent,
  type ConversationState,
  type EndedConversation,
  type LeftConversation,
  type OfferedConversation,
  type QueuedConversation,
  type Rise,
} from './conversation-state.js';
import { isPlace } from './conversation-values.js';
import { placeOf, refusalOf, type ConversationRefusal } from './refusal-of.js';

type EventOf<Type extends ConversationMachineEvent['type']> = Extract<ConversationMachineEvent, { type: Type }>;

/**
 * The pure transition of a conversation. Never throws; an event that does not apply (`refusalOf` tells why) gives the same object back.
 * `ended` is final for this conversation; asking again begins another.
 */
export function converse(state: ConversationState, event: ConversationMachineEvent): ConversationState {
  if (refusalOf(state, event)) return state;
  switch (state.name) {
    case 'idle':
    case 'ended':
      return event.type === 'ask' ? asked(event) : state;
    case 'triage':
      return inTriage(state, event);
    case 'queued':
      return inQueue(state, event);
    case 'offered':
      return whenOffered(state, event);
    case 'left':
      return whenLeft(state, event);
  }
}

/** `converse` that tells of each event which it ignores, with the reason: for a log. What `tell` throws is the caller's. */
export function converseAndTell(
  tell: (refusal: ConversationRefusal, event: ConversationMachineEvent, state: ConversationState) => void,
): typeof converse {
  return (state, event) => {
    const refusal = refusalOf(state, event);
    if (refusal) tell(refusal, event, state);
    return refusal ? state : converse(state, event);
  };
}

/** When `time` should be sent next, in ms of `Env.monotonic`: then something runs out. null: nothing does. */
export function nextTimeAt(state: ConversationState): number | null {
  if (state.name === 'left') return state.leftAt + UNDO_LEAVE_MS;
  return state.name === 'offered' && !state.accepted ? state.acceptBy : null;
}

const asked = ({ question }: EventOf<'ask'>): ConversationState => ({
  name: 'triage',
  question,
  route: null,
  priority: 'normal',
});

function inTriage(state: ConversationState & { name: 'triage' }, event: ConversationMachineEvent): ConversationState {
  switch (event.type) {
    case 'ask':
      return asked(event);
    case 'routed':
      return { ...state, route: event.route, priority: event.priority };
    case 'solved':
      return end(state, 'solved');
    case 'cancel':
      return NO_CONVERSATION;
    case 'join':
      return {
        ...{ name: 'queued', question: state.question, priority: state.priority, joinedAt: event.at },
        ...{ conversationId: null, position: null, observedAt: null, rise: null, stream: 'live' },
      };
    default:
      return state;
  }
}

function inQueue(state: QueuedConversation, event: ConversationMachineEvent): ConversationState {
  switch (event.type) {
    case 'joined':
      return { ...state, conversationId: event.conversationId };
    case 'join-failed':
      return { name: 'triage', question: state.question, route: 'people', priority: state.priority };
    case 'snapshot':
      return moved(state, event);
    case 'rise':
      return state.rise ? { ...state, rise: { ...state.rise, reason: event.reason } } : state;
    case 'turn':
      return offered(state, event);
    case 'leave':
      return leaving(state, 'left', event.at);
    case 'free':
      return leaving(state, 'freed', event.at);
    case 'stream-lost':
    case 'stream-resumed':
      return heard(state, event.type);
    case 'host-ended':
      return end(state, 'host');
    default:
      return state;
  }
}

function whenOffered(state: OfferedConversation, event: ConversationMachineEvent): ConversationState {
  switch (event.type) {
    case 'accept':
      return { ...state, accepted: true };
    case 'decline':
      return leaving(state, 'declined', event.at);
    case 'leave':
      return leaving(state, 'left', event.at);
    case 'time':
      return !state.accepted && state.acceptBy !== null && event.at >= state.acceptBy ? end(state, 'missed') : state;
    case 'joined':
    case 'stream-lost':
    case 'stream-resumed':
      return { ...state, from: inQueue(state.from, event) as QueuedConversation };
    case 'host-ended':
      return end(state, 'host');
    default:
      return state;
  }
}

function whenLeft(state: LeftConversation, event: ConversationMachineEvent): ConversationState {
  switch (event.type) {
    case 'undo':
      return state.back;
    case 'time':
      return event.at - state.leftAt >= UNDO_LEAVE_MS ? end(state, state.why) : state;
    case 'join-failed':
      return end(state, state.why);
    case 'host-ended':
      return end(state, 'host');
    default: {
      const back = converse(state.back, event) as LeftConversation['back'];
      return back === state.back ? state : { ...state, back };
    }
  }
}

function moved(state: QueuedConversation, { position, observedAt }: EventOf<'snapshot'>): QueuedConversation {
  const place = isPlace(position) ? position : null;
  return { ...state, position: place, observedAt, stream: 'live', rise: riseAt(state, place) };
}

/** An unknown position leaves a rise as it was; one that is back where it was ends it. */
function riseAt({ position, rise }: QueuedConversation, place: number | null): Rise | null {
  if (place === null) return rise;
  const from = rise?.from ?? position;
  if (from === null || place <= from) return null;
  return rise && rise.to >= place ? { ...rise, to: place } : { from, to: place, reason: null };
}

const offered = (from: QueuedConversation, { at, limitMs }: EventOf<'turn'>): OfferedConversation => ({
  ...{ name: 'offered', from, offeredAt: at },
  acceptBy: limitMs === undefined ? null : at + limitMs,
  accepted: false,
});

const leaving = (back: LeftConversation['back'], why: LeftConversation['why'], leftAt: number): LeftConversation => ({
  ...{ name: 'left', back, leftAt, why },
});

function heard(state: QueuedConversation, type: 'stream-lost' | 'stream-resumed'): QueuedConversation {
  const stream = type === 'stream-lost' ? 'lost' : 'live';
  return stream === state.stream ? state : { ...state, stream };
}

const end = (state: ConversationState, why: ConversationEnd): EndedConversation => ({
  ...{ name: 'ended', why, conversationId: placeOf(state)?.conversationId ?? null },
});
