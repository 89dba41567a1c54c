import { createOfficeHours, createReplyPromise } from '@helpkiosk/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDemoShop } from '../shop/shop.js';
import { aHost, type TestHost, type Visit } from '../testing/a-host.js';

const MINUTE_MS = 60_000;
const WISH = { locale: 'en', text: 'The kettle leaks.\nSince Monday.' };
const PNG = [0x89, 0x50, 0x4e, 0x47, 1];
let host: TestHost;
let ann: Visit;
beforeEach(async () => {
  host = await aHost();
  ann = await host.visit();
});
afterEach(() => host.close());

const submit = (more: object = {}) => ann.ask('POST', '/v1/tickets', { body: { ...WISH, ...more } });
const read = async (id: string) => (await ann.ask('GET', `/v1/tickets/${id}`)).body;
const upload = (bytes: number[], headers: Record<string, string>) =>
  ann.ask('POST', '/v1/uploads', { body: Uint8Array.from(bytes), headers });

describe('a ticket', () => {
  it('gets a number, a claim, and the promise that core makes of the policy', async () => {
    const { hours, replyPolicy } = createDemoShop();
    for (const priority of ['p0', 'p1', 'normal'] as const) {
      const { status, body } = await submit({ priority });
      const promise = createReplyPromise(replyPolicy, createOfficeHours(hours, { channel: 'ticket', language: 'en' }));
      expect([status, body.replyBy]).toEqual([201, promise(priority, host.env.now()).replyBy]);
      expect(body.ticketId).toMatch(/^HK-[0-9A-Z]{5}-[0-9A-Z]{5}$/);
      expect(await read(body.ticketId)).toEqual({
        ...{ id: body.ticketId, status: 'received', subject: 'The kettle leaks.', replyBy: body.replyBy },
        messages: [{ id: expect.any(String), from: 'customer', text: WISH.text, at: host.env.now() }],
      });
    }
  });

  it('promises nothing where nobody is ever there', async () => {
    const shop = { hours: { desks: [{ timeZone: 'UTC' }] } };
    const closed = await aHost({ shop });
    const { ask } = await closed.visit();
    expect((await ask('POST', '/v1/tickets', { body: WISH })).body.replyBy).toBe(null);
    await closed.close();
  });

  it('is answered, which keeps the promise; answered by the customer, which makes a new one; and solved', async () => {
    const { ticketId } = (await submit({ priority: 'p0' })).body;
    await host.ticketDesk.begin(ticketId);
    expect((await read(ticketId)).status).toBe('open');
    await host.env.advance(10 * MINUTE_MS);
    await host.ticketDesk.reply(ticketId, { agentName: 'Lin', text: 'Which one?' });
    expect(await read(ticketId)).toMatchObject({ status: 'waiting', replyBy: null });
    await ann.ask('POST', `/v1/tickets/${ticketId}/messages`, { body: { text: 'The red one' } });
    expect(await read(ticketId)).toMatchObject({ status: 'open', replyBy: host.env.now() + 60 * MINUTE_MS });
    await host.ticketDesk.reply(ticketId, { agentName: 'Lin', text: 'Done', solved: true });
    const solved = await read(ticketId);
    expect([solved.status, solved.replyBy, solved.messages.length]).toEqual(['solved', null, 4]);
    expect(await host.store.tickets.promisesSince(0)).toEqual({ made: 2, kept: 2, missed: 0 });
    expect(await host.ticketDesk.reply('HK-unknown', { agentName: 'Lin', text: '?' })).toBe(null);
  });

  it('whose promise falls due is marked at that instant, and its late answer keeps nothing', async () => {
    const { ticketId } = (await submit({ priority: 'p0' })).body;
    await host.env.advance(60 * MINUTE_MS - 1);
    expect(await host.store.tickets.promisesSince(0)).toEqual({ made: 1, kept: 0, missed: 0 });
    await host.env.advance(1);
    expect(await host.store.tickets.promisesSince(0)).toEqual({ made: 1, kept: 0, missed: 1 });
    expect(host.lines.some((line) => line.includes('promise.missed') && line.includes(ticketId))).toBe(true);
    await host.ticketDesk.reply(ticketId, { agentName: 'Lin', text: 'Sorry' });
    expect(await host.store.tickets.promisesSince(0)).toEqual({ made: 1, kept: 0, missed: 1 });
  });
});

describe('a form', () => {
  it.each([
    ['nothing where something is needed', {}, 'orderNumber', 'Please fill this in.'],
    ['what the host does not know', { orderNumber: 'x' }, 'orderNumber', /LM-10482/],
    ['no choice of the list', { orderNumber: 'LM-10482', wish: 'gold' }, 'wish', /list/],
    ['no date', { orderNumber: 'LM-10482', arrivedOn: '2026-02-30' }, 'arrivedOn', /date/],
    ['a number for a text', { orderNumber: 7 }, 'orderNumber', /text/],
  ])('refuses %s, by field', async (_, fields, field, message) => {
    const { status, body } = await submit({ formId: 'order', fields });
    expect([status, body.code]).toEqual([422, 'refused']);
    expect(body.problems).toEqual([{ path: `fields.${field}`, message: expect.stringMatching(message) }]);
  });

  it('says it in the customer’s language, for each field', async () => {
    const wrong = { formId: 'order', fields: { wish: 'gold' } };
    const messagesIn = async (locale: string) =>
      (await submit({ ...wrong, locale })).body.problems.map(({ message }: { message: string }) => message);
    expect(await messagesIn('zh-CN')).toEqual(['请填写此项。', '请从列表中选择。']);
    expect(await messagesIn('zh-TW')).toEqual(['請填寫此項。', '請從清單中選擇。']);
    expect(await messagesIn('fr')).toEqual(['Please fill this in.', 'Please choose one of the list.']);
  });

  it('that is none is refused, and right values are taken', async () => {
    expect((await submit({ formId: 'none' })).body.problems).toMatchObject([{ path: 'formId' }]);
    const fields = { orderNumber: 'lm10482', wish: 'refund', arrivedOn: '2026-01-02' };
    const { ticketId } = (await submit({ formId: 'order', fields })).body;
    expect((await host.store.tickets.find(ticketId))!.fields).toEqual(fields);
  });
});

describe('a file', () => {
  it('is taken with its name, and named by a ticket and a message', async () => {
    const headers = { 'content-type': 'image/png', 'helpkiosk-name': encodeURIComponent('../a\\照片.png') };
    const file = (await upload(PNG, headers)).body;
    expect(file).toEqual({ id: expect.any(String), name: '照片.png', type: 'image/png', bytes: 5 });
    const { ticketId } = (await submit({ attachments: [file.id] })).body;
    expect((await read(ticketId)).messages[0].attachments).toEqual([file]);
    const body = { text: '', attachments: [file.id] };
    expect((await ann.ask('POST', `/v1/tickets/${ticketId}/messages`, { body })).status).toBe(201);
    expect(await host.store.uploads.read(file.id)).toEqual(Uint8Array.from(PNG));
  });

  it.each([
    ['of no type', PNG, { 'helpkiosk-name': 'a' }, 415],
    ['that is a page', PNG, { 'content-type': 'text/html', 'helpkiosk-name': 'a' }, 415],
    ['that draws with scripts', PNG, { 'content-type': 'image/svg+xml', 'helpkiosk-name': 'a' }, 415],
    ['that is something else', [60, 104], { 'content-type': 'image/png', 'helpkiosk-name': 'a' }, 422],
    ['that is empty', [], { 'content-type': 'image/png', 'helpkiosk-name': 'a' }, 422],
    ['without a name', PNG, { 'content-type': 'image/png' }, 400],
    ['with a broken name', PNG, { 'content-type': 'image/png', 'helpkiosk-name': '%E0%A4' }, 400],
    ['with a name of folders alone', PNG, { 'content-type': 'image/png', 'helpkiosk-name': '../' }, 400],
  ])('%s is refused', async (_, bytes, headers, status) => {
    expect((await upload(bytes, headers as Record<string, string>)).status).toBe(status);
  });

  it('is the customer’s own in a field of a form too', async () => {
    const fields = [{ id: 'photo', kind: 'file' as const, label: { en: 'Photo' }, required: true }];
    const own = await aHost({ shop: { forms: [{ id: 'damage', topic: { en: 'Damage' }, fields }] } });
    const { ask } = await own.visit();
    const headers = { 'content-type': 'image/png', 'helpkiosk-name': 'a.png' };
    const file = (await ask('POST', '/v1/uploads', { body: Uint8Array.from(PNG), headers })).body;
    const send = async (photo: unknown, visit = ask) =>
      visit('POST', '/v1/tickets', { body: { ...WISH, formId: 'damage', fields: { photo } } });
    expect((await send([file.id])).status).toBe(201);
    const stranger = await own.visit();
    for (const answer of [await send([file.id], stranger.ask), await send('x'), await send(7), await send(undefined)])
      expect([answer.status, answer.body.problems[0].path]).toEqual([422, 'fields.photo']);
    await own.close();
  });

  it('that is too big is refused, with an answer that can be read', async () => {
    const body = new Uint8Array(11 * 1024 * 1024);
    const headers = { 'content-type': 'image/png', 'helpkiosk-name': 'a.png' };
    const answer = await ann.ask('POST', '/v1/uploads', { body, headers });
    expect([answer.status, answer.body.code]).toEqual([413, 'content-too-big']);
  });
});

describe('a call', () => {
  it('is had in a slot that the status names, until the slot is full', async () => {
    const [slot] = (await host.ask('GET', '/v1/status')).body.callbackSlots;
    const call = (slotAt: number, phone = '+49 30 1234') =>
      ann.ask('POST', '/v1/callbacks', { body: { ...WISH, phone, slotAt } });
    expect((await call(slot.at)).body).toEqual({ callbackId: expect.any(String), at: slot.at });
    for (let count = 1; count < 4; count++) expect((await call(slot.at)).status).toBe(201);
    expect((await call(slot.at)).body.problems).toMatchObject([{ path: 'slotAt' }]);
    expect((await call(slot.at + 1)).status).toBe(422);
    expect((await call(slot.at + 3_600_000, 'tea')).body.problems).toMatchObject([{ path: 'phone' }]);
    await host.env.advance(1000);
    const { callbackSlots } = (await host.ask('GET', '/v1/status')).body;
    expect(callbackSlots[0].at).toBe(slot.at + 3_600_000);
  });
});

describe('a tool', () => {
  it('answers by its form, in the customer’s language', async () => {
    const run = (id: string, fields: object, language: string) =>
      ann.ask('POST', `/v1/actions/${id}`, { body: { fields }, headers: { 'accept-language': language } });
    const found = await run('order-progress', { orderNumber: 'LM-10484' }, 'zh-CN,zh;q=0.9');
    expect(found).toMatchObject({ status: 200, body: { title: '订单 LM-10484', body: '已签收。', ok: true } });
    const wrong = await run('invoice-copy', { orderNumber: 'LM-10484', sendTo: 'x' }, 'en');
    expect(wrong.body.problems).toEqual([{ path: 'fields.sendTo', message: 'This is no e-mail address.' }]);
    expect((await run('nothing', {}, 'en')).status).toBe(404);
  });
});

describe('the status', () => {
  it('is the same, with the same tag, for all who ask within a second', async () => {
    const first = await host.ask('GET', '/v1/status?locale=en');
    expect(first.body.supports).toMatchObject({ getServiceStatus: true, submitTicket: true, report: true });
    expect([first.body.supports.search, first.body.supports.ask]).toEqual([undefined, undefined]);
    expect(JSON.stringify(first.body.forms)).not.toContain('checks');
    const headers = { 'if-none-match': first.headers.get('etag')! };
    await host.env.advance(999);
    expect(await host.ask('GET', '/v1/status', { headers })).toMatchObject({ status: 304, body: '' });
    await host.env.advance(1);
    expect((await host.ask('GET', '/v1/status', { headers })).body.observedAt).toBe(first.body.observedAt + 1000);
  });
});

describe('reports', () => {
  it('are taken from everybody', async () => {
    const body = { events: [{ name: 'open', at: host.env.now(), data: { kind: 'launcher', count: 1 } }] };
    expect((await host.ask('POST', '/v1/events', { body })).status).toBe(204);
    expect(await host.store.wishes.countReports()).toBe(1);
  });
});
