import type { HelpRequest } from '@helpkiosk/core';
import { asNumber, fromJson, type Database } from './records.js';

/** A call that is wished for. */
export interface Callback {
  readonly id: string;
  readonly customerId: string;
  readonly phone: string;
  readonly slotAt: number;
  readonly request: HelpRequest;
  readonly createdAt: number;
}

/** How it was, by a customer. */
export interface Rating {
  readonly id: string;
  readonly customerId: string;
  readonly subject: Readonly<Record<string, string>>;
  readonly score: number;
  readonly solved?: boolean;
  readonly text?: string;
  readonly createdAt: number;
}

/** What a widget tells of itself. */
export interface Report {
  readonly id: string;
  readonly name: string;
  readonly at: number;
  readonly data: Readonly<Record<string, unknown>>;
}

/** How many said that an article helped, and how many that it did not. */
export interface ArticleVotes {
  readonly yes: number;
  readonly no: number;
}

export interface Wishes {
  addCallback(callback: Callback): Promise<void>;
  /** How many calls are wished for by the beginning of their slots, from an instant on. */
  countCallbacks(from: number): Promise<ReadonlyMap<number, number>>;
  addRating(rating: Rating): Promise<void>;
  addReports(reports: readonly Report[]): Promise<void>;
  countReports(): Promise<number>;
  /** How often each article helped, and did not, in the `articleVote` events that are kept; those that no widget would send are not counted. */
  countVotes(): Promise<ReadonlyMap<string, ArticleVotes>>;
  forgetReportsBefore(at: number): Promise<void>;
}

/** Calls, ratings and reports in a database. */
export function createWishes(database: Database): Wishes {
  return {
    async addCallback({ id, customerId, phone, slotAt, request, createdAt }) {
      const row = { id, customer_id: customerId, phone, slot_at: slotAt, created_at: createdAt };
      await database
        .insertInto('callbacks')
        .values({ ...row, request: JSON.stringify(request) })
        .execute();
    },
    async countCallbacks(from) {
      const rows = await database
        .selectFrom('callbacks')
        .select(({ fn }) => ['slot_at', fn.countAll().as('count')])
        .where('slot_at', '>=', from)
        .groupBy('slot_at')
        .execute();
      return new Map(rows.map((row) => [asNumber(row.slot_at), asNumber(row.count)]));
    },
    async addRating({ id, customerId, subject, score, solved, text, createdAt }) {
      const row = { id, customer_id: customerId, subject: JSON.stringify(subject), score, created_at: createdAt };
      await database
        .insertInto('ratings')
        .values({ ...row, solved: solved === undefined ? null : Number(solved), text: text ?? null })
        .execute();
    },
    async addReports(reports) {
      if (!reports.length) return;
      const rows = reports.map(({ id, name, at, data }) => ({ id, name, at, data: JSON.stringify(data) }));
      await database.insertInto('reports').values(rows).execute();
    },
    async countReports() {
      const row = await database
        .selectFrom('reports')
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirst();
      return asNumber(row?.count);
    },
    async countVotes() {
      const rows = await database
        .selectFrom('reports')
        .select(({ fn }) => ['data', fn.countAll().as('count')])
        .where('name', '=', 'articleVote')
        .groupBy('data')
        .execute();
      const votes = new Map<string, ArticleVotes>();
      for (const row of rows) {
        const { articleId, helpful } = fromJson<Record<string, unknown>>(row.data);
        if (typeof articleId !== 'string' || typeof helpful !== 'boolean') continue;
        const { yes, no } = votes.get(articleId) ?? { yes: 0, no: 0 };
        const count = asNumber(row.count);
        votes.set(articleId, helpful ? { yes: yes + count, no } : { yes, no: no + count });
      }
      return votes;
    },
    async forgetReportsBefore(at) {
      await database.deleteFrom('reports').where('at', '<', at).execute();
    },
  };
}
