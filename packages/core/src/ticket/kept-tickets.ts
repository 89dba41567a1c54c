// The tickets of this device: what the host has confirmed, with the claim that opens each again, and what the host says of them now.
import type { AdapterRunner } from '../adapter/adapter-runner.js';
import { readTicket, type ReadMessage, type ReadTicket } from '../adapter/read-ticket-answers.js';
import type { Env, HelpErrorCode, KeyValueStore, Store } from '../contracts.js';
import { isAbortError, toHelpError, type HelpError } from '../errors.js';
import { createResource, type Loaded } from '../resource.js';
import { createStore } from '../store.js';
import { count, instant, own } from '../status/read-figures.js';
import type { KeptTicket } from './ticket-types.js';

const PREFIX = 'ticket/';
const THREAD = 'thread/';
/** The newest of them are asked after. */
const MOST_ASKED = 10;
const STATUSES = ['received', 'open', 'waiting', 'solved'] as const;
const PRIORITIES = ['p0', 'p1', 'normal'] as const;

export interface TicketList {
  /** The newest first. */
  readonly tickets: readonly KeptTicket[];
  /** Whether the device has been read. */
  readonly read: boolean;
  readonly asking: boolean;
  /** Why the host could not be asked last; what was known stays. */
  readonly error: HelpErrorCode | null;
}

/** One ticket with its messages, as the host says it, or as it was said when it could last be asked (`at`). */
export interface Thread {
  readonly ticket: ReadTicket;
  readonly at: number;
}

export interface KeptTickets {
  readonly list: Store<TicketList>;
  /** The ticket that is looked at; null: the host knows of none. */
  readonly thread: Store<Loaded<Thread | null>>;
  /** Reads the device. Never rejects. */
  read(): Promise<void>;
  add(ticket: KeptTicket): Promise<void>;
  claimOf(ticketId: string): string | undefined;
  /** Asks the host after the newest that are not solved. Never rejects. */
  refresh(): Promise<void>;
  /** Looks at one; what is known of it is shown meanwhile. Never rejects. */
  open(ticketId: string): Promise<void>;
  /** A message of the customer's own that the host has taken. */
  addMessage(ticketId: string, message: ReadMessage): void;
  /** Empties the lists; the device is not touched. */
  forget(): void;
  stop(): void;
}

/** Nothing is read or asked before its verbs are used. */
export function createKeptTickets({
  store,
  runner,
  env,
  onError,
}: {
  store: KeyValueStore;
  runner: AdapterRunner;
  env: Pick<Env, 'now'>;
  onError: (error: HelpError) => void;
}): KeptTickets {
  const list = createStore<TicketList>({ tickets: [], read: false, asking: false, error: null });
  const thread = createResource<Thread | null>(onError);
  const stopping = new AbortController();
  let shown = '';
  const put = (ticket: KeptTicket): void =>
    list.update((now) => ({
      ...now,
      tickets: [ticket, ...now.tickets.filter(({ key }) => key !== ticket.key)].sort((a, b) => b.sentAt - a.sentAt),
    }));
  const add = async (ticket: KeptTicket): Promise<void> => {
    await store.update(PREFIX + ticket.key, (old) => readKept({ ...readKept(old), ...ticket }) ?? undefined);
    put(ticket);
  };
  const find = (ticketId: string): KeptTicket | undefined =>
    list.get().tickets.find((ticket) => ticket.ticketId === ticketId);
  const claimOf = (ticketId: string): string | undefined => find(ticketId)?.claimToken;
  const ask = async (ticketId: string, signal: AbortSignal): Promise<ReadTicket | null> => {
    const claimToken = claimOf(ticketId);
    const answer = await runner.call('getTicket', { ticketId, ...(claimToken ? { claimToken } : {}) }, { signal });
    const ticket = readTicket(answer);
    const kept = find(ticketId);
    if (ticket && kept) {
      const answers = ticket.messages.filter(({ from }) => from !== 'customer').length;
      const seen = shown === ticketId ? { seen: answers } : {};
      await add({ ...kept, status: ticket.status, replyBy: ticket.replyBy ?? kept.replyBy, answers, ...seen });
      await store.update(THREAD + ticketId, () => ({ ticket, at: env.now() }));
    }
    return ticket;
  };
  return {
    list,
    thread,
    claimOf,
    add,
    async read() {
      const keys = await store.keys().catch((): string[] => []);
      const records = await Promise.all(
        keys.filter((key) => key.startsWith(PREFIX)).map((key) => store.get(key).catch(() => null)),
      );
      for (const record of records) {
        const ticket = readKept(record);
        if (ticket) put(ticket);
      }
      list.update((now) => ({ ...now, read: true }));
    },
    async refresh() {
      const { signal } = stopping;
      const open = list
        .get()
        .tickets.filter(({ status }) => status !== 'solved')
        .slice(0, MOST_ASKED);
      if (!open.length || list.get().asking || !runner.has('getTicket')) return;
      list.update((now) => ({ ...now, asking: true }));
      let error: HelpErrorCode | null = null;
      for (const { ticketId } of open) {
        try {
          await ask(ticketId, signal);
        } catch (thrown) {
          if (isAbortError(thrown)) return;
          error = toHelpError(thrown).code;
          break; // the others would fare no better now
        }
      }
      list.update((now) => ({ ...now, asking: false, error }));
    },
    async open(ticketId) {
      const same = shown === ticketId;
      shown = ticketId;
      if (!same) {
        thread.clear();
        const known = readThread(await store.get(THREAD + ticketId).catch(() => null));
        if (shown !== ticketId) return;
        if (known) await thread.load(async () => known);
      }
      await thread.load(
        async (signal) => {
          const ticket = await ask(ticketId, signal);
          return ticket && { ticket, at: env.now() };
        },
        { keep: true },
      );
    },
    addMessage(ticketId, message) {
      const now = thread.get();
      if (shown !== ticketId || !('value' in now) || !now.value) return;
      const { ticket, at } = now.value;
      if (ticket.messages.some(({ id }) => id === message.id)) return;
      void thread.load(async () => ({ at, ticket: { ...ticket, messages: [...ticket.messages, message] } }), {
        keep: true,
      });
    },
    forget() {
      shown = '';
      thread.clear();
      list.set({ tickets: [], read: true, asking: false, error: null });
    },
    stop() {
      stopping.abort();
      thread.clear();
    },
  };
}

function readThread(given: unknown): Thread | null {
  const at = instant(own(given, 'at'));
  try {
    const ticket = readTicket(own(given, 'ticket'));
    return ticket && at !== null ? { ticket, at } : null;
  } catch {
    return null; // written by another version
  }
}

/** A record of the device; null for what is none. */
function readKept(given: unknown): KeptTicket | null {
  const [key, ticketId] = [own(given, 'key'), own(given, 'ticketId')];
  const sentAt = instant(own(given, 'sentAt'));
  if (typeof key !== 'string' || typeof ticketId !== 'string' || sentAt === null) return null;
  const text = (name: string): string => String(own(given, name) ?? '');
  const claimToken = own(given, 'claimToken');
  const status = STATUSES.find((each) => each === own(given, 'status'));
  const [answers, seen] = [count(own(given, 'answers')), count(own(given, 'seen'))];
  return {
    ...{ key, ticketId, sentAt, subject: text('subject'), text: text('text'), email: text('email') },
    priority: PRIORITIES.find((each) => each === own(given, 'priority')) ?? 'normal',
    files: count(own(given, 'files')) ?? 0,
    replyBy: instant(own(given, 'replyBy')),
    ...(typeof claimToken === 'string' ? { claimToken } : {}),
    ...(status ? { status } : {}),
    ...(answers === null ? {} : { answers }),
    ...(seen === null ? {} : { seen }),
  };
}
