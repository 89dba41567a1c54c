import { describe, expect, it } from 'vitest';
import { createMemoryStore } from './storage/memory-store.js';
import { createVideoPlaces } from './video-places.js';

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('createVideoPlaces', () => {
  it('keeps the newest place of each video, newest first', async () => {
    const store = createMemoryStore();
    const { keep, places } = createVideoPlaces(store);
    await settle();
    keep('a.webm', 1000);
    keep('b.webm', 2000);
    keep('a.webm', 3000);
    const wanted = [
      { url: 'a.webm', atMs: 3000 },
      { url: 'b.webm', atMs: 2000 },
    ];
    expect(places.get()).toEqual(wanted);
    await settle();
    expect(await store.get('video-places')).toEqual(wanted);
  });

  it('reads what an earlier visit kept, and what was kept since goes before it', async () => {
    const store = createMemoryStore();
    await store.update('video-places', () => [
      { url: 'a.webm', atMs: 1000 },
      { url: 'b.webm', atMs: 2000 },
    ]);
    const { keep, places } = createVideoPlaces(store);
    keep('b.webm', 5000);
    await settle();
    expect(places.get()).toEqual([
      { url: 'b.webm', atMs: 5000 },
      { url: 'a.webm', atMs: 1000 },
    ]);
  });

  it('keeps fifty', async () => {
    const { keep, places } = createVideoPlaces(createMemoryStore());
    await settle();
    for (let count = 1; count <= 60; count++) keep(`${count}.webm`, count);
    expect(places.get()).toHaveLength(50);
    expect(places.get()[0]).toEqual({ url: '60.webm', atMs: 60 });
  });

  it('forgets one that is at its beginning, and all of them until they are brought back', async () => {
    const store = createMemoryStore();
    const { keep, forget, places } = createVideoPlaces(store);
    await settle();
    keep('a.webm', 1000);
    keep('b.webm', 1000);
    keep('a.webm', 0);
    expect(places.get()).toEqual([{ url: 'b.webm', atMs: 1000 }]);
    const bringBack = forget();
    expect(places.get()).toEqual([]);
    await settle();
    expect(await store.get('video-places')).toEqual([]);
    bringBack();
    expect(places.get()).toEqual([{ url: 'b.webm', atMs: 1000 }]);
  });

  it.each([null, 'text', [null, 1, { url: 5, atMs: 1 }, { url: 'a', atMs: -1 }, { url: '', atMs: 1 }, { url: 'a', atMs: '1' }]])(
    'reads nothing from a store that holds %j',
    async (kept) => {
      const store = createMemoryStore();
      await store.update('video-places', () => kept);
      const { places } = createVideoPlaces(store);
      await settle();
      expect(places.get()).toEqual([]);
    },
  ); // prettier-ignore

  it('keeps no instant that is none', async () => {
    const { keep, places } = createVideoPlaces(createMemoryStore());
    for (const atMs of [NaN, Infinity, -1]) keep('a.webm', atMs);
    keep('a'.repeat(2001), 5);
    expect(places.get()).toEqual([]);
  });

  it('goes on without its store', async () => {
    const broken = {
      get: () => Promise.reject(new Error('no')),
      update: () => Promise.reject(new Error('no')),
      keys: () => Promise.resolve([]),
      durable: false,
    };
    const { keep, places } = createVideoPlaces(broken);
    keep('a.webm', 1000);
    await settle();
    expect(places.get()).toEqual([{ url: 'a.webm', atMs: 1000 }]);
  });
});
