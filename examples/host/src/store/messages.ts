import type { Attachment } from '@helpkiosk/core';
import { asNumber, fromJson, type Database, type ThreadMessage } from './records.js';

export interface Messages {
  /** Puts a message behind the others of its thread, a conversation or a ticket. */
  add(threadId: string, message: ThreadMessage): Promise<void>;
  /** Oldest first. */
  of(threadId: string): Promise<ThreadMessage[]>;
}

/** What was written, in a database. */
export function createMessages(database: Database): Messages {
  return {
    async add(threadId, { id, from, agentName, text, at, attachments }) {
      const last = await database
        .selectFrom('messages')
        .select(({ fn }) => fn.max('place').as('place'))
        .where('thread_id', '=', threadId)
        .executeTakeFirst();
      const place = asNumber(last?.place) + 1;
      const files = attachments?.length ? JSON.stringify(attachments) : null;
      const row = { id, thread_id: threadId, place, author: from, agent_name: agentName ?? null };
      await database
        .insertInto('messages')
        .values({ ...row, text, at, attachments: files })
        .execute();
    },
    async of(threadId) {
      const rows = await database
        .selectFrom('messages')
        .selectAll()
        .where('thread_id', '=', threadId)
        .orderBy('place')
        .orderBy('at')
        .execute();
      return rows.map((row) => ({
        ...{ id: row.id, from: row.author as ThreadMessage['from'], text: row.text, at: row.at },
        ...(row.agent_name === null ? {} : { agentName: row.agent_name }),
        ...(row.attachments === null ? {} : { attachments: fromJson<Attachment[]>(row.attachments) }),
      }));
    },
  };
}
