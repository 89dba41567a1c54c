// One connection's worth of events, as a stream or as the answer of a long poll, whichever the host gives.
import { HelpError, type Env } from '@helpkiosk/core';
import { createEventLog, type EventLog } from './event-log.js';
import { createEventParser } from './event-parser.js';
import { readBytes } from './read-bytes.js';
import { readJson } from './read-json.js';
import { createPatience, whileWanted, type Patience } from './wait.js';

const METHOD = 'watchConversation';
/** A long poll asks the host to hold it for so long at the most. */
export const POLL_SECONDS = 25;
/** Without an answer for so long there will be none. */
const ANSWER_MS = (POLL_SECONDS + 10) * 1000;
/** Hosts say something every 15 s, be it only that they are there. */
const SILENCE_MS = 45_000;
const LEAST_RETRY_MS = 100;
const MOST_RETRY_MS = 30_000;

/** Asks for the events after one; `isPoll`: as JSON, held until there is one. Fulfilled with a successful answer. */
export type OpenEvents = (ask: { after: string | null; isPoll: boolean; signal: AbortSignal }) => Promise<Response>;

/** What a connection has brought so far, and within what time the host wants it to be opened again. */
export interface Opened {
  answered: boolean;
  bytes: boolean;
  events: boolean;
  retryMs: number;
}

export interface ReadOnceOptions {
  env: Pick<Env, 'setTimer'>;
  open: OpenEvents;
  after: string | null;
  emit: (event: Readonly<Record<string, unknown>>) => void;
  signal: AbortSignal;
}

/**
 * Gives a function that opens one connection after the other, each after the last event of the one before, and remembers what was emitted. It is fulfilled with true
 * when the events are over, and with false when the connection ended in good order; rejects with HelpError (`network`, `timeout`, or what `open` rejects with).
 */
export function readOnce({ env, open, after, emit, signal }: ReadOnceOptions) {
  const log = createEventLog(after, emit);
  return async ({ isPoll, opened }: { isPoll: boolean; opened: Opened }): Promise<boolean> => {
    const patience = createPatience(env, signal, ANSWER_MS);
    try {
      const opening = open({ after: log.cursor(), isPoll, signal: patience.signal });
      const response = await whileWanted(opening, patience.signal); // a page's own `fetch` may not listen
      opened.answered = true;
      if (response.status === 204) return true;
      if (isEventStream(response)) await takeStream(response, { log, opened, patience });
      else takeList(await readJson(response, METHOD, patience.signal), log, opened);
      if (patience.isOut()) throw new HelpError('timeout', { method: METHOD });
      signal.throwIfAborted();
      return log.isOver();
    } catch (thrown) {
      throw patience.isOut() ? new HelpError('timeout', { method: METHOD }, { cause: thrown }) : thrown;
    } finally {
      patience.stop();
    }
  };
}

async function takeStream(
  response: Response,
  { log, opened, patience }: { log: EventLog; opened: Opened; patience: Patience },
): Promise<void> {
  const parse = createEventParser({
    onEvent({ id, data }) {
      if (log.take(parsed(data), id)) opened.events = true;
      else if (id) log.moveTo(id); // what cannot be read is not asked for again
      if (log.isOver()) patience.stop();
    },
    onRetry: (afterMs) => void (opened.retryMs = Math.min(Math.max(afterMs, LEAST_RETRY_MS), MOST_RETRY_MS)),
  });
  const heard = (bytes: Uint8Array): void => {
    opened.bytes = true;
    patience.restart(SILENCE_MS);
    parse(bytes);
  };
  patience.restart(SILENCE_MS);
  await readBytes(response.body, heard, patience.signal);
}

function takeList(answer: unknown, log: EventLog, opened: Opened): void {
  const { events, cursor } = Object(answer);
  if (!Array.isArray(events))
    throw new HelpError('adapter-bad-answer', {
      method: METHOD,
      problems: [{ path: 'events', message: 'must be a list' }],
    });
  for (const event of events as unknown[]) if (log.take(event, null)) opened.events = true;
  if (typeof cursor === 'string' && cursor) log.moveTo(cursor);
}

/** Whether an answer says that it is one. */
export const isEventStream = (response: Response): boolean =>
  /^text\/event-stream\b/i.test(response.headers.get('content-type') ?? '');

/** undefined for what is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // one broken event does not end the others
  }
}
