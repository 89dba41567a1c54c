import type { Attachment, HelpRequest, Ticket } from '@helpkiosk/core';
import { createId } from '../identity/ids.js';
import type { Log } from '../log.js';
import type { KeptTicket } from '../store/tickets.js';
import type { ThreadMessage } from '../store/records.js';
import type { HostStore, Records } from '../store/store.js';
import type { HostWorld } from '../world.js';
import type { Promises } from './promises.js';

/** A ticket as it comes in, checked. */
export interface NewTicket {
  readonly id: string;
  readonly customerId: string;
  readonly claimHash: string;
  readonly tier: string | null;
  readonly subject: string;
  readonly request: HelpRequest;
  readonly formId: string | null;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly attachments: readonly Attachment[];
}

/** What is done with tickets; `records` are those of the transaction that a request runs in. */
export interface TicketDesk {
  /** Takes a ticket and promises an answer; null where nothing can be promised. */
  receive(records: Records, ticket: NewTicket): Promise<{ replyBy: number | null }>;
  /** What the customer adds; one that was answered is open again, with a new promise. */
  add(records: Records, ticket: KeptTicket, words: Words): Promise<ThreadMessage>;
  /** The ticket as its customer sees it. */
  show(records: Records, ticket: KeptTicket): Promise<Ticket>;
  /** An agent has begun with it. */
  begin(id: string): Promise<void>;
  /** An agent answers, which keeps the promise; with `solved` that was all. Null for an unknown ticket. */
  reply(id: string, input: Words & { agentName: string; solved?: boolean }): Promise<ThreadMessage | null>;
  /** Calls back with each ticket that comes in or is added to. */
  watch(hear: (ticketId: string) => void): () => void;
  /** To be called once what came in stands. */
  announce(ticketId: string): void;
}

interface Words {
  readonly text: string;
  readonly attachments?: readonly Attachment[];
}

/** The desk for tickets. */
export function createTicketDesk({
  store,
  world,
  promises,
  log,
}: {
  store: HostStore;
  world: HostWorld;
  promises: Promises;
  log: Log;
}): TicketDesk {
  const listeners = new Set<(ticketId: string) => void>();
  const messageOf = (words: Words, author: Pick<ThreadMessage, 'from' | 'agentName'>): ThreadMessage => ({
    ...{ id: createId('m'), ...author, text: words.text, at: world.now() },
    ...(words.attachments?.length ? { attachments: words.attachments } : {}),
  });
  return {
    async receive(records, { attachments, ...ticket }) {
      const { locale, priority = 'normal', text } = ticket.request;
      const kept: KeptTicket = { ...ticket, locale, priority, status: 'received', createdAt: world.now() };
      await records.tickets.add(kept);
      await records.messages.add(ticket.id, messageOf({ text, attachments }, { from: 'customer' }));
      return { replyBy: await promises.start(records, kept) };
    },
    async add(records, ticket, words) {
      const message = messageOf(words, { from: 'customer' });
      await records.messages.add(ticket.id, message);
      if (ticket.status === 'waiting' || ticket.status === 'solved') {
        await records.tickets.setStatus(ticket.id, 'open');
        await promises.start(records, ticket);
      }
      return message;
    },
    async show(records, { id, status, subject }) {
      const clock = await records.tickets.runningClock(id);
      return { id, status, subject, replyBy: clock?.dueAt ?? null, messages: await records.messages.of(id) };
    },
    async begin(id) {
      await store.transaction(async ({ tickets }) => {
        if ((await tickets.find(id))?.status === 'received') await tickets.setStatus(id, 'open');
      });
    },
    async reply(id, { agentName, solved = false, ...words }) {
      const message = messageOf(words, { from: 'agent', agentName });
      const isSaid = await store.transaction(async (records) => {
        if (!(await records.tickets.find(id))) return false;
        await records.messages.add(id, message);
        await records.tickets.setStatus(id, solved ? 'solved' : 'waiting');
        await promises.meet(records, id);
        return true;
      });
      if (isSaid) log('ticket.answered', { ticket: id, solved });
      return isSaid ? message : null;
    },
    watch(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    announce(ticketId) {
      promises.look();
      listeners.forEach((hear) => hear(ticketId));
    },
  };
}
