// All that one store holds of the outbox, as one value: so every change, and every decision about order, is one atomic update.
import { count, own } from '../status/read-figures.js';
import { moveItem, type OutboxEvent, type OutboxRecord } from './outbox-item.js';

/** Of the book. A larger one was written by a newer release, and is only read. */
export const OUTBOX_VERSION = 1;
/** For so long the key of an acknowledged item is known. */
const DONE_MS = 30 * 86_400_000;

export interface OutboxBook {
  readonly v: number;
  /** How often it was changed in a way that views see. */
  readonly turn: number;
  /** Of the last item. */
  readonly seq: number;
  /** In order of `seq`. */
  readonly items: readonly OutboxRecord[];
  /** Keys of what was acknowledged, and when. */
  readonly done: readonly (readonly [key: string, at: number])[];
  /** What could not be read, as it was found. */
  readonly aside: readonly unknown[];
}

/** What is put into it; the rest of the record is the same for all. */
export type NewItem = Pick<OutboxRecord, 'key' | 'kind' | 'conversation' | 'body' | 'hasBlobs'>;

/**
 * Reads the stored value. What does not fit is set aside, the rest is used; instants of a clock that was ahead are taken for now, and keys that have
 * been known long enough are forgotten. Of a newer version it reads what it can, too.
 */
export function readBook(value: unknown, at: number): OutboxBook {
  const isBook = Number.isInteger(own(value, 'v')) && Array.isArray(own(value, 'items'));
  const aside = isBook || value === undefined ? listOf(own(value, 'aside')) : [value];
  const items: OutboxRecord[] = [];
  for (const each of listOf(own(value, 'items'))) {
    if (isRecord(each)) items.push({ ...each, createdAt: Math.min(each.createdAt, at) });
    else aside.push(each);
  }
  items.sort((a, b) => a.seq - b.seq);
  const done = listOf(own(value, 'done'))
    .filter((pair): pair is [string, number] => Array.isArray(pair) && Number.isFinite(pair[1]))
    .map(([key, then]) => [key, Math.min(then, at)] as const)
    .filter(([, then]) => at - then <= DONE_MS);
  return {
    ...{ items, done, aside, v: isBook ? (own(value, 'v') as number) : OUTBOX_VERSION },
    turn: count(own(value, 'turn')) ?? 0,
    seq: Math.max(count(own(value, 'seq')) ?? 0, items.at(-1)?.seq ?? 0),
  };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? [...value] : []);

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const isTextOrNull = (value: unknown): boolean => value === null || isText(value);
const isOneOf =
  (...values: readonly string[]) =>
  (value: unknown): boolean =>
    values.includes(value as string);

/** What every record has, and how it must look; a body is anything but nothing. */
const MEMBERS: readonly (readonly [isFit: (value: unknown) => boolean, ...members: (keyof OutboxRecord)[]])[] = [
  [isText, 'key'],
  [isOneOf('ticket', 'message', 'rating', 'callback'), 'kind'],
  [isOneOf('pending', 'sending', 'dead'), 'state'],
  [isTextOrNull, 'conversation', 'owner'],
  [Number.isFinite, 'seq', 'edits', 'createdAt', 'attempts', 'nextAt', 'waitMs', 'leaseUntil'],
  [isFlag, 'hasBlobs', 'isUnknown', 'isIdentityTried'],
  [(body) => body !== undefined, 'body'],
];

function isRecord(value: unknown): value is OutboxRecord {
  return MEMBERS.every(([isFit, ...members]) => members.every((member) => isFit(own(value, member))));
}

/** Whether the key stands for an item that is kept, or was sent within 30 days. */
export const isKnown = ({ items, done }: OutboxBook, key: string): boolean =>
  items.some((item) => item.key === key) || done.some(([each]) => each === key);

/** With one more item at the end; the same book where its key is known. */
export function addItem(book: OutboxBook, item: NewItem, at: number): OutboxBook {
  if (isKnown(book, item.key)) return book;
  const seq = book.seq + 1;
  const record: OutboxRecord = {
    ...{ ...item, seq, edits: 0, createdAt: at, state: 'pending', attempts: 0, nextAt: at, waitMs: 0 },
    ...{ owner: null, leaseUntil: 0, isUnknown: false, isIdentityTried: false },
  };
  return { ...book, turn: book.turn + 1, seq, items: [...book.items, record] };
}

/** After an event for one item: an acknowledged one leaves nothing but its key. The same book where the event does not apply. */
export function moveIn(book: OutboxBook, key: string, event: OutboxEvent, at: number): OutboxBook {
  const before = book.items.find((item) => item.key === key);
  const after = before && moveItem(before, event);
  if (before === after) return book;
  return {
    ...book,
    turn: book.turn + (event.type === 'renew' ? 0 : 1),
    items: book.items.flatMap((item) => (item.key === key ? (after ?? []) : item)),
    done: after ? book.done : [...book.done, [key, at]],
  };
}

/** Without an item, sent or not. */
export function removeItem(book: OutboxBook, key: string): OutboxBook {
  const items = book.items.filter((item) => item.key !== key);
  return items.length === book.items.length ? book : { ...book, items, turn: book.turn + 1 };
}

/** Those whose turn it is: of each conversation the first that is not dead, whatever it waits for, and all that belong to none. */
export function headsOf({ items }: OutboxBook): OutboxRecord[] {
  const begun = new Set<string>();
  return items.filter(({ state, conversation }) => {
    if (state === 'dead') return false;
    if (conversation === null) return true;
    const isHead = !begun.has(conversation);
    begun.add(conversation);
    return isHead;
  });
}
