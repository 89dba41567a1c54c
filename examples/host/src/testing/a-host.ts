import { createFakeEnv, type FakeEnv } from '@helpkiosk/core/testing';
import { vi } from 'vitest';
import type { HostOptions } from '../options.js';
import { startHost, type RunningHost } from '../start-host.js';

/** An answer as a test reads it. `body`: JSON where it is JSON, else text. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly headers: Headers;
  // eslint-disable-next-line typescript/no-explicit-any -- tests look into answers of every shape
  readonly body: any;
}

export interface AskOptions {
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** Idempotency key; a new one for each request unless it is given; null: none. */
  key?: string | null;
}

export type Ask = (method: string, path: string, options?: AskOptions) => Promise<Answer>;

/** A customer with a session. */
export interface Visit {
  readonly token: string;
  readonly claim: string | null;
  readonly customerId: string;
  readonly ask: Ask;
}

export interface TestHost extends RunningHost {
  readonly env: FakeEnv;
  readonly lines: string[];
  readonly ask: Ask;
  visit(headers?: Readonly<Record<string, string>>, body?: unknown): Promise<Visit>;
}

// Sockets and a database take what a busy machine leaves them; nothing here is decided by how long it takes.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let keys = 0;

/** A host whose time stands still until the test moves it, and a way to ask it. */
export async function aHost(options: HostOptions & { seed?: number; now?: number } = {}): Promise<TestHost> {
  const { seed = 1, now, ...rest } = options;
  const env = createFakeEnv({ seed, ...(now === undefined ? {} : { now }) });
  const lines: string[] = [];
  const host = await startHost({ clock: env, random: env.random, log: (line) => lines.push(line), ...rest });
  const askAs =
    (own: Readonly<Record<string, string>>): Ask =>
    async (method, path, { body, headers = {}, key = `key-${++keys}` } = {}) => {
      const bytes = body instanceof Uint8Array ? new Uint8Array(body) : undefined;
      const response = await fetch(host.url + path, {
        method,
        headers: {
          ...(body === undefined || bytes ? {} : { 'content-type': 'application/json' }),
          ...(method === 'GET' ? {} : { 'helpkiosk-write': '1' }),
          ...(method === 'POST' && key !== null ? { 'idempotency-key': key } : {}),
          ...own,
          ...headers,
        },
        ...(body === undefined ? {} : { body: bytes ?? JSON.stringify(body) }),
      });
      const text = await response.text();
      const type = response.headers.get('content-type') ?? '';
      return {
        ...{ status: response.status, type, headers: response.headers },
        body: type.includes('json') && text ? JSON.parse(text) : text,
      };
    };
  const ask = askAs({});
  return {
    ...host,
    ...{ env, lines, ask },
    async visit(headers = {}, body = {}) {
      const answer = await ask('POST', '/v1/session', { headers, body });
      if (answer.status !== 200) throw new Error(`no session: ${answer.status}`);
      return { ...answer.body, ask: askAs({ authorization: `Bearer ${answer.body.token}` }) };
    },
  };
}
