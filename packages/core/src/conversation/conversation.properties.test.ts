// What holds of conversations for any order of events.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { converse } from './conversation.machine.js';
import {
  NO_CONVERSATION,
  UNDO_LEAVE_MS,
  type ConversationMachineEvent,
  type ConversationState,
} from './conversation-state.js';
import { placeOf, refusalOf } from './refusal-of.js';
import { resumeConversation, serialiseConversation } from './saved-conversation.js';

const at = () =>
  fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 60_000 }) }, { weight: 1, arbitrary: odd() });
const odd = () => fc.constantFrom(NaN, -1, Infinity, 1e300);
const position = () => fc.oneof(fc.integer({ min: 1, max: 30 }), fc.constantFrom(0, -4, 2.5, NaN, Infinity));
const reason = () => fc.constantFrom('urgent-first', 'fewer-agents', 'longer-conversations', 'outage');

const inLine = (): ConversationState =>
  converse(converse(NO_CONVERSATION, { type: 'ask', question: '?' }), { type: 'join', at: 0 });

/** Any event, with times and positions that can be and some that cannot. */
const anEvent = (): fc.Arbitrary<ConversationMachineEvent> =>
  fc.oneof(
    fc.record({ type: fc.constant('ask'), question: fc.string() }),
    fc.record({
      type: fc.constant('routed'),
      route: fc.constantFrom('self-service', 'suggest', 'people'),
      priority: fc.constantFrom('p0', 'p1', 'normal'),
    }),
    fc.record({ type: fc.constantFrom('join', 'accept', 'decline', 'leave', 'free', 'undo', 'time'), at: at() }),
    fc.record({ type: fc.constant('join'), at: at() }),
    fc.record({ type: fc.constant('joined'), conversationId: fc.constantFrom('c1', 'c2', '') }),
    fc.record(
      { type: fc.constant('snapshot'), position: position(), observedAt: fc.oneof(fc.integer(), odd()) },
      { requiredKeys: ['type', 'observedAt'] },
    ),
    fc.record({ type: fc.constant('rise'), reason: reason() }),
    fc.record({ type: fc.constant('turn'), at: at(), limitMs: at() }, { requiredKeys: ['type', 'at'] }),
    fc.record({
      type: fc.constantFrom('solved', 'cancel', 'join-failed', 'stream-lost', 'stream-resumed', 'host-ended'),
    }),
  ) as fc.Arbitrary<ConversationMachineEvent>;

/** States that orders of events lead to. */
const aState = (): fc.Arbitrary<ConversationState> =>
  fc
    .array(anEvent(), { maxLength: 25, size: 'max' })
    .map((events) =>
      events.reduce<ConversationState>(converse, converse(NO_CONVERSATION, { type: 'ask', question: '?' })),
    );

/** States of one name that events lead to from a place in line. */
const atStates = <Name extends 'queued' | 'offered' | 'left'>(
  name: Name,
): fc.Arbitrary<Extract<ConversationState, { name: Name }>> =>
  fc.array(anEvent(), { maxLength: 12, size: 'max' }).map((events) => {
    const wayIn = { queued: [], offered: [{ type: 'turn', at: 5 }], left: [{ type: 'leave', at: 5 }] } as const;
    const moved = events.reduce<ConversationState>((state, event) => {
      const next = converse(state, event);
      return next.name === name || next.name === 'queued' ? next : state;
    }, inLine());
    const state = moved.name === name ? moved : wayIn[name].reduce<ConversationState>(converse, moved);
    return state as Extract<ConversationState, { name: Name }>;
  });

describe('any order of events', () => {
  it('never throws, never names a position that is none, and stays ended until asked again', () => {
    let endCount = 0;
    fc.assert(
      fc.property(fc.array(anEvent(), { maxLength: 60, size: 'max' }), fc.boolean(), (events, isInLine) => {
        let state: ConversationState = isInLine ? inLine() : NO_CONVERSATION;
        for (const event of events) {
          const next = converse(state, event);
          const place = placeOf(next);
          if (place?.position != null) expect(Number.isInteger(place.position) && place.position >= 1).toBe(true);
          if (place?.rise) expect(place.rise.to).toBeGreaterThan(place.rise.from);
          if (state.name === 'ended' && next !== state) expect([event.type, next.name]).toEqual(['ask', 'triage']);
          if (refusalOf(state, event)) expect(next).toBe(state);
          if (next.name === 'ended' && state.name !== 'ended') endCount++;
          state = next;
        }
      }),
      { numRuns: 500 },
    );
    expect(endCount).toBeGreaterThan(100);
  });

  it('takes leaving back within ten seconds and at no other time', () => {
    let taken = 0;
    fc.assert(
      fc.property(atStates('left'), fc.integer({ min: -5_000, max: 30_000 }), (left, afterMs) => {
        const at = left.leftAt + afterMs;
        const isBack = converse(left, { type: 'undo', at }) !== left;
        if (isBack) expect(afterMs >= 0 && afterMs < UNDO_LEAVE_MS).toBe(true);
        if (isBack) expect(converse(left, { type: 'undo', at })).toBe(left.back);
        taken += Number(isBack);
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  it('comes back from its text as it was', () => {
    const names = new Set<string>();
    fc.assert(
      fc.property(aState(), fc.double({ min: 0, max: 1e7, noNaN: true }), (state, monotonic) => {
        const clock = { now: () => 1_770_000_000_000, monotonic: () => monotonic };
        names.add(state.name);
        expect(resumeConversation(serialiseConversation(state, clock), clock)).toEqual(state);
      }),
      { numRuns: 1_000 },
    );
    expect([...names].sort()).toEqual(['ended', 'idle', 'left', 'offered', 'queued', 'triage']);
  });
});
