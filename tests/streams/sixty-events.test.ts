import { createHostAdapter } from '@helpkiosk/adapters';
import { createBrowserEnv, type ConversationEvent, type Env } from '@helpkiosk/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startCuttingProxy, type CuttingProxy } from './cutting-proxy.js';
import { conversationEvents, startSmallHost, type Listening } from './small-host.js';

const COUNT = 60;
/** Back-off passes a hundred times as fast; what guards against silence is as long as ever. */
function aQuickEnv(): Env {
  const env = createBrowserEnv();
  return { ...env, setTimer: (run, afterMs) => env.setTimer(run, afterMs > 30_000 ? afterMs : afterMs / 100) };
}

async function hearAll(url: string) {
  const heard: ConversationEvent[] = [];
  const modes: string[] = [];
  const counting: typeof fetch = (input, init) => {
    if (String(input).includes('/events')) modes.push(String(input).includes('wait=') ? 'poll' : 'stream');
    return fetch(input, init);
  };
  const adapter = createHostAdapter({ url, env: aQuickEnv(), fetch: counting });
  const input = { conversationId: 'c1', emit: (event: ConversationEvent) => void heard.push(event) };
  await adapter.watchConversation!(input, new AbortController());
  return { heard, modes };
}

describe('sixty events', { timeout: 60_000 }, () => {
  let host: Listening;
  let proxy: CuttingProxy | null = null;
  const uncaught: unknown[] = [];
  const lines: unknown[] = [];
  const keep = (error: unknown): void => void uncaught.push(error);

  beforeEach(async () => {
    host = await startSmallHost(COUNT);
    uncaught.length = lines.length = 0;
    for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
      vi.spyOn(console, name).mockImplementation((...line) => void lines.push(line));
    process.on('unhandledRejection', keep).on('uncaughtException', keep);
  });
  /** What is still under way breaks off, and what goes wrong by that is heard. */
  const close = async (): Promise<void> => {
    await proxy?.close();
    await host.close();
    await new Promise((resolve) => setImmediate(resolve));
  };
  afterEach(async () => {
    await close();
    process.off('unhandledRejection', keep).off('uncaughtException', keep);
    vi.restoreAllMocks();
    proxy = null;
  });

  it('come whole through a proxy that cuts every 7th, inside a Chinese character or before the flush', async () => {
    proxy = await startCuttingProxy(host.url);
    const { heard, modes } = await hearAll(proxy.url);
    await close();
    expect(heard).toEqual(conversationEvents(COUNT));
    expect(modes.includes('poll')).toBe(false);
    expect(Math.min(proxy.cuts.inside, proxy.cuts.unflushed), 'cuts of both kinds').toBeGreaterThanOrEqual(4);
    expect([uncaught, lines]).toEqual([[], []]);
  });

  it('come whole by long polls where no stream comes through, and answers are cut too', async () => {
    proxy = await startCuttingProxy(host.url, { flushes: false });
    const { heard, modes } = await hearAll(proxy.url);
    await close();
    expect(heard).toEqual(conversationEvents(COUNT));
    expect(modes.slice(0, 4)).toEqual(['stream', 'stream', 'stream', 'poll']);
    expect(proxy.cuts.answers, 'answers that were cut').toBeGreaterThanOrEqual(4);
    expect([uncaught, lines]).toEqual([[], []]);
  });

  it('are let go of at once when nobody wants them any more', async () => {
    const controller = new AbortController();
    const heard: unknown[] = [];
    const adapter = createHostAdapter({ url: host.url, env: aQuickEnv(), fetch });
    const emit = (event: unknown): void => {
      if (heard.push(event) === 10) controller.abort();
    };
    const watched = adapter.watchConversation!({ conversationId: 'c1', emit }, controller);
    await expect(watched).rejects.toMatchObject({ name: 'AbortError' });
    await close();
    expect([heard.length, uncaught, lines]).toEqual([10, [], []]);
  });
});
