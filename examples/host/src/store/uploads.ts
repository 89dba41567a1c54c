import type { Attachment } from '@helpkiosk/core';
import type { Database } from './records.js';

export interface Uploads {
  add(upload: { customerId: string; file: Attachment; data: Uint8Array; at: number }): Promise<void>;
  /** Those of a customer's that are among the ids, in the order of the ids; others are left out. */
  ofCustomer(customerId: string, ids: readonly string[]): Promise<Attachment[]>;
  /** A ticket or a conversation names them now. */
  attach(ids: readonly string[], threadId: string): Promise<void>;
  /** Forgets those from before an instant that nothing names. */
  forgetLooseBefore(at: number): Promise<void>;
  /** The bytes; null for an unknown id. For the desk's side: customers have their own file. */
  read(id: string): Promise<Uint8Array | null>;
}

/** Files of customers as blobs in a database. */
export function createUploads(database: Database): Uploads {
  return {
    async add({ customerId, file: { id, name, type, bytes }, data, at }) {
      const row = { id, customer_id: customerId, name, type, bytes, created_at: at };
      await database
        .insertInto('uploads')
        .values({ ...row, data: Buffer.from(data), thread_id: null })
        .execute();
    },
    async ofCustomer(customerId, ids) {
      if (!ids.length) return [];
      const rows = await database
        .selectFrom('uploads')
        .select(['id', 'name', 'type', 'bytes'])
        .where('customer_id', '=', customerId)
        .where('id', 'in', ids)
        .execute();
      return ids.flatMap((id) => rows.filter((row) => row.id === id));
    },
    async attach(ids, threadId) {
      if (!ids.length) return;
      await database.updateTable('uploads').set({ thread_id: threadId }).where('id', 'in', ids).execute();
    },
    async forgetLooseBefore(at) {
      await database.deleteFrom('uploads').where('thread_id', 'is', null).where('created_at', '<', at).execute();
    },
    async read(id) {
      const row = await database.selectFrom('uploads').select('data').where('id', '=', id).executeTakeFirst();
      return row ? new Uint8Array(row.data) : null;
    },
  };
}
