import type { ConversationEvent, Ticket } from '@helpkiosk/core';
import { CLOCK_MS } from '../kit/judge.js';
import { collect, type Collected } from './collect-events.js';
import { bodyOf, must, mustHold, mustRefuse, type HostCheck, type HostUnderTest } from './host-under-test.js';

type Message = Ticket['messages'][number];
interface Started {
  conversationId: string;
  state: string;
}

const talks = ['startConversation', 'sendMessage', 'watchConversation'] as const;
const WORDS = ['一', 'two', '三🎁你好', 'four', '五'];
const REFUSED_WHILE_CLOSED = 'the desk is closed';

const at = (id: string, rest = ''): string => `/v1/conversations/${encodeURIComponent(id)}${rest}`;

/** Ends it, by the way that there is. */
const end = (host: HostUnderTest, id: string): Promise<unknown> =>
  host.serves('endConversation') ? host.ask('POST', at(id, '/end')) : host.ask('DELETE', at(id, '/queue'));

/** A new conversation for `use`, ended later. Answers with a reason where the desk takes none now. */
async function inConversation(
  host: HostUnderTest,
  use: (id: string, started: Started) => Promise<void>,
): Promise<void | string> {
  const answer = await host.ask('POST', '/v1/conversations', { body: host.request(), key: host.key() });
  if (answer.status !== 201 && host.status.state === 'closed') return REFUSED_WHILE_CLOSED;
  const started = bodyOf<Started>(answer, 201, 'ConversationStarted');
  host.later(() => end(host, started.conversationId));
  await use(started.conversationId, started);
}

async function say(host: HostUnderTest, id: string, text: string, key = host.key()): Promise<Message> {
  const answer = await host.ask('POST', at(id, '/messages'), { body: { text }, key });
  return bodyOf<{ message: Message }>(answer, 201, 'MessageSent').message;
}

const textsOf = (events: readonly ConversationEvent[]): string[] =>
  events.flatMap((event) =>
    event.type === 'message' && event.message.from === 'customer' && WORDS.includes(event.message.text)
      ? [event.message.text]
      : [],
  );
const hasAll = (events: readonly ConversationEvent[]): boolean => textsOf(events).length >= WORDS.length;

/** All five words said, and heard from the beginning. */
async function talk(host: HostUnderTest, id: string): Promise<Collected> {
  const heard = collect(host, at(id, '/events'), { until: hasAll });
  for (const word of WORDS) await say(host, id, word);
  return heard;
}

/** Conversations and their events. */
export const conversationChecks: readonly HostCheck[] = [
  {
    name: 'conversations: one key begins one',
    needs: ['startConversation'],
    async run(host) {
      const [key, body] = [host.key(), host.request()];
      const answers = [1, 2].map(() => host.ask('POST', '/v1/conversations', { body, key }));
      const [one, other] = await Promise.all(answers);
      if (one!.status !== 201 && host.status.state === 'closed') return REFUSED_WHILE_CLOSED;
      const ids = [one!, other!].map((each) => bodyOf<Started>(each, 201, 'ConversationStarted').conversationId);
      must(ids[0] === ids[1], 'begins two conversations for one key');
      host.later(() => end(host, ids[0]!));
      mustRefuse(await host.ask('POST', '/v1/conversations', { body }), 400);
    },
  },
  {
    name: 'conversations: are read by whoever began them, and nobody else',
    needs: ['startConversation', 'resumeConversation'],
    run: (host) =>
      inConversation(host, async (id) => {
        bodyOf(await host.ask('GET', at(id)), 200, 'ConversationSnapshot');
        mustRefuse(await host.ask('GET', at('helpkiosk-no-such')), 404);
        if (!(await host.hasSessions())) return;
        mustRefuse(await host.wire.ask('GET', at(id)), 401);
        const stranger = await host.customer('second');
        mustRefuse(await host.ask('GET', at(id), {}, stranger), 404);
        if (!host.serves('sendMessage')) return;
        const message = { body: { text: 'not mine' }, key: host.key() };
        mustRefuse(await host.ask('POST', at(id, '/messages'), message, stranger), 404);
      }),
  },
  {
    name: 'messages: one key says one thing, now, as it was written',
    needs: ['startConversation', 'sendMessage', 'resumeConversation'],
    run: (host) =>
      inConversation(host, async (id) => {
        const [key, text] = [host.key(), '你好 <b>🎁</b>'];
        const [first, again] = [await say(host, id, text, key), await say(host, id, text, key)];
        must(first.id === again.id, 'answers the same key with another message');
        must(first.from === 'customer' && first.text === text, 'changes the message');
        must(Math.abs(first.at - host.now()) < CLOCK_MS, `tells ${first.at} for now: local time as UTC?`);
        const now = bodyOf<{ messages: Message[] }>(await host.ask('GET', at(id)), 200, 'ConversationSnapshot');
        must(now.messages.filter((each) => each.text === text).length === 1, 'keeps the message twice, or not');
      }),
  },
  {
    name: 'typing and read: are taken',
    needs: ['startConversation', 'sendMessage', 'setTyping', 'markRead'],
    run: (host) =>
      inConversation(host, async (id) => {
        const { id: messageId } = await say(host, id, 'read me');
        bodyOf(await host.ask('POST', at(id, '/typing'), { body: { typing: true } }), 204, null);
        bodyOf(await host.ask('POST', at(id, '/read'), { body: { messageId } }), 204, null);
      }),
  },
  {
    name: 'events: come whole, once, in order, each with an id that grows',
    needs: talks,
    run: (host) =>
      inConversation(host, async (id) => {
        const { events, types } = await talk(host, id);
        must(JSON.stringify(textsOf(events)) === JSON.stringify(WORDS), `tells ${JSON.stringify(textsOf(events))}`);
        const ids = events.map((event) => BigInt(/^\d{1,19}$/.test(event.id) ? event.id : 0));
        must(
          ids.every((each, place) => each > (ids[place - 1] ?? -1n)),
          `has ids that do not grow: ${events.map((event) => event.id).join(' ')}`,
        );
        must(
          events.every(({ type }, place) => types[place] === type),
          'names another type in "event:" than in the data',
        );
        for (const event of events) {
          mustHold('shape', 'ConversationEvent', event);
          mustHold('dates', 'ConversationEvent', event);
        }
      }),
  },
  {
    name: 'events: tell places from 1 and durations in milliseconds',
    needs: talks,
    run: (host) =>
      inConversation(host, async (id) => {
        for (const event of (await talk(host, id)).events) {
          if (event.type !== 'queue') continue;
          mustHold('places', 'QueueSnapshot', event.snapshot);
          mustHold('units', 'QueueSnapshot', event.snapshot);
        }
      }),
  },
  ...(['after', 'last-event-id'] as const).map((by): HostCheck => ({
    name: `events: go on behind an event by ${by === 'after' ? '?after=' : 'Last-Event-ID'}, without a gap and without a double`,
    needs: talks,
    run: (host) =>
      inConversation(host, async (id) => {
        const { events } = await talk(host, id);
        const from = events.findIndex((event) => event.type === 'message' && event.message.text === WORDS[2]);
        const until = (rest: readonly ConversationEvent[]): boolean => textsOf(rest).includes(WORDS.at(-1)!);
        const again = await collect(host, at(id, '/events'), { until, after: events[from]!.id, by });
        const expected = events.slice(from + 1).map((event) => event.id);
        const came = again.events.map((event) => event.id).slice(0, expected.length);
        must(came.join() === expected.join(), `tells ${came.join(' ')}, not ${expected.join(' ')}`);
      }),
  })),
  {
    name: 'events: are the same by long poll, which waits only while there is nothing',
    needs: talks,
    run: (host) =>
      inConversation(host, async (id) => {
        const { events } = await talk(host, id);
        const poll = async (after: string, wait: number) =>
          bodyOf<{ events: ConversationEvent[]; cursor: string }>(
            await host.ask('GET', at(id, `/events?after=${encodeURIComponent(after)}&wait=${wait}`)),
            200,
            'EventList',
          );
        const polled: ConversationEvent[] = [];
        for (let cursor = ''; !hasAll(polled);) {
          const answer = await poll(cursor, 5);
          must(answer.events.length > 0, 'has fewer events than the stream');
          must(answer.cursor === answer.events.at(-1)!.id, 'has a cursor that is not its last event');
          polled.push(...answer.events);
          cursor = answer.cursor;
        }
        const ids = (list: readonly ConversationEvent[]) => list.map((event) => event.id);
        must(ids(polled).slice(0, events.length).join() === ids(events).join(), 'has other events than the stream');
        for (let cursor = ids(polled).at(-1)!, tried = 0; tried < 10; tried++) {
          const answer = await poll(cursor, 0);
          if (answer.events.length === 0) return must(answer.cursor === cursor, 'loses the cursor while nothing comes');
          cursor = answer.cursor;
        }
      }),
  },
  {
    name: 'events: of another customer’s conversation are not there',
    needs: talks,
    run: (host) =>
      inConversation(host, async (id) => {
        mustRefuse(await host.ask('GET', at('helpkiosk-no-such', '/events?wait=0')), 404);
        if (!(await host.hasSessions())) return;
        mustRefuse(await host.ask('GET', at(id, '/events?wait=0'), {}, await host.customer('second')), 404);
      }),
  },
  {
    name: 'queue: who leaves is gone, also when it is said twice',
    needs: ['startConversation', 'resumeConversation', 'leaveQueue'],
    run: (host) =>
      inConversation(host, async (id, { state }) => {
        if (state !== 'queued') return;
        await host.hold();
        bodyOf(await host.ask('DELETE', at(id, '/queue')), 204, null);
        bodyOf(await host.ask('DELETE', at(id, '/queue')), 204, null);
        const now = await host.ask('GET', at(id));
        must(now.status === 404 || (now.body as Started).state === 'ended', 'has not ended');
      }),
  },
  {
    name: 'end: ends the conversation and its stream, also when it is said twice',
    needs: ['startConversation', 'watchConversation', 'endConversation'],
    run: (host) =>
      inConversation(host, async (id) => {
        const isOver = (events: readonly ConversationEvent[]): boolean =>
          events.some((event) => event.type === 'state' && event.state === 'ended');
        const heard = collect(host, at(id, '/events'), { until: isOver });
        await host.hold();
        bodyOf(await host.ask('POST', at(id, '/end')), 204, null);
        bodyOf(await host.ask('POST', at(id, '/end')), 204, null);
        const { events } = await heard;
        must(events.filter((event) => event.type === 'state' && event.state === 'ended').length === 1, 'ends twice');
      }),
  },
];
