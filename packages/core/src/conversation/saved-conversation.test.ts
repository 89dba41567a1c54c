import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { converse } from './conversation.machine.js';
import { NO_CONVERSATION, type ConversationMachineEvent, type ConversationState } from './conversation-state.js';
import { resumeConversation, serialiseConversation } from './saved-conversation.js';

const clockAt = (now: number, monotonic: number) => ({ now: () => now, monotonic: () => monotonic });
const leaving = (at: number): ConversationState =>
  (
    [
      { type: 'ask', question: 'Why?' },
      { type: 'join', at: 0 },
      { type: 'joined', conversationId: 'c1' },
      { type: 'snapshot', observedAt: 1, position: 4 },
      { type: 'leave', at },
    ] satisfies ConversationMachineEvent[]
  ).reduce<ConversationState>(converse, NO_CONVERSATION);

describe('resumeConversation', () => {
  it('counts the seconds between two pages, so that leaving is taken back in time only', () => {
    const saved = serialiseConversation(leaving(50_000), clockAt(1_000_000, 52_000));
    const resumed = resumeConversation(saved, clockAt(1_003_000, 20))!;
    expect(converse(resumed, { type: 'undo', at: 20 + 4_999 })).toMatchObject({ name: 'queued', position: 4 });
    expect(converse(resumed, { type: 'undo', at: 20 + 5_000 })).toBe(resumed);
  });

  it('takes a wall clock that went back as no time', () => {
    const env = createFakeEnv();
    const saved = serialiseConversation(leaving(0), env);
    env.jumpClock(-86_400_000);
    expect(resumeConversation(saved, env)).toEqual(leaving(0));
  });

  it.each([undefined, null, '', '{', '[]', '{"version":2}', 'null', '"queued"'])('gives null for %s', (saved) => {
    expect(resumeConversation(saved, createFakeEnv())).toBeNull();
  });

  it('gives null for any JSON and for damaged states, and never throws', () => {
    const env = createFakeEnv();
    fc.assert(fc.property(fc.json(), (json) => void expect(resumeConversation(json, env)).toBeNull()));
    const whole = JSON.parse(serialiseConversation(leaving(3), env)) as { state: { back: object } };
    for (const key of Object.keys(whole.state.back)) {
      const back = { ...whole.state.back, [key]: { toString: 1 } };
      const damaged = JSON.stringify({ ...whole, state: { ...whole.state, back } });
      expect(resumeConversation(damaged, env), key).toBeNull();
    }
  });
});
