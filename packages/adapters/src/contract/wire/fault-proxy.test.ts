import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { listen } from '../testing/two-routes.js';
import { createFaultProxy, type FaultProxy } from './fault-proxy.js';
import type { Faults } from './faults.js';
import { readEvents, type WireEvent } from './read-events.js';

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const each of open.splice(0).reverse()) await each.close();
});

async function aProxy(listener: RequestListener, faults: Faults): Promise<FaultProxy> {
  const host = await listen(listener);
  const proxy = await createFaultProxy({ target: `${host.url}/`, faults });
  open.push(host, proxy);
  return proxy;
}

/** Counts what reaches it, and says the number. */
function aCounter() {
  const seen: string[] = [];
  const listener: RequestListener = (request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      seen.push(`${request.method} ${request.url} ${body}`);
      response.setHeader('x-way', String(request.headers['x-way'] ?? ''));
      response.end(`${seen.length}`);
    });
  };
  return { seen, listener };
}

/** What is answered, as far as it comes whole. */
const textOf = (answer: Promise<Response>): Promise<string> => answer.then((each) => each.text()).catch(() => 'lost');

/** Events `1 你好`, `2 你好`, … behind the one that is asked for. */
const aStream =
  (count: number): RequestListener =>
  (request, response) => {
    response.setHeader('content-type', 'text/event-stream');
    response.write(': hello\n\n');
    for (let id = Number(request.headers['last-event-id'] ?? 0) + 1; id <= count; id++)
      response.write(`id: ${id}\nevent: message\ndata: ${id} 你好\n\n`);
    response.end();
  };

/** All events, going on behind the last one; how often it was cut, and in how many pieces the bytes came. */
async function hear(url: string, count: number) {
  const events: WireEvent[] = [];
  let breaks = 0;
  for (let tried = 0; events.length < count && tried < 100; tried++) {
    const response = await fetch(url, { headers: { 'last-event-id': `${events.length}` } });
    await readEvents(response.body!, (event) => events.push(event)).catch(() => breaks++);
  }
  return { events, breaks };
}

describe('createFaultProxy', () => {
  it('hands on what it is given, both ways, where no fault is asked for', async () => {
    const { seen, listener } = aCounter();
    const proxy = await aProxy(listener, {});
    const response = await fetch(`${proxy.url}/a?b=c`, { method: 'POST', body: '你好', headers: { 'x-way': 'there' } });
    expect([await response.text(), response.headers.get('x-way')]).toEqual(['1', 'there']);
    expect(seen).toEqual(['POST /a?b=c 你好']);
    expect(proxy.counts).toEqual({ requests: 1, lost: 0, duplicated: 0, refused: 0, cut: 0 });
  });

  it('loses answers after the host has done its work: before the first byte, and in the middle', async () => {
    const { seen, listener } = aCounter();
    const proxy = await aProxy(listener, { loseEvery: 2 });
    const answers: string[] = [];
    for (let sent = 0; sent < 4; sent++) answers.push(await textOf(fetch(proxy.url, { method: 'POST' })));
    expect([answers, seen.length, proxy.counts.lost]).toEqual([['1', 'lost', '3', 'lost'], 4, 2]);
  });

  it('sends writes twice, and reads once', async () => {
    const { seen, listener } = aCounter();
    const proxy = await aProxy(listener, { duplicateEvery: 1 });
    expect(await (await fetch(proxy.url, { method: 'POST', body: 'x' })).text()).toBe('2');
    expect(await (await fetch(proxy.url)).text()).toBe('3');
    expect(seen).toEqual(['POST / x', 'POST / x', 'GET / ']);
  });

  it('refuses with 429 and 503, and leaves the host alone', async () => {
    const { seen, listener } = aCounter();
    const proxy = await aProxy(listener, { refuseEvery: { 429: 2, 503: 3 } });
    const statuses: string[] = [];
    for (let asked = 0; asked < 6; asked++) {
      const { status, headers } = await fetch(proxy.url);
      statuses.push(`${status} ${headers.get('retry-after')}`);
    }
    expect(statuses).toEqual(['200 null', '429 0', '503 0', '429 0', '200 null', '429 0']);
    expect([seen.length, proxy.counts.refused]).toEqual([2, 4]);
  });

  it('cuts every seventh event, inside a character or before it, so that who goes on hears 60 once and in order', async () => {
    const proxy = await aProxy(aStream(60), { cutEvery: 7, split: true });
    const { events, breaks } = await hear(proxy.url, 60);
    expect(events.map(({ id, data }) => `${id} ${data}`)).toEqual(
      Array.from({ length: 60 }, (_, place) => `${place + 1} ${place + 1} 你好`),
    );
    expect(breaks).toBe(proxy.counts.cut);
    expect(breaks).toBe(Math.floor((60 - 1) / 6));
  });

  it('breaks inside a character', async () => {
    const proxy = await aProxy(aStream(3), { cutEvery: 2 });
    const bytes: number[] = [];
    const response = await fetch(proxy.url);
    await expect(
      (async () => {
        for await (const piece of response.body! as unknown as AsyncIterable<Uint8Array>) bytes.push(...piece);
      })(),
    ).rejects.toThrow();
    expect(bytes.at(-1)).toBe(new TextEncoder().encode('你')[0]);
  });

  it('brings a character in two pieces', async () => {
    const proxy = await aProxy(aStream(1), { split: true, delayMs: 20 });
    const pieces: Uint8Array[] = [];
    for await (const piece of (await fetch(proxy.url)).body! as unknown as AsyncIterable<Uint8Array>)
      pieces.push(piece);
    expect(pieces.some((piece) => piece.at(-1) === new TextEncoder().encode('你')[0])).toBe(true);
    expect(new TextDecoder().decode(Buffer.concat(pieces))).toContain('data: 1 你好\n\n');
  });

  it('breaks off what is open when it closes', async () => {
    const proxy = await aProxy((_, response) => {
      response.setHeader('content-type', 'text/event-stream');
      response.write('data: first\n\n');
    }, {});
    const response = await fetch(proxy.url);
    const heard: string[] = [];
    const ended = readEvents(response.body!, ({ data }) => {
      heard.push(data);
      void proxy.close();
    });
    await expect(ended).rejects.toThrow();
    expect(heard).toEqual(['first']);
  });
});
