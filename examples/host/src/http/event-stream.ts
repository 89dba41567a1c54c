import type { ServerResponse } from 'node:http';
import type { HostWorld } from '../world.js';

const HEARTBEAT_MS = 15_000;
/** Who takes nothing for so long has gone without saying so. */
const STALLED_MS = 30_000;

/** Where a route writes its events. */
export interface EventSink {
  /** Fulfilled when the other side can take more; rejects when it has gone. */
  send(event: { id?: string; type: string; data: unknown }): Promise<void>;
}

/**
 * Runs a `text/event-stream` answer: a comment at once, so that proxies pass the head on, and one every 15 s. When `write` ends the stream ends cleanly, after
 * all that was written has been handed over.
 */
export async function streamEvents(
  response: ServerResponse,
  { headers, world, write }: EventStreamOptions,
): Promise<void> {
  response.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  });
  let stopHeartbeat = (): void => {};
  const beat = (): void => {
    if (!response.writableNeedDrain) response.write(':\n\n');
    stopHeartbeat = world.setTimer(beat, HEARTBEAT_MS);
  };
  beat();
  try {
    await write({
      send: ({ id, type, data }) => {
        const name = id === undefined ? '' : `id: ${id}\n`;
        return hand(response, `${name}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`, world);
      },
    });
  } finally {
    stopHeartbeat();
    await end(response);
  }
}

export interface EventStreamOptions {
  headers: Readonly<Record<string, string>>;
  world: HostWorld;
  write: (sink: EventSink) => Promise<void>;
}

async function hand(response: ServerResponse, text: string, world: HostWorld): Promise<void> {
  if (response.destroyed) throw new Error('The reader has gone');
  if (response.write(text)) return;
  await new Promise<void>((resolve, reject) => {
    const stopWaiting = world.setTimer(() => {
      settle(new Error('The reader takes nothing'));
      response.destroy();
    }, STALLED_MS);
    const settle = (error?: Error): void => {
      stopWaiting();
      response.off('drain', drained).off('close', closed);
      if (error) reject(error);
      else resolve();
    };
    const drained = (): void => settle();
    const closed = (): void => settle(new Error('The reader has gone'));
    response.on('drain', drained).on('close', closed);
  });
}

/** Fulfilled when all has been handed over, or the other side has gone. */
function end(response: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed || response.closed) return resolve();
    response.on('close', resolve);
    response.end(resolve);
  });
}
