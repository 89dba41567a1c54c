import { createStore as openStore, type UseStore } from 'idb-keyval';
import type { Env } from '../contracts.js';
import { HelpError } from '../errors.js';
import { toStorageError } from './storage-error.js';

const OBJECT_STORE = 'items';

/** An open database. */
export interface IdbConnection {
  use: UseStore;
  /** Closes it; the next call of the connector opens anew. */
  drop(): void;
}

/**
 * Opens the database at the first call and keeps the connection for those that follow; rejects with HelpError.
 * After a time-out it stays rejected; after another failure the next call tries again.
 *
 * idb-keyval keeps its connection as well and forgets it on the browser's `close` event, but has no time-out, does not
 * step aside for `deleteDatabase` in another tab, and goes on using a connection that nobody said was closed.
 */
export function createConnector(
  name: string,
  env: Pick<Env, 'setTimer'>,
  { timeoutMs, durability }: { timeoutMs: number; durability: IDBTransactionDurability },
): () => Promise<IdbConnection> {
  let current: Promise<IdbConnection> | null = null;
  const connect = (): Promise<IdbConnection> => {
    const open = openStore(name, OBJECT_STORE);
    const forget = (): void => {
      if (current === opening) current = null;
    };
    const opening = openInTime(open, env, timeoutMs).then(
      (database) => {
        const drop = (): void => {
          database.close();
          forget();
        };
        database.addEventListener('versionchange', drop);
        database.addEventListener('close', forget);
        const use: UseStore = async (mode, work) =>
          work(database.transaction(OBJECT_STORE, mode, { durability }).objectStore(OBJECT_STORE));
        return { use, drop };
      },
      (error: unknown) => {
        if (!(error instanceof OpenTimeout)) forget();
        throw toStorageError(error);
      },
    );
    return opening;
  };
  return () => (current ??= connect());
}

class OpenTimeout extends HelpError {
  constructor() {
    super('storage-unavailable', { reason: 'open-timeout' });
  }
}

/** The time runs in two halves, so that one long task of the page does not use it up before the answer could be heard. */
async function openInTime(open: UseStore, env: Pick<Env, 'setTimer'>, timeoutMs: number): Promise<IDBDatabase> {
  const opened = open('readonly', (store) => store.transaction.db);
  let isLate = false;
  let clearTimer = (): void => {};
  const timeout = new Promise<never>((_, reject) => {
    const giveUp = (): void => {
      isLate = true;
      reject(new OpenTimeout());
    };
    clearTimer = env.setTimer(() => void (clearTimer = env.setTimer(giveUp, timeoutMs / 2)), timeoutMs / 2);
  });
  opened.then(
    (database) => isLate && database.close(),
    () => {},
  );
  return Promise.race([opened, timeout]).finally(() => clearTimer());
}
