import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { RELOAD_EVENTS } from './preview-page.js';
import { byteRange, readablePath, type Served } from './served-file.js';

/** A server on this machine alone. `reload` makes every open page load itself again. */
export interface PreviewServer {
  url: string;
  port: number;
  reload(): void;
  close(): Promise<void>;
}

/** `answer` gets a path without escapes and steps upwards; null is "not there". `port` 0 takes a free one. */
export interface PreviewOptions {
  port: number;
  answer(path: string): Promise<Served | null>;
}

const HOST = '127.0.0.1';
const TRIED_PORTS = 20;

/**
 * Starts on `port`, or on the next one that is free. Rejects with the error of the last attempt after twenty, or with any other
 * error of listening. Requests that were meant for another host name are refused, so that no other site can read along.
 */
export async function startPreviewServer({ port: wanted, answer }: PreviewOptions): Promise<PreviewServer> {
  const pages = new Set<ServerResponse>();
  const server = createServer((request, response) => {
    handle(request, response, answer, pages).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end(`This could not be served: ${error instanceof Error ? error.message : String(error)}\n`);
    });
  });
  const port = await listen(server, wanted);
  return {
    url: `http://${HOST}:${port}`,
    port,
    reload() {
      for (const page of pages) page.write('event: reload\ndata: now\n\n');
    },
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    try {
      await new Promise<void>((done, fail) => {
        server.once('error', fail);
        server.listen(port, HOST, () => {
          server.off('error', fail);
          done();
        });
      });
      return (server.address() as { port: number }).port;
    } catch (error) {
      const isTaken = (error as { code?: string }).code === 'EADDRINUSE';
      if (!isTaken || port + 1 >= wanted + TRIED_PORTS || port >= 65_535) throw error;
    }
  }
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  answer: PreviewOptions['answer'],
  pages: Set<ServerResponse>,
): Promise<void> {
  const send = (status: number, headers: Record<string, string>, body: Uint8Array | string): void => {
    response.writeHead(status, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', ...headers });
    response.end(request.method === 'HEAD' ? undefined : body);
  };
  const say = (status: number, text: string): void =>
    send(status, { 'content-type': 'text/plain; charset=utf-8' }, text);
  if (!/^(?:127\.0\.0\.1|localhost)(?::\d+)?$/u.test(request.headers.host ?? ''))
    return say(403, 'Not for this host.\n');
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'Only GET and HEAD.\n');
  // The path is taken as it was sent: a URL would already have undone its steps upwards.
  const [pathname = '/'] = (request.url ?? '/').split(/[?#]/u, 1);
  if (pathname === RELOAD_EVENTS) return keepOpen(response, pages);
  const path = pathname.startsWith('/.helpkiosk/') ? pathname : readablePath(pathname);
  const found = path === null ? null : await answer(path);
  if (!found) return say(404, 'There is nothing here.\n');
  // Players go to a second of a video by asking for a part of its file.
  const range = found.status === 200 ? byteRange(request.headers.range, found.bytes.length) : null;
  if (range === 'unsatisfiable') return send(416, { 'content-range': `bytes */${found.bytes.length}` }, '');
  send(
    range ? 206 : found.status,
    {
      'content-type': found.type,
      'accept-ranges': 'bytes',
      ...(range ? { 'content-range': `bytes ${range.start}-${range.end - 1}/${found.bytes.length}` } : {}),
      ...(found.location ? { location: found.location } : {}),
      // A drawing that is opened by its own address is a page: it must run nothing in this origin.
      ...(found.type.startsWith('image/svg+xml') ? { 'content-security-policy': 'sandbox' } : {}),
    },
    range ? found.bytes.subarray(range.start, range.end) : found.bytes,
  );
}

function keepOpen(response: ServerResponse, pages: Set<ServerResponse>): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  response.write(': here\n\n');
  pages.add(response);
  response.on('close', () => void pages.delete(response));
}
