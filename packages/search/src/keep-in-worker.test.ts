import { describe, expect, it, vi } from 'vitest';
import { keepInWorker } from './keep-in-worker.js';
import type { WorkerLike } from './worker-link.js';

const url = 'https://shop.example/pack.json';

const aWorker = () => ({
  postMessage: vi.fn<(message: unknown) => void>(),
  terminate: vi.fn<() => void>(),
  onmessage: null as WorkerLike['onmessage'],
  onerror: null as WorkerLike['onerror'],
  onmessageerror: null as WorkerLike['onmessageerror'],
});

function keeping(worker = aWorker()) {
  const closing = new AbortController();
  const kept = keepInWorker({ startWorker: () => worker, url, locale: 'en', signal: closing.signal });
  const say = (data: unknown): void => worker.onmessage!.call(worker as never, { data } as MessageEvent);
  return { worker, closing, kept, say };
}

describe('keepInWorker', () => {
  it.each([true, false])('tells what the worker says, %s, and ends it', async (answer) => {
    const { worker, kept, say } = keeping();
    expect(worker.postMessage).toHaveBeenCalledWith({ v: 1, keep: url, locale: 'en' });
    for (const data of [{ v: 1 }, null, { v: 2, kept: !answer }, { v: 1, kept: answer }]) say(data);
    expect(await kept).toBe(answer);
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('says no, and tells the page nothing, when the worker fails', async () => {
    const { worker, kept } = keeping();
    const preventDefault = vi.fn();
    worker.onerror!.call(worker as never, { preventDefault } as unknown as ErrorEvent);
    expect(await kept).toBe(false);
    expect(preventDefault).toHaveBeenCalledOnce();
    expect(worker.terminate).toHaveBeenCalledOnce();
  });

  it('says no when a worker cannot be started', async () => {
    const startWorker = (): never => {
      throw new DOMException('refused', 'SecurityError');
    };
    expect(await keepInWorker({ startWorker, url, locale: 'en', signal: new AbortController().signal })).toBe(false);
  });

  it('ends the worker at an abort, and starts none after it', async () => {
    const { worker, closing, kept } = keeping();
    closing.abort();
    expect(await kept).toBe(false);
    expect(worker.terminate).toHaveBeenCalledOnce();
    const startWorker = vi.fn(aWorker);
    expect(await keepInWorker({ startWorker, url, locale: 'en', signal: closing.signal })).toBe(false);
    expect(startWorker).not.toHaveBeenCalled();
  });
});
