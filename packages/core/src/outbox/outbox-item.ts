// The life of one thing that the customer sends: plain data, and what each event makes of it. No clock, no chance, no storage.
import type { HelpErrorCode, OutboxItem, OutboxKind } from '../contracts.js';

/** After so long an item is not sent any more: hosts need to keep keys for 30 days only, and without the key it could be taken twice. */
export const OUTBOX_LIFE_MS = 21 * 86_400_000;

/** An item as it is stored. Instants are wall clock, epoch ms. */
export interface OutboxRecord {
  /** The idempotency key; the same for all attempts, whoever makes them. */
  readonly key: string;
  readonly kind: OutboxKind;
  /** Items of one conversation keep their order; null: it has none. */
  readonly conversation: string | null;
  /** Larger is later, over all tabs. */
  readonly seq: number;
  readonly body: unknown;
  /** How often the body was edited. */
  readonly edits: number;
  readonly hasBlobs: boolean;
  readonly createdAt: number;
  readonly state: OutboxItem['state'];
  readonly attempts: number;
  /** When a pending item is to be tried. */
  readonly nextAt: number;
  /** The span that `nextAt` was set with: no reader waits longer, whatever its clock says. */
  readonly waitMs: number;
  /** Who is sending it. */
  readonly owner: string | null;
  /** Until when nobody else sends it. */
  readonly leaseUntil: number;
  /** Some attempt may have reached the host: the body may not change any more. */
  readonly isUnknown: boolean;
  /** The host did not know the customer, and was asked once more. */
  readonly isIdentityTried: boolean;
  readonly lastError?: HelpErrorCode;
}

/** What happens to an item; `at` is the wall clock. */
export type OutboxEvent =
  /** Somebody wants to send it. `seen`: the instant (`waitsUntil`) that was waited for; if it is another by now, somebody was faster. */
  | { type: 'claim'; owner: string; seen: number; leaseMs: number; at: number }
  | { type: 'renew'; owner: string; leaseMs: number; at: number }
  /** The host has it. `edits`: of the body that was sent. */
  | { type: 'acknowledge'; edits: number }
  | {
      type: 'fail';
      owner: string;
      attempts: number;
      code: HelpErrorCode;
      retryable: boolean;
      waitMs: number;
      at: number;
    }
  /** The network is back: what failed for want of one need not wait longer than `waitMs`. */
  | { type: 'hasten'; waitMs: number; at: number }
  | { type: 'retry'; at: number }
  | { type: 'edit'; body: unknown; at: number };

/** Said by a host that has taken nothing this time; of earlier times it says nothing. */
const NOT_TAKEN: ReadonlySet<HelpErrorCode> = new Set<HelpErrorCode>([
  'rate-limited',
  'unauthorized',
  'forbidden',
  'adapter-missing-method',
]);
/** Said by a host that has looked at it, key and all: it would have given its old answer if it had one. */
const NEVER_TAKEN: ReadonlySet<HelpErrorCode> = new Set<HelpErrorCode>(['refused', 'content-too-big']);

/** The instant that an item waits for: its next try, or the end of the lease. */
export const waitsUntil = ({ state, leaseUntil, nextAt }: OutboxRecord): number =>
  state === 'sending' ? leaseUntil : nextAt;

/** Whether its time for being sent is over. */
export const isTooOld = ({ createdAt }: Pick<OutboxRecord, 'createdAt'>, at: number): boolean =>
  at - createdAt > OUTBOX_LIFE_MS;

/** Whether the body may be changed: the host has nothing under this key, and nobody is sending it. */
export const isEditable = (record: OutboxRecord, at: number): boolean =>
  record.state !== 'sending' && !record.isUnknown && !isTooOld(record, at);

/** The item after an event: null once it is acknowledged, the same object where the event does not apply. */
export function moveItem(record: OutboxRecord, event: OutboxEvent): OutboxRecord | null {
  switch (event.type) {
    case 'claim':
      return claim(record, event);
    case 'renew':
      return record.state === 'sending' && record.owner === event.owner
        ? { ...record, leaseUntil: event.at + event.leaseMs }
        : record;
    case 'acknowledge':
      return record.edits === event.edits ? null : record;
    case 'fail':
      return fail(record, event);
    case 'hasten':
      return hasten(record, event);
    case 'retry':
      return record.state === 'sending' || isTooOld(record, event.at) ? record : afresh(record, event.at);
    case 'edit': {
      if (!isEditable(record, event.at)) return record;
      const edited = { ...record, body: event.body, edits: record.edits + 1 };
      return record.state === 'dead' ? afresh(edited, event.at) : edited;
    }
    default:
      return event satisfies never;
  }
}

/** Out of pending, or out of the hands of somebody whose lease is over: with the same key, but nobody knows what became of it. */
function claim(record: OutboxRecord, { owner, seen, leaseMs, at }: OutboxEvent & { type: 'claim' }): OutboxRecord {
  if (record.state === 'dead' || waitsUntil(record) !== seen) return record;
  const isUnknown = record.isUnknown || record.state === 'sending';
  if (isTooOld(record, at)) return { ...record, state: 'dead', owner: null, isUnknown, lastError: 'timeout' };
  return {
    ...record,
    ...{ state: 'sending', owner, leaseUntil: at + leaseMs, attempts: record.attempts + 1, isUnknown },
  };
}

function fail(record: OutboxRecord, event: OutboxEvent & { type: 'fail' }): OutboxRecord {
  const { owner, attempts, code, retryable, waitMs, at } = event;
  const isMine = record.state === 'sending' && record.owner === owner && record.attempts === attempts;
  if (!isMine) return record;
  const asksIdentity = code === 'unauthorized' || code === 'forbidden';
  const again = retryable || (asksIdentity && !record.isIdentityTried);
  return {
    ...record,
    ...{ state: again ? 'pending' : 'dead', owner: null, nextAt: at + waitMs, waitMs, lastError: code },
    isUnknown: !NEVER_TAKEN.has(code) && (record.isUnknown || !NOT_TAKEN.has(code)),
    isIdentityTried: record.isIdentityTried || asksIdentity,
  };
}

function hasten(record: OutboxRecord, { waitMs, at }: OutboxEvent & { type: 'hasten' }): OutboxRecord {
  const isCut = record.lastError === 'network' || record.lastError === 'timeout';
  const isLater = record.state === 'pending' && record.nextAt > at + waitMs;
  return isCut && isLater ? { ...record, nextAt: at + waitMs, waitMs } : record;
}

/** As if it were tried for the first time. */
function afresh({ lastError: _, ...record }: OutboxRecord, at: number): OutboxRecord {
  return { ...record, state: 'pending', nextAt: at, waitMs: 0, attempts: 0, isIdentityTried: false };
}

/** What views see of it. */
export function itemOf(record: OutboxRecord, at: number): OutboxItem {
  const { key, kind, conversation, seq, body, state, attempts, createdAt, nextAt, lastError } = record;
  return {
    ...{ key, kind, conversation, seq, body, state, attempts, createdAt, nextAt },
    ...(lastError ? { lastError } : {}),
    editable: isEditable(record, at),
  };
}
