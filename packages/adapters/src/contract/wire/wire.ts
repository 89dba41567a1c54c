// Requests as the widget makes them: with the headers of the protocol, and again with the same key when the way is bad.
import type { Route } from '../routes.js';

export interface WireRequest {
  /** Sent as JSON; text and bytes go as they are. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** Sent as `Idempotency-Key`. */
  key?: string;
  /** Default true: a write carries `HelpKiosk-Write`. */
  isMarked?: boolean;
}

export interface WireAnswer {
  status: number;
  headers: Headers;
  /** The body read as JSON; undefined where it is none. */
  body: unknown;
}

/** Somebody who asks: their headers. */
export type Asker = Readonly<Record<string, string>>;

export interface Wire {
  ask(method: Route['method'] | 'OPTIONS' | 'PUT', path: string, request?: WireRequest): Promise<WireAnswer>;
  /** Opens a stream; the caller reads the body. */
  open(path: string, request: WireRequest & { signal: AbortSignal; method?: 'GET' | 'POST' }): Promise<Response>;
}

export interface WireOptions {
  /** Of the host, without `/v1`. */
  url: string;
  fetch?: typeof fetch;
  signal?: AbortSignal;
  /** Of one request, in ms (default 30,000). */
  limitMs?: number;
}

/** How often a request is made before it counts as failed. */
export const MOST_TRIES = 12;
const LONGEST_PAUSE_MS = 30_000;
const AGAIN = new Set([429, 502, 503, 504]);

/** The way to a host. Lost requests and answers, 429 and 5xx of the way are tried again, the same request each time; `Retry-After` is kept. */
export function createWire({ url, fetch: send = fetch, signal, limitMs = 30_000 }: WireOptions): Wire {
  const base = url.replace(/\/+$/, '');
  const wanted = signal ?? new AbortController().signal;

  /** `read` belongs to the try: an answer that breaks off is lost. */
  async function tryUntil<T>(path: string, init: RequestInit, read: (response: Response) => Promise<T>): Promise<T> {
    for (let tried = 1; ; tried++) {
      wanted.throwIfAborted();
      try {
        const response = await send(base + path, init);
        if (!AGAIN.has(response.status) || tried === MOST_TRIES) return await read(response);
        await response.body?.cancel();
        await pause(pauseOf(response, tried), wanted);
      } catch (error) {
        if (tried === MOST_TRIES || init.signal?.aborted) throw error;
        await pause(tried * 20, wanted);
      }
    }
  }
  return {
    ask: (method, path, request = {}) =>
      tryUntil(
        path,
        { ...initOf(method, request), signal: AbortSignal.any([wanted, AbortSignal.timeout(limitMs)]) },
        async (response) => {
          const text = await response.text();
          return { status: response.status, headers: response.headers, body: parse(text) };
        },
      ),
    open: (path, { signal: until, method = 'GET', ...request }) =>
      tryUntil(
        path,
        { ...initOf(method, request), signal: AbortSignal.any([wanted, until]) },
        async (response) => response,
      ),
  };
}

function initOf(method: string, { body, headers = {}, key, isMarked = true }: WireRequest): RequestInit {
  const isWrite = method !== 'GET' && method !== 'OPTIONS';
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  return {
    method,
    headers: {
      accept: 'application/json',
      ...(body === undefined || isRaw ? {} : { 'content-type': 'application/json' }),
      ...(isWrite && isMarked ? { 'helpkiosk-write': '1' } : {}),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...headers,
    },
    ...(body === undefined ? {} : { body: isRaw ? (body as BodyInit) : JSON.stringify(body) }),
  };
}

function pauseOf({ headers }: Response, tried: number): number {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, LONGEST_PAUSE_MS) : tried * 50;
}

/** Rejects with the signal's reason once that has aborted. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined; // the checks say what should have been there
  }
}
