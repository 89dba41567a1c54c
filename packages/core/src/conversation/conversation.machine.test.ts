import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it, vi } from 'vitest';
import { createMachine } from '../machine.js';
import { converse, converseAndTell, nextTimeAt } from './conversation.machine.js';
import { NO_CONVERSATION, type ConversationMachineEvent, type ConversationState } from './conversation-state.js';
import { placeOf, refusalOf } from './refusal-of.js';

const after = (...events: ConversationMachineEvent[]): ConversationState =>
  events.reduce<ConversationState>(converse, NO_CONVERSATION);

const asked = { type: 'ask', question: 'Where is it?' } as const;
const join = { type: 'join', at: 100 } as const;
const joined = { type: 'joined', conversationId: 'c1' } as const;
const snapshotAt = (observedAt: number, position?: number): ConversationMachineEvent => ({
  type: 'snapshot',
  observedAt,
  ...(position === undefined ? {} : { position }),
});
const inLine = [asked, join, joined, snapshotAt(1, 12)];

describe('converse', () => {
  it('goes from a question over the queue to the turn and its acceptance', () => {
    const state = after(...inLine, { type: 'turn', at: 500, limitMs: 60_000 }, { type: 'accept', at: 900 });
    expect(state).toMatchObject({ name: 'offered', accepted: true, acceptBy: 60_500, from: { conversationId: 'c1' } });
  });

  it('keeps the route and the priority that were decided', () => {
    const state = after(asked, { type: 'routed', route: 'people', priority: 'p1' });
    expect(state).toMatchObject({ name: 'triage', route: 'people', priority: 'p1' });
    expect(converse(state, join)).toMatchObject({ name: 'queued', priority: 'p1', conversationId: null });
  });

  it('ends as solved when an answer helped before there was a queue', () => {
    expect(after(asked, { type: 'solved' })).toEqual({ name: 'ended', why: 'solved', conversationId: null });
  });

  it('goes back to the question when joining fails, and keeps it', () => {
    const state = after(asked, join, { type: 'join-failed' });
    expect(state).toMatchObject({ name: 'triage', question: 'Where is it?', route: 'people' });
  });

  it.each([0, -3, 1.5, NaN, Infinity, undefined])('takes a position of %s as unknown', (position) => {
    expect(after(...inLine, snapshotAt(2, position))).toMatchObject({ position: null, observedAt: 2 });
  });

  it('ignores a snapshot that is older than the newest, and one of the same time', () => {
    const state = after(...inLine, snapshotAt(5, 8));
    expect(converse(state, snapshotAt(4, 3))).toBe(state);
    expect(converse(state, snapshotAt(5, 3))).toBe(state);
  });

  it('remembers from where a position rose, why, and forgets it once it is back', () => {
    const risen = after(...inLine, snapshotAt(2, 14), { type: 'rise', reason: 'urgent-first' });
    expect(risen).toMatchObject({ position: 14, rise: { from: 12, to: 14, reason: 'urgent-first' } });
    expect(converse(risen, snapshotAt(3, 13))).toMatchObject({ rise: { from: 12, to: 13, reason: 'urgent-first' } });
    expect(converse(risen, snapshotAt(3, 15))).toMatchObject({ rise: { from: 12, to: 15, reason: null } });
    expect(converse(risen, snapshotAt(3, 12))).toMatchObject({ rise: null });
  });

  it('keeps the place while the stream is lost, and is live again with the next snapshot', () => {
    const lost = after(...inLine, { type: 'stream-lost' });
    expect(lost).toMatchObject({ position: 12, stream: 'lost' });
    expect(converse(lost, snapshotAt(2, 11))).toMatchObject({ position: 11, stream: 'live' });
  });

  it('gives the place back within ten seconds of leaving, moved on meanwhile', () => {
    const left = after(...inLine, { type: 'leave', at: 1_000 }, snapshotAt(2, 9));
    expect(left).toMatchObject({ name: 'left', why: 'left' });
    expect(converse(left, { type: 'undo', at: 10_999 })).toMatchObject({ name: 'queued', position: 9 });
  });

  it('gives no place back after ten seconds', () => {
    const left = after(...inLine, { type: 'free', at: 1_000 });
    expect(converse(left, { type: 'undo', at: 11_000 })).toBe(left);
    expect(converse(left, { type: 'time', at: 10_999 })).toBe(left);
    expect(converse(left, { type: 'time', at: 11_000 })).toMatchObject({ name: 'ended', why: 'freed' });
  });

  it('keeps the turn for a customer who left and comes back in time', () => {
    const left = after(...inLine, { type: 'leave', at: 1_000 }, { type: 'turn', at: 2_000 });
    expect(converse(left, { type: 'undo', at: 3_000 })).toMatchObject({ name: 'offered', acceptBy: null });
  });

  it('gives no turn back that has run out', () => {
    const left = after(...inLine, { type: 'turn', at: 0, limitMs: 3_000 }, { type: 'decline', at: 2_000 });
    expect(left).toMatchObject({ name: 'left', why: 'declined' });
    expect(converse(left, { type: 'undo', at: 3_000 })).toBe(left);
  });

  it('ends as missed when the turn runs out, and takes no acceptance after', () => {
    const offered = after(...inLine, { type: 'turn', at: 0, limitMs: 3_000 });
    expect(refusalOf(offered, { type: 'accept', at: 3_000 })).toBe('too-late');
    expect(converse(offered, { type: 'time', at: 3_000 })).toMatchObject({ name: 'ended', why: 'missed' });
  });

  it('lets an accepted turn run out no more', () => {
    const accepted = after(...inLine, { type: 'turn', at: 0, limitMs: 3_000 }, { type: 'accept', at: 1 });
    expect(nextTimeAt(accepted)).toBeNull();
    expect(converse(accepted, { type: 'time', at: 9_000 })).toBe(accepted);
  });

  it('ends for a customer who left while joining, when joining fails', () => {
    const left = after(asked, join, { type: 'leave', at: 200 });
    expect(converse(left, { type: 'join-failed' })).toMatchObject({ name: 'ended', why: 'left' });
  });

  it('hears of its name while the customer is leaving', () => {
    const left = after(asked, join, { type: 'leave', at: 200 }, joined);
    expect(placeOf(left)?.conversationId).toBe('c1');
  });
});

describe('nextTimeAt', () => {
  it('is over once the time that it names has come', async () => {
    const env = createFakeEnv();
    await env.advance(1_000);
    const left = after(...inLine, { type: 'leave', at: env.monotonic() });
    await env.advance(nextTimeAt(left)! - env.monotonic());
    expect(converse(left, { type: 'time', at: env.monotonic() }).name).toBe('ended');
  });
});

describe('converseAndTell', () => {
  it('tells of what it ignores and why', () => {
    const tell = vi.fn();
    const machine = createMachine({ initial: NO_CONVERSATION as ConversationState, transition: converseAndTell(tell) });
    machine.send({ type: 'accept', at: 1 });
    expect(tell).toHaveBeenCalledWith('unexpected', { type: 'accept', at: 1 }, NO_CONVERSATION);
    machine.send(asked);
    expect(tell).toHaveBeenCalledTimes(1);
    expect(machine.get().name).toBe('triage');
  });
});
