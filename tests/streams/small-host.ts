// A host with one conversation, whose events are known from the start; as streams and as long polls.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** A long poll is given so many events at a time. */
const AT_A_TIME = 4;
/** Whoever comes back hears so many again. */
const REPEATED = 2;

/** `count` events with the ids 1 to `count`; the last one is the end. */
export function conversationEvents(count: number): readonly Readonly<Record<string, unknown>>[] {
  return Array.from({ length: count }, (_, index) => {
    const id = String(index + 1);
    if (index === count - 1) return { id, type: 'state', state: 'ended' };
    const text = `第${id}条：您好，您的包裹正在路上 🚚`;
    return { id, type: 'message', message: { id: `m${id}`, from: 'agent', text, at: 1_800_000_000_000 + index } };
  });
}

/** Starts it on a free port. Sessions are given to everybody; every other route but the events is not found. */
export async function startSmallHost(count: number): Promise<Listening> {
  const events = conversationEvents(count);
  const after = (request: IncomingMessage, url: URL): number =>
    Number(request.headers['last-event-id'] ?? url.searchParams.get('after') ?? 0);
  const server = createServer((request, response) => {
    const url = new URL(request.url!, 'http://host');
    if (url.pathname === '/v1/session')
      return json(response, { token: 't', expiresAt: 4e12, customerId: 'c', claim: 'x' });
    if (url.pathname !== '/v1/conversations/c1/events') return json(response, { status: 404, code: 'refused' }, 404);
    const due = events.slice(Math.max(after(request, url) - REPEATED, 0));
    if (request.headers.accept?.startsWith('text/event-stream')) return void tell(response, due);
    const given = due.slice(0, AT_A_TIME);
    return json(response, { events: given, cursor: String(given.at(-1)?.['id'] ?? url.searchParams.get('after')) });
  });
  return listen(server);
}

/** One event after the other, each in a write of its own. */
async function tell(response: ServerResponse, events: ReturnType<typeof conversationEvents>): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.write(': hello\n\n');
  for (const event of events) {
    if (response.destroyed) return;
    response.write(`id: ${event['id']}\nevent: ${event['type']}\ndata: ${JSON.stringify(event)}\n\n`);
    await new Promise((resolve) => setImmediate(resolve));
  }
  response.end();
}

function json(response: ServerResponse, answer: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

/** On a free port of this machine; closing breaks off what is open. */
export async function listen(server: Server): Promise<Listening> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
