import type { Bell } from '../desk/bell.js';
import type { QueueTeller } from '../desk/queue-teller.js';
import type { EventSink } from '../http/event-stream.js';
import type { Call, Services } from '../http/route.js';
import { HostProblem } from '../problem.js';
import type { HostStore } from '../store/store.js';
import type { HostWorld } from '../world.js';
import { ownConversation } from './conversations.js';

/** A stream ends after so long, and is taken up again: nothing between the two sides keeps one open for ever. */
const LONGEST_STREAM_MS = 600_000;
const BATCH = 100;
const LONGEST_POLL_MS = 25_000;
/** Streams and polls of one customer at a time: tabs and devices, and the ones that have not noticed yet that they were left. */
const MOST_READERS = 30;

export interface ConversationEventsOptions {
  store: HostStore;
  bell: Bell;
  teller: QueueTeller;
  world: HostWorld;
}

/** `GET /v1/conversations/{id}/events`: a stream, or with `Accept: application/json` a long poll. Both go on behind the event that the caller has. */
export function conversationEventServices(options: ConversationEventsOptions): Services {
  const readers = new Map<string, number>();
  const enter = (customerId: string): (() => void) => {
    const count = readers.get(customerId) ?? 0;
    if (count >= MOST_READERS) throw new HostProblem(429, { retryAfterMs: 5000 });
    readers.set(customerId, count + 1);
    return () => {
      const left = (readers.get(customerId) ?? 1) - 1;
      if (left > 0) readers.set(customerId, left);
      else readers.delete(customerId);
    };
  };
  return {
    'GET /v1/conversations/{id}/events': {
      allow: async (call, records) => void (await ownConversation(call, records)),
      async handle(call) {
        const after = readAfter(call);
        const accept = call.headers.accept ?? '';
        const isPoll = accept.includes('application/json') && !accept.includes('text/event-stream');
        const leave = enter(call.customer!.id);
        if (isPoll) return poll(call, after, options).finally(leave);
        const { write, ...reply } = stream(call, after, options);
        return { ...reply, stream: (sink) => write(sink).finally(leave) };
      },
    },
  };
}

function stream(call: Call, after: number, { store, bell, teller, world }: ConversationEventsOptions) {
  const id = call.params['id']!;
  return {
    status: 200,
    async write(sink: EventSink): Promise<void> {
      const until = Math.min(world.now() + LONGEST_STREAM_MS, call.tokenUntil);
      for (let cursor = after; ;) {
        const news = listen(bell, id);
        try {
          const isOver = await hasEnded(store, id);
          await teller.tell(id);
          const events = await store.conversations.eventsAfter(id, cursor, BATCH);
          for (const event of events) {
            await sink.send({ id: event.id, type: event.type, data: event });
            cursor = Number(event.id);
          }
          if (events.length === BATCH) continue;
          if (isOver || call.signal.aborted || world.now() >= until) return;
          if (!events.length) await waitFor(news.heard, { ms: until - world.now(), signal: call.signal, world });
        } finally {
          news.stop();
        }
      }
    },
  };
}

async function poll(call: Call, after: number, { store, bell, teller, world }: ConversationEventsOptions) {
  const id = call.params['id']!;
  const until = world.now() + readWait(call.query);
  for (;;) {
    const news = listen(bell, id);
    try {
      const isOver = await hasEnded(store, id);
      await teller.tell(id);
      const events = await store.conversations.eventsAfter(id, after, BATCH);
      const cursor = events.at(-1)?.id ?? String(after);
      if (events.length || isOver || call.signal.aborted || world.now() >= until)
        return { status: 200, body: { events, cursor } };
      await waitFor(news.heard, { ms: until - world.now(), signal: call.signal, world });
    } finally {
      news.stop();
    }
  }
}

const hasEnded = async (store: HostStore, id: string): Promise<boolean> =>
  (await store.conversations.find(id))?.state === 'ended';

/** Listens from before the look at the store on, so that nothing comes between the two. */
function listen(bell: Bell, id: string): { heard: Promise<void>; stop: () => void } {
  let stop = (): void => {};
  const heard = new Promise<void>((resolve) => void (stop = bell.listen(id, resolve)));
  return { heard, stop };
}

function waitFor(
  heard: Promise<void>,
  { ms, signal, world }: { ms: number; signal: AbortSignal; world: HostWorld },
): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      stopTimer();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stopTimer = world.setTimer(done, Math.max(ms, 0));
    signal.addEventListener('abort', done);
    void heard.then(done);
  });
}

/** `?after=`, else `Last-Event-ID`; 0 for neither. Throws 400 for what is no id of ours. */
function readAfter({ query, headers }: Call): number {
  const text = query.get('after') ?? headers['last-event-id'];
  if (text === undefined || text === '') return 0;
  if (typeof text !== 'string' || !/^\d{1,9}$/.test(text))
    throw new HostProblem(400, { detail: '"after" is the id of an event' });
  return Number(text);
}

function readWait(query: URLSearchParams): number {
  const text = query.get('wait') ?? '25';
  if (!/^\d{1,3}$/.test(text)) throw new HostProblem(400, { detail: '"wait" is a number of seconds' });
  return Math.min(Number(text) * 1000, LONGEST_POLL_MS);
}
