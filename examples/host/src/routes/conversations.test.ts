import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { QueueSnapshot } from '@helpkiosk/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aHost, type TestHost, type Visit } from '../testing/a-host.js';
import { openStream, type OpenStream } from '../testing/open-stream.js';

const AGENT = { id: 'agent', name: 'Lin', slots: 1 };
let host: TestHost;
beforeEach(async () => void (host = await aHost()));
afterEach(() => host.close());

const enter = async ({ ask }: Visit, more: object = {}): Promise<string> => {
  const answer = await ask('POST', '/v1/conversations', { body: { locale: 'en', text: 'Hello', ...more } });
  expect([answer.status, answer.body.state]).toEqual([201, 'queued']);
  return answer.body.conversationId;
};
const watch = ({ token }: Visit, id: string, headers: Record<string, string> = {}): Promise<OpenStream> =>
  openStream(`${host.url}/v1/conversations/${id}/events`, { authorization: `Bearer ${token}`, ...headers });
const poll = ({ ask }: Visit, id: string, query: string) =>
  ask('GET', `/v1/conversations/${id}/events${query}`, { headers: { accept: 'application/json' } });
const wordOf = ({ type, data }: OpenStream['events'][number]): string =>
  type === 'message'
    ? `message ${(data['message'] as { text: string }).text}`
    : `${type} ${String(data['state'] ?? data['change'] ?? (data['snapshot'] as QueueSnapshot)?.position ?? '')}`.trim();

describe('a conversation', () => {
  it('is told from the line to its end, every event once and in order', async () => {
    const ann = await host.visit();
    const id = await enter(ann);
    const stream = await watch(ann, id);
    await stream.reach(3);
    host.desk.setAgent(AGENT);
    await stream.reach(5);
    await host.desk.say(id, 'Lin', { text: '您好' });
    const sent = await ann.ask('POST', `/v1/conversations/${id}/messages`, { body: { text: 'Thanks' } });
    expect([sent.status, sent.body.message]).toMatchObject([201, { from: 'customer', text: 'Thanks' }]);
    await ann.ask('POST', `/v1/conversations/${id}/end`);
    await stream.ended;
    expect(stream.events.map(wordOf)).toEqual([
      ...['state queued', 'message Hello', 'queue 1', 'state open', 'agent joined'],
      ...['message 您好', 'message Thanks', 'state ended'],
    ]);
    expect(stream.events.map((event) => event.id)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    const now = await ann.ask('GET', `/v1/conversations/${id}`);
    expect(now.body).toMatchObject({ state: 'ended', cursor: '8' });
    expect(now.body.messages.map(({ text }: { text: string }) => text)).toEqual(['Hello', '您好', 'Thanks']);
    const late = await ann.ask('POST', `/v1/conversations/${id}/messages`, { body: { text: 'More' } });
    expect([late.status, late.body.code]).toEqual([409, 'conflict']);
  });

  it('tells what the customer says to her other tabs at once', async () => {
    const ann = await host.visit();
    const id = await enter(ann);
    const stream = await watch(ann, id);
    await stream.reach(3);
    for (const text of ['one', 'two']) {
      const before = stream.events.length;
      await ann.ask('POST', `/v1/conversations/${id}/messages`, { body: { text } });
      await stream.reach(before + 1);
      expect(wordOf(stream.events.at(-1)!)).toBe(`message ${text}`);
    }
    stream.cut();
  });

  it('goes on behind the event that the reader has, by header and by query', async () => {
    const ann = await host.visit();
    const id = await enter(ann);
    host.desk.setAgent(AGENT);
    await host.desk.settled();
    const first = await watch(ann, id);
    await first.reach(4);
    first.cut();
    for (const text of ['one', 'two', 'three']) await host.desk.say(id, 'Lin', { text });
    const second = await watch(ann, id, { 'last-event-id': first.events.at(-1)!.id });
    await second.reach(3);
    await host.desk.say(id, 'Lin', { text: 'four' });
    await second.reach(4);
    expect(second.events.map(wordOf)).toEqual(['message one', 'message two', 'message three', 'message four']);
    const rest = await poll(ann, id, '?after=5&wait=0');
    expect(rest.body.events.map((event: { id: string }) => event.id)).toEqual(['6', '7', '8']);
    expect(rest.body.cursor).toBe('8');
    second.cut();
  });

  it.each(['?after=x', '?after=-1', '?after=1e9', '?after=1&wait=x'])('is not told for %s', async (query) => {
    const ann = await host.visit();
    const answer = await poll(ann, await enter(ann), query);
    expect(answer.status).toBe(400);
  });

  it('tells those who wait of their place: an urgent matter goes first, the turn comes', async () => {
    const [ann, bob] = [await host.visit(), await host.visit()];
    const id = await enter(ann);
    const stream = await watch(ann, id);
    await stream.reach(3);
    await enter(bob, { priority: 'p0' });
    await host.env.advance(300);
    await stream.reach(4);
    host.desk.setAgent(AGENT);
    await host.desk.settled();
    await host.env.advance(300);
    await stream.reach(5);
    const places = stream.events.filter(({ type }) => type === 'queue').map(wordOf);
    expect(places).toEqual(['queue 1', 'queue 2', 'queue 1']);
    expect((stream.events.at(-1)!.data['snapshot'] as QueueSnapshot).busySlots).toBe(1);
    stream.cut();
  });

  it('tells the place again before it would be stale', async () => {
    const ann = await host.visit();
    const stream = await watch(ann, await enter(ann));
    await stream.reach(3);
    await host.env.advance(7750);
    await stream.reach(4);
    stream.cut();
  });

  it('is left, and ended for good', async () => {
    const ann = await host.visit();
    const id = await enter(ann);
    for (let count = 0; count < 2; count++)
      expect((await ann.ask('DELETE', `/v1/conversations/${id}/queue`)).status).toBe(204);
    const { body } = await poll(ann, id, '?after=0');
    expect(body.events.at(-1)).toMatchObject({ type: 'state', state: 'ended', reason: 'left' });
    host.desk.setAgent(AGENT);
    await host.desk.settled();
    expect((await ann.ask('GET', `/v1/conversations/${id}`)).body.state).toBe('ended');
  });

  it('is refused when nobody is there, and when there are too many', async () => {
    const closed = await aHost({ shop: { hours: { desks: [{ timeZone: 'UTC' }] } }, mostConversations: 1 });
    const ask = (await closed.visit()).ask;
    const answer = await ask('POST', '/v1/conversations', { body: { locale: 'en', text: '?' } });
    expect([answer.status, answer.body.code]).toEqual([409, 'refused']);
    expect((await closed.ask('GET', '/v1/status')).body.state).toBe('closed');
    await closed.close();
    const strict = await aHost({ mostConversations: 1 });
    const ann = await strict.visit();
    await enter(ann);
    const second = await ann.ask('POST', '/v1/conversations', { body: { locale: 'en', text: '?' } });
    expect([second.status, second.body.code]).toEqual([409, 'conflict']);
    await strict.close();
  });

  it('says nothing that is empty', async () => {
    const ann = await host.visit();
    const id = await enter(ann);
    expect((await ann.ask('POST', `/v1/conversations/${id}/messages`, { body: { text: ' ' } })).status).toBe(422);
  });
});

describe('an event stream', () => {
  it('has a heartbeat every 15 s', async () => {
    const ann = await host.visit();
    const stream = await watch(ann, await enter(ann));
    await stream.reachComments(1);
    await host.env.advance(15_000);
    await stream.reachComments(2);
    stream.cut();
  });

  it('ends cleanly when the token does', async () => {
    const ann = await host.visit();
    const stream = await watch(ann, await enter(ann));
    await stream.reach(3);
    for (let minute = 0; minute < 15; minute++) await host.env.advance(60_000);
    await stream.ended;
    expect((await ann.ask('GET', '/v1/tickets/x')).status).toBe(401);
  });

  it('leaves no timer and no listener behind when it is cut', async () => {
    const ann = await host.visit();
    const id = await enter(ann);
    await host.env.advance(300);
    const before = host.env.timerCount();
    const stream = await watch(ann, id);
    await stream.reach(3);
    expect(host.env.timerCount()).toBeGreaterThan(before);
    stream.cut();
    await expect(stream.ended).rejects.toThrow();
    for (let turn = 0; turn < 1000 && host.env.timerCount() > before + 1; turn++) await host.env.settle();
    await host.env.advance(7750); // the beat that finds nobody
    expect(host.env.timerCount()).toBe(before);
  });
});

describe('too many readers', () => {
  it('of one customer are refused, until one has gone', async () => {
    const [ann, bob] = [await host.visit(), await host.visit()];
    const [id, other] = [await enter(ann), await enter(bob)];
    const streams = await Promise.all(Array.from({ length: 30 }, () => watch(ann, id)));
    expect(streams.map(({ status }) => status)).toEqual(Array.from({ length: 30 }, () => 200));
    expect((await poll(ann, id, '?wait=0')).status).toBe(429);
    expect((await poll(bob, other, '?wait=0')).status).toBe(200);
    await ann.ask('DELETE', `/v1/conversations/${id}/queue`);
    await Promise.all(streams.map(({ ended }) => ended));
    expect((await poll(ann, id, '?wait=0')).status).toBe(200);
  });
});

describe('a long poll', () => {
  it('is held until something happens', async () => {
    const ann = await host.visit();
    const id = await enter(ann);
    const first = await poll(ann, id, '?after=0');
    expect(first.body.events.length).toBe(3);
    const held = poll(ann, id, `?after=${first.body.cursor}&wait=25`);
    host.desk.setAgent(AGENT);
    const { body } = await held;
    expect(body.events[0]).toMatchObject({ type: 'state', state: 'open' });
  });

  it('is given up after its time, with nothing', async () => {
    const ann = await host.visit();
    const id = await enter(ann);
    host.desk.setAgent(AGENT);
    await host.desk.settled();
    const before = host.env.timerCount();
    const held = poll(ann, id, '?after=4&wait=20');
    while (host.env.timerCount() === before) await host.env.settle();
    await host.env.advance(20_000);
    expect(await held).toMatchObject({ status: 200, body: { events: [], cursor: '4' } });
  });
});

describe('a host that ends', () => {
  it('gives streams what is due in them, ends them cleanly, and answers long polls', async () => {
    const ann = await host.visit();
    const [talk, line] = [await enter(ann), await enter(ann)];
    host.desk.setAgent(AGENT);
    await host.desk.settled();
    const [stream, waiting] = [await watch(ann, talk), await watch(ann, line)];
    await Promise.all([stream.reach(4), waiting.reach(3)]);
    const before = host.env.timerCount();
    const held = poll(ann, talk, '?after=4&wait=25');
    while (host.env.timerCount() === before) await host.env.settle();
    const said = host.desk.say(talk, 'Lin', { text: '最后一句' });
    const closing = host.close();
    await Promise.all([said, stream.ended, waiting.ended, closing]);
    expect(wordOf(stream.events.at(-1)!)).toBe('message 最后一句');
    expect((await held).status).toBe(200);
    await expect(fetch(`${host.url}/healthz`)).rejects.toThrow();
    expect(host.env.timerCount()).toBe(0);
  });

  it('takes up the line where it was left', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'helpkiosk-host-'));
    const options = { store: join(folder, 'host.db'), tokenSecret: 'the same secret for both' };
    const first = await aHost(options);
    const ann = await first.visit();
    const ids = [await enter(ann), await enter(ann, { priority: 'p0' })];
    await first.close();
    const second = await aHost(options);
    expect(second.desk.waiting().map(({ id }) => id)).toEqual([...ids].reverse());
    const headers = { authorization: `Bearer ${ann.token}` };
    expect((await second.ask('GET', `/v1/conversations/${ids[0]}`, { headers })).body.state).toBe('queued');
    await second.close();
    await rm(folder, { recursive: true });
  });
});
