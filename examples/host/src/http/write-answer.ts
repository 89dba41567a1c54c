import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { HostProblem } from '../problem.js';
import type { Reply } from './route.js';

/** Headers of every answer. */
export const EVERY_ANSWER = {
  'cache-control': 'no-store',
  vary: 'Origin',
  'x-content-type-options': 'nosniff',
} as const;
const DISCARD_BYTES = 64 * 1024 * 1024;

/** Writes a reply that is no stream. `shared`: headers that go with every answer to this caller. */
export function writeReply(
  response: ServerResponse,
  { status, body, headers }: Reply,
  shared: Record<string, string>,
): void {
  const all = { ...EVERY_ANSWER, ...shared, ...headers };
  if (body === undefined) return void response.writeHead(status, all).end();
  const text = JSON.stringify(body);
  response
    .writeHead(status, {
      ...all,
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(text)),
    })
    .end(text);
}

/** Writes a problem document. */
export function writeProblem(response: ServerResponse, problem: HostProblem, shared: Record<string, string>): void {
  const text = JSON.stringify(problem.toDocument());
  response
    .writeHead(problem.status, {
      ...{ ...EVERY_ANSWER, ...shared, 'content-type': 'application/problem+json; charset=utf-8' },
      ...{ 'content-length': String(Buffer.byteLength(text)), ...problem.toHeaders() },
    })
    .end(text);
}

/** Reads the rest of a body that is refused: a browser that still writes would see a broken connection in the place of the answer. */
export async function discard(request: IncomingMessage): Promise<void> {
  if (request.complete || request.destroyed || Number(request.headers['content-length'] ?? 0) > DISCARD_BYTES) return;
  let left = DISCARD_BYTES;
  await new Promise<void>((resolve) => {
    request.on('data', (chunk: Buffer) => {
      left -= chunk.length;
      if (left < 0) resolve();
    });
    request
      .on('end', resolve)
      .on('close', resolve)
      .on('error', () => resolve())
      .resume();
  });
}

/** For what Node cannot even read as a request. */
export function refuseRaw(error: { code?: string }, socket: Pick<Socket, 'writable' | 'end' | 'destroy'>): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'CONNECT' ? 405 : 400;
  const text = JSON.stringify(new HostProblem(status).toDocument());
  const lines = [
    ...[`HTTP/1.1 ${status} Refused`, 'Content-Type: application/problem+json; charset=utf-8'],
    ...[`Content-Length: ${Buffer.byteLength(text)}`, 'Connection: close', '', text],
  ];
  socket.end(lines.join('\r\n'));
}
