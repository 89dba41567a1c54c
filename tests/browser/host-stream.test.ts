// The client of the host protocol on the streams, decoders and requests of this very browser.
import type { ConversationEvent } from '@helpkiosk/core';
import { createHostAdapter } from '../../packages/adapters/src/index.js';
import { equal, ok, settle } from '../support/check.js';

const COUNT = 2000;
const events = Array.from({ length: COUNT }, (_, index) => {
  const id = String(index + 1);
  if (index === COUNT - 1) return { id, type: 'state', state: 'ended' };
  const text = `第${id}条：您好，您的包裹正在路上 🚚。`.repeat(1 + (index % 7));
  return { id, type: 'message', message: { id: `m${id}`, from: 'agent', text, at: 1_800_000_000_000 } };
});
const bytesOf = (list: readonly object[]): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(
    `\uFEFF: hello\r\n\r\n${list.map((event) => `id: ${(event as { id: string }).id}\r\ndata: ${JSON.stringify(event)}\r\n\r\n`).join('')}`,
  );
const headers = { 'content-type': 'text/event-stream' };
const session = () => Response.json({ token: 't', expiresAt: 4e12, customerId: 'c', claim: null });

/** What an adapter hears whose host answers so. */
async function hear(answer: () => Response | Promise<Response>, life = new AbortController(), enough = Infinity) {
  const heard: ConversationEvent[] = [];
  const fetchLike = (async (url: string) => (url.endsWith('/session') ? session() : answer())) as typeof fetch;
  const adapter = createHostAdapter({ url: '/help', fetch: fetchLike });
  const emit = (event: ConversationEvent): void => {
    if (heard.push(event) === enough) life.abort();
  };
  const failure = await adapter.watchConversation!({ conversationId: 'c1', emit }, life).catch(
    (error: unknown) => error,
  );
  return { heard, failure };
}

describe('the client of the host protocol', () => {
  const uncaught: unknown[] = [];
  const lines: unknown[] = [];
  const names = ['log', 'info', 'warn', 'error', 'debug'] as const;
  const own = names.map((name) => console[name]);
  const keep = (event: Event): void => void uncaught.push(event.type);
  beforeEach(() => {
    uncaught.length = lines.length = 0;
    names.forEach((name) => (console[name] = (...line: unknown[]) => void lines.push(line)));
    for (const type of ['error', 'unhandledrejection']) addEventListener(type, keep);
  });
  afterEach(() => {
    names.forEach((name, index) => (console[name] = own[index]!));
    for (const type of ['error', 'unhandledrejection']) removeEventListener(type, keep);
  });

  it('reads a stream that comes byte by byte, each character in pieces', async () => {
    const few = [...events.slice(0, 6), events.at(-1)!];
    const bytes = bytesOf(few);
    let place = 0;
    const body = new ReadableStream<Uint8Array>({
      pull: (controller) =>
        place < bytes.length ? controller.enqueue(bytes.slice(place, ++place)) : controller.close(),
    });
    const { heard, failure } = await hear(() => new Response(body, { headers }));
    equal([failure, heard], [undefined, few]);
    equal([uncaught, lines], [[], []], 'uncaught errors and console lines');
  });

  it('reads what the browser fetches, cut where the browser cuts it', async () => {
    const address = URL.createObjectURL(new Blob([bytesOf(events)], { type: 'text/event-stream' }));
    const { heard, failure } = await hear(() => fetch(address));
    URL.revokeObjectURL(address);
    equal([failure, heard.length], [undefined, COUNT]);
    equal(heard, events, 'events');
    equal([uncaught, lines], [[], []], 'uncaught errors and console lines');
  });

  it('lets a stream go at once, without a word', async () => {
    let isLetGo = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytesOf(events.slice(0, 3))),
      cancel: () => void (isLetGo = true),
    });
    const { heard, failure } = await hear(() => new Response(body, { headers }), new AbortController(), 3);
    equal([heard.length, (failure as Error).name], [3, 'AbortError']);
    ok(isLetGo, 'the body is let go');
    await settle();
    equal([uncaught, lines], [[], []], 'uncaught errors and console lines');
  });

  it('sends a file by a request that tells its progress, to a host beside the page', async () => {
    const told: number[] = [];
    const data = new Blob(['x'.repeat(100_000)]);
    const file = {
      key: 'k/1',
      name: '发票.txt',
      type: 'text/plain',
      data,
      progress: (share: number) => told.push(share),
    };
    const adapter = createHostAdapter({ url: '/no-host-here' });
    const failure = await adapter.upload!(file, { signal: new AbortController().signal }).catch(
      (error: unknown) => error,
    );
    const { code, details } = failure as { code: string; details: { status: number } };
    equal([code, details.status], ['refused', 404]);
    ok(
      told.every((share) => share >= 0 && share <= 1),
      'shares from 0 to 1',
    );
    equal(uncaught, [], 'uncaught errors');
  });
});
