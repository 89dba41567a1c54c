import { createAnnouncements, type Announcements } from './announcements.js';
import { createConversations, type Conversations } from './conversations.js';
import { createCustomers, type Customers } from './customers.js';
import { createKeys, type Keys } from './keys.js';
import { createMessages, type Messages } from './messages.js';
import { openDatabase, type DatabaseOptions } from './open-database.js';
import type { Database } from './records.js';
import { createTickets, type Tickets } from './tickets.js';
import { createUploads, type Uploads } from './uploads.js';
import { createWishes, type Wishes } from './wishes.js';

/** All that is kept, by subject. */
export interface Records {
  readonly customers: Customers;
  readonly keys: Keys;
  readonly conversations: Conversations;
  readonly messages: Messages;
  readonly announcements: Announcements;
  readonly tickets: Tickets;
  readonly uploads: Uploads;
  readonly wishes: Wishes;
}

/** The same, with what holds for all of it. */
export interface HostStore extends Records {
  /**
   * Does all of the work or, when it throws, nothing. Inside, only the records that it is given may be used: the embedded store has one connection, and whoever
   * asks the outer ones in there waits for himself.
   */
  transaction<T>(work: (records: Records) => Promise<T>): Promise<T>;
  /** Rejects where the store does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Opens the store; see `openDatabase`. */
export async function openStore(options: DatabaseOptions): Promise<HostStore> {
  const database = await openDatabase(options);
  return {
    ...recordsOf(database),
    transaction: (work) => database.transaction().execute((within) => work(recordsOf(within))),
    async ping() {
      await database.selectFrom('idempotency_keys').select('key').limit(1).execute();
    },
    close: () => database.destroy(),
  };
}

const recordsOf = (database: Database): Records => ({
  customers: createCustomers(database),
  keys: createKeys(database),
  conversations: createConversations(database),
  messages: createMessages(database),
  announcements: createAnnouncements(database),
  tickets: createTickets(database),
  uploads: createUploads(database),
  wishes: createWishes(database),
});
