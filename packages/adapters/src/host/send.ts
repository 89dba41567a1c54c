// One request to the host, and its answer; who the customer is, is said by whoever calls.
import { HelpError, type Env } from '@helpkiosk/core';
import type { HostAddress } from './host-address.js';
import type { HostTime } from './host-time.js';
import { problemOf } from './problem.js';
import { toJson } from './to-json.js';

const JSON_TYPE = 'application/json';

export interface HostRequest {
  /** Of the adapter, for errors. */
  method: string;
  /** GET without a body, POST with one. */
  verb?: 'GET' | 'POST' | 'DELETE';
  path: string;
  query?: Parameters<HostAddress>[1];
  /** Sent as JSON; a Blob as it is. */
  body?: unknown;
  headers?: Readonly<Record<string, string | undefined>>;
  bearer?: string | null;
  /** Idempotency key. */
  key?: string | undefined;
  accept?: string;
  /** May outlive the page. */
  keepalive?: boolean;
  /** May be taken from the browser's cache, and asked for by its ETag. */
  isPublic?: boolean;
  /** Share of the body that has been sent, 0 to 1. */
  progress?: ((fraction: number) => void) | undefined;
  signal: AbortSignal;
}

/** Carries a request; like `fetch`, it rejects only where there is no answer at all. */
export type Carry = (url: string, init: RequestInit, progress?: (fraction: number) => void) => Promise<Response>;

/** A successful answer, unread. Rejects with HelpError `network`, or with what a failed answer says; with the signal's reason once that aborts. */
export type OpenAtHost = (request: HostRequest) => Promise<Response>;
export interface SendOptions {
  address: HostAddress;
  env: Pick<Env, 'now'>;
  time: HostTime;
  carry: Carry;
}

/** Requests without cookies; every one but GET has the header that a form of another site cannot send. */
export function createOpen({ address, env, time, carry }: SendOptions): OpenAtHost {
  return async (request) => {
    const { method, path, query, signal, progress } = request;
    signal.throwIfAborted();
    const url = address(path, query);
    const init = initOf(request);
    let response: Response;
    try {
      response = await carry(url, init, progress);
    } catch (cause) {
      signal.throwIfAborted();
      throw new HelpError('network', { method }, { cause });
    }
    if (!response.ok) throw await problemOf(response, { method, now: time.now() ?? env.now() });
    return response;
  };
}

/** Headers and members without a value are left out. */
function initOf(request: HostRequest): RequestInit {
  const { body, verb = body === undefined ? 'GET' : 'POST', bearer, key, accept = JSON_TYPE, signal } = request;
  const isRaw = body instanceof Blob;
  const given = {
    accept,
    'helpkiosk-write': verb === 'GET' ? '' : '1',
    'content-type': body === undefined || isRaw ? '' : JSON_TYPE,
    authorization: bearer ? `Bearer ${bearer}` : '',
    'idempotency-key': key,
    ...request.headers,
  };
  return {
    ...{ method: verb, signal, credentials: 'omit', keepalive: request.keepalive ?? false },
    headers: new Headers(
      Object.entries(given).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : [])),
    ),
    cache: request.isPublic ? 'default' : 'no-store',
    ...(body === undefined ? {} : { body: isRaw ? body : toJson(body) }),
  };
}
