import type { ConversationEvent, HelpRequest, Priority } from '@helpkiosk/core';
import { asNumber, fromJson, type Database } from './records.js';
import type { Tables } from './tables.js';

export type ConversationState = 'queued' | 'open' | 'ended';

/** A conversation as it is kept. */
export interface Conversation {
  readonly id: string;
  readonly customerId: string;
  readonly state: ConversationState;
  readonly request: HelpRequest;
  readonly locale: string;
  readonly priority: Priority;
  readonly topic: string | null;
  /** As the owner's token says; what a customer says of herself is in the request. */
  readonly tier: string | null;
  readonly joinedAt: number;
  readonly openedAt: number | null;
  readonly endedAt: number | null;
  readonly agentId: string | null;
  /** Number of the newest event, 0 before the first. */
  readonly lastEvent: number;
}

/** `Omit` over each member of a union. */
type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
/** An event before it has a number. */
export type NewEvent = Without<ConversationEvent, 'id'>;

export interface Conversations {
  add(conversation: Omit<Conversation, 'openedAt' | 'endedAt' | 'agentId' | 'lastEvent'>): Promise<void>;
  find(id: string): Promise<Conversation | null>;
  /** All in a state, the longest waiting first. */
  inState(state: ConversationState): Promise<Conversation[]>;
  /** How many of a customer's have not ended. */
  countLive(customerId: string): Promise<number>;
  /** From `queued` to `open`; false where it is queued no more. */
  open(id: string, by: { agentId: string; at: number }): Promise<boolean>;
  /** To `ended` from one of the states; false where it is in none of them. */
  end(id: string, from: readonly ConversationState[], at: number): Promise<boolean>;
  /** Adds an event under the next number, which it gives. */
  append(id: string, event: NewEvent, at: number): Promise<number>;
  /** Events behind a number, in order, at most `limit`. */
  eventsAfter(id: string, number: number, limit: number): Promise<ConversationEvent[]>;
  /** Events of the queue, which nobody asks for once it is over. */
  forgetQueue(id: string): Promise<void>;
}

/** Conversations and their events in a database. */
export function createConversations(database: Database): Conversations {
  return {
    async add({ customerId, joinedAt, request, ...rest }) {
      await database
        .insertInto('conversations')
        .values({
          ...{ ...rest, customer_id: customerId, joined_at: joinedAt, request: JSON.stringify(request) },
          ...{ opened_at: null, ended_at: null, agent_id: null, last_event: 0 },
        })
        .execute();
    },
    async find(id) {
      const row = await database.selectFrom('conversations').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? readConversation(row) : null;
    },
    async inState(state) {
      const rows = await database
        .selectFrom('conversations')
        .selectAll()
        .where('state', '=', state)
        .orderBy('joined_at')
        .execute();
      return rows.map(readConversation);
    },
    async countLive(customerId) {
      const row = await database
        .selectFrom('conversations')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('customer_id', '=', customerId)
        .where('state', '!=', 'ended')
        .executeTakeFirst();
      return asNumber(row?.count);
    },
    async open(id, { agentId, at }) {
      const { numUpdatedRows } = await database
        .updateTable('conversations')
        .set({ state: 'open', agent_id: agentId, opened_at: at })
        .where('id', '=', id)
        .where('state', '=', 'queued')
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async end(id, from, at) {
      const { numUpdatedRows } = await database
        .updateTable('conversations')
        .set({ state: 'ended', ended_at: at })
        .where('id', '=', id)
        .where('state', 'in', from)
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },
    async append(id, event, at) {
      const { last_event: number } = await database
        .updateTable('conversations')
        .set((row) => ({ last_event: row('last_event', '+', 1) }))
        .where('id', '=', id)
        .returning('last_event')
        .executeTakeFirstOrThrow();
      const row = { conversation_id: id, number, type: event.type, body: JSON.stringify(event), at };
      await database.insertInto('conversation_events').values(row).execute();
      return number;
    },
    async eventsAfter(id, number, limit) {
      const rows = await database
        .selectFrom('conversation_events')
        .select(['number', 'body'])
        .where('conversation_id', '=', id)
        .where('number', '>', number)
        .orderBy('number')
        .limit(limit)
        .execute();
      return rows.map((row) => ({ ...fromJson<ConversationEvent>(row.body), id: String(row.number) }));
    },
    async forgetQueue(id) {
      await database
        .deleteFrom('conversation_events')
        .where('conversation_id', '=', id)
        .where('type', '=', 'queue')
        .execute();
    },
  };
}

function readConversation(row: Tables['conversations']): Conversation {
  return {
    id: row.id,
    customerId: row.customer_id,
    state: row.state as ConversationState,
    request: fromJson(row.request),
    locale: row.locale,
    priority: row.priority as Priority,
    topic: row.topic,
    tier: row.tier,
    joinedAt: row.joined_at,
    openedAt: row.opened_at,
    endedAt: row.ended_at,
    agentId: row.agent_id,
    lastEvent: row.last_event,
  };
}
