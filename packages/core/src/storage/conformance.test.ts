// What every KeyValueStore keeps to, whatever it stands on.
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createIdbStore } from './idb-store.js';
import { withMemoryFallback } from './memory-fallback.js';
import { createMemoryStore } from './memory-store.js';

const put = (value: unknown) => () => value;

describe.each([
  ['createMemoryStore', createMemoryStore],
  ['createIdbStore', () => createIdbStore('conformance')],
  ['withMemoryFallback', () => withMemoryFallback(createIdbStore('conformance'))],
])('%s', (_, createStore) => {
  beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));
  afterEach(() => vi.unstubAllGlobals());

  it('is empty at first', async () => {
    const store = createStore();
    expect(await store.get('a')).toBeUndefined();
    expect(await store.keys()).toEqual([]);
  });

  it('gives back what was put in, null and false included', async () => {
    const store = createStore();
    const values = { a: null, b: false, c: { list: [1, new Date(5), new Uint8Array([1])] }, '': 0 };
    for (const [key, value] of Object.entries(values)) await store.update(key, put(value));
    for (const [key, value] of Object.entries(values)) expect(await store.get(key)).toEqual(value);
  });

  it('lists its keys sorted', async () => {
    const store = createStore();
    for (const key of ['b', 'a', '中', 'B', '']) await store.update(key, put(1));
    expect(await store.keys()).toEqual(['', 'B', 'a', 'b', '中']);
  });

  it('deletes for undefined, also what is not there', async () => {
    const store = createStore();
    await store.update('a', put(1));
    await store.update('a', put(undefined));
    await store.update('b', put(undefined));
    expect(await store.keys()).toEqual([]);
  });

  it('hands the old value to `change`', async () => {
    const store = createStore();
    const seen: unknown[] = [];
    for (const value of [1, 2]) {
      await store.update('a', (old) => {
        seen.push(old);
        return value;
      });
    }
    expect(seen).toEqual([undefined, 1]);
  });

  it('loses no update of many at once', async () => {
    const store = createStore();
    const increment = (old: unknown) => ((old as number | undefined) ?? 0) + 1;
    await Promise.all(Array.from({ length: 50 }, () => store.update('count', increment)));
    expect(await store.get('count')).toBe(50);
  });

  it('rejects with the very error of a `change` that throws, and changes nothing', async () => {
    const store = createStore();
    const failure = new Error('not this time');
    await store.update('a', put('old'));
    const failing = store.update('a', () => {
      throw failure;
    });
    await expect(failing).rejects.toBe(failure);
    expect(await store.get('a')).toBe('old');
    await store.update('a', put('new'));
    expect(await store.get('a')).toBe('new');
  });

  it('rejects with `internal` for what cannot be stored, and changes nothing', async () => {
    const store = createStore();
    await store.update('a', put('old'));
    await expect(store.update('a', put({ run() {} }))).rejects.toMatchObject({ code: 'internal' });
    expect(await store.get('a')).toBe('old');
  });

  it('shares no object with its callers', async () => {
    const store = createStore();
    const mine = { list: [1] };
    await store.update('a', put(mine));
    mine.list.push(2);
    ((await store.get('a')) as typeof mine).list.push(3);
    const failing = store.update('a', (old) => {
      (old as typeof mine).list.push(4);
      throw new Error('after all, no');
    });
    await expect(failing).rejects.toThrow();
    expect(await store.get('a')).toEqual({ list: [1] });
  });

  it('behaves as a Map of copies does', async () => {
    const key = fc.constantFrom('a', 'b', 'c');
    const write = fc.tuple(key, fc.option(fc.jsonValue(), { nil: undefined }));
    await fc.assert(
      fc.asyncProperty(fc.array(write, { maxLength: 10 }), async (writes) => {
        vi.stubGlobal('indexedDB', new IDBFactory());
        const store = createStore();
        const model = new Map<string, unknown>();
        for (const [name, value] of writes) {
          await store.update(name, put(value));
          if (value === undefined) model.delete(name);
          else model.set(name, value);
        }
        expect(await store.keys()).toEqual([...model.keys()].sort());
        for (const [name, value] of model) expect(await store.get(name)).toEqual(value);
      }),
      { numRuns: 30 },
    );
  });
});
