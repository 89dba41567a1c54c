import type { Database } from './records.js';

/** Somebody who asks for help. `externalId`: whom the owner's token names; null for an anonymous customer, who has a claim instead. */
export interface Customer {
  readonly id: string;
  readonly externalId: string | null;
  readonly tier: string | null;
}

export interface Customers {
  find(id: string): Promise<Customer | null>;
  findByClaim(claimHash: string): Promise<Customer | null>;
  addAnonymous(input: { id: string; claimHash: string; at: number }): Promise<Customer>;
  /** The one whom the owner's token names, made on the first time; `id` is used then. The tier is the newest that was said. */
  identify(input: { id: string; externalId: string; tier: string | null; at: number }): Promise<Customer>;
}

/** The customers in a database. */
export function createCustomers(database: Database): Customers {
  const find = async (column: 'id' | 'claim_hash' | 'external_id', value: string): Promise<Customer | null> => {
    const row = await database.selectFrom('customers').selectAll().where(column, '=', value).executeTakeFirst();
    return row ? { id: row.id, externalId: row.external_id, tier: row.tier } : null;
  };
  return {
    find: (id) => find('id', id),
    findByClaim: (claimHash) => find('claim_hash', claimHash),
    async addAnonymous({ id, claimHash, at }) {
      const row = { id, external_id: null, claim_hash: claimHash, tier: null, created_at: at };
      await database.insertInto('customers').values(row).execute();
      return { id, externalId: null, tier: null };
    },
    async identify({ id, externalId, tier, at }) {
      await database
        .insertInto('customers')
        .values({ id, external_id: externalId, claim_hash: null, tier, created_at: at })
        .onConflict((conflict) => conflict.column('external_id').doUpdateSet({ tier }))
        .execute();
      return (await find('external_id', externalId))!;
    },
  };
}
