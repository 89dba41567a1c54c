import { describe, expect, it } from 'vitest';
import { createAdapterRunner } from '../adapter/adapter-runner.js';
import type { HelpAdapter, KeyValueStore } from '../contracts.js';
import { LIVE_RECORD_VERSION } from '../conversation/live-record.js';
import { HelpError } from '../errors.js';
import { createOutbox } from '../outbox/outbox.js';
import { createMemoryStore } from '../storage/memory-store.js';
import { createFakeEnv } from '../testing/fake-env.js';
import { LIVE_OUTBOX_VERSION } from './live-outbox.js';
import { openTicketDesk, type TicketDesk } from './ticket-desk.js';

const FORM = {
  id: 'order',
  topic: { en: 'An order' },
  fields: [
    { id: 'number', kind: 'text', label: { en: 'Number' }, required: true },
    { id: 'slip', kind: 'file', label: { en: 'Slip' } },
  ],
};
const STATUS = { observedAt: 1, forms: [FORM], supports: { submitTicket: true, upload: true, getTicket: true } };
const aFile = (name: string, field?: string) => ({
  ...{ id: name, name, type: 'image/png', data: new Blob([name]) },
  ...(field ? { field } : {}),
});

interface Page {
  desk: TicketDesk;
  /** What the host was asked, in order: method and input. */
  calls: [method: string, input: Record<string, unknown>][];
  env: ReturnType<typeof createFakeEnv>;
  store: KeyValueStore;
  live: { text: string | null };
  submitted: string[];
}

/** A store that outlives its page, as on a device. */
const aDevice = (): KeyValueStore => ({ ...createMemoryStore(), durable: true });

/** One page over a store that may have been used by another before. */
async function aPage(
  answers: Partial<Record<keyof HelpAdapter, (input: never) => unknown>> = {},
  { store = aDevice(), live = { text: null as string | null }, env = createFakeEnv() } = {},
): Promise<Page> {
  const calls: Page['calls'] = [];
  const given: Record<string, (input: never) => unknown> = {
    upload: ({ name }: { name: string }) => ({ id: `file-${name}`, name, type: 'image/png', bytes: 1 }),
    submitTicket: () => ({ ticketId: 'T-1', replyBy: env.now() + 3_600_000, claimToken: 'claim' }),
    ...answers,
  };
  const adapter = Object.fromEntries(
    Object.entries(given).map(([method, answer]) => [
      method,
      async (input: never) => {
        calls.push([method, input]);
        return answer(input);
      },
    ]),
  ) as HelpAdapter;
  const submitted: string[] = [];
  const desk = await openTicketDesk({
    ...{ env, store, locale: 'en' },
    runner: createAdapterRunner(adapter, env),
    openOutbox: (send) => createOutbox({ storage: store, env, send }),
    live: { read: () => live.text, write: (text) => void (live.text = text) },
    readContext: () => ({
      searches: ['broken kettle', 'refund'],
      articles: ['kettle'],
      pageUrl: 'https://shop.example/',
    }),
    onSubmitted: (ticketId) => void submitted.push(ticketId),
    onRated: () => {},
    onError: () => {},
  });
  desk.hearStatus(STATUS);
  return { desk, calls, env, store, live, submitted };
}

async function write({ desk }: Page, more: Parameters<TicketDesk['change']>[0] = {}): Promise<void> {
  desk.change({ subject: 'Broken kettle', formId: 'order', fields: { number: 'LM-1' }, ...more });
  desk.check();
  await desk.confirm();
}

describe('openTicketDesk', () => {
  it('sends the files first, under the key of the ticket, and then the ticket with them', async () => {
    const page = await aPage();
    await write(page, { files: [aFile('a.png'), aFile('b.png', 'slip')], without: ['search refund', 'page'] });
    await page.env.advance(2000);
    const [first, second, third] = page.calls;
    const key = third![1]['key'];
    expect(page.calls.map(([method]) => method)).toEqual(['upload', 'upload', 'submitTicket']);
    expect([first![1]['key'], second![1]['key']]).toEqual([`${String(key)}/0`, `${String(key)}/1`]);
    expect(third![1]).toMatchObject({
      ...{ subject: 'Broken kettle', text: 'Broken kettle', formId: 'order', attachments: ['file-a.png'] },
      fields: { number: 'LM-1', slip: 'file-b.png' },
      context: { searches: ['broken kettle'], articles: ['kettle'] },
    });
    expect(third![1]).not.toHaveProperty('context.pageUrl');
    expect(page.desk.ticket.get()).toMatchObject({ name: 'sent', receipt: { ticketId: 'T-1', files: 2 } });
    expect(page.submitted).toEqual(['T-1']);
  });

  it('marks the record of the page while something waits, and takes the mark away when it has gone', async () => {
    const page = await aPage({ submitTicket: () => { throw new HelpError('network'); } }); // prettier-ignore
    page.live.text = JSON.stringify({ version: 1, queue: { place: 3 } });
    await write(page);
    await page.env.settle();
    expect(page.desk.ticket.get().name).toBe('saved');
    expect(JSON.parse(page.live.text)).toMatchObject({ queue: { place: 3 }, outbox: { count: 1 } });
    const next = await aPage({}, { store: page.store, live: page.live, env: page.env });
    page.desk.destroy();
    await next.env.advance(400_000);
    expect(next.calls.map(([method]) => method)).toEqual(['submitTicket']);
    expect(JSON.parse(next.live.text!)).toEqual({ version: 1, queue: { place: 3 } });
  });

  it('writes the record that the place in line reads', () => {
    expect(LIVE_OUTBOX_VERSION).toBe(LIVE_RECORD_VERSION);
  });

  it('shows what the host refused beside its field, and sends it again under the same key', async () => {
    let isRefused = true;
    const page = await aPage({
      submitTicket() {
        if (!isRefused) return { ticketId: 'T-2', replyBy: null };
        throw new HelpError('refused', { problems: [{ path: '/fields/number', message: 'Two letters first' }] });
      },
    });
    await write(page);
    await page.env.advance(2000);
    expect(page.desk.ticket.get()).toMatchObject({
      name: 'refused',
      problems: [{ field: 'fields.number', why: 'host', message: 'Two letters first' }],
    });
    isRefused = false;
    page.desk.edit();
    await write(page, { fields: { number: 'LM-2' } });
    await page.env.advance(2000);
    expect(page.desk.ticket.get()).toMatchObject({ name: 'sent', receipt: { ticketId: 'T-2', replyBy: null } });
    expect(new Set(page.calls.map(([, { key }]) => key)).size).toBe(1);
  });

  it('tells the next page what the host has refused', async () => {
    const page = await aPage({
      submitTicket() {
        throw new HelpError('refused', { problems: [{ path: 'fields.number', message: 'No' }] });
      },
    });
    await write(page);
    await page.env.advance(2000);
    page.desk.destroy();
    const next = await aPage({}, { store: page.store, env: page.env });
    const [item] = next.desk.items.get();
    next.desk.open(item!.key);
    expect(next.desk.ticket.get()).toMatchObject({
      name: 'refused',
      problems: [{ field: 'fields.number', message: 'No' }],
    });
  });

  it('brings the draft of an earlier page back, files and all, and none after it was sent', async () => {
    const page = await aPage();
    page.desk.change({ subject: 'Half a thou', files: [aFile('a.png')] });
    await page.env.advance(1000);
    const next = await aPage({}, { store: page.store, env: page.env });
    expect(next.desk.ticket.get()).toMatchObject({
      name: 'draft',
      draft: { subject: 'Half a thou', files: [{ name: 'a.png' }] },
    });
    await write(next);
    await next.env.advance(2000);
    const last = await aPage({}, { store: page.store, env: page.env });
    expect(last.desk.ticket.get()).toMatchObject({ name: 'draft', draft: { subject: '' } });
  });

  it('says after three weeks that it is not sent any more', async () => {
    const page = await aPage({ submitTicket: () => { throw new HelpError('network'); } }); // prettier-ignore
    await write(page);
    await page.env.settle();
    page.env.jumpClock(22 * 86_400_000);
    await page.env.advance(400_000);
    expect(page.desk.ticket.get()).toMatchObject({ name: 'dead', why: 'expired', editable: false });
  });

  it('remembers the address only where that was wished', async () => {
    const page = await aPage();
    await write(page, { email: 'a@example.com' });
    expect(page.desk.contact.get().email).toBe('');
    page.desk.fresh();
    await write(page, { email: 'a@example.com', remember: true });
    const next = await aPage({}, { store: page.store });
    expect(next.desk.contact.get().email).toBe('a@example.com');
    expect(next.desk.ticket.get()).toMatchObject({ draft: { email: 'a@example.com', remember: true } });
  });

  it('opens a ticket by the claim of this device, and counts what is new in it', async () => {
    const ticket = {
      ...{ id: 'T-1', status: 'open', subject: 'Broken kettle', replyBy: null },
      messages: [
        { id: '1', from: 'customer', text: 'Broken kettle', at: 1_800_000_000_000 },
        { id: '2', from: 'agent', text: '<b>We send one</b>', at: 1_800_000_000_001 },
      ],
    };
    const page = await aPage({ getTicket: () => ticket });
    await write(page);
    await page.env.advance(2000);
    await page.desk.kept.refresh();
    expect(page.calls.at(-1)).toMatchObject(['getTicket', { ticketId: 'T-1', claimToken: 'claim' }]);
    expect(page.desk.kept.list.get().tickets[0]).toMatchObject({ status: 'open', answers: 1 });
    await page.desk.kept.open('T-1');
    expect(page.desk.kept.thread.get()).toMatchObject({
      state: 'ready',
      value: { ticket: { messages: [{}, { text: '<b>We send one</b>' }] } },
    });
    expect(page.desk.kept.list.get().tickets[0]).toMatchObject({ answers: 1, seen: 1 });
  });

  it('asks a host of two routes nothing that it does not serve', async () => {
    const page = await aPage({ getTicket: () => null });
    page.desk.hearStatus({ ...STATUS, supports: { submitTicket: true } });
    await write(page);
    await page.env.advance(2000);
    await page.desk.kept.refresh();
    expect(page.calls.map(([method]) => method)).toEqual(['submitTicket']);
    expect([page.desk.serves('submitTicket'), page.desk.serves('upload')]).toEqual([true, false]);
    const offline = await aPage({}, { store: page.store, env: page.env });
    expect(offline.desk.serves('submitTicket')).toBe(true);
  });

  it('shows a ticket as it was known last when the host cannot be asked', async () => {
    let isGone = false;
    const page = await aPage({
      getTicket() {
        if (isGone) throw new HelpError('network');
        return { id: 'T-1', status: 'open', subject: 'Broken kettle', replyBy: null, messages: [] };
      },
    });
    await write(page);
    await page.env.advance(2000);
    await page.desk.kept.open('T-1');
    isGone = true;
    const next = await aPage({ getTicket: () => { throw new HelpError('network'); } }, { store: page.store, env: page.env }); // prettier-ignore
    await next.desk.kept.open('T-1');
    expect(next.desk.kept.thread.get()).toMatchObject({ state: 'failed', value: { ticket: { id: 'T-1' } } });
  });

  it('replies, rates and asks for a call through the outbox', async () => {
    const page = await aPage({
      replyToTicket: () => ({ message: { id: '3', from: 'customer', text: 'Thanks', at: 1_800_000_000_002 } }),
      sendRating: () => undefined,
      requestCallback: () => ({ callbackId: 'C-1', at: 1_800_000_000_000 }),
    });
    await page.desk.reply('T-1', ' Thanks ');
    await page.desk.rate('T-1', { score: 5, solved: true, text: '' });
    const key = await page.desk.callBack({
      phone: ' 12345 ',
      slotAt: 1_800_000_000_000,
      text: 'Call',
      remember: false,
    });
    await page.env.advance(3000);
    const inputs = Object.fromEntries(page.calls);
    expect(inputs['replyToTicket']).toMatchObject({ ticketId: 'T-1', text: 'Thanks' });
    expect(inputs['sendRating']).toEqual({
      key: expect.any(String),
      subject: { ticketId: 'T-1' },
      score: 5,
      solved: true,
    });
    expect(inputs['requestCallback']).toMatchObject({ phone: '12345', slotAt: 1_800_000_000_000, locale: 'en' });
    expect(page.desk.outcomes.get().callbacks[key]).toEqual({ callbackId: 'C-1', at: 1_800_000_000_000 });
    expect(page.desk.rated.get()).toEqual({ 'T-1': 5 });
    expect(page.desk.items.get()).toEqual([]);
  });

  it('lists searches on the host with their time, and of the counts of use the last', async () => {
    const page = await aPage();
    const now = page.env.now();
    page.desk.note('search', { text: 'refund', locale: 'en', limit: 8 }, now - 5000);
    page.desk.note('report', [{ name: 'open' }], now - 4000);
    page.desk.note('report', [{ name: 'close' }]);
    expect(page.desk.sent.get().map(({ at, method, text }) => [at, method, text])).toEqual([
      [now, 'report', ''],
      [now - 5000, 'search', 'refund'],
    ]);
  });

  it('lists what has left the device once, with what went along, and forgets it all when it is told to', async () => {
    const page = await aPage();
    const input = {
      key: 'k',
      subject: 'Kettle',
      text: 'It leaks',
      customer: { email: 'a@example.com' },
      context: { searches: ['leak'] },
    };
    page.desk.note('submitTicket', input);
    page.desk.note('submitTicket', input);
    page.desk.note('submitTicket', { ...input, text: 'It leaks a lot' });
    page.desk.note('getTicket', { ticketId: 'T-1' });
    await page.env.settle();
    expect(page.desk.sent.get().map(({ text, along }) => [text, ...along].join(' / '))).toEqual([
      'Kettle / It leaks a lot / a@example.com / leak',
      'Kettle / It leaks / a@example.com / leak',
    ]);
    await write(page, { email: 'a@example.com', remember: true });
    await page.env.advance(2000);
    await page.desk.clear();
    await page.env.settle();
    expect(page.desk.sent.get()).toEqual([]);
    expect(page.desk.kept.list.get().tickets).toEqual([]);
    expect(page.desk.contact.get()).toEqual({ email: '', phone: '' });
    expect(await page.store.keys()).toEqual([]);
    expect(page.live.text).toBeNull();
  });

  it('leaves no timer and no listener behind', async () => {
    const page = await aPage();
    page.desk.change({ subject: 'Half' });
    page.desk.destroy();
    await page.env.settle();
    expect([page.env.timerCount(), page.env.listenerCount()]).toEqual([0, 0]);
  });
});
