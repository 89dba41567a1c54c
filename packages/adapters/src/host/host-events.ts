// What a host tells piece by piece. Loaded when something is watched for the first time: whoever only sends a ticket does without.
import type { CallOptions, HelpAdapter } from '@helpkiosk/core';
import { createEventParser } from '../stream/event-parser.js';
import { keepEvents } from '../stream/keep-events.js';
import { readBytes } from '../stream/read-bytes.js';
import { readJson } from '../stream/read-json.js';
import { isEventStream, parsed, POLL_SECONDS } from '../stream/read-once.js';
import { segment } from './host-address.js';
import type { HostPorts } from './host-ports.js';

type Input<Name extends 'watchConversation' | 'ask'> = Parameters<NonNullable<HelpAdapter[Name]>>[0];

const STREAM = 'text/event-stream, application/json;q=0.5';

/** `watchConversation` of a host: its queue tells of itself among the events. Ends as `keepEvents` does. */
export function watchConversation(
  { env, time, path, openKnown }: HostPorts,
  { conversationId, after, emit }: Input<'watchConversation'>,
  { signal }: CallOptions,
): Promise<void> {
  const route = { method: 'watchConversation', path: `conversations/${segment(conversationId)}/events` };
  return keepEvents({
    ...{ env, signal, path, after: after ?? null },
    open: ({ after: last, isPoll, signal: until }) =>
      openKnown({
        ...{ ...route, signal: until },
        ...(isPoll
          ? { query: { after: last, wait: POLL_SECONDS } }
          : { accept: STREAM, headers: last ? { 'last-event-id': last } : {} }),
      }),
    emit(event) {
      time.hear(event['snapshot']);
      emit(event as Parameters<typeof emit>[0]);
    },
  });
}

/** `ask` of a host: an answer that is streamed, or one that comes whole. Not asked again when it breaks off: HelpError `network`. */
export async function ask(
  { openKnown }: HostPorts,
  { emit, ...body }: Input<'ask'>,
  { signal }: CallOptions,
): Promise<void> {
  const response = await openKnown({ method: 'ask', path: 'answers', body, accept: STREAM, signal });
  const take = (part: unknown): void => {
    if (typeof Object(part).text === 'string') emit(part as Parameters<typeof emit>[0]);
  };
  if (!isEventStream(response)) return take(await readJson(response, 'ask', signal));
  await readBytes(response.body, createEventParser({ onEvent: ({ data }) => take(parsed(data)) }), signal);
  signal.throwIfAborted();
}
