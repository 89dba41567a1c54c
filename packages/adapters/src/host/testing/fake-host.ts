// A host in memory behind `fetch`: it answers by a table, and remembers what it was asked.
import type { Env } from '@helpkiosk/core';
import { createHostAdapter, type HostAdapterOptions } from '../host-adapter.js';

/** One request as the host got it. `body`: JSON as data, everything else as text. */
export interface Received {
  readonly route: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: unknown;
  readonly init: RequestInit;
}

/** By route, such as `POST tickets/t1/messages`; what is not named is not found. */
export type Answers = Readonly<Record<string, (received: Received) => Response | Promise<Response>>>;

/** A problem document (RFC 9457). */
export const aProblem = (status: number, members: object = {}, headers: HeadersInit = {}): Response =>
  Response.json({ type: 'about:blank', title: 'x', status, ...members }, { status, headers });

/** Gives out `token-1`, `token-2` and so on, to the customer of `claim-1`. */
export function sessions(expiresInMs = Infinity): (received: Received) => Response {
  let count = 0;
  return () =>
    Response.json({
      ...{ token: `token-${++count}`, customerId: 'c', claim: 'claim-1' },
      expiresAt: Number.isFinite(expiresInMs) ? HOST_NOW + expiresInMs : 4e12,
    });
}

/** The host's clock: ten days ahead of the fake device's. */
export const HOST_NOW = 1767603600000 + 864_000_000;

export interface FakeHost<World extends Env> {
  readonly env: World;
  readonly received: Received[];
  readonly adapter: ReturnType<typeof createHostAdapter>;
  readonly fetch: typeof fetch;
}

/** A host at https://host.example/help, and an adapter for it in that world. */
export function aFakeHost<World extends Env>(
  env: World,
  answers: Answers,
  options: Partial<HostAdapterOptions> = {},
): FakeHost<World> {
  const received: Received[] = [];
  const ask = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const url = new URL(String(input));
    const path = url.pathname.replace('/help/v1/', '');
    const { body } = init;
    const asked: Received = {
      ...{ route: `${init.method} ${path}`, url, headers: new Headers(init.headers), init },
      body: body instanceof Blob ? await body.text() : typeof body === 'string' ? JSON.parse(body) : undefined,
    };
    received.push(asked);
    init.signal?.throwIfAborted();
    return answers[asked.route]?.(asked) ?? aProblem(404, { code: 'refused' });
  };
  const fake = ask as typeof fetch;
  const adapter = createHostAdapter({ url: 'https://host.example/help/', env, fetch: fake, ...options });
  return { env, received, adapter, fetch: fake };
}
