import type { IncomingHttpHeaders } from 'node:http';
import type { Customer } from '../store/customers.js';
import type { Records } from '../store/store.js';
import type { EventSink } from './event-stream.js';

/** A request that has passed all checks that do not depend on what it is about. */
export interface Call {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  /** JSON that fits the route's schema; the bytes of a raw body; undefined for none. */
  readonly body: unknown;
  /** Who asks; null where the route does not want to know, or a claim stands in for it. */
  readonly customer: Customer | null;
  /** When the customer's token ends, in epoch ms; Infinity without one. */
  readonly tokenUntil: number;
  /** Aborted when the other side has gone, or the host shuts down. */
  readonly signal: AbortSignal;
}

/** What is answered. `after` runs once it is certain that the work stands: not when it is undone, and not again for a repeated key. */
export interface Reply {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly after?: () => void;
  /** Answers with an event stream in place of a body. */
  readonly stream?: (sink: EventSink) => Promise<void>;
}

/** Answers a call. Those of idempotent routes run in a transaction, and use the records that they are given and no others. */
export type Handler = (call: Call, records: Records) => Promise<Reply>;

/** Who serves a route. `allow` throws where the caller has no right to it, before a repeated key is answered. */
export interface Service {
  readonly allow?: (call: Call, records: Records) => Promise<void>;
  readonly handle: Handler;
}

/** Services by route, as `POST /v1/tickets`. */
export type Services = Readonly<Record<string, Service>>;
