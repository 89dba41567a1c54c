import { createEmitter, createMemoryStore, createStore, type HelpEvents, type KeyValueStore } from '@helpkiosk/core';
import { createFakeEnv } from '@helpkiosk/core/testing';
import { afterEach, expect, describe, it, vi } from 'vitest';
import { openDesk } from './desk.js';

/** Caches of the browser, as far as the desk's copy goes: what was put, by address. */
function aCacheStorage() {
  const entries = new Map<string, string>();
  const cache = {
    keys: async () => [...entries.keys()].map((url) => new Request(url)),
    match: async ({ url }: Request) => (entries.has(url) ? new Response(entries.get(url)) : undefined),
    put: async (url: string, response: Response) => void entries.set(url, await response.text()),
    delete: async ({ url }: Request) => entries.delete(url),
  };
  return {
    entries,
    caches: {
      has: async () => true,
      open: async (name: string) => (name === 'copy' ? cache : Promise.reject(new Error(name))),
    },
  };
}

const aDevice = (): KeyValueStore => ({ ...createMemoryStore(), durable: true });

function open(store: KeyValueStore) {
  const env = createFakeEnv();
  env.setOnline(false);
  const help = { stores: { config: createStore({ locale: 'en', name: 'shop' }) } };
  return openDesk({
    ...{ env, store, copyName: 'copy', adapter: undefined, events: createEmitter<HelpEvents>() },
    help: help as unknown as Parameters<typeof openDesk>[0]['help'],
    readContext: () => ({ searches: [], articles: [], facts: {} }) as never,
  });
}

afterEach(() => vi.unstubAllGlobals());

describe('openDesk', () => {
  it('has what was not sent back after the browser has lost its database, until it is cleared', async () => {
    const { entries, caches } = aCacheStorage();
    vi.stubGlobal('caches', caches);
    vi.stubGlobal('origin', 'https://shop.example');
    const before = await open(aDevice());
    const key = await before.rate('T-1', { score: 4, text: 'quick' });
    before.destroy();
    const after = await open(aDevice());
    expect(after.items.get()).toMatchObject([{ key, kind: 'rating', body: { text: 'quick' } }]);
    await after.clear();
    after.destroy();
    expect([...entries]).toEqual([]);
  });

  it('keeps no copy where nothing is to be kept', async () => {
    const { entries, caches } = aCacheStorage();
    vi.stubGlobal('caches', caches);
    vi.stubGlobal('origin', 'https://shop.example');
    const desk = await open(createMemoryStore());
    await desk.rate('T-1', { score: 4 });
    desk.destroy();
    expect([...entries]).toEqual([]);
  });
});
