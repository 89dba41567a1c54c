import { forceCloseDatabase, IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createFakeEnv } from '../testing/fake-env.js';
import { createIdbStore } from './idb-store.js';

const put = (value: unknown) => () => value;
const unavailable = { code: 'storage-unavailable' };

/** What a call ended in, without waiting for it. */
function watch(call: Promise<unknown>) {
  const seen: { error?: unknown; value?: unknown } = {};
  call.then(
    (value) => (seen.value = value),
    (error: unknown) => (seen.error = error),
  );
  return seen;
}

/** The connections that were opened, in order. */
function watchConnections(): IDBDatabase[] {
  const connections: IDBDatabase[] = [];
  const transaction = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
    if (!connections.includes(this)) connections.push(this);
    return transaction.apply(this, args);
  });
  return connections;
}

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('createIdbStore', () => {
  it('keeps its values for the next page', async () => {
    await createIdbStore('shop').update('a', put(1));
    const next = createIdbStore('shop');
    expect(await next.get('a')).toBe(1);
    expect(next.durable).toBe(true);
    expect(await createIdbStore('other').get('a')).toBeUndefined();
  });

  it('touches nothing before it is asked', () => {
    const open = vi.spyOn(indexedDB, 'open');
    createIdbStore('shop');
    expect(open).not.toHaveBeenCalled();
  });

  it('opens one connection for many calls, and leaves no timer', async () => {
    const env = createFakeEnv();
    const open = vi.spyOn(indexedDB, 'open');
    const store = createIdbStore('shop', { env });
    await Promise.all([store.get('a'), store.keys(), store.update('a', put(1))]);
    expect(open).toHaveBeenCalledTimes(1);
    expect(env.timerCount()).toBe(0);
  });

  it('loses no update when two tabs write at once', async () => {
    const tabs = [createIdbStore('shop'), createIdbStore('shop')];
    const increment = (old: unknown) => ((old as number | undefined) ?? 0) + 1;
    await Promise.all(Array.from({ length: 60 }, (_, i) => tabs[i % 2]!.update('count', increment)));
    expect(await tabs[0]!.get('count')).toBe(60);
  });

  it('is fulfilled only after the transaction has completed', async () => {
    const store = createIdbStore('shop');
    await store.get('a');
    const order: string[] = [];
    const transaction = IDBDatabase.prototype.transaction;
    vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (this: IDBDatabase, ...args) {
      const opened = transaction.apply(this, args);
      opened.addEventListener('complete', () => order.push('complete'));
      return opened;
    });
    await store.update('a', put(1)).then(() => order.push('fulfilled'));
    expect(order).toEqual(['complete', 'fulfilled']);
  });

  it.each([
    [{}, 'default'],
    [{ durability: 'strict' }, 'strict'],
  ] as const)('asks with %j for transactions that are %s', async (options, durability) => {
    const store = createIdbStore('shop', options);
    await store.get('a');
    const open = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await store.update('a', put(1));
    expect(open.mock.calls).toEqual([['items', 'readwrite', { durability }]]);
  });

  describe('when opening hangs', () => {
    it('gives up after 1.5 s, and at once from then on', async () => {
      const env = createFakeEnv();
      vi.stubGlobal('indexedDB', { open: () => ({}) });
      const store = createIdbStore('shop', { env });
      const waiting = [watch(store.get('a')), watch(store.keys())];
      await env.advance(1499);
      expect(waiting).toEqual([{}, {}]);
      await env.advance(1);
      for (const { error } of waiting) expect(error).toMatchObject(unavailable);
      const later = watch(store.update('a', put(1)));
      await env.settle();
      expect(later.error).toMatchObject(unavailable);
      expect(env.timerCount()).toBe(0);
    });

    it('writes nothing, and holds no connection, when the answer comes after all', async () => {
      const env = createFakeEnv();
      const real = indexedDB;
      const late: { onsuccess?: () => void; onerror?: () => void; result?: unknown } = {};
      vi.stubGlobal('indexedDB', { open: () => late });
      const store = createIdbStore('shop', { env });
      const change = vi.fn(put(1));
      const failing = watch(store.update('a', change));
      await env.advance(1500);
      expect(failing.error).toMatchObject(unavailable);

      vi.stubGlobal('indexedDB', real);
      await createIdbStore('shop').get('a');
      const close = vi.spyOn(IDBDatabase.prototype, 'close');
      const request = real.open('shop');
      request.onsuccess = () => {
        late.result = request.result;
        late.onsuccess?.();
      };
      await vi.waitFor(() => expect(close.mock.contexts).toEqual([request.result]));
      expect(change).not.toHaveBeenCalled();
      await expect(store.get('a')).rejects.toMatchObject(unavailable);
    });

    it('does not count one long task of the page as silence', async () => {
      const env = createFakeEnv();
      const timers: (() => void)[] = [];
      const store = createIdbStore('shop', {
        env: {
          setTimer(run, afterMs) {
            timers.push(run);
            return env.setTimer(run, afterMs);
          },
        },
      });
      const reading = store.get('a');
      timers[0]!();
      expect(await reading).toBeUndefined();
      expect(timers).toHaveLength(2);
    });
  });

  it.each([
    ['is absent', undefined],
    [
      'throws',
      {
        open() {
          throw new DOMException('denied', 'SecurityError');
        },
      },
    ],
  ])('rejects every call, leaving no timer, where indexedDB %s', async (_, indexedDB) => {
    const env = createFakeEnv();
    vi.stubGlobal('indexedDB', indexedDB);
    const store = createIdbStore('shop', { env });
    for (const call of [() => store.get('a'), () => store.keys(), () => store.update('a', put(1))]) {
      await expect(call()).rejects.toMatchObject(unavailable);
    }
    expect(env.timerCount()).toBe(0);
  });

  it('rejects while opening fails, and works once it succeeds', async () => {
    const open = vi.spyOn(indexedDB, 'open').mockImplementationOnce(() => {
      const request = { error: new DOMException('private window', 'InvalidStateError') } as unknown as IDBOpenDBRequest;
      setTimeout(() => request.onerror!(new Event('error')));
      return request;
    });
    const store = createIdbStore('shop');
    await expect(store.get('a')).rejects.toMatchObject({ ...unavailable, cause: { message: 'private window' } });
    expect(await store.get('a')).toBeUndefined();
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('rejects with storage-full when the quota refuses the value', async () => {
    const store = createIdbStore('shop');
    await store.update('a', put('old'));
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
      throw new DOMException('no space', 'QuotaExceededError');
    });
    await expect(store.update('a', put('big'))).rejects.toMatchObject({ code: 'storage-full', retryable: false });
    expect(await store.get('a')).toBe('old');
  });

  it('rejects with storage-full when the quota aborts the transaction at its end', async () => {
    const store = createIdbStore('shop');
    await store.update('a', put('old'));
    const original = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(function (this: IDBObjectStore, ...args) {
      const request = original.apply(this, args);
      (this.transaction as unknown as { _abort(name: string): void })._abort('QuotaExceededError');
      return request;
    });
    await expect(store.update('a', put('big'))).rejects.toMatchObject({ code: 'storage-full' });
    expect(await store.get('a')).toBe('old');
  });

  describe('when the connection has gone', () => {
    it('opens anew and does the work once', async () => {
      const store = createIdbStore('shop');
      const connections = watchConnections();
      await store.update('a', put(1));
      connections[0]!.close();
      const change = vi.fn((old: unknown) => (old as number) + 1);
      await store.update('a', change);
      expect(change).toHaveBeenCalledTimes(1);
      expect(await store.get('a')).toBe(2);
      expect(connections).toHaveLength(2);
    });

    it('opens anew, under its time-out, after the browser has closed it', async () => {
      const env = createFakeEnv();
      const store = createIdbStore('shop', { env });
      const connections = watchConnections();
      await store.get('a');
      forceCloseDatabase(connections[0] as never);
      await new Promise((resolve) => setTimeout(resolve));
      vi.stubGlobal('indexedDB', { open: () => ({}) });
      const waiting = watch(store.get('a'));
      await env.advance(1500);
      expect(waiting.error).toMatchObject(unavailable);
    });

    it('gives up when a new connection does not help, and tries again at the next call', async () => {
      const store = createIdbStore('shop');
      await store.get('a');
      const lost = (): never => {
        throw new DOMException('connection to the server lost', 'UnknownError');
      };
      const get = vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementationOnce(lost).mockImplementationOnce(lost);
      await expect(store.get('a')).rejects.toMatchObject(unavailable);
      expect(get).toHaveBeenCalledTimes(2);
      expect(await store.get('a')).toBeUndefined();
    });

    it('does not run `change` a second time', async () => {
      const store = createIdbStore('shop');
      await store.update('a', put(1));
      const change = vi.fn(put(2));
      vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementationOnce(() => {
        throw new DOMException('connection to the server lost', 'UnknownError');
      });
      await expect(store.update('a', change)).rejects.toMatchObject(unavailable);
      expect(change).toHaveBeenCalledTimes(1);
      expect(await store.get('a')).toBe(1);
    });
  });

  it('steps aside when another tab deletes the database, and starts anew after', async () => {
    const store = createIdbStore('shop');
    await store.update('a', put(1));
    await new Promise<void>((resolve, reject) => {
      const request = indexedDB.deleteDatabase('shop');
      request.onsuccess = () => resolve();
      request.onblocked = () => reject(new Error('blocked'));
    });
    expect(await store.get('a')).toBeUndefined();
    await store.update('a', put(2));
    expect(await store.get('a')).toBe(2);
  });

  it('is unavailable where a database of that name is not its own', async () => {
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('shop');
      request.onsuccess = () => resolve(request.result.close());
    });
    await expect(createIdbStore('shop').get('a')).rejects.toMatchObject(unavailable);
  });
});
