// What one customer has, no other reaches: over every route that the host serves, and over their ids in every place of a request.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHost, type TestHost, type Visit } from '../testing/a-host.js';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1]);
const SECRET_TEXT = 'only Ann may read this';
let host: TestHost;
let [ann, bob]: Visit[] = [];
let own: { conversation: string; ticket: string; claim: string; file: string };

beforeAll(async () => {
  host = await aHost();
  [ann, bob] = [await host.visit(), await host.visit()];
  const body = { locale: 'en', text: SECRET_TEXT };
  const ticket = (await ann!.ask('POST', '/v1/tickets', { body })).body;
  const upload = { body: PNG, headers: { 'content-type': 'image/png', 'helpkiosk-name': 'a.png' } };
  own = {
    conversation: (await ann!.ask('POST', '/v1/conversations', { body })).body.conversationId,
    ...{ ticket: ticket.ticketId, claim: ticket.claimToken },
    file: (await ann!.ask('POST', '/v1/uploads', upload)).body.id,
  };
});
afterAll(() => host.close());

/** A body that each route takes from who has a right to it. */
const bodyFor = (path: string): unknown => {
  if (path.endsWith('/messages')) return { text: 'intruder' };
  if (path.endsWith('/typing')) return { typing: true };
  if (path.endsWith('/read')) return { messageId: 'm' };
  if (path.startsWith('/v1/actions')) return { fields: { orderNumber: 'LM-10482', sendTo: 'a@b.example' } };
  return undefined;
};

describe('every route with an id', () => {
  it('is known to this test', () => {
    const paths = host.routes
      .filter(({ path }) => path.includes('{id}'))
      .map(({ method, path }) => `${method} ${path}`);
    expect(paths.sort()).toEqual([
      ...['DELETE /v1/conversations/{id}/queue', 'GET /v1/conversations/{id}', 'GET /v1/conversations/{id}/events'],
      ...['GET /v1/tickets/{id}', 'POST /v1/actions/{id}', 'POST /v1/conversations/{id}/end'],
      ...['POST /v1/conversations/{id}/messages', 'POST /v1/conversations/{id}/read'],
      ...['POST /v1/conversations/{id}/typing', 'POST /v1/tickets/{id}/messages'],
    ]);
  });

  it('answers a stranger as if the thing were not there, and changes nothing', async () => {
    const before = await ann!.ask('GET', `/v1/conversations/${own.conversation}`);
    for (const { method, path, idempotent } of host.routes.filter((route) => route.path.includes('{id}'))) {
      if (path.startsWith('/v1/actions')) continue; // ids of actions are everybody's
      const id = path.includes('tickets') ? own.ticket : own.conversation;
      const ask = (visit: Visit, target: string) =>
        visit.ask(method, path.replace('{id}', target), { body: bodyFor(path), ...(idempotent ? {} : { key: null }) });
      const [foreign, unknown] = [await ask(bob!, id), await ask(bob!, 'c-0000000000000000')];
      expect([path, foreign.status]).toEqual([path, 404]);
      expect(foreign.body).toEqual(unknown.body);
      expect(JSON.stringify(foreign.body)).not.toContain(SECRET_TEXT);
      const nobody = await host.ask(method, path.replace('{id}', id), { body: bodyFor(path) });
      expect([path, nobody.status]).toEqual([path, 401]);
    }
    expect((await ann!.ask('GET', `/v1/conversations/${own.conversation}`)).body).toEqual(before.body);
    expect((await ann!.ask('GET', `/v1/tickets/${own.ticket}`)).body.messages.length).toBe(1);
  });

  it('lets nobody in without a token or a claim that is right', async () => {
    for (const { method, path, auth } of host.routes.filter(
      (route) => route.auth === 'session' || route.auth === 'claim',
    )) {
      const target = path.replace('{id}', own.ticket);
      for (const headers of [{}, { authorization: 'Bearer x' }, { authorization: 'Bearer' }] as Record<
        string,
        string
      >[]) {
        const answer = await host.ask(method, target, { headers });
        expect([auth, path, answer.status]).toEqual([auth, path, 401]);
      }
    }
  });
});

describe('what is another’s', () => {
  it('cannot be named by a body: files, conversations, tickets', async () => {
    const files = { locale: 'en', text: 'x', attachments: [own.file] };
    const ticket = await bob!.ask('POST', '/v1/tickets', { body: files });
    expect([ticket.status, ticket.body.problems[0].path]).toEqual([422, 'attachments[0]']);
    const mine = (await bob!.ask('POST', '/v1/conversations', { body: { locale: 'en', text: 'x' } })).body;
    const message = { text: 'x', attachments: [own.file] };
    expect(
      (await bob!.ask('POST', `/v1/conversations/${mine.conversationId}/messages`, { body: message })).status,
    ).toBe(422);
    for (const subject of [{ conversationId: own.conversation }, { ticketId: own.ticket }, {}]) {
      expect((await bob!.ask('POST', '/v1/ratings', { body: { subject, score: 1 } })).status).toBe(422);
    }
    const allowed = { subject: { ticketId: own.ticket }, score: 5, solved: true };
    expect((await ann!.ask('POST', '/v1/ratings', { body: allowed })).status).toBe(204);
  });

  it('is not answered to a key that another has used', async () => {
    const body = { locale: 'en', text: SECRET_TEXT };
    const first = await ann!.ask('POST', '/v1/tickets', { body, key: 'guessed' });
    const second = await bob!.ask('POST', '/v1/tickets', { body, key: 'guessed' });
    expect([second.status, second.body.ticketId === first.body.ticketId]).toEqual([201, false]);
    const path = `/v1/tickets/${first.body.ticketId}/messages`;
    await ann!.ask('POST', path, { body: { text: 'x' }, key: 'again' });
    expect((await bob!.ask('POST', path, { body: { text: 'x' }, key: 'again' })).status).toBe(404);
  });
});

describe('the claim of a ticket', () => {
  const read = (claim: string, ticket = own.ticket) =>
    host.ask('GET', `/v1/tickets/${ticket}`, { headers: { 'helpkiosk-claim': claim } });

  it('opens this ticket, and adds to it, without a session', async () => {
    expect((await read(own.claim)).body).toMatchObject({ id: own.ticket, messages: [{ text: SECRET_TEXT }] });
    const headers = { 'helpkiosk-claim': own.claim };
    const options = { headers, body: { text: 'by claim' }, key: 'claimed' };
    const first = await host.ask('POST', `/v1/tickets/${own.ticket}/messages`, options);
    const again = await host.ask('POST', `/v1/tickets/${own.ticket}/messages`, options);
    expect([first.status, again.body]).toEqual([201, first.body]);
    const stale = await host.ask('GET', `/v1/tickets/${own.ticket}`, {
      headers: { ...headers, authorization: 'Bearer stale' },
    });
    expect(stale.status).toBe(200);
  });

  it('opens no other, and nothing else', async () => {
    const other = (await bob!.ask('POST', '/v1/tickets', { body: { locale: 'en', text: 'x' } })).body;
    for (const claim of ['', 'x', own.claim.slice(0, -1), `${own.claim}x`])
      expect((await read(claim)).status).toBeGreaterThanOrEqual(401);
    expect((await read(own.claim, other.ticketId)).status).toBe(404);
    const headers = { 'helpkiosk-claim': own.claim };
    expect((await host.ask('GET', `/v1/conversations/${own.conversation}`, { headers })).status).toBe(401);
  });
});
