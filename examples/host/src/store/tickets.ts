import type { HelpRequest, Priority, Ticket } from '@helpkiosk/core';
import { asNumber, fromJson, type Database } from './records.js';
import type { Tables } from './tables.js';

export type TicketStatus = Ticket['status'];

/** A ticket as it is kept; its messages are beside it. */
export interface KeptTicket {
  readonly id: string;
  readonly customerId: string;
  readonly claimHash: string;
  readonly status: TicketStatus;
  readonly subject: string;
  readonly request: HelpRequest;
  readonly locale: string;
  readonly priority: Priority;
  readonly tier: string | null;
  readonly formId: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly createdAt: number;
}

/** A promise of an answer that runs, was kept, or was not. */
export interface SlaClock {
  readonly id: string;
  readonly ticketId: string;
  readonly startedAt: number;
  readonly dueAt: number;
  readonly metAt: number | null;
  readonly missedAt: number | null;
}

export interface Tickets {
  add(ticket: KeptTicket): Promise<void>;
  find(id: string): Promise<KeptTicket | null>;
  /** The oldest first, at most `limit`. */
  inStatus(status: TicketStatus, limit: number): Promise<KeptTicket[]>;
  setStatus(id: string, status: TicketStatus): Promise<void>;
  startClock(clock: Pick<SlaClock, 'id' | 'ticketId' | 'startedAt' | 'dueAt'>): Promise<void>;
  /** The promise that runs for a ticket, kept or not yet kept; null for none. */
  runningClock(ticketId: string): Promise<SlaClock | null>;
  meetClock(id: string, at: number): Promise<void>;
  /** When the next promise falls due that is neither kept nor marked; null for none. */
  nextDueAt(): Promise<number | null>;
  /** Marks what fell due at or before an instant without an answer, and gives it. */
  markMissed(at: number): Promise<SlaClock[]>;
  /** Promises of the time since: how many were made, kept in time, missed. */
  promisesSince(at: number): Promise<{ made: number; kept: number; missed: number }>;
}

/** Tickets and their promises in a database. */
export function createTickets(database: Database): Tickets {
  const clocks = () => database.selectFrom('sla_clocks');
  return {
    async add({ customerId, claimHash, formId, createdAt, request, fields, ...rest }) {
      const row = { customer_id: customerId, claim_hash: claimHash, form_id: formId, created_at: createdAt };
      await database
        .insertInto('tickets')
        .values({ ...rest, ...row, request: JSON.stringify(request), fields: JSON.stringify(fields) })
        .execute();
    },
    async find(id) {
      const row = await database.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? readTicket(row) : null;
    },
    async inStatus(status, limit) {
      const rows = await database
        .selectFrom('tickets')
        .selectAll()
        .where('status', '=', status)
        .orderBy('created_at')
        .limit(limit)
        .execute();
      return rows.map(readTicket);
    },
    async setStatus(id, status) {
      await database.updateTable('tickets').set({ status }).where('id', '=', id).execute();
    },
    async startClock({ id, ticketId, startedAt, dueAt }) {
      const row = { id, ticket_id: ticketId, started_at: startedAt, due_at: dueAt, met_at: null, missed_at: null };
      await database.insertInto('sla_clocks').values(row).execute();
    },
    async runningClock(ticketId) {
      const row = await clocks()
        .selectAll()
        .where('ticket_id', '=', ticketId)
        .where('met_at', 'is', null)
        .orderBy('due_at')
        .executeTakeFirst();
      return row ? readClock(row) : null;
    },
    async meetClock(id, at) {
      await database.updateTable('sla_clocks').set({ met_at: at }).where('id', '=', id).execute();
    },
    async nextDueAt() {
      const row = await clocks()
        .select(({ fn }) => fn.min('due_at').as('due'))
        .where('met_at', 'is', null)
        .where('missed_at', 'is', null)
        .executeTakeFirst();
      return row?.due == null ? null : asNumber(row.due);
    },
    async markMissed(at) {
      const rows = await database
        .updateTable('sla_clocks')
        .set((row) => ({ missed_at: row.ref('due_at') }))
        .where('met_at', 'is', null)
        .where('missed_at', 'is', null)
        .where('due_at', '<=', at)
        .returningAll()
        .execute();
      return rows.map(readClock);
    },
    async promisesSince(at) {
      const rows = await clocks().select(['due_at', 'met_at', 'missed_at']).where('started_at', '>=', at).execute();
      const isLate = (row: (typeof rows)[number]): boolean => row.missed_at !== null || (row.met_at ?? 0) > row.due_at;
      const missed = rows.filter(isLate).length;
      const kept = rows.filter((row) => row.met_at !== null && !isLate(row)).length;
      return { made: rows.length, kept, missed };
    },
  };
}

function readTicket(row: Tables['tickets']): KeptTicket {
  return {
    id: row.id,
    customerId: row.customer_id,
    claimHash: row.claim_hash,
    status: row.status as TicketStatus,
    subject: row.subject,
    request: fromJson(row.request),
    locale: row.locale,
    priority: row.priority as Priority,
    tier: row.tier,
    formId: row.form_id,
    fields: fromJson(row.fields),
    createdAt: row.created_at,
  };
}

const readClock = (row: Tables['sla_clocks']): SlaClock => ({
  id: row.id,
  ticketId: row.ticket_id,
  startedAt: row.started_at,
  dueAt: row.due_at,
  metAt: row.met_at,
  missedAt: row.missed_at,
});
