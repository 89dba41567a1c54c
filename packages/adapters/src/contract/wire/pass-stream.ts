// Hands on an event stream piece by piece, with faults.
import type { ServerResponse } from 'node:http';
import type { StreamFaults } from './faults.js';

export interface StreamTurns {
  /** Asked once for each event: whether it is one to cut. */
  isCut(): boolean;
  /** Asked once for each cut: its number, from 1. */
  nextCut(): number;
}

/** Until the host ends it, or it is cut. Rejects when either side breaks off. */
export async function passStream(
  body: ReadableStream<Uint8Array>,
  response: ServerResponse,
  { split = false, delayMs = 0 }: StreamFaults,
  { isCut, nextCut }: StreamTurns,
): Promise<void> {
  response.flushHeaders();
  for await (const block of blocksOf(body)) {
    if (hasData(block) && isCut()) {
      if (nextCut() % 2) await write(response, block.subarray(0, insideOf(block)), delayMs);
      response.destroy();
      return;
    }
    const inside = insideOf(block);
    const pieces = split ? [block.subarray(0, inside), block.subarray(inside)] : [block];
    for (const piece of pieces) await write(response, piece, delayMs);
  }
  response.end();
}

/** Blocks with the empty line that ends each; what comes after the last is one too. */
async function* blocksOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let rest = new Uint8Array();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      rest = join(rest, value);
      for (let end = endOfBlock(rest); end > 0; end = endOfBlock(rest)) {
        yield rest.subarray(0, end);
        rest = rest.slice(end);
      }
    }
    if (rest.length) yield rest;
  } finally {
    await reader.cancel().catch(() => {}); // it has broken off already
  }
}

const LF = 10;
const CR = 13;

/** Behind the first empty line, 0 for none. Lines end with LF or CRLF. */
function endOfBlock(bytes: Uint8Array): number {
  for (let place = bytes.indexOf(LF); place >= 0; place = bytes.indexOf(LF, place + 1)) {
    const next = bytes[place + 1] === CR ? place + 2 : place + 1;
    if (bytes[next] === LF) return next + 1;
  }
  return 0;
}

/** A comment alone is no event. */
const hasData = (block: Uint8Array): boolean => /^data:/m.test(new TextDecoder().decode(block));

/** Behind the first byte of the first character of several bytes; the middle where there is none. */
function insideOf(block: Uint8Array): number {
  const wide = block.findIndex((byte) => byte >= 0xc0);
  return wide < 0 ? block.length >> 1 : wide + 1;
}

function join(one: Uint8Array, other: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

/** Resolves once the piece is on its way, so that the next one is another piece on the wire. */
async function write(response: ServerResponse, piece: Uint8Array, delayMs: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    response.write(piece, (error) => (error ? reject(error) : resolve()));
  });
  await new Promise((resolve) => setTimeout(resolve, delayMs));
}
