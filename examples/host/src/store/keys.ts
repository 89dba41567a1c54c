import { fromJson, type Database } from './records.js';

/** What was answered to a key. `body` undefined: none. */
export interface KeptAnswer {
  readonly status: number;
  readonly body?: unknown;
}

export interface Keys {
  /**
   * Takes a key for work that begins; in a transaction, others who bring the same key wait until it ends. Gives null, or what the key already stands
   * for: the hash of the request, and its answer.
   */
  take(input: { owner: string; key: string; hash: string; at: number }): Promise<{
    hash: string;
    answer: KeptAnswer;
  } | null>;
  keep(input: { owner: string; key: string }, answer: KeptAnswer): Promise<void>;
  /** Forgets the keys from before an instant. */
  forgetBefore(at: number): Promise<void>;
}

/** Idempotency keys in a database; each belongs to an owner, a customer or a ticket. */
export function createKeys(database: Database): Keys {
  return {
    async take({ owner, key, hash, at }) {
      const { numInsertedOrUpdatedRows } = await database
        .insertInto('idempotency_keys')
        .values({ owner, key, hash, answer: null, created_at: at })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (numInsertedOrUpdatedRows) return null;
      const row = await database
        .selectFrom('idempotency_keys')
        .select(['hash', 'answer'])
        .where('owner', '=', owner)
        .where('key', '=', key)
        .executeTakeFirstOrThrow();
      return { hash: row.hash, answer: fromJson<KeptAnswer>(row.answer!) };
    },
    async keep({ owner, key }, answer) {
      await database
        .updateTable('idempotency_keys')
        .set({ answer: JSON.stringify(answer) })
        .where('owner', '=', owner)
        .where('key', '=', key)
        .execute();
    },
    async forgetBefore(at) {
      await database.deleteFrom('idempotency_keys').where('created_at', '<', at).execute();
    },
  };
}
