import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHost, type TestHost } from '../testing/a-host.js';

const SHOP = 'https://shop.example';
const WISH = { locale: 'en', text: 'My kettle is broken' };
let host: TestHost;
beforeAll(async () => void (host = await aHost({ origins: [SHOP] })));
afterAll(() => host.close());

/** With a host of its own. */
async function withHost(options: Parameters<typeof aHost>[0], test: (host: TestHost) => Promise<void>): Promise<void> {
  const own = await aHost(options);
  await test(own).finally(() => own.close());
}

describe('origins', () => {
  it('lets a page of the list read, and says so beforehand', async () => {
    const asked = await host.ask('GET', '/v1/status', { headers: { origin: SHOP } });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([200, SHOP]);
    expect(asked.headers.get('vary')).toBe('Origin');
    const headers = { origin: SHOP, 'access-control-request-method': 'POST' };
    const before = await host.ask('OPTIONS', '/v1/tickets', { headers });
    expect([before.status, before.headers.get('access-control-allow-methods')]).toEqual([204, 'GET, POST, DELETE']);
    const taken = before.headers.get('access-control-allow-headers')!.split(', ');
    for (const name of ['authorization', 'helpkiosk-write', 'idempotency-key', 'last-event-id', 'helpkiosk-claim'])
      expect(taken).toContain(name);
    expect(before.headers.get('access-control-allow-credentials')).toBe(null);
  });

  it.each(['https://evil.example', 'https://shop.example.evil.example', 'http://shop.example', 'null'])(
    'refuses %s',
    async (origin) => {
      for (const method of ['GET', 'OPTIONS', 'POST']) {
        const answer = await host.ask(method, '/v1/session', { headers: { origin } });
        expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, null]);
      }
    },
  );

  it('tells a page of the list about refusals too', async () => {
    const answer = await host.ask('GET', '/v1/nothing', { headers: { origin: SHOP } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([404, SHOP]);
  });

  it.each(['https://shop.example/', 'shop.example', '*'])('makes no host with the origin %s', async (origin) => {
    await expect(aHost({ origins: [origin] })).rejects.toThrow('no origin');
  });
});

describe('a form of another site', () => {
  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain'])(
    'writes nothing as %s',
    async (type) => {
      for (const { method, path } of host.routes.filter((route) => route.method !== 'GET')) {
        const answer = await fetch(host.url + path.replace('{id}', 'x'), {
          method,
          headers: { 'content-type': type },
          body: JSON.stringify(WISH),
        });
        expect([method, path, answer.status]).toEqual([method, path, 403]);
      }
      expect(await host.store.wishes.countReports()).toBe(0);
    },
  );
});

describe('requests that are not understood', () => {
  it.each([
    ['no such path', 'GET', '/v1/nothing', 404],
    ['another method', 'DELETE', '/v1/status', 405],
    ['HEAD', 'HEAD', '/v1/status', 405],
    ['an id with signs in it', 'GET', '/v1/tickets/..%2f..%2fetc', 404],
    ['broken percent signs', 'GET', '/v1/tickets/%E0%A4%A', 404],
    ['a very long path', 'GET', `/v1/${'a'.repeat(5000)}`, 400],
  ])('are answered with a problem document: %s', async (_, method, path, status) => {
    const answer = await host.ask(method, path);
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json; charset=utf-8']);
    if (method !== 'HEAD') expect(answer.body).toMatchObject({ status, type: 'about:blank' });
    if (status === 405) expect(answer.headers.get('allow')).toBe('GET, OPTIONS');
  });

  it.each([
    ['no JSON', '{"locale":', 400],
    ['too deep', `{"a":${'['.repeat(40)}${']'.repeat(40)}}`, 400],
    ['a sign that no text has', '{"locale":"en","text":"a\\u0000b"}', 400],
    ['bytes that are no UTF-8', Uint8Array.from([0x7b, 0xff, 0x7d]), 400],
    ['a list', '[]', 422],
    ['null', 'null', 422],
    ['a wrong type', '{"locale":"en","text":7}', 422],
    ['too long a text', JSON.stringify({ locale: 'en', text: 'x'.repeat(20_001) }), 422],
    ['too big', JSON.stringify({ locale: 'en', text: 'x', more: 'x'.repeat(200_000) }), 413],
  ])('are refused as a ticket: %s', async (_, body, status) => {
    const { ask } = await host.visit();
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const answer = await ask('POST', '/v1/tickets', { body: bytes, headers: { 'content-type': 'application/json' } });
    expect([answer.status, answer.body.code]).toEqual([status, status === 413 ? 'content-too-big' : 'refused']);
  });

  it('are refused by type, and name the member that is wrong', async () => {
    const { ask } = await host.visit();
    const typed = await ask('POST', '/v1/tickets', { body: WISH, headers: { 'content-type': 'text/plain' } });
    expect(typed.status).toBe(415);
    const nested = { ...WISH, context: { searches: [], articles: ['a', 7] } };
    const answer = await ask('POST', '/v1/tickets', { body: nested });
    expect(answer.body.problems).toMatchObject([{ path: 'context.articles[1]' }]);
    const missing = await ask('POST', '/v1/tickets', { body: { text: 'x' } });
    expect(missing.body.problems).toMatchObject([{ path: 'locale' }]);
  });

  it('that are no HTTP get a problem document as well', async () => {
    for (const [text, status] of [
      ['nonsense\r\n\r\n', 400],
      [`GET /v1/status HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 431],
      ['GET http://evil.example/v1/status HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n', 400],
      ['POST /v1/session HTTP/1.1\r\nhost: x\r\nexpect: tea\r\nconnection: close\r\n\r\n', 417],
      ['POST /v1/session HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n', 400],
    ] as const) {
      const raw = await sendRaw(host.url, text);
      expect([status, raw.split('\r\n')[0]]).toEqual([status, expect.stringMatching(`^HTTP/1.1 ${status} `)]);
      expect(raw.toLowerCase()).toContain('application/problem+json');
    }
  });
});

describe('how much is taken', () => {
  it('is limited by address, and tells when to come again', () =>
    withHost({ limits: { address: { burst: 3, perSecond: 0.5 } } }, async ({ ask, env }) => {
      const statuses = [];
      for (let count = 0; count < 4; count++) statuses.push((await ask('GET', '/v1/status')).status);
      expect(statuses).toEqual([200, 200, 200, 429]);
      const { headers, body } = await ask('GET', '/v1/status');
      expect([headers.get('retry-after'), body.code, body.retryAfterMs]).toEqual(['2', 'rate-limited', 2000]);
      await env.advance(2000);
      expect((await ask('GET', '/v1/status')).status).toBe(200);
    }));

  it('is limited by customer for what writes, and not for who reads', () =>
    withHost({ limits: { customer: { burst: 2, perSecond: 1 } } }, async ({ visit }) => {
      const [ann, bob] = [await visit(), await visit()];
      const post = async ({ ask }: typeof ann) => (await ask('POST', '/v1/tickets', { body: WISH })).status;
      expect([await post(ann), await post(ann), await post(ann), await post(bob)]).toEqual([201, 201, 429, 201]);
      expect((await ann.ask('GET', '/v1/tickets/x')).status).toBe(404);
    }));

  it.each([
    [1, ['9.9.9.9, 1.1.1.1', '8.8.8.8, 1.1.1.1', '2.2.2.2'], [200, 429, 200]],
    [0, ['1.1.1.1', '2.2.2.2'], [200, 429]],
  ])('is counted by the address that one of %i trusted proxies names', (trustedProxies, addresses, statuses) =>
    withHost({ limits: { address: { burst: 1, perSecond: 0.001 } }, trustedProxies }, async ({ ask }) => {
      const seen = [];
      for (const address of addresses)
        seen.push((await ask('GET', '/v1/status', { headers: { 'x-forwarded-for': address } })).status);
      expect(seen).toEqual(statuses);
    }),
  );
});

describe('health', () => {
  it('is told, and is bad when the store is', () =>
    withHost({}, async ({ ask, store }) => {
      expect(await ask('GET', '/healthz')).toMatchObject({ status: 200, body: { ok: true } });
      await store.close();
      expect((await ask('GET', '/healthz')).status).toBe(503);
    }));
});

describe('the log', () => {
  it('has a line for each request, and nothing that a customer wrote', async () => {
    host.lines.length = 0;
    const { ask, token, claim } = await host.visit();
    const body = {
      ...WISH,
      text: 'planted-text',
      customer: { email: 'planted@mail.example', phone: '+1 555 planted' },
    };
    const { ticketId, claimToken } = (await ask('POST', '/v1/tickets', { body })).body;
    await ask('GET', `/v1/tickets/${ticketId}?q=planted-query`);
    await ask('GET', '/v1/planted-path');
    const log = host.lines.join('\n');
    for (const secret of ['planted', token, claim!, claimToken, '127.0.0.1']) expect(log).not.toContain(secret);
    const requests = host.lines.map((line) => JSON.parse(line)).filter(({ event }) => event === 'request');
    expect(requests.map(({ method, route, status }) => `${method} ${route} ${status}`)).toEqual([
      ...['POST /v1/session 200', 'POST /v1/tickets 201', 'GET /v1/tickets/{id} 200', 'GET ? 404'],
    ]);
  });
});

function sendRaw(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(Number(new URL(url).port), '127.0.0.1', () => socket.write(text));
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('close', () => resolve(answer)).on('error', reject);
  });
}
