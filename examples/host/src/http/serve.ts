import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { Log } from '../log.js';
import { HostProblem } from '../problem.js';
import type { HostWorld } from '../world.js';
import { streamEvents } from './event-stream.js';
import type { Origins } from './origins.js';
import type { Reply } from './route.js';
import { discard, EVERY_ANSWER, refuseRaw, writeProblem, writeReply } from './write-answer.js';

export interface ServeOptions {
  port: number;
  hostname: string;
  origins: Origins;
  world: HostWorld;
  log: Log;
  /** Rejects where the host is not well. */
  checkHealth: () => Promise<void>;
  answer: (request: IncomingMessage, signal: AbortSignal) => Promise<Reply>;
  /** What the log calls the route: its pattern, never the path as it came. */
  nameRoute: (request: IncomingMessage) => string;
}

export interface Serving {
  readonly url: string;
  /** Takes nothing new, ends streams after what is due in them, waits for what is under way, at most `graceMs`. */
  close(graceMs: number): Promise<void>;
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Serves requests until it is closed. Whatever goes wrong is answered with a problem document. */
export async function serve({ port, hostname, ...options }: ServeOptions): Promise<Serving> {
  const draining = new AbortController();
  const underWay = new Set<Promise<void>>();
  const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 120_000, headersTimeout: 20_000 });
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    const work = answer(request, response, { ...options, draining: draining.signal }).finally(() =>
      underWay.delete(work),
    );
    underWay.add(work);
  };
  server.on('request', take);
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) =>
    writeProblem(response, new HostProblem(417), {}),
  );
  server.on('clientError', refuseRaw);
  server.on('connect', (_request: IncomingMessage, socket: Socket) => refuseRaw({ code: 'CONNECT' }, socket));
  await listen(server, port, hostname);
  const { port: taken } = server.address() as AddressInfo;
  return {
    url: `http://${hostname === '127.0.0.1' ? 'localhost' : hostname}:${taken}`,
    async close(graceMs) {
      draining.abort();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      let patience: NodeJS.Timeout | undefined;
      const impatient = new Promise<void>((resolve) => void (patience = setTimeout(resolve, graceMs)));
      server.closeIdleConnections();
      const drained = (async () => {
        while (underWay.size) await Promise.all(underWay);
      })();
      await Promise.race([drained, impatient]);
      server.closeAllConnections();
      await closed;
      clearTimeout(patience);
    },
  };
}

type AnswerOptions = Omit<ServeOptions, 'port' | 'hostname'> & { draining: AbortSignal };

async function answer(request: IncomingMessage, response: ServerResponse, options: AnswerOptions): Promise<void> {
  const { origins, log, world, draining } = options;
  const startedAt = performance.now();
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  request.on('error', () => gone.abort());
  let headers: Record<string, string> = {};
  try {
    headers = origins.headersFor(request.headers);
    const reply = await replyTo(request, AbortSignal.any([gone.signal, draining]), options);
    reply.after?.();
    if (reply.stream)
      await streamEvents(response, { headers: { ...EVERY_ANSWER, ...headers }, world, write: reply.stream });
    else writeReply(response, reply, headers);
  } catch (error) {
    if (!gone.signal.aborted && !response.headersSent) {
      if (!(error instanceof HostProblem)) logFault(log, error);
      await discard(request);
      writeProblem(response, error instanceof HostProblem ? error : new HostProblem(500), headers);
    } else if (!response.destroyed) response.destroy();
  }
  const route = options.nameRoute(request);
  const ms = Math.round(performance.now() - startedAt);
  log('request', {
    method: METHODS.includes(request.method ?? '') ? request.method! : '?',
    route,
    status: response.statusCode,
    ms,
  });
}

async function replyTo(request: IncomingMessage, signal: AbortSignal, options: AnswerOptions): Promise<Reply> {
  if (request.method === 'OPTIONS') return { status: 204, headers: options.origins.preflight(request.headers) };
  const isHealth = request.method === 'GET' && request.url === '/healthz';
  if (options.draining.aborted) throw new HostProblem(503, { retryAfterMs: 2000, headers: { connection: 'close' } });
  if (!isHealth) return options.answer(request, signal);
  await options.checkHealth().catch(() => {
    throw new HostProblem(503, { retryAfterMs: 5000 });
  });
  return { status: 200, body: { ok: true } };
}

/** Where it came from, and nothing of what it was about. */
function logFault(log: Log, error: unknown): void {
  const { name, stack = '' } = error instanceof Error ? error : new Error('not an error');
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line));
  const code = String((error as { code?: unknown }).code ?? '');
  log('fault', {
    name,
    code,
    at: places
      .slice(0, 4)
      .map((line) => line.trim())
      .join(' < '),
  });
}

function listen(server: Server, port: number, hostname: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, hostname, () => {
      server.off('error', reject);
      resolve();
    });
  });
}
