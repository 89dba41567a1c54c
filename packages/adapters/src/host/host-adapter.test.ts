import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it } from 'vitest';
import { createHostAdapter, type HostAdapterOptions } from './host-adapter.js';
import { aFakeHost, aProblem, sessions, type Answers } from './testing/fake-host.js';

const aHost = (answers: Answers, options: Partial<HostAdapterOptions> = {}) =>
  aFakeHost(createFakeEnv(), answers, options);

const { signal } = new AbortController();
const o = { signal };
const request = { locale: 'en', text: 'Where is my parcel?', announced: { p50Ms: 1, p90Ms: 2, observedAt: 3 } };
const message = { id: 'm1', from: 'customer', text: 'Hi', at: 1_800_000_000_000 };
const json =
  (answer: unknown, status = 200) =>
  () =>
    Response.json(answer, { status });
const done = () => new Response(null, { status: 204 });
const withSession = (answers: Answers) => aHost({ 'POST session': sessions(), ...answers });

describe('createHostAdapter', () => {
  it('asks nothing before it is used', async () => {
    const { env, received } = withSession({});
    await env.advance(60_000);
    expect([received.length, env.timerCount(), env.listenerCount()]).toEqual([0, 0, 0]);
  });

  it.each([
    '',
    'not an address',
    'ftp://host.example',
    'javascript:alert(1)',
    'https://me:secret@host.example',
    '/relative',
  ])('refuses the address %o where there is no document', (url) =>
    expect(() => createHostAdapter({ url, fetch })).toThrow(
      expect.objectContaining({
        code: 'config-invalid',
        details: { problems: [expect.objectContaining({ path: 'host' })] },
      }),
    ),
  );

  it('asks for the status as nobody, in a way that caches understand', async () => {
    const status = { state: 'open', observedAt: 1_800_000_000_000, supports: {} };
    const { adapter, received } = aHost({ 'GET status': json(status) });
    expect(await adapter.getServiceStatus!({ locale: 'zh-Hans' }, o)).toEqual(status);
    const [{ url, headers, init }] = received as [(typeof received)[0]];
    expect(url.href).toBe('https://host.example/help/v1/status?locale=zh-Hans');
    expect([...headers.keys()]).toEqual(['accept']);
    expect([init.credentials, init.cache]).toEqual(['omit', 'default']);
  });

  it('takes a host without a status for one that says nothing', async () => {
    expect(await aHost({}).adapter.getServiceStatus!({ locale: 'en' }, o)).toBe(null);
  });

  it('sends a ticket with its key, as the customer of a session, in a request that no form can make', async () => {
    const receipt = { ticketId: 't1', replyBy: null };
    const { adapter, received } = withSession({ 'POST tickets': json(receipt, 201) });
    const ticket = { ...request, formId: 'f', fields: { order: '7', more: undefined }, attachments: ['a1'] };
    expect(await adapter.submitTicket!({ ...ticket, key: 'key-1' }, o)).toEqual(receipt);
    const [session, sent] = received as [(typeof received)[0], (typeof received)[0]];
    expect([session.route, session.body, session.headers.get('helpkiosk-write')]).toEqual(['POST session', {}, '1']);
    expect(sent.body).toEqual({ ...request, formId: 'f', fields: { order: '7' }, attachments: ['a1'] });
    expect(Object.fromEntries(sent.headers)).toEqual({
      ...{ accept: 'application/json', 'content-type': 'application/json', 'helpkiosk-write': '1' },
      ...{ authorization: 'Bearer token-1', 'idempotency-key': 'key-1' },
    });
    expect([sent.init.credentials, sent.init.cache]).toEqual(['omit', 'no-store']);
  });

  it('needs no session for a ticket whose claim token it has', async () => {
    const ticket = { id: 't/1', status: 'open', subject: '', replyBy: null, messages: [] };
    const { adapter, received } = withSession({
      'GET tickets/t%2F1': json(ticket),
      'POST tickets/t%2F1/messages': json({ message }, 201),
    });
    const claimed = { ticketId: 't/1', claimToken: 'claim' };
    expect(await adapter.getTicket!(claimed, o)).toEqual(ticket);
    expect(await adapter.replyToTicket!({ ...claimed, key: 'k', text: 'Hi' }, o)).toEqual({ message });
    expect(received.map(({ headers }) => headers.get('helpkiosk-claim'))).toEqual(['claim', 'claim']);
    expect(received.map(({ headers }) => headers.get('authorization'))).toEqual([null, null]);
    expect(received[1]!.body).toEqual({ text: 'Hi' });
  });

  it('asks for a ticket as the customer where there is no claim token; null for one that is not known', async () => {
    const { adapter, received } = withSession({});
    expect(await adapter.getTicket!({ ticketId: 't1' }, o)).toBe(null);
    expect(received[1]!.headers.get('authorization')).toBe('Bearer token-1');
  });

  it('carries a conversation from beginning to end', async () => {
    const { adapter, received } = withSession({
      'POST conversations': json({ conversationId: 'c1', state: 'queued' }, 201),
      'GET conversations/c1': json({ state: 'open', messages: [message], cursor: '4' }),
      'POST conversations/c1/messages': json({ message }, 201),
      'POST conversations/c1/typing': done,
      'POST conversations/c1/read': done,
      'DELETE conversations/c1/queue': done,
      'POST conversations/c1/end': done,
    });
    const conversation = { conversationId: 'c1' };
    expect(await adapter.startConversation!({ ...request, key: 'k1' }, o)).toEqual({
      ...conversation,
      state: 'queued',
    });
    expect(await adapter.resumeConversation!(conversation, o)).toMatchObject({ state: 'open', cursor: '4' });
    expect(await adapter.resumeConversation!({ conversationId: 'c2' }, o)).toBe(null);
    expect(await adapter.sendMessage!({ ...conversation, key: 'k2', text: 'Hi', attachments: ['a1'] }, o)).toEqual({
      message,
    });
    await adapter.setTyping!({ ...conversation, typing: true }, o);
    await adapter.markRead!({ ...conversation, messageId: 'm1' }, o);
    await adapter.leaveQueue!(conversation, o);
    await adapter.endConversation!(conversation, o);
    expect(received.slice(1).map(({ route, body, headers }) => [route, body, headers.get('idempotency-key')])).toEqual([
      ['POST conversations', request, 'k1'],
      ['GET conversations/c1', undefined, null],
      ['GET conversations/c2', undefined, null],
      ['POST conversations/c1/messages', { text: 'Hi', attachments: ['a1'] }, 'k2'],
      ['POST conversations/c1/typing', { typing: true }, null],
      ['POST conversations/c1/read', { messageId: 'm1' }, null],
      ['DELETE conversations/c1/queue', undefined, null],
      ['POST conversations/c1/end', {}, null],
    ]);
    expect(received.filter(({ route }) => route === 'POST session').length).toBe(1);
    const unmarked = received.filter(({ headers }) => headers.get('helpkiosk-write') !== '1');
    expect(unmarked.map(({ route }) => route)).toEqual(['GET conversations/c1', 'GET conversations/c2']);
  });

  it('asks for a call, rates, runs an action', async () => {
    const result = { title: 'Order 7', body: 'On its way', ok: true };
    const { adapter, received } = withSession({
      'POST callbacks': json({ callbackId: 'b1', at: 5 }, 201),
      'POST ratings': done,
      'POST actions/order': json(result),
    });
    const call = { ...request, phone: '+49 1', slotAt: 5 };
    expect(await adapter.requestCallback!({ ...call, key: 'k1' }, o)).toEqual({ callbackId: 'b1', at: 5 });
    await adapter.sendRating!({ key: 'k2', subject: { ticketId: 't1' }, score: 5 }, o);
    expect(await adapter.runAction!({ key: 'k3', actionId: 'order', fields: { number: '7' } }, o)).toEqual(result);
    expect(received.slice(1).map(({ body, headers }) => [body, headers.get('idempotency-key')])).toEqual([
      [call, 'k1'],
      [{ subject: { ticketId: 't1' }, score: 5 }, 'k2'],
      [{ fields: { number: '7' } }, 'k3'],
    ]);
  });

  it('searches and reports as nobody', async () => {
    const { adapter, received } = aHost({ 'GET search': json({ results: [], cursor: 'x' }), 'POST events': done });
    const search = { text: '退货 & 换货', locale: 'zh-Hans', limit: 8, kinds: ['article', 'thread'] as const };
    expect(await adapter.search!(search, o)).toEqual([]);
    await adapter.report!([{ name: 'open', at: 1, data: { view: 'home' } }], o);
    const asked = Object.fromEntries(received[0]!.url.searchParams);
    expect(asked).toEqual({ q: '退货 & 换货', locale: 'zh-Hans', limit: '8', kinds: 'article,thread' });
    expect([received[1]!.body, received[1]!.init.keepalive]).toEqual([
      { events: [{ name: 'open', at: 1, data: { view: 'home' } }] },
      true,
    ]);
  });

  it('hands on the pieces of an answer, streamed or whole', async () => {
    const pieces = [{ text: '请在' }, { text: '订单页', sources: ['a1'] }, 7];
    const bytes = new TextEncoder().encode(pieces.map((piece) => `data: ${JSON.stringify(piece)}\n\n`).join(''));
    const stream = () => new Response(new Blob([bytes]).stream(), { headers: { 'content-type': 'text/event-stream' } });
    for (const [answer, expected] of [
      [stream, pieces.slice(0, 2)],
      [json({ text: 'whole' }), [{ text: 'whole' }]],
    ] as const) {
      const { adapter, received } = withSession({ 'POST answers': answer });
      const heard: unknown[] = [];
      const question = { question: '怎么退货', locale: 'zh-Hans', passages: [] };
      await adapter.ask!({ ...question, emit: (part) => heard.push(part) }, o);
      expect([heard, received[1]!.body]).toEqual([expected, question]);
    }
  });

  it.each(['.', '..', ''])('lets no id climb out of its route: %o', async (ticketId) => {
    const { adapter, received } = withSession({});
    await expect(adapter.getTicket!({ ticketId, claimToken: 'c' }, o)).rejects.toMatchObject({ code: 'refused' });
    expect(received).toEqual([]);
  });

  it('sends the same to a page whose prototypes have toJSON', async () => {
    const text = '{"token":"t","ticketId":"t1","expiresAt":4e12,"replyBy":null}';
    const answer = () => new Response(text);
    const { adapter, received } = aHost({ 'POST session': answer, 'POST tickets': answer });
    const prototypes = [Object.prototype, Array.prototype, String.prototype] as unknown as { toJSON?: () => string }[];
    try {
      for (const prototype of prototypes)
        Object.defineProperty(prototype, 'toJSON', { value: () => 'patched', configurable: true });
      await adapter.submitTicket!({ ...request, fields: { list: ['a', null, '"'] }, key: 'k' }, o);
    } finally {
      for (const prototype of prototypes) delete prototype.toJSON;
    }
    expect(received[1]!.body).toEqual({ ...request, fields: { list: ['a', null, '"'] } });
  });
});

describe('what a host answers', () => {
  const submit = (answer: () => Response | Promise<Response>) =>
    withSession({ 'POST tickets': answer }).adapter.submitTicket!({ ...request, key: 'k' }, o);

  it.each<[string, () => Response, object]>([
    ['an error in a 200', json({ error: 'no such queue' }), { code: 'adapter-bad-answer', retryable: false }],
    ['nothing where something is due', done, { code: 'adapter-bad-answer', retryable: false }],
    [
      'a page of something on the way, which will pass',
      () => new Response('<!doctype html><title>Sign in</title>', { headers: { 'content-type': 'text/html' } }),
      { code: 'adapter-bad-answer', retryable: true, details: { type: 'text/html', status: 200 } },
    ],
    [
      'a refusal, with its problems',
      () =>
        aProblem(422, { code: 'refused', detail: 'No', problems: [{ path: 'fields.order', message: 'is unknown' }] }),
      {
        code: 'refused',
        retryable: false,
        details: { status: 422, detail: 'No', problems: [{ path: 'fields.order', message: 'is unknown' }] },
      },
    ],
    ['a code that nobody knows, by its status', () => aProblem(413, { code: 'huge' }), { code: 'content-too-big' }],
    ['a page of a proxy, by its status', () => new Response('<h1>502</h1>', { status: 502 }), { code: 'unavailable' }],
    [
      'a fault of its own, which may pass',
      () => aProblem(500, { code: 'internal' }),
      { code: 'internal', retryable: true },
    ],
    [
      'too many, and when to come back',
      () => aProblem(429, { retryAfterMs: 2500 }, { 'retry-after': '9' }),
      { code: 'rate-limited', details: { retryAfterMs: 2500 } },
    ],
    ['Retry-After in seconds', () => aProblem(503, {}, { 'retry-after': '9' }), { details: { retryAfterMs: 9000 } }],
    [
      'Retry-After as a date, held against the answer’s own',
      () =>
        aProblem(503, {}, { 'retry-after': 'Wed, 21 Oct 2015 07:28:30 GMT', date: 'Wed, 21 Oct 2015 07:28:00 GMT' }),
      { details: { retryAfterMs: 30_000 } },
    ],
  ])('is taken for what it is: %s', async (_what, answer, error) => {
    await expect(submit(answer)).rejects.toMatchObject(error);
  });

  it.each(['soon', ''])('knows no Retry-After of %o', async (text) => {
    await expect(submit(() => aProblem(503, {}, { 'retry-after': text }))).rejects.not.toHaveProperty(
      'details.retryAfterMs',
    );
  });

  it('may not come at all', async () => {
    const cause = new TypeError('Failed to fetch');
    await expect(submit(() => Promise.reject(cause))).rejects.toMatchObject({ code: 'network', cause });
  });

  it('may break off', async () => {
    const broken = () =>
      new Response(new ReadableStream({ pull: (controller) => controller.error(new TypeError('cut')) }));
    await expect(submit(broken)).rejects.toMatchObject({ code: 'network', retryable: true });
  });

  it('is not waited for once nobody wants it, which is no failure', async () => {
    const controller = new AbortController();
    const { adapter } = withSession({
      'POST tickets': ({ init }) =>
        new Promise((_, reject) => init.signal!.addEventListener('abort', () => reject(init.signal!.reason as Error))),
    });
    const sent = adapter.submitTicket!({ ...request, key: 'k' }, controller);
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort();
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
  });
});
