import { createFakeEnv } from '@helpkiosk/core/testing';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createHostAdapter, type HostAdapterOptions } from './host-adapter.js';
import { aFakeHost, type Answers, aProblem, sessions } from './testing/fake-host.js';

const aHost = (answers: Answers, options: Partial<HostAdapterOptions> = {}) =>
  aFakeHost(createFakeEnv(), answers, options);

const attachment = { id: 'a1', name: 'x', type: 'image/png', bytes: 3 };
const input = (members: object = {}) => {
  const told: number[] = [];
  const data = new Blob(['abc']);
  const progress = (share: number): void => void told.push(share);
  return { told, input: { key: 'k/1', name: '发票 1.png', type: 'image/png', data, progress, ...members } };
};

/** What an XMLHttpRequest is asked, and what it answers then. */
function pretendXhr(answer: { status: number; text: string; headers?: Record<string, string> } | 'broken' | 'hangs') {
  const asked: { method?: string; url?: string; headers: Record<string, string>; body?: unknown; aborted: boolean } = {
    ...{ headers: {}, aborted: false },
  };
  class FakeXhr {
    upload: { onprogress?: (event: object) => void } = {};
    declare onload: () => void;
    declare onerror: () => void;
    declare onabort: () => void;
    status = 0;
    responseText = '';
    open(method: string, url: string): void {
      Object.assign(asked, { method, url });
    }
    setRequestHeader(name: string, value: string): void {
      asked.headers[name] = value;
    }
    getResponseHeader(name: string): string | null {
      return (typeof answer === 'object' && answer.headers?.[name]) || null;
    }
    abort(): void {
      asked.aborted = true;
      this.onabort();
    }
    send(body: unknown): void {
      asked.body = body;
      for (const event of [
        { lengthComputable: false, loaded: 1, total: 0 },
        { lengthComputable: true, loaded: 1, total: 4 },
      ])
        this.upload.onprogress?.(event);
      if (answer === 'hangs') return;
      if (answer === 'broken') return queueMicrotask(() => this.onerror());
      Object.assign(this, { status: answer.status, responseText: answer.text });
      queueMicrotask(() => this.onload());
    }
  }
  vi.stubGlobal('XMLHttpRequest', FakeXhr);
  vi.stubGlobal('fetch', async () => sessions()({} as never));
  return { asked, adapter: createHostAdapter({ url: 'https://host.example' }) };
}

describe('an upload', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('sends the bytes as they are, with type, name and key', async () => {
    const { adapter, received } = aHost({
      'POST session': sessions(),
      'POST uploads': () => Response.json(attachment, { status: 201 }),
    });
    const { input: file, told } = input();
    expect(await adapter.upload!(file, { signal: new AbortController().signal })).toEqual(attachment);
    expect(received[1]!.body).toBe('abc');
    expect(Object.fromEntries(received[1]!.headers)).toMatchObject({
      ...{ 'content-type': 'image/png', 'idempotency-key': 'k/1', 'helpkiosk-write': '1' },
      'helpkiosk-name': '%E5%8F%91%E7%A5%A8%201.png',
    });
    expect(told).toEqual([0, 1]);
  });

  it.each([
    ['', '_'],
    ['\uD800.png', '%EF%BF%BD.png'],
    [`${'x'.repeat(900)}.png`, `${'x'.repeat(796)}.png`],
  ])('has a name that fits into a header: %o', async (name, sent) => {
    const { adapter, received } = aHost({ 'POST uploads': () => Response.json(attachment) });
    await adapter.upload!(input({ name }).input, { signal: new AbortController().signal });
    expect(received[1]!.headers.get('helpkiosk-name')).toBe(sent);
  });

  it('tells its progress where the page can', async () => {
    const { asked, adapter } = pretendXhr({ status: 201, text: JSON.stringify(attachment) });
    const { input: file, told } = input({ type: '' });
    expect(await adapter.upload!(file, { signal: new AbortController().signal })).toEqual(attachment);
    expect([asked.method, asked.url, asked.body]).toEqual(['POST', 'https://host.example/v1/uploads', file.data]);
    expect(asked.headers).toMatchObject({
      ...{ authorization: 'Bearer token-1', 'content-type': 'application/octet-stream', 'idempotency-key': 'k/1' },
    });
    expect(told).toEqual([0.25, 1]);
  });

  it('fails as every other request does', async () => {
    const { signal } = new AbortController();
    const tooBig = await aProblem(413, { code: 'content-too-big' }).text();
    const big = pretendXhr({ status: 413, text: tooBig, headers: { 'content-type': 'application/problem+json' } });
    await expect(big.adapter.upload!(input().input, { signal })).rejects.toMatchObject({ code: 'content-too-big' });
    const busy = pretendXhr({ status: 503, text: '', headers: { 'retry-after': '2' } });
    await expect(busy.adapter.upload!(input().input, { signal })).rejects.toMatchObject({
      code: 'unavailable',
      details: { retryAfterMs: 2000 },
    });
    const broken = pretendXhr('broken');
    await expect(broken.adapter.upload!(input().input, { signal })).rejects.toMatchObject({ code: 'network' });
  });

  it('ends at once when nobody wants it any more', async () => {
    const controller = new AbortController();
    const { asked, adapter } = pretendXhr('hangs');
    const sent = adapter.upload!(input().input, controller);
    await vi.waitFor(() => expect(asked.body).toBeDefined());
    controller.abort();
    await expect(sent).rejects.toMatchObject({ name: 'AbortError' });
    expect(asked.aborted).toBe(true);
  });
});
