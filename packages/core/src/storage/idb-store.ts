import { promisifyRequest } from 'idb-keyval';
import type { Env, KeyValueStore } from '../contracts.js';
import { createBrowserEnv } from '../env.js';
import { createConnector } from './idb-connection.js';
import { toStorageError } from './storage-error.js';

/**
 * `openTimeoutMs`: how long opening the database may take before the store gives up for good (default 1,500). `durability`: `strict` has `update` wait until the
 * system has written to the disk, so that what it promised outlives a loss of power too; by default the browser decides, and most take its end alone into account.
 */
export interface IdbStoreOptions {
  env?: Pick<Env, 'setTimer'>;
  openTimeoutMs?: number;
  durability?: IDBTransactionDurability;
}

/**
 * A durable store: the IndexedDB database `name`, opened at the first call. Values are structured clones.
 *
 * `update` is one readwrite transaction and thus atomic over all tabs; it is fulfilled after the transaction has completed.
 * What `change` throws aborts the transaction and is what `update` rejects with. `change` runs at most once.
 * Every other failure is a HelpError: `storage-full`, `internal` (a value that cannot be cloned) or `storage-unavailable`.
 *
 * Opening can hang for ever (https://bugs.webkit.org/show_bug.cgi?id=226547); after `openTimeoutMs` the call rejects, and every
 * later one at once. An opening that fails is tried again by the next call. A connection that was lost is opened
 * anew, once per call and only while `change` has not run; one that another tab wants out of its way is given up.
 */
export function createIdbStore(
  name: string,
  { env = createBrowserEnv(), openTimeoutMs = 1500, durability = 'default' }: IdbStoreOptions = {},
): KeyValueStore {
  const connect = createConnector(name, env, { timeoutMs: openTimeoutMs, durability });
  const run = async <T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => Promise<T>,
    mayRepeat = () => true,
  ): Promise<T> => {
    for (let isRepeat = false; ; isRepeat = true) {
      const connection = await connect();
      try {
        return await connection.use(mode, work);
      } catch (error) {
        if (error instanceof ChangeFailure) throw error.cause;
        const isLost = isLostConnection(error);
        if (isLost) connection.drop();
        if (!isLost || isRepeat || !mayRepeat()) throw toStorageError(error);
      }
    }
  };
  return {
    durable: true,
    get: (key) => run('readonly', (store) => promisifyRequest(store.get(key))),
    keys: () => run('readonly', async (store) => (await promisifyRequest(store.getAllKeys())).map(String)),
    update(key, change) {
      let changed = false;
      const changeOnce = (old: unknown): unknown => {
        changed = true;
        return change(old);
      };
      return run(
        'readwrite',
        (store) => updateIn(store, key, changeOnce),
        () => !changed,
      );
    },
  };
}

/** Carries what `change` threw past the mapping of the browser's own errors. */
class ChangeFailure extends Error {}

function updateIn(store: IDBObjectStore, key: string, change: (old: unknown) => unknown): Promise<void> {
  const { transaction } = store;
  return new Promise((resolve, reject) => {
    let failure: unknown;
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(failure ?? transaction.error);
    const read = store.get(key);
    read.onsuccess = () => {
      try {
        const value = callChange(change, read.result);
        if (value === undefined) store.delete(key);
        else store.put(value, key);
      } catch (error) {
        failure = error;
        transaction.abort();
      }
    };
  });
}

function callChange(change: (old: unknown) => unknown, old: unknown): unknown {
  try {
    return change(old);
  } catch (cause) {
    throw new ChangeFailure('change', { cause });
  }
}

/** Names under which browsers report a connection that has gone: closed by us or by them, or its server process lost. */
const isLostConnection = (error: unknown): boolean =>
  ['InvalidStateError', 'AbortError', 'UnknownError'].includes((error as { name?: string } | null)?.name ?? '');
