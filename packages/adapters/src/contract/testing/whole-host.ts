// A host with every route, in memory, that puts any adapter behind the protocol: what the checks of the wire are tried on, and broken with.
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { isHelpError, type ConversationEvent, type HelpAdapter } from '@helpkiosk/core';
import { checkShape } from '../check-shape.js';
import { routes, type Route } from '../routes.js';
import { createReferenceAdapter } from './reference-adapter.js';

interface Call {
  route: Route;
  id: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
  bytes: Buffer;
  customer: string;
  key: string;
}
type Adapter = Required<HelpAdapter>;

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problems: readonly object[] = [],
  ) {
    super(`refused with ${status}`);
  }
}

/** What a test may break: the adapter behind it, and rules of the wire by name. */
export interface WholeHostOptions {
  adapter?: HelpAdapter;
  /** Leaves the rule out. */
  without?: 'owners' | 'keys' | 'resume' | 'poll-cursor' | 'other-body';
  /** Refuses with other statuses. */
  instead?: Readonly<Record<number, number>>;
}

/** A new host, with customers and things of its own. */
export function createWholeHost(options: WholeHostOptions = {}): RequestListener {
  const { without, adapter = createReferenceAdapter() } = options;
  const sessions = new Map<string, { customer: string; claim: string }>();
  const owners = new Map<string, string>();
  const kept = new Map<string, { body: string; answer: Promise<unknown> }>();

  const openSession = ({ claim }: { claim?: string }) => {
    const known = [...sessions.values()].find((each) => each.claim === claim);
    const customer = known?.customer ?? `customer-${sessions.size}`;
    const session = known ?? { customer, claim: crypto.randomUUID() };
    const token = crypto.randomUUID();
    sessions.set(token, session);
    return { token, expiresAt: Date.now() + 900_000, customerId: customer, claim: session.claim };
  };
  const customerOf = ({ auth }: Route, { authorization, 'helpkiosk-claim': claim }: IncomingMessage['headers']) => {
    if (auth === 'none' || auth === 'owner') return '';
    const known = sessions.get(authorization?.replace('Bearer ', '') ?? '');
    if (!known && !(auth === 'claim' && claim)) throw new Refusal(401);
    return known?.customer ?? `claim ${String(claim)}`;
  };
  const mustOwn = ({ route, id, customer, headers }: Call): void => {
    const isOwned = /^\/v1\/(conversations|tickets)\/\{id\}/.test(route.path);
    const isTheirs = owners.get(id) === customer || headers['helpkiosk-claim'] === `claim-${id}`;
    if (isOwned && !isTheirs && (without !== 'owners' || !owners.has(id))) throw new Refusal(404);
  };
  const run = async (call: Call): Promise<unknown> => {
    if (call.route.supports === null) return openSession(call.body);
    const answer = await handlers[call.route.supports]!(adapter as Adapter, call);
    const { conversationId, ticketId } = Object(answer) as { conversationId?: string; ticketId?: string };
    for (const id of [conversationId, ticketId]) if (id !== undefined) owners.set(id, call.customer);
    if (answer === null) throw new Refusal(404);
    return answer;
  };
  /** The adapter keeps keys too; here they are kept by customer and route, with the body that they came with. */
  const once = (call: Call): Promise<unknown> => {
    const name = [call.customer, call.route.method, call.route.path, call.key].join(' ');
    const body = call.bytes.toString('base64');
    const known = kept.get(name);
    if (known && known.body !== body && without !== 'other-body') throw new Refusal(422);
    const answer = known?.answer ?? run(without === 'keys' ? { ...call, key: crypto.randomUUID() } : call);
    if (without !== 'keys') kept.set(name, { body, answer });
    answer.catch(() => kept.delete(name));
    return answer;
  };

  return async (request, response) => {
    try {
      const call = await readCall(request, customerOf);
      mustOwn(call);
      if (call.route.supports === 'watchConversation')
        return await tellEvents(adapter as Adapter, call, response, options);
      if (call.route.supports === 'ask') return await tellAnswer(adapter as Adapter, call, response);
      const answer = await (call.route.idempotent ? once(call) : run(call));
      const etag = call.route.supports === 'getServiceStatus' ? '"1"' : null;
      if (etag) response.setHeader('etag', etag);
      if (etag && request.headers['if-none-match'] === etag) return void response.writeHead(304).end();
      response.statusCode = call.route.status;
      if (call.route.response) response.setHeader('content-type', 'application/json');
      response.end(call.route.response ? JSON.stringify(answer) : undefined);
    } catch (error) {
      refuse(response, error, options.instead);
    }
  };
}

async function readCall(
  request: IncomingMessage,
  customerOf: (route: Route, headers: IncomingMessage['headers']) => string,
): Promise<Call> {
  const { method, headers } = request;
  const { pathname, searchParams: query } = new URL(request.url ?? '/', 'http://host');
  const route = routes.find((each) => each.method === method && patternOf(each).test(pathname));
  if (!route) throw new Refusal(404);
  if (method !== 'GET' && headers['helpkiosk-write'] !== '1') throw new Refusal(403);
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const bytes = Buffer.concat(parts);
  const customer = customerOf(route, headers);
  const key = headers['idempotency-key'];
  if (route.idempotent && typeof key !== 'string') throw new Refusal(400);
  const body = route.request && route.request !== 'bytes' ? readJson(bytes, route.request) : {};
  const id = decodeURIComponent(patternOf(route).exec(pathname)?.[1] ?? '');
  return { route, id, query, headers, body, bytes, customer, key: `${customer} ${String(key)}` };
}

const patternOf = ({ path }: Route): RegExp => new RegExp(`^${path.replace('{id}', '([^/]+)')}$`);

function readJson(bytes: Buffer, schema: string): Record<string, unknown> {
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Refusal(400);
  }
  const problems = checkShape(schema, body);
  if (problems.length) throw new Refusal(422, problems);
  return body as Record<string, unknown>;
}

type Handler = (adapter: Adapter, call: Call) => Promise<unknown>;
const options = () => ({ signal: new AbortController().signal });
const given = <T>({ body, key, id }: Call, name?: string): T =>
  ({ ...body, key, ...(name ? { [name]: id } : {}) }) as T;

/** How each route asks the adapter. */
const handlers: Readonly<Partial<Record<keyof HelpAdapter, Handler>>> = {
  getServiceStatus: async (adapter, { query }) => {
    const status = await adapter.getServiceStatus({ locale: query.get('locale') ?? 'en' }, options());
    return { ...status, supports: { ...status?.supports, watchQueue: false } };
  },
  startConversation: (adapter, call) => adapter.startConversation(given(call), options()),
  resumeConversation: (adapter, { id }) => adapter.resumeConversation({ conversationId: id }, options()),
  sendMessage: (adapter, call) => adapter.sendMessage(given(call, 'conversationId'), options()),
  setTyping: (adapter, call) => adapter.setTyping(given(call, 'conversationId'), options()),
  markRead: (adapter, call) => adapter.markRead(given(call, 'conversationId'), options()),
  leaveQueue: (adapter, { id }) => adapter.leaveQueue({ conversationId: id }, options()),
  endConversation: (adapter, { id }) => adapter.endConversation({ conversationId: id }, options()),
  upload: (adapter, { key, headers, bytes }) =>
    adapter.upload(
      {
        ...{ key, name: decodeURIComponent(String(headers['helpkiosk-name'])), progress: () => {} },
        ...{ type: String(headers['content-type']), data: new Blob([new Uint8Array(bytes)]) },
      },
      options(),
    ),
  async submitTicket(adapter, call) {
    const { attachments = [] } = call.body as { attachments?: readonly string[] };
    if (attachments.some((each) => !/^u-\d+$/.test(each))) throw new Refusal(422);
    return adapter.submitTicket(given(call), options());
  },
  getTicket: (adapter, { id }) => adapter.getTicket({ ticketId: id }, options()),
  replyToTicket: (adapter, call) => adapter.replyToTicket(given(call, 'ticketId'), options()),
  requestCallback: (adapter, call) => adapter.requestCallback(given(call), options()),
  sendRating: (adapter, call) => adapter.sendRating(given(call), options()),
  report: (adapter, { body }) => adapter.report(body['events'] as Parameters<Adapter['report']>[0], options()),
  search: async (adapter, { query }) => {
    const [text, locale, limit] = ['q', 'locale', 'limit'].map((name) => query.get(name) ?? '');
    return { results: await adapter.search({ text: text!, locale: locale!, limit: Number(limit) }, options()) };
  },
  runAction: () => Promise.reject(new Refusal(404)),
};

const frame = (event: ConversationEvent): string =>
  `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`;

async function tellEvents(
  adapter: Adapter,
  { id, query, headers }: Call,
  response: ServerResponse,
  { without }: WholeHostOptions,
): Promise<void> {
  const isPoll = !headers.accept?.includes('text/event-stream');
  const place = query.get('after') || String(headers['last-event-id'] ?? '');
  const after = without === 'resume' && !isPoll ? '' : place;
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  const events: ConversationEvent[] = [];
  const emit = (event: ConversationEvent): void => {
    events.push(event);
    if (isPoll) setImmediate(() => gone.abort());
    else response.write(frame(event));
  };
  if (isPoll) setTimeout(() => gone.abort(), Number(query.get('wait') ?? 25) * 1000).unref();
  else response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
  await adapter.watchConversation({ conversationId: id, ...(after ? { after } : {}), emit }, { signal: gone.signal });
  if (!isPoll) return void response.end();
  const cursor = without === 'poll-cursor' ? '0' : (events.at(-1)?.id ?? after);
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ events, cursor }));
}

async function tellAnswer(adapter: Adapter, call: Call, response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const emit = (part: object): void => void response.write(`data: ${JSON.stringify(part)}\n\n`);
  await adapter.ask({ ...given<Parameters<Adapter['ask']>[0]>(call), emit }, options());
  response.end();
}

function refuse(response: ServerResponse, error: unknown, instead: Readonly<Record<number, number>> = {}): void {
  if (response.headersSent) return void response.destroy();
  const isRefusal = error instanceof Refusal;
  const right = isRefusal ? error.status : isHelpError(error) && error.code === 'refused' ? 422 : 500;
  const status = instead[right] ?? right;
  const codes: Readonly<Record<number, string>> = { 401: 'unauthorized', 403: 'forbidden', 500: 'internal' };
  const code = codes[status] ?? 'refused';
  const problems = isRefusal ? error.problems : [];
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ type: 'about:blank', title: String(error), status, code, problems }));
}
