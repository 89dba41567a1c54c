import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeCaches, type FakeCaches } from '../testing/fake-caches.js';
import { createCacheStore } from './cache-store.js';

const put = (value: unknown) => () => value;
const NAME = 'shop';

let fake: FakeCaches;
beforeEach(() => {
  fake = createFakeCaches();
  vi.stubGlobal('caches', fake.caches);
  vi.stubGlobal('origin', 'https://shop.example');
});
afterEach(() => vi.unstubAllGlobals());

describe('createCacheStore', () => {
  it('keeps what JSON can hold for the next page, and promises nothing', async () => {
    const values = { book: { items: [{ text: '打不开', at: 1 }], none: null }, '/ ?#%': false, b: 0 };
    for (const [key, value] of Object.entries(values)) await createCacheStore(NAME).update(key, put(value));
    const next = createCacheStore(NAME);
    for (const [key, value] of Object.entries(values)) expect(await next.get(key)).toEqual(value);
    expect(await next.keys()).toEqual(['/ ?#%', 'b', 'book']);
    expect(next.durable).toBe(false);
    expect(await createCacheStore('other').keys()).toEqual([]);
  });

  it('makes no cache by looking', async () => {
    const store = createCacheStore(NAME);
    expect([await store.get('a'), await store.keys()]).toEqual([undefined, []]);
    expect(await fake.caches.has(NAME)).toBe(false);
  });

  it('hands the old value to `change`, and leaves nothing of it behind', async () => {
    const store = createCacheStore(NAME);
    const seen: unknown[] = [];
    for (const value of ['one', 'two', 'three']) {
      await store.update('a', (old) => {
        seen.push(old);
        return value;
      });
    }
    expect(seen).toEqual([undefined, 'one', 'two']);
    expect(fake.texts(NAME)).toEqual({ '/helpkiosk-copy/a?3': '"three"' });
  });

  it('deletes for undefined, also what is not there', async () => {
    const store = createCacheStore(NAME);
    await store.update('a', put(1));
    await store.update('a', put(undefined));
    await store.update('b', put(undefined));
    expect(fake.texts(NAME)).toEqual({});
  });

  it.each([
    ['before the new value was whole', '"ne', 'old'],
    ['before the old value was deleted', '"new"', 'new'],
  ])('reads what is whole where a browser was ended %s', async (_, text, value) => {
    const store = createCacheStore(NAME);
    for (let left = 9; left > 0; left--) await store.update('a', put('old'));
    fake.put(NAME, 'https://shop.example/helpkiosk-copy/a?10', text);
    expect(await store.get('a')).toBe(value);
    await store.update('a', put('next'));
    expect(fake.texts(NAME)).toEqual({ '/helpkiosk-copy/a?11': '"next"' });
  });

  it('reads the entry before where the newest cannot be read at all', async () => {
    const store = createCacheStore(NAME);
    await store.update('a', put('old'));
    fake.put(NAME, 'https://shop.example/helpkiosk-copy/a?2', 'unreadable');
    expect(await store.get('a')).toBe('old');
  });

  it.each([
    ['there are no caches', undefined],
    [
      'caches throw',
      { has: () => Promise.resolve(true), open: () => Promise.reject(new DOMException('', 'SecurityError')) },
    ],
  ])('is empty, and does nothing, where %s', async (_, caches) => {
    vi.stubGlobal('caches', caches);
    const store = createCacheStore(NAME);
    await store.update('a', put(1));
    expect([await store.get('a'), await store.keys()]).toEqual([undefined, []]);
  });

  it('does nothing with what JSON cannot hold', async () => {
    const store = createCacheStore(NAME);
    await store.update('a', put('old'));
    await store.update('a', put(1n));
    expect(await store.get('a')).toBe('old');
  });
});
