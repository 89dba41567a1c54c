// What waits in the outbox when the browser has thrown its database away.
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { KeyValueStore } from '../contracts.js';
import { createCacheStore } from '../storage/cache-store.js';
import { createIdbStore } from '../storage/idb-store.js';
import { withMirror } from '../storage/mirrored-store.js';
import { createFakeCaches, type FakeCaches } from '../testing/fake-caches.js';
import { createFakeEnv, type FakeEnv } from '../testing/fake-env.js';
import { clearLocalData, OUTBOX_KEY } from './outbox-shelf.js';
import { aDurableStore, aStage } from './testing/builders.js';

const photo = { name: 'photo.png', type: 'image/png', data: new Blob(['bytes']) };
const aMessage = (body: string) => ({ kind: 'message', conversation: 'a', key: body, body }) as const;

describe('an outbox with a mirror, after its database is gone', () => {
  let fake: FakeCaches;
  let env: FakeEnv;
  beforeEach(() => {
    fake = createFakeCaches();
    env = createFakeEnv();
    vi.stubGlobal('caches', fake.caches);
    vi.stubGlobal('origin', 'https://shop.example');
  });
  afterEach(() => vi.unstubAllGlobals());

  /** A page on `primary`, with the mirror that outlives all of them. */
  const openPage = (primary: KeyValueStore = aDurableStore()) => {
    const isMirrored = (key: string): boolean => key === OUTBOX_KEY;
    const storage = withMirror(primary, createCacheStore('shop'), { env, isMirrored });
    return aStage({ env, storage });
  };

  it('sends what waited, with the same keys, in order, and once', async () => {
    env.setOnline(false);
    const before = openPage();
    const ending = before.open();
    for (const body of ['1', '2']) expect(await ending.put(aMessage(body))).toEqual({ key: body, durable: true });
    ending.destroy();

    const after = openPage();
    const outbox = after.open();
    await after.settle();
    expect(outbox.items.get().map(({ key, body }) => [key, body])).toEqual([
      ['1', '1'],
      ['2', '2'],
    ]);
    env.setOnline(true);
    await env.advance(1000);
    await after.settle();
    await after.answer();
    await after.answer();
    await env.advance(60_000);
    expect(after.sent.map(({ item }) => item.key)).toEqual(['1', '2']);
    expect(outbox.items.get()).toEqual([]);
    expect(JSON.stringify(fake.texts('shop'))).not.toContain('body');
  });

  it('sends what was under way again with its key, and knows what was taken', async () => {
    const before = openPage();
    const ending = before.open();
    await ending.put({ kind: 'ticket', body: 'taken', key: 'taken' });
    await before.settle();
    await before.answer();
    await ending.put({ kind: 'ticket', body: 'under way', key: 'under way' });
    await before.settle();
    ending.destroy();

    const after = openPage();
    const outbox = after.open();
    await outbox.put({ kind: 'ticket', body: 'taken', key: 'taken' });
    await env.advance(31_000);
    await after.settle();
    expect(after.sent.map(({ item }) => item.key)).toEqual(['under way']);
  });

  it('shows a ticket whose files are gone as not sent, with its text and a code, however often it is tried', async () => {
    env.setOnline(false);
    const ending = openPage().open();
    await ending.put({ kind: 'ticket', body: { text: 'broken' }, key: 'mine', blobs: [photo] });
    ending.destroy();
    expect(JSON.stringify(fake.texts('shop'))).not.toContain('bytes');

    env.setOnline(true);
    const after = openPage();
    const outbox = after.open();
    const shown = { key: 'mine', body: { text: 'broken' }, state: 'dead', lastError: 'internal' };
    await after.settle();
    expect(outbox.items.get()).toMatchObject([shown]);
    await outbox.retry('mine');
    await after.settle();
    expect(outbox.items.get()).toMatchObject([shown]);
    expect(after.sent).toEqual([]);
    await outbox.put({ kind: 'ticket', body: { text: 'next' }, key: 'next' });
    await after.settle();
    expect(after.sent.map(({ item }) => item.key)).toEqual(['next']);
  });

  it('brings nothing back that the customer has removed or cleared', async () => {
    env.setOnline(false);
    const before = openPage();
    const ending = before.open();
    for (const body of ['removed', 'cleared']) await ending.put(aMessage(body));
    await ending.remove('removed');
    expect(JSON.stringify(fake.texts('shop'))).not.toContain('removed');
    ending.destroy();
    await clearLocalData(before.storage);
    const after = openPage();
    const outbox = after.open();
    await after.settle();
    expect(outbox.items.get()).toEqual([]);
  });

  it('stands over IndexedDB, which another tab may have filled meanwhile', async () => {
    vi.stubGlobal('indexedDB', new IDBFactory());
    env.setOnline(false);
    const ending = openPage(createIdbStore('desk', { env })).open();
    await ending.put(aMessage('1'));
    ending.destroy();

    vi.stubGlobal('indexedDB', new IDBFactory());
    const tabs = [1, 2].map(() => openPage(createIdbStore('desk', { env })).open());
    await Promise.all(tabs.map((tab, place) => tab.put(aMessage(`new ${place}`))));
    const kept = (await createIdbStore('desk', { env }).get(OUTBOX_KEY)) as { items: { key: string }[] };
    expect(kept.items[0]!.key).toBe('1');
    expect(kept.items.map(({ key }) => key).sort()).toEqual(['1', 'new 0', 'new 1']);
  });
});
