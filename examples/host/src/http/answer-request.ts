// From a request of Node's to a reply: every check that does not depend on what is asked, in the order in which they cost more.
import type { IncomingMessage } from 'node:http';
import type { CheckShape } from '../check/check-shape.js';
import type { Tokens } from '../identity/tokens.js';
import { HostProblem } from '../problem.js';
import type { HostStore } from '../store/store.js';
import type { HostWorld } from '../world.js';
import { addressOf } from './address.js';
import { answerOnce, hashRequest, readKey } from './answer-once.js';
import { authenticate, type Caller } from './authenticate.js';
import { matchRoute, type ServedRoute } from './match-route.js';
import type { RateLimit, RateLimiter } from './rate-limit.js';
import { readBytes, readJson } from './read-body.js';
import type { Call, Reply } from './route.js';

/** How much of each kind is taken. */
export interface HostLimits {
  /** Requests of one address. */
  readonly address: RateLimit;
  /** Writing requests of one customer. */
  readonly customer: RateLimit;
  /** New sessions of one address. */
  readonly session: RateLimit;
  /** Files from one address. */
  readonly upload: RateLimit;
  readonly bodyBytes: number;
  readonly uploadBytes: number;
}

export interface AnswerOptions {
  routes: readonly ServedRoute[];
  store: HostStore;
  tokens: Tokens;
  world: HostWorld;
  limiter: RateLimiter;
  limits: HostLimits;
  checkShape: CheckShape;
  trustedProxies: number;
}

/** Answers a request of one of the routes. Throws HostProblem for what is refused. */
export async function answerRequest(
  request: IncomingMessage,
  signal: AbortSignal,
  options: AnswerOptions,
): Promise<Reply> {
  const { routes, store, tokens, world, limiter, limits } = options;
  const { path, query } = readTarget(request.url ?? '');
  const address = addressOf(request, options.trustedProxies);
  limiter.take(`address ${address}`, limits.address);
  const { route, params } = matchRoute(routes, request.method ?? '', path);
  const writes = route.method !== 'GET';
  if (writes && request.headers['helpkiosk-write'] !== '1')
    throw new HostProblem(403, { detail: 'Writing needs the header HelpKiosk-Write: 1' });
  if (route.auth === 'owner') limiter.take(`session ${address}`, limits.session);
  const { headers } = request;
  const caller = await authenticate(request, route, { tokens, customers: store.customers, now: world.now() });
  if (route.request === 'bytes') limiter.take(`upload ${address}`, limits.upload);
  if (writes && caller.customer) limiter.take(`customer ${caller.customer.id}`, limits.customer);
  const key = route.idempotent ? readKey(headers['idempotency-key']) : null;
  const bytes = await readBytes(request, route.request === 'bytes' ? limits.uploadBytes : limits.bodyBytes);
  const body = readBody(bytes, request, route, options.checkShape);
  const call: Call = { params, query, headers, body, ...caller, signal };
  await route.service.allow?.(call, store);
  if (key === null) return route.service.handle(call, store);
  const named = route.request === 'bytes' ? [`${headers['content-type']}`, `${headers['helpkiosk-name']}`] : [];
  const hash = hashRequest([route.method, path, ...named, bytes]);
  const once = { owner: ownerOf(caller, call), key, hash, at: world.now() };
  return answerOnce(store, once, (records) => route.service.handle(call, records));
}

/** Keys belong to a customer; where a claim stands in for one, to the ticket, whose claim has been checked. */
const ownerOf = ({ customer }: Caller, { params }: Call): string => customer?.id ?? `ticket ${params['id']}`;

/** The pattern of the route that a request is for; `?` for none. */
export function nameRoute(routes: readonly ServedRoute[], { method = '', url = '' }: IncomingMessage): string {
  if (url === '/healthz') return url;
  try {
    return matchRoute(routes, method, readTarget(url).path).route.path;
  } catch {
    return '?';
  }
}

/** Path and query. A request may name a whole address, as to a proxy: that is refused, as is what is no path. */
function readTarget(target: string): { path: string; query: URLSearchParams } {
  const [, path, query] = /^(\/[^?#]*)(?:\?([^#]*))?$/.exec(target) ?? [];
  if (path === undefined || target.length > 4000) throw new HostProblem(400, { detail: 'The path is not understood' });
  return { path, query: new URLSearchParams(query ?? '') };
}

function readBody(bytes: Buffer, { headers }: IncomingMessage, route: ServedRoute, checkShape: CheckShape): unknown {
  if (route.request === 'bytes') return bytes;
  if (route.request === null) return undefined;
  // A session may be asked for without saying anything.
  if (!bytes.length && route.auth === 'owner') return {};
  const value = readJson(bytes, headers['content-type']);
  checkShape(route.request, value);
  return value;
}
