import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aHost, type TestHost } from '../testing/a-host.js';

const WISH = { locale: 'en', text: 'My kettle is broken' };
const DAY_MS = 86_400_000;
let host: TestHost;
beforeAll(async () => void (host = await aHost({ tokenMs: 40 * DAY_MS })));
afterAll(() => host.close());

describe('a request with a key', () => {
  it('is needed wherever something is made', async () => {
    const { ask } = await host.visit();
    for (const { path } of host.routes.filter(({ idempotent }) => idempotent)) {
      const target = path.replace('{id}', 'x');
      expect([path, (await ask('POST', target, { body: WISH, key: null })).status]).toEqual([path, 400]);
    }
    expect((await ask('POST', '/v1/tickets', { body: WISH, key: 'x'.repeat(201) })).status).toBe(400);
  });

  it('gets the same answer again, and makes one ticket', async () => {
    const { ask } = await host.visit();
    const first = await ask('POST', '/v1/tickets', { body: WISH, key: 'one' });
    const again = await ask('POST', '/v1/tickets', { body: WISH, key: 'one' });
    expect([first.status, again.status, again.body]).toEqual([201, 201, first.body]);
  });

  it('makes one when it comes twenty times at once', async () => {
    const { ask } = await host.visit();
    const send = () => ask('POST', '/v1/conversations', { body: WISH, key: 'many' });
    const answers = await Promise.all(Array.from({ length: 20 }, send));
    expect(new Set(answers.map(({ body }) => body.conversationId)).size).toBe(1);
    const { customerId } = await host.store.conversations.find(answers[0]!.body.conversationId).then((c) => c!);
    expect(await host.store.conversations.countLive(customerId)).toBe(1);
    expect(host.desk.waiting().filter(({ id }) => id === answers[0]!.body.conversationId).length).toBe(1);
  });

  it('is refused with 422 for another body, and for another route', async () => {
    const { ask } = await host.visit();
    await ask('POST', '/v1/tickets', { body: WISH, key: 'two' });
    const body = { ...WISH, text: 'something else' };
    expect((await ask('POST', '/v1/tickets', { body, key: 'two' })).status).toBe(422);
    expect((await ask('POST', '/v1/conversations', { body: WISH, key: 'two' })).status).toBe(422);
  });

  it('that was refused leaves the key free for what was mended', async () => {
    const { ask } = await host.visit();
    const send = (orderNumber: string) =>
      ask('POST', '/v1/tickets', { key: 'three', body: { ...WISH, formId: 'order', fields: { orderNumber } } });
    expect([(await send('no')).status, (await send('LM-10482')).status]).toEqual([422, 201]);
  });

  it('is another customer’s own', async () => {
    const [ann, bob] = [await host.visit(), await host.visit()];
    const [one, other] = await Promise.all(
      [ann, bob].map(({ ask }) => ask('POST', '/v1/tickets', { body: WISH, key: 'same' })),
    );
    expect([one!.status, other!.status]).toEqual([201, 201]);
    expect(one!.body.ticketId).not.toBe(other!.body.ticketId);
  });

  it('is held against the bytes, the name and the type of a file', async () => {
    const { ask } = await host.visit();
    const send = (name: string, ...bytes: number[]) =>
      ask('POST', '/v1/uploads', {
        key: 'file',
        body: Uint8Array.from([0x89, 0x50, 0x4e, 0x47, ...bytes]),
        headers: { 'content-type': 'image/png', 'helpkiosk-name': name },
      });
    const first = await send('a.png', 1);
    expect([first.status, (await send('a.png', 1)).body]).toEqual([201, first.body]);
    expect([(await send('b.png', 1)).status, (await send('a.png', 2)).status]).toEqual([422, 422]);
  });

  it('is remembered for thirty days', async () => {
    const { ask } = await host.visit();
    const send = () => ask('POST', '/v1/tickets', { body: WISH, key: 'old' });
    const first = await send();
    host.env.jumpClock(29.7 * DAY_MS);
    await host.env.advance(DAY_MS / 4);
    expect((await send()).body).toEqual(first.body);
    await host.env.advance(DAY_MS / 2);
    expect((await send()).body.ticketId).not.toBe(first.body.ticketId);
  });
});
