import type { ConversationEvent } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it, vi } from 'vitest';
import type { HostAdapterOptions } from './host-adapter.js';
import { aFakeHost, aProblem, sessions, type Answers } from './testing/fake-host.js';

const aHost = (answers: Answers, options: Partial<HostAdapterOptions> = {}) =>
  aFakeHost(createFakeEnv(), answers, options);

const stream = (...events: readonly object[]): Response => {
  const text = events.map((event, index) => `id: ${index + 5}\ndata: ${JSON.stringify(event)}\n\n`).join('');
  return new Response(text, { headers: { 'content-type': 'text/event-stream' } });
};
const over = { id: '9', type: 'state', state: 'ended' };
const queue = { id: '5', type: 'queue', snapshot: { observedAt: 1_800_000_000_000, position: 3 } };
const EVENTS = 'GET conversations/c%201/events';

async function watch(answers: Answers, after?: string) {
  const host = aHost({ 'POST session': sessions(), ...answers });
  const heard: ConversationEvent[] = [];
  const input = { conversationId: 'c 1', emit: (event: ConversationEvent) => void heard.push(event) };
  const watched = host.adapter.watchConversation!({ ...input, ...(after ? { after } : {}) }, new AbortController());
  watched.catch(() => {});
  await import('./host-events.js'); // which the first call loads
  await vi.waitFor(() => expect(host.received.length).toBeGreaterThan(0));
  await host.env.advance(60_000);
  return { ...host, heard, watched, asked: host.received.filter(({ route }) => route === EVENTS) };
}

describe('watchConversation of a host', () => {
  it('asks for a stream after the last event that is known', async () => {
    const { asked, heard, watched } = await watch({ [EVENTS]: () => stream(queue, over) }, '4');
    await watched;
    expect(heard).toEqual([queue, over]);
    expect(Object.fromEntries(asked[0]!.headers)).toEqual({
      ...{ accept: 'text/event-stream, application/json;q=0.5', authorization: 'Bearer token-1', 'last-event-id': '4' },
    });
    expect(asked[0]!.url.search).toBe('');
  });

  it('asks by long polls where streams bring nothing', async () => {
    const { asked, heard, watched } = await watch({
      [EVENTS]: ({ url }) => (url.search ? Response.json({ events: [queue, over], cursor: '9' }) : stream()),
    });
    await watched;
    expect(heard).toEqual([queue, over]);
    expect(asked.map(({ url }) => url.search)).toEqual(['', '', '', '?wait=25']);
    expect(asked[3]!.headers.get('accept')).toBe('application/json');
  });

  it('goes on with another token when one is used up', async () => {
    let count = 0;
    const { heard, watched, asked } = await watch({
      [EVENTS]: () => (++count === 1 ? aProblem(401) : stream(over)),
    });
    await watched;
    expect([heard, asked[1]!.headers.get('authorization')]).toEqual([[over], 'Bearer token-2']);
  });

  it('ends with the refusal of a conversation that is not the customer’s', async () => {
    const { watched } = await watch({ [EVENTS]: () => aProblem(403, { code: 'forbidden' }) });
    await expect(watched).rejects.toMatchObject({ code: 'forbidden' });
  });
});
