// A proxy that breaks off what it hands on: event streams at every 7th event, other answers now and then.
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { listen, type Listening } from './small-host.js';

export interface CuttingProxy extends Listening {
  /** Streams broken off inside a character, streams broken off with events that were not flushed, answers broken off. */
  readonly cuts: { inside: number; unflushed: number; answers: number };
}

/** So many events are held back before they are flushed. */
const HELD = 3;

/** `flushes: false`: nothing of a stream ever comes through, as with proxies that wait for an answer's end. */
export async function startCuttingProxy(
  target: string,
  { every = 7, flushes = true }: { every?: number; flushes?: boolean } = {},
): Promise<CuttingProxy> {
  const cuts = { inside: 0, unflushed: 0, answers: 0 };
  let answers = 0;
  const server = createServer((request, response) => {
    const asked = ask(target + request.url, { method: request.method!, headers: request.headers }, (answer) => {
      response.socket?.setNoDelay(true);
      answer.on('error', () => response.destroy());
      if (answer.headers['content-type'] === 'text/event-stream')
        return void handOn(answer, response, flushes ? every : 0, cuts);
      void cutNowAndThen(answer, response, ++answers % 3 === 0 && request.method === 'GET', cuts);
    });
    asked.on('error', () => response.destroy());
    response.on('close', () => asked.destroy());
    request.pipe(asked);
  });
  return { ...(await listen(server)), cuts };
}

/** Events one by one, each in two pieces that part inside a character; by turns the connection breaks inside a character of the 7th, or while the last three wait for their flush. */
async function handOn(
  answer: IncomingMessage,
  response: ServerResponse,
  every: number,
  cuts: CuttingProxy['cuts'],
): Promise<void> {
  const isInside = cuts.inside <= cuts.unflushed;
  let [rest, count] = [Buffer.alloc(0), 0];
  if (every) response.writeHead(200, { 'content-type': 'text/event-stream' });
  for await (const part of answer as AsyncIterable<Buffer>) {
    rest = Buffer.concat([rest, part]);
    for (let end = rest.indexOf('\n\n'); end >= 0; end = rest.indexOf('\n\n')) {
      const block = rest.subarray(0, end + 2);
      rest = rest.subarray(end + 2);
      if (!block.includes('data:')) continue;
      count++;
      if (count === (every || 1)) {
        cuts[isInside && every ? 'inside' : 'unflushed']++;
        if (isInside && every) await write(response, block.subarray(0, insideOf(block)));
        return void response.destroy();
      }
      if (!isInside && count > every - HELD) continue;
      await write(response, block.subarray(0, insideOf(block)));
      await write(response, block.subarray(insideOf(block)));
    }
  }
  response.end();
}

async function cutNowAndThen(
  answer: IncomingMessage,
  response: ServerResponse,
  isCut: boolean,
  cuts: CuttingProxy['cuts'],
): Promise<void> {
  const parts: Buffer[] = [];
  for await (const part of answer as AsyncIterable<Buffer>) parts.push(part);
  const bytes = Buffer.concat(parts);
  response.writeHead(answer.statusCode!, {
    'content-type': answer.headers['content-type'],
    'content-length': bytes.length,
  });
  if (!isCut) return void response.end(bytes);
  cuts.answers++;
  await write(response, bytes.subarray(0, insideOf(bytes)));
  response.destroy();
}

/** Behind the first byte of the last character of several bytes. */
function insideOf(bytes: Buffer): number {
  const text = bytes.toString('latin1');
  const place = /[\xC0-\xFF][^\xC0-\xFF]*$/.exec(text)?.index;
  return place === undefined ? bytes.length >> 1 : place + 1;
}

/** Resolves when the bytes are on their way, so that what follows is another piece. */
const write = (response: ServerResponse, bytes: Uint8Array): Promise<void> =>
  new Promise((resolve) => response.write(bytes, () => setImmediate(resolve)));
