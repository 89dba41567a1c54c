// Adapters with one known fault of real desks each, and the test of the kit that is about it.
import { HelpError, type ConversationEvent, type HelpAdapter, type Ticket } from '@helpkiosk/core';

type Whole = Required<HelpAdapter>;
type Emit = (event: ConversationEvent) => void;
type Message = Ticket['messages'][number];

/** A fault: what it changes of a good adapter, and the one test that must fail. */
export interface BrokenAdapter {
  readonly fault: string;
  readonly fails: string;
  /** A method that is not there. */
  readonly lacks?: keyof HelpAdapter;
  breakIt(good: Whole): Partial<HelpAdapter>;
}

/** What the kit says in a conversation. */
const WORDS = ['一', 'two', '三🎁', 'four', 'five'];
const ZONE_MS = 8 * 3_600_000;
const later = (message: Message): Message => ({ ...message, at: message.at + ZONE_MS });
const isRefusal = (error: unknown): error is HelpError => (error as HelpError).code === 'refused';

/** The good one, with another way to hear its events. */
const hearing =
  (good: Whole, change: (emit: Emit) => Emit): Whole['watchConversation'] =>
  (input, options) =>
    good.watchConversation({ ...input, emit: change(input.emit) }, options);

/** By fault. */
export const brokenAdapters: readonly BrokenAdapter[] = [
  {
    fault: 'minutes for milliseconds',
    fails: 'getServiceStatus: tells durations in milliseconds, not in seconds or minutes',
    breakIt: (good) => ({
      async getServiceStatus(input, options) {
        const status = await good.getServiceStatus(input, options);
        return status && { ...status, queue: { ...status.queue, handleTimeMs: 4 } };
      },
    }),
  },
  {
    fault: 'seconds for milliseconds in the queue',
    fails: 'watchConversation: tells durations of the queue in milliseconds',
    breakIt: (good) => ({
      watchConversation: hearing(good, (emit) => (event) => {
        if (event.type !== 'queue') return emit(event);
        emit({ ...event, snapshot: { ...event.snapshot, estimate: { p50Ms: 300, p90Ms: 600 } } });
      }),
    }),
  },
  {
    fault: 'the year 0001 for no promise',
    fails: 'submitTicket: says no promise with null, not with the year 0001 or 1970',
    breakIt: (good) => ({
      submitTicket: async (input, options) => ({
        ...(await good.submitTicket(input, options)),
        replyBy: Date.parse('0001-01-01T00:00:00Z'),
      }),
    }),
  },
  {
    fault: 'the year 1970 for no date',
    fails: 'getServiceStatus: says no date with nothing, not with the year 0001 or 1970',
    breakIt: (good) => ({
      async getServiceStatus(input, options) {
        const status = await good.getServiceStatus(input, options);
        return status && { ...status, nextChangeAt: 0 };
      },
    }),
  },
  {
    fault: 'places from 0',
    fails: 'watchConversation: counts places from 1',
    breakIt: (good) => ({
      watchConversation: hearing(good, (emit) => (event) => {
        emit(event.type === 'queue' ? { ...event, snapshot: { ...event.snapshot, position: 0 } } : event);
      }),
    }),
  },
  {
    fault: 'HTTP 200 with the error inside',
    fails: 'submitTicket: rejects what the desk refuses, and does not hand on its error as an answer',
    breakIt: (good) => ({
      async submitTicket(input, options) {
        try {
          return await good.submitTicket(input, options);
        } catch (error) {
          if (input.text) throw error;
          return { ok: false, message: 'Ticket could not be created' } as never;
        }
      },
    }),
  },
  {
    fault: 'local time as UTC',
    fails: 'sendMessage: tells instants in UTC, not in local time',
    breakIt: (good) => ({
      sendMessage: async (input, options) => ({ message: later((await good.sendMessage(input, options)).message) }),
    }),
  },
  {
    fault: 'local time as UTC in tickets',
    fails: 'getTicket: tells instants in UTC, not in local time',
    breakIt: (good) => ({
      async getTicket(input, options) {
        const ticket = await good.getTicket(input, options);
        return ticket && { ...ticket, messages: ticket.messages.map(later) };
      },
    }),
  },
  {
    fault: '403 for an unknown queue',
    fails: 'submitTicket: takes an unknown topic or form for a mistake, not for a lack of rights',
    breakIt: (good) => ({
      async submitTicket(input, options) {
        try {
          return await good.submitTicket(input, options);
        } catch (error) {
          throw input.text && isRefusal(error) ? new HelpError('forbidden', { status: 403 }) : error;
        }
      },
    }),
  },
  {
    fault: 'keys ignored',
    fails: 'submitTicket: makes one ticket of one key, however often it is sent',
    breakIt: (good) => {
      let sent = 0;
      return { submitTicket: (input, options) => good.submitTicket({ ...input, key: `${++sent}` }, options) };
    },
  },
  {
    fault: 'events told twice after a drop',
    fails: 'watchConversation: goes on after an event, without a gap and without a double',
    breakIt: (good) => ({
      watchConversation: ({ after: _after, ...input }, options) => good.watchConversation(input, options),
    }),
  },
  {
    fault: 'an event lost after a drop',
    fails: 'watchConversation: goes on after an event, without a gap and without a double',
    breakIt: (good) => ({
      watchConversation: ({ after, ...input }, options) =>
        good.watchConversation(after ? { ...input, after: `${Number(after) + 1}` } : input, options),
    }),
  },
  {
    fault: 'messages in another order',
    fails: 'watchConversation: tells messages in the order in which they were sent',
    breakIt: (good) => ({
      watchConversation(input, options) {
        const held: ConversationEvent[] = [];
        const swap =
          (emit: Emit): Emit =>
          (event) => {
            if (input.after !== undefined || event.type !== 'message') return emit(event);
            if (!WORDS.includes(event.message.text)) return emit(event);
            held.push(event);
            if (held.length % 5 === 0) for (const each of [0, 1, 3, 2, 4]) emit(held.at(each - 5)!);
          };
        return good.watchConversation({ ...input, emit: swap(input.emit) }, options);
      },
    }),
  },
  {
    fault: 'one id for all events',
    fails: 'watchConversation: gives each event an id of its own, and tells it once',
    breakIt: (good) => ({
      watchConversation: hearing(good, (emit) => (event) => {
        emit(event);
        if (event.type === 'queue') emit(event);
      }),
    }),
  },
  {
    fault: 'no stop',
    fails: 'watchConversation: stops when it is told to',
    breakIt: (good) => ({
      watchConversation: (input) => good.watchConversation(input, { signal: new AbortController().signal }),
    }),
  },
  {
    fault: 'an abort as an error of the service',
    fails: 'watchConversation: takes an abort for no error',
    breakIt: (good) => ({
      async watchConversation(input, options) {
        await good.watchConversation(input, options);
        if (options.signal.aborted) throw new HelpError('network');
      },
    }),
  },
  {
    fault: 'an error for an unknown ticket',
    fails: 'getTicket: answers null for an unknown ticket',
    breakIt: (good) => ({
      async getTicket(input, options) {
        const ticket = await good.getTicket(input, options);
        if (!ticket) throw new HelpError('refused', { status: 404 });
        return ticket;
      },
    }),
  },
  {
    fault: 'errors without a code',
    fails: 'submitTicket: says why it rejects, by a code or a status',
    breakIt: (good) => ({
      async submitTicket(input, options) {
        return good.submitTicket(input, options).catch((error: unknown) => {
          throw new Error(`Something went wrong: ${String(error)}`);
        });
      },
    }),
  },
  {
    fault: 'a method that is not told of',
    fails: 'getServiceStatus: says that it supports only what is there',
    breakIt: (good) => ({
      async getServiceStatus(input, options) {
        const status = await good.getServiceStatus(input, options);
        return status && { ...status, supports: { ...status.supports, report: true } };
      },
    }),
    lacks: 'report',
  },
];
