import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HelpErrorCode } from '../contracts.js';
import { isEditable, itemOf, moveItem, OUTBOX_LIFE_MS, type OutboxEvent, type OutboxRecord } from './outbox-item.js';
import { aRecord } from './testing/builders.js';

const LEASE_MS = 30_000;
const aClaim = (members: Partial<OutboxEvent & { type: 'claim' }> = {}): OutboxEvent => ({
  ...{ type: 'claim', owner: 'me', seen: 1000, leaseMs: LEASE_MS, at: 2000 },
  ...members,
});
const aFailure = (code: HelpErrorCode, members: Partial<OutboxEvent & { type: 'fail' }> = {}): OutboxEvent => ({
  ...{ type: 'fail', owner: 'me', attempts: 1, code, retryable: false, waitMs: 500, at: 3000 },
  ...members,
});
const aSending = (members: Partial<OutboxRecord> = {}): OutboxRecord =>
  aRecord({ state: 'sending', owner: 'me', attempts: 1, leaseUntil: 32_000, ...members });

describe('moveItem', () => {
  const table: [string, OutboxRecord, OutboxEvent, Partial<OutboxRecord> | null | 'same'][] = [
    ['claims what is pending', aRecord(), aClaim(), { state: 'sending', owner: 'me', leaseUntil: 32_000, attempts: 1 }],
    ['claims nothing that was changed since it was seen', aRecord({ nextAt: 5000 }), aClaim(), 'same'],
    ['claims nothing dead', aRecord({ state: 'dead' }), aClaim(), 'same'],
    [
      'claims with the same key what somebody else has given up, and knows no outcome',
      aSending({ owner: 'you', leaseUntil: 1000 }),
      aClaim(),
      { key: 'k', owner: 'me', attempts: 2, isUnknown: true },
    ],
    [
      'sends nothing that is older than 21 days',
      aRecord({ createdAt: 0 }),
      aClaim({ at: OUTBOX_LIFE_MS + 1 }),
      { state: 'dead', lastError: 'timeout', attempts: 0 },
    ],
    ['renews its own lease', aSending(), { type: 'renew', owner: 'me', leaseMs: LEASE_MS, at: 9000 }, { leaseUntil: 39_000 }],
    ['renews no other', aSending(), { type: 'renew', owner: 'you', leaseMs: LEASE_MS, at: 9000 }, 'same'],
    ['is gone once acknowledged, whoever had sent it', aSending(), { type: 'acknowledge', edits: 0 }, null],
    ['is gone even if it was given up', aRecord({ state: 'dead' }), { type: 'acknowledge', edits: 0 }, null],
    ['stays when another text was acknowledged', aRecord({ edits: 1 }), { type: 'acknowledge', edits: 0 }, 'same'],
    [
      'waits after a failure that may pass',
      aSending(),
      aFailure('unavailable', { retryable: true }),
      { state: 'pending', nextAt: 3500, waitMs: 500, owner: null, lastError: 'unavailable', isUnknown: true },
    ],
    ['is dead once refused, with a known outcome', aSending({ isUnknown: true }), aFailure('refused'), { state: 'dead', isUnknown: false }],
    ['does not know what came of what a host calls a conflict', aSending(), aFailure('conflict'), { state: 'dead', isUnknown: true }],
    ['tries an unknown customer once more', aSending(), aFailure('unauthorized'), { state: 'pending', isIdentityTried: true, isUnknown: false }],
    ['and not twice', aSending({ isIdentityTried: true }), aFailure('forbidden'), { state: 'dead' }],
    ['keeps an unknown outcome when it was only sent away', aSending({ isUnknown: true }), aFailure('rate-limited', { retryable: true }), { isUnknown: true }],
    ['keeps a known outcome when it was only sent away', aSending(), aFailure('rate-limited', { retryable: true }), { state: 'pending', isUnknown: false }],
    ['hears nothing of somebody who has lost it', aSending({ owner: 'you' }), aFailure('refused'), 'same'],
    ['hears nothing of an earlier attempt', aSending({ attempts: 2 }), aFailure('refused'), 'same'],
    ['waits no longer when the network is back', aRecord({ nextAt: 90_000, lastError: 'network' }), { type: 'hasten', waitMs: 10, at: 2000 }, { nextAt: 2010 }],
    ['waits on when a host has asked for it', aRecord({ nextAt: 90_000, lastError: 'rate-limited' }), { type: 'hasten', waitMs: 10, at: 2000 }, 'same'],
    ['begins anew when it is tried by hand', aRecord({ state: 'dead', attempts: 9, lastError: 'refused', isIdentityTried: true }), { type: 'retry', at: 5000 }, { state: 'pending', attempts: 0, nextAt: 5000, isIdentityTried: false }],
    ['is not tried by hand while it is sent', aSending(), { type: 'retry', at: 5000 }, 'same'],
    ['is not tried by hand after 21 days', aRecord({ state: 'dead', createdAt: 0 }), { type: 'retry', at: OUTBOX_LIFE_MS + 1 }, 'same'],
    ['takes a new text after a refusal, and is sent', aRecord({ state: 'dead', lastError: 'refused' }), { type: 'edit', body: 'new', at: 5000 }, { body: 'new', edits: 1, state: 'pending', nextAt: 5000 }],
    ['takes a new text before it was ever sent', aRecord(), { type: 'edit', body: 'new', at: 5000 }, { body: 'new', nextAt: 1000 }],
    ['takes no new text when nobody knows what came of the old one', aRecord({ isUnknown: true }), { type: 'edit', body: 'new', at: 5000 }, 'same'],
    ['takes no new text while it is sent', aSending(), { type: 'edit', body: 'new', at: 5000 }, 'same'],
  ]; // prettier-ignore

  it.each(table)('%s', (_, before, event, expected) => {
    const after = moveItem(before, event);
    if (expected === 'same') expect(after).toBe(before);
    else if (expected === null) expect(after).toBeNull();
    else expect(after).toMatchObject(expected);
  });

  it('keeps key, kind, order and age through everything, and is editable only where nobody has it', () => {
    const codes = fc.constantFrom<HelpErrorCode>(
      'network',
      'timeout',
      'refused',
      'unauthorized',
      'rate-limited',
      'internal',
    );
    const owner = fc.constantFrom('me', 'you');
    const at = fc.nat(2 * OUTBOX_LIFE_MS);
    const event: fc.Arbitrary<OutboxEvent> = fc.oneof(
      fc.record({ type: fc.constant('claim' as const), owner, seen: fc.constantFrom(1000, 500, LEASE_MS), leaseMs: fc.constant(LEASE_MS), at }),
      fc.record({ type: fc.constant('renew' as const), owner, leaseMs: fc.constant(LEASE_MS), at }),
      fc.record({ type: fc.constant('acknowledge' as const), edits: fc.nat(2) }),
      fc.record({ type: fc.constant('fail' as const), owner, attempts: fc.integer({ min: 1, max: 3 }), code: codes, retryable: fc.boolean(), waitMs: fc.nat(500), at }),
      fc.record({ type: fc.constant('hasten' as const), waitMs: fc.nat(500), at }),
      fc.record({ type: fc.constant('retry' as const), at }),
      fc.record({ type: fc.constant('edit' as const), body: fc.constant('new'), at }),
    ); // prettier-ignore
    const constant = ({ key, kind, conversation, seq, createdAt, hasBlobs }: OutboxRecord) => ({
      key,
      kind,
      conversation,
      seq,
      createdAt,
      hasBlobs,
    });
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let record: OutboxRecord | null = aRecord();
        for (const each of events) {
          const before: OutboxRecord = record;
          record = moveItem(before, each);
          if (!record) return each.type === 'acknowledge';
          expect(constant(record)).toEqual(constant(before));
          expect((record.state === 'sending') === (record.owner !== null)).toBe(true);
          if (record.body !== before.body) expect(isEditable(before, 0)).toBe(true);
        }
        return true;
      }),
    );
  });
});

describe('itemOf', () => {
  it('shows what views need, and whether it may be edited', () => {
    expect(itemOf(aRecord({ lastError: 'refused' }), 2000)).toEqual({
      ...{ key: 'k', kind: 'ticket', conversation: null, seq: 1, body: 'text', state: 'pending', attempts: 0 },
      ...{ createdAt: 1000, nextAt: 1000, lastError: 'refused', editable: true },
    });
    expect(itemOf(aSending(), 2000)).toMatchObject({ editable: false });
    expect(itemOf(aRecord(), OUTBOX_LIFE_MS + 2000)).toMatchObject({ editable: false });
  });
});
