import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyPlain } from './copy-plain.js';
import {
  readConversationEvent,
  readQueueSnapshot,
  readResumed,
  readStarted,
  readStatusAnswer,
} from './validate-answer.js';

const AT = 1_800_000_000_000;
const snapshot = (members: object) => readQueueSnapshot({ observedAt: AT, ...members });

describe('readQueueSnapshot', () => {
  it.each([
    undefined,
    null,
    7,
    'x',
    [],
    {},
    { observedAt: 0 },
    { observedAt: NaN },
    { observedAt: '7' },
    { observedAt: 1e300 },
  ])('is nothing without a time: %o', (given) => expect(readQueueSnapshot(given)).toBe(null));

  it.each<[object, object]>([
    [{ position: 0 }, {}],
    [{ position: 2.5 }, {}],
    [{ position: 3, queueLength: 2 }, { position: 3 }],
    [
      { position: 3, queueLength: 3 },
      { position: 3, queueLength: 3 },
    ],
    [
      { slots: 0, agentsOnline: 0 },
      { slots: 0, agentsOnline: 0 },
    ],
    [{ slots: -1, agentsOnline: NaN, handleTimeMs: Infinity, longestWaitMs: '9' }, {}],
    [{ estimate: { p50Ms: 2, p90Ms: 1 } }, {}],
    [{ estimate: { p50Ms: 1, p90Ms: 2, more: 3 } }, { estimate: { p50Ms: 1, p90Ms: 2 } }],
    [{ recentStarts: [{ at: AT, waitMs: 5 }, { at: AT }, null] }, { recentStarts: [{ at: AT, waitMs: 5 }] }],
    [{ capacityForecast: 'none', unheardOf: 1 }, {}],
  ])('reads %o', (given, read) => expect(snapshot(given)).toEqual({ observedAt: AT, ...read }));

  it('sees nothing that is inherited, and survives a getter that throws', () => {
    expect(readQueueSnapshot(Object.create({ observedAt: AT }))).toBe(null);
    const bomb = {
      get observedAt(): number {
        throw new Error('no');
      },
    };
    expect(readQueueSnapshot(bomb)).toBe(null);
  });

  it('holds sound figures alone, whatever is given', () => {
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true }),
        fc.dictionary(fc.string(), fc.anything()),
        (position, more) => {
          const read = snapshot({ ...more, position, slots: position, estimate: more });
          for (const value of Object.values(read ?? {}))
            if (typeof value === 'number') expect(value >= 0 && Number.isFinite(value)).toBe(true);
        },
      ),
    );
  });
});

describe('readConversationEvent', () => {
  it.each<[unknown, unknown]>([
    [
      { id: 'e1', type: 'queue', snapshot: { observedAt: AT } },
      { id: 'e1', type: 'queue', snapshot: { observedAt: AT } },
    ],
    [{ id: 'e1', type: 'queue', snapshot: {} }, null],
    [
      { id: 7, type: 'state', state: 'open' },
      { id: null, type: 'state', state: 'open' },
    ],
    [{ id: 'e1', type: 'state', state: 'asleep' }, null],
    [
      { id: 'e1', type: 'message', message: {} },
      { id: 'e1', type: 'other' },
    ],
    [null, null],
  ])('reads %o', (given, read) => expect(readConversationEvent(given)).toEqual(read));
});

describe('answers of the host', () => {
  it.each([
    {},
    { conversationId: '', state: 'queued' },
    { conversationId: 'c' },
    { conversationId: 7, state: 'open' },
    null,
  ])('do not start a conversation with %o', (answer) =>
    expect(() => readStarted(answer)).toThrow('adapter-bad-answer'),
  );

  it('start and resume one', () => {
    expect(readStarted({ conversationId: 'c', state: 'open', more: 1 })).toEqual({
      conversationId: 'c',
      state: 'open',
    });
    expect(readResumed({ state: 'queued', messages: [], cursor: '9' })).toEqual({ state: 'queued', cursor: '9' });
    expect(readResumed(null)).toBe(null);
    expect(() => readResumed({ state: 'lost' })).toThrow('adapter-bad-answer');
  });

  it.each([7, [], {}, { observedAt: -1 }, { observedAt: 'now' }])('are no status: %o', (answer) =>
    expect(() => readStatusAnswer(answer)).toThrow('adapter-bad-answer'),
  );

  it('are a status that nobody can change afterwards', () => {
    const given = { observedAt: AT, queue: { slots: 3 } };
    const read = readStatusAnswer(given);
    given.queue.slots = 9;
    expect(read).toEqual({ observedAt: AT, queue: { slots: 3 } });
    expect(readStatusAnswer(null)).toBe(null);
  });
});

describe('copyPlain', () => {
  it('copies plain data and leaves the rest out', () => {
    expect(copyPlain({ a: [1, 'b', null, true, undefined], f: () => 1, s: Symbol('s'), n: 1n })).toEqual({
      a: [1, 'b', null, true, undefined],
    });
  });

  it('makes no prototype of a member of that name', () => {
    const copy = copyPlain(JSON.parse('{"__proto__": {"polluted": 1}}')) as Record<string, unknown>;
    expect(copy['polluted']).toBe(undefined);
    expect(Object.getPrototypeOf(copy)).toBe(Object.prototype);
  });

  it('ends with data that go round, or on and on', () => {
    const round: Record<string, unknown> = {};
    round['self'] = round;
    expect(copyPlain(round)).toBeTypeOf('object');
    expect((copyPlain(Array.from({ length: 1e6 }, () => 1)) as unknown[]).length).toBe(20_000);
  });
});
