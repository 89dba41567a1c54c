import type { ConversationEvent, QueueSnapshot } from '@helpkiosk/core';
import type { AdapterCase, AdapterKit, Method } from './adapter-kit.js';
import { start } from './conversation-cases.js';
import { endedByAbort, holds } from './judge.js';

const talks: readonly Method[] = ['startConversation', 'sendMessage', 'watchConversation'];
const WORDS = ['一', 'two', '三🎁', 'four', 'five'];

/** Somebody who watches until they are told to stop. */
function watch(kit: AdapterKit, conversationId: string, after?: string) {
  const events: ConversationEvent[] = [];
  const stop = new AbortController();
  const emit = (event: ConversationEvent): void => void events.push(event);
  const input = { conversationId, emit, ...(after === undefined ? {} : { after }) };
  const ended = (async () => kit.adapter.watchConversation!(input, { signal: stop.signal }))();
  ended.catch(() => {}); // who waits for it hears of it
  return { events, stop: () => stop.abort(), reason: () => stop.signal.reason as unknown, ended };
}

const textsOf = (events: readonly ConversationEvent[]): string[] =>
  events.flatMap((event) =>
    event.type === 'message' && event.message.from === 'customer' ? [event.message.text] : [],
  );

/** A conversation in which the customer has said the five words, as it was heard. */
async function talk(kit: AdapterKit) {
  const { conversationId } = await start(kit);
  const heard = watch(kit, conversationId);
  for (const text of WORDS) await kit.call('sendMessage', { conversationId, key: kit.key(), text });
  await kit.wait(() => WORDS.every((word) => textsOf(heard.events).includes(word)), 'all messages in the stream');
  heard.stop();
  return { conversationId, events: [...heard.events] };
}

/** A line that is watched: the snapshots that came, until the first few are there. */
async function watchLine(kit: AdapterKit): Promise<QueueSnapshot[]> {
  const { conversationId, state } = await start(kit);
  if (state !== 'queued') return [];
  const seen: QueueSnapshot[] = [];
  const stop = new AbortController();
  const ended = kit.adapter.watchQueue!({ conversationId, emit: (each) => void seen.push(each) }, stop);
  let isOver = false;
  ended.then(
    () => (isOver = true),
    () => (isOver = true),
  );
  await kit.wait(() => isOver || seen.length > 0, 'a first snapshot of the queue');
  stop.abort();
  return seen;
}

const placesOf = (events: readonly ConversationEvent[]): QueueSnapshot[] =>
  events.flatMap((event) => (event.type === 'queue' ? [event.snapshot] : []));

/** Streams: order, ids, going on, stopping. */
export const streamCases: readonly AdapterCase[] = [
  {
    name: 'watchQueue: tells snapshots of the queue',
    needs: ['startConversation', 'watchQueue'],
    run: async (kit) => (await watchLine(kit)).forEach((each) => holds(kit, 'shape', 'QueueSnapshot', each)),
  },
  {
    name: 'watchQueue: counts places from 1',
    needs: ['startConversation', 'watchQueue'],
    run: async (kit) => (await watchLine(kit)).forEach((each) => holds(kit, 'places', 'QueueSnapshot', each)),
  },
  {
    name: 'watchQueue: stops when it is told to, which is no error',
    needs: ['startConversation', 'watchQueue'],
    async run(kit) {
      const { conversationId } = await start(kit);
      const stop = new AbortController();
      const ended = kit.adapter.watchQueue!({ conversationId, emit: () => {} }, stop);
      stop.abort();
      kit.same(endedByAbort(await kit.outcome(ended), stop.signal.reason), 'ended', 'after the abort');
    },
  },
  {
    name: 'watchConversation: tells events of the shapes that there are',
    needs: talks,
    run: async (kit) => (await talk(kit)).events.forEach((each) => holds(kit, 'shape', 'ConversationEvent', each)),
  },
  {
    name: 'watchConversation: counts places from 1',
    needs: talks,
    run: async (kit) =>
      placesOf((await talk(kit)).events).forEach((each) => holds(kit, 'places', 'QueueSnapshot', each)),
  },
  {
    name: 'watchConversation: tells durations of the queue in milliseconds',
    needs: talks,
    run: async (kit) =>
      placesOf((await talk(kit)).events).forEach((each) => holds(kit, 'units', 'QueueSnapshot', each)),
  },
  {
    name: 'watchConversation: tells messages in the order in which they were sent',
    needs: talks,
    run: async (kit) => {
      const texts = textsOf((await talk(kit)).events);
      kit.same([...new Set(texts.filter((text) => WORDS.includes(text)))], WORDS, 'the messages');
    },
  },
  {
    name: 'watchConversation: gives each event an id of its own, and tells it once',
    needs: talks,
    async run(kit) {
      const { events } = await talk(kit);
      const ids = events.map(({ id }) => id);
      kit.same(new Set(ids).size, ids.length, 'different ids');
    },
  },
  {
    name: 'watchConversation: goes on after an event, without a gap and without a double',
    needs: talks,
    async run(kit) {
      const { conversationId, events } = await talk(kit);
      const from = events.findIndex((event) => event.type === 'message' && event.message.text === WORDS[1]);
      const rest = WORDS.slice(2);
      const again = watch(kit, conversationId, events[from]!.id);
      await kit.wait(() => textsOf(again.events).includes(rest.at(-1)!), 'what came after the event');
      again.stop();
      kit.same([...textsOf(again.events)].sort(), [...rest].sort(), 'messages after the event'); // their order is another case
      kit.same(
        again.events.filter(({ id }) => events.slice(0, from + 1).some((each) => each.id === id)),
        [],
        'events from before',
      );
    },
  },
  {
    name: 'watchConversation: stops when it is told to',
    needs: talks,
    async run(kit) {
      const { conversationId } = await start(kit);
      const heard = watch(kit, conversationId);
      await kit.call('sendMessage', { conversationId, key: kit.key(), text: 'first' });
      await kit.wait(() => textsOf(heard.events).includes('first'), 'the first message');
      heard.stop();
      kit.same((await kit.outcome(heard.ended)) !== null, true, 'it ends after the abort');
      await kit.call('sendMessage', { conversationId, key: kit.key(), text: 'second' });
      kit.same(textsOf(heard.events).includes('second'), false, 'nothing is told after the abort');
    },
  },
  {
    name: 'watchConversation: takes an abort for no error',
    needs: talks,
    async run(kit) {
      const { conversationId } = await start(kit);
      const heard = watch(kit, conversationId);
      heard.stop();
      const ended = await kit.outcome(heard.ended);
      if (ended) kit.same(endedByAbort(ended, heard.reason()), 'ended', 'after the abort'); // the case before: that it ends
    },
  },
];
