// The outbox in a KeyValueStore: the book under one key, the blobs of each item under one more, and memory where nothing can be kept.
import type { Env, HelpErrorCode, KeyValueStore, OutboxBlob } from '../contracts.js';
import { HelpError, isHelpError } from '../errors.js';
import { own } from '../status/read-figures.js';
import { createMemoryStore } from '../storage/memory-store.js';
import type { MirroredStore } from '../storage/mirrored-store.js';
import { addItem, isKnown, OUTBOX_VERSION, readBook, type NewItem, type OutboxBook } from './outbox-book.js';

/** The key of the book. */
export const OUTBOX_KEY = 'outbox';
const BLOBS = 'outbox-blobs/';
/** With these failures of the store a new item is kept in memory, and the page's outbox with it. Other failures may pass. */
const LEFT_FOR_MEMORY: ReadonlySet<HelpErrorCode> = new Set<HelpErrorCode>([
  'storage-full',
  'storage-unavailable',
  'unavailable',
]);
/** Blobs without an item were left by a page that ended between the two writes; younger ones may be waiting for theirs. */
const ORPHAN_MS = 86_400_000;

export interface OutboxShelf {
  /** false: memory only, which no other tab sees. */
  isDurable(): boolean;
  read(): Promise<OutboxBook>;
  /** One atomic update; false where `edit` gave back the book it was given. Rejects with `unavailable` for a book of a newer version. */
  change(edit: (book: OutboxBook) => OutboxBook): Promise<boolean>;
  /** Keeps an item with its blobs, in memory where the store is full, newer or not there. A known key changes nothing. Rejects with `refused` for a file that cannot be read. */
  add(item: Omit<NewItem, 'hasBlobs'>, blobs: readonly OutboxBlob[]): Promise<void>;
  /** Rejects with `internal` when they are gone. */
  blobsOf(key: string): Promise<readonly OutboxBlob[]>;
  dropBlobs(key: string): Promise<void>;
  /** Removes blobs that belong to no item. */
  sweep(): Promise<void>;
}

interface KeptBlob extends Pick<OutboxBlob, 'name' | 'type'> {
  bytes: ArrayBuffer;
}

/** Bytes are kept, no blobs: WebKit refuses these in private windows, and a browser keeps them as files that can be gone. */
async function toBytes({ name, type, data }: OutboxBlob): Promise<KeptBlob> {
  try {
    return { name, type, bytes: await data.arrayBuffer() };
  } catch (cause) {
    throw new HelpError('refused', { reason: 'file-unreadable', name }, { cause });
  }
}

/** The shelf on a store. Nothing is read or written before it is asked. */
export function createShelf(storage: KeyValueStore, env: Pick<Env, 'now'>): OutboxShelf {
  let store = storage;
  const read = async (): Promise<OutboxBook> => readBook(await store.get(OUTBOX_KEY), env.now());
  const change = async (edit: (book: OutboxBook) => OutboxBook): Promise<boolean> => {
    let changed = false;
    await store.update(OUTBOX_KEY, (old) => {
      const book = readBook(old, env.now());
      if (book.v > OUTBOX_VERSION) throw new HelpError('unavailable', { reason: 'newer-version', version: book.v });
      const next = edit(book);
      changed = next !== book;
      return changed ? next : old;
    });
    return changed;
  };
  const dropBlobs = (key: string): Promise<void> => store.update(BLOBS + key, () => undefined);
  const add: OutboxShelf['add'] = async (item, blobs) => {
    const hasBlobs = blobs.length > 0;
    if (isKnown(await read(), item.key)) return;
    if (hasBlobs) {
      const kept = await Promise.all(blobs.map(toBytes));
      await store.update(BLOBS + item.key, () => ({ at: env.now(), blobs: kept }));
    }
    await change((book) => addItem(book, { ...item, hasBlobs }, env.now()));
  };
  return {
    isDurable: () => store.durable,
    read,
    change,
    dropBlobs,
    async add(item, blobs) {
      try {
        await add(item, blobs);
      } catch (error) {
        if (!isHelpError(error) || !LEFT_FOR_MEMORY.has(error.code) || store !== storage) throw error;
        store = createMemoryStore();
        await add(item, blobs);
      }
    },
    async blobsOf(key) {
      const blobs = own(await store.get(BLOBS + key), 'blobs');
      if (!Array.isArray(blobs)) throw new HelpError('internal', { reason: 'blobs-missing', key });
      return (blobs as KeptBlob[]).map(({ name, type, bytes }) => ({ name, type, data: new Blob([bytes], { type }) }));
    },
    async sweep() {
      const keys = (await store.keys()).filter((key) => key.startsWith(BLOBS));
      if (!keys.length) return;
      const { items } = await read();
      for (const key of keys) {
        if (items.some((item) => BLOBS + item.key === key)) continue;
        const at = own(await store.get(key), 'at') as number;
        if (!(Math.abs(env.now() - at) < ORPHAN_MS)) await store.update(key, () => undefined);
      }
    },
  };
}

/** Removes everything from a store and its mirror: what waits to be sent, too. Other tabs hear of it through `tabs`, the outbox's own port. */
export async function clearLocalData(
  storage: KeyValueStore & Partial<Pick<MirroredStore, 'clearMirror'>>,
  tabs?: { post(message: unknown): void },
): Promise<void> {
  await storage.clearMirror?.(); // first: the store may be out of reach
  for (const key of await storage.keys()) await storage.update(key, () => undefined);
  tabs?.post({ type: 'outbox' });
}
