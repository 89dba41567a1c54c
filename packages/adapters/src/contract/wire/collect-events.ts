// Hears the events of a conversation as the widget does: goes on behind the last one when the stream ends or breaks.
import type { ConversationEvent } from '@helpkiosk/core';
import { must, type HostUnderTest } from './host-under-test.js';
import { readEvents } from './read-events.js';
import { pause } from './wire.js';

export interface CollectOptions {
  /** Enough has come. */
  until(events: readonly ConversationEvent[]): boolean;
  /** Begin behind this event. */
  after?: string;
  /** How the place is told (default `after`). */
  by?: 'after' | 'last-event-id';
}

/** `types`: what stood in `event:`, beside each event. */
export interface Collected {
  events: ConversationEvent[];
  types: string[];
}

/** Events until there are enough. Throws when they do not come in time, an id of the stream is not that of the data, or it is no event stream. */
export async function collect(
  host: HostUnderTest,
  path: string,
  { until, after, by = 'after' }: CollectOptions,
): Promise<Collected> {
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), host.limitMs);
  const collected: Collected = { events: [], types: [] };
  let last = after;
  try {
    while (!until(collected.events)) {
      must(!stop.signal.aborted, `not all events came in time, only ${tell(collected.events)}`);
      const place: Record<string, string> = last === undefined || by === 'after' ? {} : { 'last-event-id': last };
      const query = last === undefined || by !== 'after' ? '' : `?after=${encodeURIComponent(last)}`;
      const response = await host.wire.open(path + query, {
        headers: { ...(await host.customer()), accept: 'text/event-stream', ...place },
        signal: stop.signal,
      });
      mustBeStream(response);
      await hear(response, stop.signal, (id, type, event) => {
        must(id === event.id, `has id ${id} in the stream and ${event.id} in the data`);
        if (until(collected.events)) return true;
        collected.events.push(event);
        collected.types.push(type);
        last = event.id;
        return until(collected.events);
      });
    }
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
  return collected;
}

function mustBeStream({ status, headers }: Response): void {
  must(status === 200, `answers ${status} to the stream`);
  const type = headers.get('content-type') ?? 'nothing';
  must(/^text\/event-stream\b/.test(type), `sends ${type}, not text/event-stream`);
}

/** Until `take` says that it is enough, or the stream ends in whatever way. Throws what `take` throws. */
async function hear(
  response: Response,
  signal: AbortSignal,
  take: (id: string | null, type: string, event: ConversationEvent) => boolean,
): Promise<void> {
  let ended: { failure?: unknown } | null = null;
  const enough = new Error('enough');
  try {
    await readEvents(response.body!, ({ id, type, data }) => {
      try {
        if (take(id, type, JSON.parse(data) as ConversationEvent)) ended = {};
      } catch (failure) {
        ended = { failure };
      }
      if (ended) throw enough;
    });
  } catch (error) {
    if (error !== enough && !signal.aborted) await pause(5, signal); // a stream that breaks is opened again
  }
  const { failure } = (ended ?? {}) as { failure?: unknown };
  if (failure !== undefined) throw failure;
}

const tell = (events: readonly ConversationEvent[]): string =>
  events.length ? events.map(({ id, type }) => `${id} ${type}`).join(', ') : 'none';
