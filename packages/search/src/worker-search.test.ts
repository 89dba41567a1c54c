import { HelpError } from '@helpkiosk/core';
import type { Search } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { describe, expect, it, vi } from 'vitest';
import { createLiveSearch } from './create-live-search.js';
import { openPack } from './open-pack.js';
import type { SearchTarget } from './protocol.js';
import { serveSearch, type OpenTarget, type ServerPort } from './serve-search.js';
import { demoArticles } from './testing/demo-articles.js';
import { memoryPack, readFrom } from './testing/memory-pack.js';
import type { WorkerLike } from './worker-link.js';
import { createWorkerSearch, type WorkerSearchOptions } from './worker-search.js';

const target: SearchTarget = { kind: 'live', articles: demoArticles };
const openDemo: OpenTarget = async (given) => createLiveSearch(given.kind === 'live' ? given.articles : []);

/** A worker on the other end of a MessageChannel; `silent` never starts. */
function aWorker({ open = openDemo, silent = false }: { open?: OpenTarget; silent?: boolean } = {}) {
  const { port1, port2 } = new MessageChannel();
  const terminate = vi.fn(() => {
    port1.close();
    port2.close();
  });
  const worker: WorkerLike = Object.assign(port1 as unknown as WorkerLike, { terminate, onerror: null });
  if (!silent) serveSearch(port2 as unknown as ServerPort, open);
  return { worker, terminate };
}

function aWorkerSearch(rest: Partial<WorkerSearchOptions> = {}) {
  const env = createFakeEnv();
  const openInline = vi.fn(() => createLiveSearch(demoArticles));
  const { worker, terminate } = aWorker();
  const search = createWorkerSearch({ startWorker: () => worker, open: target, openInline, env, ...rest });
  return { env, openInline, worker, terminate, search };
}

describe('createWorkerSearch', () => {
  it('answers as the inline search does', async () => {
    const { search, openInline } = aWorkerSearch();
    const inline = await createLiveSearch(demoArticles);
    for (const text of ['忘记密码', '发票', 'iPhone15 无法登录', '']) {
      expect(await search.query(text, { locale: 'zh-Hans' })).toEqual(await inline.query(text, { locale: 'zh-Hans' }));
    }
    expect(await search.suggest('忘', { locale: 'zh' })).toEqual(await inline.suggest('忘', { locale: 'zh' }));
    expect(await search.article('refund', 'en')).toEqual(await inline.article('refund', 'en'));
    expect(await search.browse({ locale: 'en' })).toEqual(await inline.browse({ locale: 'en' }));
    expect(search.locales()).toEqual(inline.locales());
    expect(openInline).not.toHaveBeenCalled();
    search.close();
  });

  it('asks inline when the worker cannot be started', async () => {
    const startWorker = vi.fn(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    const { search, openInline, env } = aWorkerSearch({ startWorker });
    expect((await search.query('refund', { locale: 'en' })).total).toBe(1);
    await search.query('invoice', { locale: 'en' });
    expect([startWorker.mock.calls.length, openInline.mock.calls.length, env.timerCount()]).toEqual([1, 1, 0]);
  });

  it('asks open questions again, inline, after three seconds of silence', async () => {
    const { worker, terminate } = aWorker({ silent: true });
    const { search, openInline, env } = aWorkerSearch({ startWorker: () => worker });
    const answers = Promise.all([search.query('refund', { locale: 'en' }), search.browse({ locale: 'en' })]);
    await env.advance(2999);
    expect(openInline).not.toHaveBeenCalled();
    await env.advance(1);
    expect(terminate).toHaveBeenCalledOnce();
    expect((await answers).map(({ total }) => total)).toEqual([1, 5]);
    expect(openInline).toHaveBeenCalledOnce();
  });

  it('does not take a slow pack for silence', async () => {
    const { worker } = aWorker({ open: () => new Promise(() => {}) });
    const { search, openInline, env } = aWorkerSearch({ startWorker: () => worker });
    void search.query('refund').catch(() => {});
    await vi.waitFor(() => expect(env.timerCount()).toBe(0));
    await env.advance(10_000);
    expect(openInline).not.toHaveBeenCalled();
    search.close();
  });

  it.each(['onerror', 'onmessageerror'] as const)('asks inline after %s, however late', async (name) => {
    const { search, worker, terminate, openInline } = aWorkerSearch();
    await search.query('refund', { locale: 'en' });
    const open = search.query('invoice', { locale: 'en' });
    worker[name]!.call(worker as Worker, new Event(name.slice(2)) as MessageEvent & ErrorEvent);
    expect((await open).results[0]?.articleId).toBe('invoice');
    expect([terminate.mock.calls.length, openInline.mock.calls.length]).toEqual([1, 1]);
  });

  it('keeps an error of the worker from the page', async () => {
    const { search, worker } = aWorkerSearch();
    const event = new Event('error', { cancelable: true });
    worker.onerror!.call(worker as Worker, event as ErrorEvent);
    expect(event.defaultPrevented).toBe(true);
    search.close();
  });

  it('opens inline again after that has failed', async () => {
    const openInline = vi
      .fn<() => Promise<Search>>()
      .mockRejectedValueOnce(new HelpError('network'))
      .mockResolvedValue(await createLiveSearch(demoArticles));
    const { worker } = aWorker({ silent: true });
    const { search, env } = aWorkerSearch({ startWorker: () => worker, openInline });
    const first = search.query('refund', { locale: 'en' });
    first.catch(() => {});
    await env.advance(3000);
    await expect(first).rejects.toMatchObject({ code: 'network' });
    expect((await search.query('refund', { locale: 'en' })).total).toBe(1);
  });

  it('hands on the error of the worker’s search and opens it again with the next question', async () => {
    let broken = true;
    const { worker } = aWorker({
      open: async () => {
        if (broken) throw new HelpError('pack-missing', { file: 'pack.json' });
        return openPack(readFrom(memoryPack(demoArticles)));
      },
    });
    const { search, openInline } = aWorkerSearch({ startWorker: () => worker });
    await expect(search.query('refund', { locale: 'en' })).rejects.toMatchObject({
      code: 'pack-missing',
      details: { file: 'pack.json' },
    });
    broken = false;
    expect((await search.query('refund', { locale: 'en' })).total).toBe(1);
    expect(openInline).not.toHaveBeenCalled();
    search.close();
  });

  it('aborts a question in the worker', async () => {
    let seen: AbortSignal | undefined;
    const { worker } = aWorker({
      open: async () => ({
        ...(await createLiveSearch(demoArticles)),
        query: (_, options) => {
          seen = options!.signal;
          return new Promise(() => {});
        },
      }),
    });
    const { search } = aWorkerSearch({ startWorker: () => worker });
    const controller = new AbortController();
    const asked = search.query('refund', { signal: controller.signal });
    await vi.waitFor(() => expect(seen?.aborted).toBe(false));
    controller.abort();
    await expect(asked).rejects.toBe(controller.signal.reason);
    await vi.waitFor(() => expect(seen!.aborted).toBe(true));
    search.close();
  });

  it('asks inline what the worker does not serve', async () => {
    const { worker, terminate } = aWorker({ open: () => null });
    const { search, openInline } = aWorkerSearch({ startWorker: () => worker });
    expect((await search.query('refund', { locale: 'en' })).total).toBe(1);
    expect([terminate.mock.calls.length, openInline.mock.calls.length]).toEqual([1, 1]);
  });

  it('asks inline when the articles cannot be cloned', async () => {
    const articles = [{ ...demoArticles[0]!, extra: () => {} }];
    const { search } = aWorkerSearch({
      open: { kind: 'live', articles },
      openInline: () => createLiveSearch(articles),
    });
    expect((await search.query('忘记密码')).total).toBe(1);
  });

  it('asks inline what cannot be cloned, and the worker what comes after', async () => {
    const { search, openInline } = aWorkerSearch();
    const kinds = new Proxy(['article' as const], {});
    expect((await search.query('refund', { locale: 'en', kinds })).total).toBe(1);
    await search.query('refund', { locale: 'en' });
    expect(openInline).toHaveBeenCalledOnce();
    search.close();
  });

  it('tells of a newer pack', async () => {
    const onUpdate = vi.fn();
    let update = (): void => {};
    const { worker } = aWorker({
      open: async (_, updated) => {
        update = updated;
        return createLiveSearch(demoArticles);
      },
    });
    const { search } = aWorkerSearch({ startWorker: () => worker, onUpdate });
    await search.browse();
    update();
    await vi.waitFor(() => expect(onUpdate).toHaveBeenCalledOnce());
    search.close();
  });

  it('ends the worker and its timer when closed, and rejects from then on', async () => {
    const { worker, terminate } = aWorker({ silent: true });
    const { search, env, openInline } = aWorkerSearch({ startWorker: () => worker });
    const open = search.query('refund');
    search.close();
    await expect(open).rejects.toMatchObject({ code: 'unavailable', retryable: false });
    await expect(search.browse()).rejects.toMatchObject({ code: 'unavailable' });
    expect([terminate.mock.calls.length, env.timerCount(), openInline.mock.calls.length]).toEqual([1, 0, 0]);
  });
});

describe('serveSearch', () => {
  it('takes an update that comes before the search has opened for no refusal', async () => {
    const { worker } = aWorker({
      open: async (_, onUpdate) => {
        onUpdate();
        return createLiveSearch(demoArticles);
      },
    });
    const { search, openInline } = aWorkerSearch({ startWorker: () => worker });
    expect((await search.query('refund', { locale: 'en' })).total).toBe(1);
    expect(openInline).not.toHaveBeenCalled();
    search.close();
  });

  it('does not answer messages of another version', async () => {
    const { worker, terminate } = aWorker();
    const heard: unknown[] = [];
    worker.onmessage = ({ data }: MessageEvent) => heard.push(data);
    for (const message of [null, 5, { v: 2, open: target }, { v: 2, id: 0, call: ['browse', [], {}] }, { v: 1 }])
      worker.postMessage(message);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(heard).toEqual([{ v: 1 }]);
    terminate();
  });
});
