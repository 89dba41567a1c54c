import { describe, expect, it, vi } from 'vitest';
import type { HelpErrorCode, KeyValueStore } from '../contracts.js';
import { HelpError } from '../errors.js';
import { withMemoryFallback } from './memory-fallback.js';
import { createMemoryStore } from './memory-store.js';

/** A durable store that fails with `code` while `broken()` says so. */
function aStore(broken: () => boolean, code: HelpErrorCode = 'storage-unavailable') {
  const inner = createMemoryStore();
  const orFail = async <T>(run: () => Promise<T>): Promise<T> => {
    if (broken()) throw new HelpError(code);
    return run();
  };
  const store: KeyValueStore = {
    durable: true,
    get: vi.fn((key: string) => orFail(() => inner.get(key))),
    keys: () => orFail(() => inner.keys()),
    update: (key, change) => orFail(() => inner.update(key, change)),
  };
  return store;
}

describe('withMemoryFallback', () => {
  it('is the store itself while that works', async () => {
    const inner = aStore(() => false);
    const store = withMemoryFallback(inner);
    await store.update('a', () => 1);
    expect(await inner.get('a')).toBe(1);
    expect(store.durable).toBe(true);
  });

  it('goes on in memory, and says so, once storage is unavailable', async () => {
    const inner = aStore(() => true);
    const store = withMemoryFallback(inner);
    await Promise.all([store.update('a', () => 1), store.update('b', () => 2)]);
    expect(store.durable).toBe(false);
    expect(await store.keys()).toEqual(['a', 'b']);
    expect(await store.get('a')).toBe(1);
    expect(inner.get).not.toHaveBeenCalled();
  });

  it('stays in memory when storage comes back', async () => {
    let isBroken = true;
    const store = withMemoryFallback(aStore(() => isBroken));
    await store.update('a', () => 1);
    isBroken = false;
    expect(await store.get('a')).toBe(1);
    expect(store.durable).toBe(false);
  });

  it.each(['storage-full', 'internal'] as const)('passes %s through and keeps the store', async (code) => {
    const store = withMemoryFallback(aStore(() => true, code));
    await expect(store.update('a', () => 1)).rejects.toMatchObject({ code });
    expect(store.durable).toBe(true);
  });

  it('passes on what `change` throws', async () => {
    const failure = new Error('change');
    const store = withMemoryFallback(aStore(() => false));
    const failing = store.update('a', () => {
      throw failure;
    });
    await expect(failing).rejects.toBe(failure);
    expect(store.durable).toBe(true);
  });
});
