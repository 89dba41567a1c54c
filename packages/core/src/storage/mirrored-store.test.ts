import { describe, expect, it, vi } from 'vitest';
import type { KeyValueStore } from '../contracts.js';
import { HelpError } from '../errors.js';
import { clearLocalData } from '../outbox/outbox-shelf.js';
import { aDurableStore } from '../outbox/testing/builders.js';
import { createDeferred } from '../testing/deferred.js';
import { createFakeEnv } from '../testing/fake-env.js';
import { withMemoryFallback } from './memory-fallback.js';
import { createMemoryStore } from './memory-store.js';
import { withMirror } from './mirrored-store.js';

const put = (value: unknown) => () => value;
const unavailable = new HelpError('storage-unavailable');

async function aStoreWith(values: Record<string, unknown>, store = createMemoryStore()): Promise<KeyValueStore> {
  for (const [key, value] of Object.entries(values)) await store.update(key, put(value));
  return store;
}

async function valuesOf(store: KeyValueStore): Promise<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const key of await store.keys()) values[key] = await store.get(key);
  return values;
}

const aDeadStore = (): KeyValueStore => ({
  durable: true,
  get: () => Promise.reject(unavailable),
  keys: () => Promise.reject(unavailable),
  update: () => Promise.reject(unavailable),
});

describe('withMirror', () => {
  const isMirrored = (key: string): boolean => key === 'book';

  it('writes what is mirrored to both by the time it is fulfilled, and the rest to the primary', async () => {
    const [primary, mirror] = [aDurableStore(), createMemoryStore()];
    const store = withMirror(primary, mirror, { env: createFakeEnv(), isMirrored });
    await store.update('book', put({ text: 'a' }));
    await store.update('files', put('bytes'));
    expect(await valuesOf(primary)).toEqual({ book: { text: 'a' }, files: 'bytes' });
    expect(await valuesOf(mirror)).toEqual({ book: { text: 'a' } });
    await store.update('book', put(undefined));
    expect(await valuesOf(mirror)).toEqual({});
    expect(store.durable).toBe(true);
  });

  it('copies after the commit, and not at all without one', async () => {
    const [primary, mirror] = [aDurableStore(), await aStoreWith({ book: 'copy' })];
    await primary.update('book', put('old'));
    const store = withMirror(primary, mirror, { env: createFakeEnv(), isMirrored });
    const failing = store.update('book', () => {
      throw unavailable;
    });
    await expect(failing).rejects.toBe(unavailable);
    expect(await mirror.get('book')).toBe('copy');
  });

  it('leaves no timer', async () => {
    const env = createFakeEnv();
    const store = withMirror(aDurableStore(), await aStoreWith({ book: 1 }), { env, isMirrored });
    await store.update('book', put(2));
    await clearLocalData(store);
    expect(env.timerCount()).toBe(0);
  });

  describe('at the first use', () => {
    it('fills a primary that has lost what is mirrored, once', async () => {
      const [primary, mirror] = [aDurableStore(), await aStoreWith({ book: 'copy', files: 'no' })];
      await primary.update('other', put(1));
      const store = withMirror(primary, mirror, { env: createFakeEnv(), isMirrored });
      expect(await store.get('book')).toBe('copy');
      expect(await valuesOf(primary)).toEqual({ book: 'copy', other: 1 });
      await primary.update('book', put(undefined));
      expect(await store.get('book')).toBeUndefined();
    });

    it('believes a primary that has something', async () => {
      const [primary, mirror] = [aDurableStore(), await aStoreWith({ book: 'copy' })];
      await primary.update('book', put('newer'));
      const store = withMirror(primary, mirror, { env: createFakeEnv(), isMirrored });
      expect(await store.get('book')).toBe('newer');
    });

    it('hands what came back to `change`', async () => {
      const store = withMirror(aDurableStore(), await aStoreWith({ book: 1 }), { env: createFakeEnv(), isMirrored });
      await store.update('book', (old) => (old as number) + 1);
      expect(await store.get('book')).toBe(2);
    });

    it('leaves what another tab has made of the copy meanwhile', async () => {
      const [primary, mirror] = [aDurableStore(), await aStoreWith({ book: 1 })];
      const env = createFakeEnv();
      const gate = createDeferred<void>();
      const get = (key: string) => mirror.get(key).then((value) => gate.promise.then(() => value));
      const slow = withMirror(primary, { ...mirror, get }, { env, isMirrored });
      const updating = slow.update('book', (old) => (old as number) + 1);
      await env.settle();
      await withMirror(primary, mirror, { env, isMirrored }).update('book', (old) => (old as number) + 1);
      gate.resolve();
      await updating;
      expect([await primary.get('book'), await mirror.get('book')]).toEqual([3, 3]);
    });

    it('asks anew after a primary that did not answer', async () => {
      const [inner, mirror] = [aDurableStore(), await aStoreWith({ book: 'copy' })];
      const keys = vi.fn(inner.keys).mockRejectedValueOnce(unavailable);
      const store = withMirror({ ...inner, keys }, mirror, { env: createFakeEnv(), isMirrored });
      await expect(store.get('book')).rejects.toBe(unavailable);
      expect(await store.get('book')).toBe('copy');
    });
  });

  describe('while the primary is memory', () => {
    it('neither reads the copy nor touches it', async () => {
      const mirror = await aStoreWith({ book: 'copy' });
      const store = withMirror(withMemoryFallback(aDeadStore()), mirror, { env: createFakeEnv(), isMirrored });
      expect(await store.get('book')).toBeUndefined();
      await store.update('book', put('here'));
      await store.update('book', put(undefined));
      expect(await mirror.get('book')).toBe('copy');
      expect(store.durable).toBe(false);
    });

    it('leaves the copy alone from the moment when the primary is lost', async () => {
      let isLost = false;
      const inner = aDurableStore();
      const primary = withMemoryFallback({
        ...inner,
        update: (key, change) => (isLost ? Promise.reject(unavailable) : inner.update(key, change)),
      });
      const mirror = createMemoryStore();
      const store = withMirror(primary, mirror, { env: createFakeEnv(), isMirrored });
      await store.update('book', put('kept'));
      isLost = true;
      await store.update('book', put('here alone'));
      expect(await mirror.get('book')).toBe('kept');
    });
  });

  it('deletes nothing in the mirror for an update that leaves nothing as it was', async () => {
    const mirror = createMemoryStore();
    const store = withMirror(aDurableStore(), mirror, { env: createFakeEnv(), isMirrored });
    await store.keys();
    await mirror.update('book', put('copy that came late'));
    await store.update('book', (old) => old);
    expect(await mirror.get('book')).toBe('copy that came late');
  });

  it('ends with the newest value in the mirror when another tab is faster', async () => {
    const [primary, mirror] = [aDurableStore(), createMemoryStore()];
    const gate = createDeferred<void>();
    const slow: KeyValueStore = {
      ...mirror,
      async update(key, change) {
        await gate.promise;
        await mirror.update(key, change);
      },
    };
    const env = createFakeEnv();
    const first = withMirror(primary, slow, { env, isMirrored }).update('book', put('old'));
    await env.settle();
    await withMirror(primary, mirror, { env, isMirrored }).update('book', put('new'));
    gate.resolve();
    await first;
    expect(await mirror.get('book')).toBe('new');
  });

  describe('a mirror', () => {
    it('that fails changes nothing', async () => {
      const primary = aDurableStore();
      const store = withMirror(primary, aDeadStore(), { env: createFakeEnv(), isMirrored });
      await store.update('book', put(1));
      expect(await store.get('book')).toBe(1);
      await clearLocalData(store);
      expect(await primary.keys()).toEqual([]);
    });

    it('that hangs is waited for a second, once, and has the newest value when it comes back', async () => {
      const env = createFakeEnv();
      const gate = createDeferred<void>();
      const inner = createMemoryStore();
      const mirror: KeyValueStore = {
        ...inner,
        async update(key, change) {
          await gate.promise;
          await inner.update(key, change);
        },
      };
      const store = withMirror(aDurableStore(), mirror, { env, isMirrored });
      let isSaved = false;
      const saving = store.update('book', put(1)).then(() => (isSaved = true));
      await env.advance(999);
      expect(isSaved).toBe(false);
      await env.advance(1);
      await saving;
      await store.update('book', put(2));
      expect(env.timerCount()).toBe(0);
      gate.resolve();
      await env.settle();
      expect(await inner.get('book')).toBe(2);
      await store.update('book', put(3));
      expect(await inner.get('book')).toBe(3);
    });

    it('that hangs from the start is as good as none', async () => {
      const env = createFakeEnv();
      const silent = (): Promise<never> => new Promise(() => {});
      const store = withMirror(
        aDurableStore(),
        { durable: false, get: silent, keys: silent, update: silent },
        { env, isMirrored },
      );
      const saving = store.update('book', put(1));
      await env.advance(2000);
      await saving;
      expect(await store.get('book')).toBe(1);
    });
  });

  describe('clearLocalData', () => {
    it('empties both', async () => {
      const [primary, mirror] = [aDurableStore(), createMemoryStore()];
      const store = withMirror(primary, mirror, { env: createFakeEnv(), isMirrored });
      await store.update('book', put(1));
      await store.update('files', put(2));
      await clearLocalData(store);
      expect([await primary.keys(), await mirror.keys()]).toEqual([[], []]);
    });

    it('empties the mirror of a store that is out of reach', async () => {
      const mirror = await aStoreWith({ book: 'copy' });
      const store = withMirror(withMemoryFallback(aDeadStore()), mirror, { env: createFakeEnv(), isMirrored });
      await clearLocalData(store);
      expect(await mirror.keys()).toEqual([]);
      const broken = withMirror(aDeadStore(), await aStoreWith({ book: 'copy' }, mirror), { env: createFakeEnv() });
      await expect(clearLocalData(broken)).rejects.toBe(unavailable);
      expect(await mirror.keys()).toEqual([]);
    });
  });
});
