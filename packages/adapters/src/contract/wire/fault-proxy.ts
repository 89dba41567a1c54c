// A proxy that behaves as bad ways do, for tests: answers get lost, streams break off, requests arrive twice. Needs Node.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Faults } from './faults.js';
import { passStream } from './pass-stream.js';

/** How often what happened. */
export interface FaultCounts {
  requests: number;
  lost: number;
  duplicated: number;
  refused: number;
  cut: number;
}

export interface FaultProxy {
  /** Asks the host by way of the proxy. */
  readonly url: string;
  readonly counts: Readonly<FaultCounts>;
  /** Breaks off what is open. */
  close(): Promise<void>;
}

/** Of one connection alone (RFC 9110), or set anew by the one who sends. */
const NOT_HANDED_ON = new Set(['connection', 'content-length', 'host', 'keep-alive', 'transfer-encoding', 'expect']);
const DECODED = new Set([...NOT_HANDED_ON, 'content-encoding']);

/** Starts a proxy on a free port of this machine. `target`: the host's URL without `/v1`. */
export async function createFaultProxy({ target, faults }: { target: string; faults: Faults }): Promise<FaultProxy> {
  const { createServer } = await import('node:http');
  const counts: FaultCounts = { requests: 0, lost: 0, duplicated: 0, refused: 0, cut: 0 };
  const seen = { answers: 0, writes: 0, events: 0 };
  const base = target.replace(/\/+$/, '');

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const number = ++counts.requests;
    for (const status of [429, 503] as const)
      if (isTurn(number, faults.refuseEvery?.[status])) {
        counts.refused++;
        return refuse(response, status);
      }
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    const send = (): Promise<Response> => forward(base, request, body, gone.signal);
    if (request.method !== 'GET' && request.method !== 'OPTIONS' && isTurn(++seen.writes, faults.duplicateEvery)) {
      counts.duplicated++;
      await (await send()).arrayBuffer();
    }
    const answer = await send();
    copyHead(answer, response);
    if (/^text\/event-stream\b/.test(answer.headers.get('content-type') ?? '') && answer.body)
      return passStream(answer.body, response, faults, {
        isCut: () => isTurn(++seen.events, faults.cutEvery),
        nextCut: () => ++counts.cut,
      });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (isTurn(++seen.answers, faults.loseEvery)) return lose(response, bytes, ++counts.lost);
    response.end(bytes.length ? bytes : undefined);
  }

  const server = createServer((request, response) => {
    response.socket?.setNoDelay(true);
    pass(request, response).catch(() => response.destroy()); // either side has gone: so does the other
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const isTurn = (number: number, every: number | undefined): boolean => every !== undefined && number % every === 0;

async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer> | null> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array);
  return parts.length ? new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer()) : null;
}

function forward(
  base: string,
  { method = 'GET', url = '/', rawHeaders }: IncomingMessage,
  body: Uint8Array<ArrayBuffer> | null,
  signal: AbortSignal,
): Promise<Response> {
  const headers = new Headers({ 'accept-encoding': 'identity' });
  for (let place = 0; place < rawHeaders.length; place += 2) {
    const name = rawHeaders[place]!.toLowerCase();
    if (!NOT_HANDED_ON.has(name) && name !== 'accept-encoding') headers.append(name, rawHeaders[place + 1]!);
  }
  return fetch(base + url, { method, headers, signal, redirect: 'manual', ...(body ? { body } : {}) });
}

function copyHead({ status, headers }: Response, response: ServerResponse): void {
  response.statusCode = status;
  headers.forEach((value, name) => {
    if (!DECODED.has(name)) response.appendHeader(name, value);
  });
}

function refuse(response: ServerResponse, status: 429 | 503): void {
  const code = status === 429 ? 'rate-limited' : 'unavailable';
  response.writeHead(status, { 'content-type': 'application/problem+json', 'retry-after': '0' });
  response.end(JSON.stringify({ type: 'about:blank', title: 'A fault on purpose', status, code }));
}

/** Nothing at all, or the first half of what was announced. */
function lose(response: ServerResponse, bytes: Uint8Array, turn: number): void {
  if (turn % 2 || !bytes.length) return void response.destroy();
  response.setHeader('content-length', bytes.length);
  response.write(bytes.subarray(0, bytes.length >> 1), () => response.destroy());
}
