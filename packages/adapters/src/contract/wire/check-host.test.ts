import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createTwoRoutes, listen } from '../testing/two-routes.js';
import { checkHost, type CheckHostOptions, type CheckResult } from './check-host.js';

/** What a check of such a host says. */
async function resultsOf(listener: RequestListener, options: CheckHostOptions = { faults: false }) {
  const host = await listen(listener);
  try {
    return await checkHost(host.url, options);
  } finally {
    await host.close();
  }
}

const failuresOf = (results: readonly CheckResult[]) => results.filter(({ state }) => state === 'failed');

/** The two routes with a fault: what it does before, or to the answer. */
const broken = (fault: (request: IncomingMessage, response: ServerResponse) => boolean | void): RequestListener => {
  const good = createTwoRoutes();
  return (request, response) => {
    if (fault(request, response) !== true) good(request, response);
  };
};
/** Another body in the place of the one that is sent. */
const changing = (path: string, change: (body: Record<string, unknown>) => unknown): RequestListener =>
  broken(({ url = '' }, response) => {
    if (!url.startsWith(path)) return;
    const end = response.end.bind(response) as (text?: string) => ServerResponse;
    response.end = ((text?: string) =>
      end(text === undefined ? text : JSON.stringify(change(JSON.parse(text))))) as typeof response.end;
  });
/** Answers whose text has these words come with another status, and as another text. */
const answering = (words: string, status: number, reword = (text: string): string => text): RequestListener =>
  broken((_, response) => {
    const end = response.end.bind(response) as (text?: string) => ServerResponse;
    response.end = ((text?: string) => {
      if (!text?.includes(words)) return end(text);
      response.statusCode = status;
      return end(reword(text));
    }) as typeof response.end;
  });
const isTicket = ({ method, url }: IncomingMessage): boolean => method === 'POST' && url === '/v1/tickets';
const json = (response: ServerResponse, status: number, body: unknown, type = 'application/json'): true => {
  response.writeHead(status, { 'content-type': type }).end(JSON.stringify(body));
  return true;
};

const faults: readonly [fault: string, fails: readonly string[], listener: () => RequestListener][] = [
  [
    'seconds for milliseconds',
    ['status: tells durations in milliseconds, not in seconds or minutes'],
    () => changing('/v1/status', (status) => ({ ...status, wait: { p50Ms: 30, p90Ms: 300 } })),
  ],
  [
    'the year 1970 for no date',
    ['status: says no date with nothing, not with the year 0001 or 1970'],
    () => changing('/v1/status', (status) => ({ ...status, nextChangeAt: 0 })),
  ],
  [
    'the year 0001 for no promise',
    ['tickets: say no promise with null, not with the year 0001 or 1970'],
    () =>
      changing('/v1/tickets', (receipt) =>
        'ticketId' in receipt ? { ...receipt, replyBy: Date.parse('0001-01-01') } : receipt,
      ),
  ],
  [
    'local time as UTC',
    ['status: tells instants in UTC, not in local time'],
    () => changing('/v1/status', (status) => ({ ...status, observedAt: Date.now() + 8 * 3_600_000 })),
  ],
  [
    'more kept than announced',
    ['status: tells figures that agree'],
    () => changing('/v1/status', (status) => ({ ...status, accuracy: { samples: 3, withinP90: 4 } })),
  ],
  [
    'no ETag',
    ['status: has an ETag, and answers 304 while it is as it was'],
    () =>
      broken((_, response) => {
        const set = response.setHeader.bind(response);
        response.setHeader = (name, value) => (name === 'etag' ? response : set(name, value));
      }),
  ],
  [
    'every origin',
    ['origins: a page of a stranger may not ask'],
    () => broken((_, response) => void response.setHeader('access-control-allow-origin', '*')),
  ],
  [
    'forms of other sites',
    ['writes: a form of another site cannot make one'],
    () => broken(({ headers }) => void (headers['helpkiosk-write'] = '1')),
  ],
  [
    '403 for an unknown queue',
    ['tickets: an unknown topic or form is a mistake, not a lack of rights'],
    () => answering('no topics', 403, (text) => text.replace('422', '403')),
  ],
  [
    'HTTP 200 with the error inside',
    [
      'tickets: what was refused can be mended and sent under the same key',
      'writes: what is no JSON, or of another shape, is a problem document',
      'writes: text that is too long is a problem document',
    ],
    () => answering('characters is needed', 200),
  ],
];

describe('checkHost', () => {
  it('passes a host of two routes, also over a bad way, and does not ask for what is not there', async () => {
    const told: CheckResult[] = [];
    const results = await resultsOf(createTwoRoutes(), { onResult: (result) => told.push(result) });
    expect(failuresOf(results)).toEqual([]);
    expect(told).toEqual(results);
    const names = results.map(({ name }) => name);
    expect(names.filter((name) => /conversation|upload|search/.test(name))).toEqual([]);
    expect(names.filter((name) => name.startsWith('over a bad way: ')).length).toBe(names.length / 2);
    expect(names.length).toBeGreaterThan(40);
  }, 30_000);

  it.each(faults)('fails for %s', async (_, fails, listener) => {
    const names = failuresOf(await resultsOf(listener())).map(({ name }) => name);
    expect(names).toEqual(fails);
  });

  it('fails for keys that are ignored', async () => {
    let sent = 0;
    const ignores = broken((request) => {
      if (isTicket(request) && request.headers['idempotency-key']) request.headers['idempotency-key'] = `${++sent}`;
    });
    expect(failuresOf(await resultsOf(ignores)).map(({ name }) => name)).toEqual([
      'tickets: one key makes one ticket, also when it is sent twice at a time',
      'tickets: a key that was used for another body is refused with 422',
    ]);
  });

  it('fails for a host that falls over what it does not expect', async () => {
    const falls = answering('no JSON', 500, () => '<h1>500</h1>');
    expect(failuresOf(await resultsOf(falls))).toEqual([
      {
        name: 'writes: what is no JSON, or of another shape, is a problem document',
        state: 'failed',
        reason: 'answers 500, not 400 or 413 or 422',
      },
    ]);
  });

  it('says so when there is no host', async () => {
    const nobody = await listen(() => {});
    await nobody.close();
    const results = await checkHost(nobody.url);
    expect(results).toHaveLength(1);
    expect(results[0]).toMatchObject({ name: 'status: can be had', state: 'failed' });
    expect(results[0]!.reason).toMatch(/ECONNREFUSED/);
  });

  it('says so when the address answers something else', async () => {
    const page: RequestListener = (_, response) => void response.end('<!doctype html><title>Shop</title>');
    expect(await resultsOf(page)).toEqual([
      { name: 'status: can be had', state: 'failed', reason: 'GET /v1/status answers 200 without supports' },
    ]);
  });

  it('stops when it is told to', async () => {
    const stop = new AbortController();
    const stopped = resultsOf(createTwoRoutes(), { signal: stop.signal, onResult: () => stop.abort() });
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });

  it('checks the owner’s origin where one is given', async () => {
    const origin = 'https://shop.example';
    const [missing] = failuresOf(await resultsOf(createTwoRoutes(), { origin, faults: false }));
    expect(missing).toMatchObject({ name: 'origins: the owner’s page may ask, with the headers of the protocol' });
    const allows = broken(({ method, headers }, response) => {
      if (headers.origin !== origin) return false;
      response.setHeader('access-control-allow-origin', origin);
      response.setHeader('vary', 'Origin');
      response.setHeader('access-control-allow-headers', headers['access-control-request-headers'] ?? '');
      return method === 'OPTIONS' ? json(response, 200, {}) : false;
    });
    expect(failuresOf(await resultsOf(allows, { origin, faults: false }))).toEqual([]);
  });
});
