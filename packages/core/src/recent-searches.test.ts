import { describe, expect, it } from 'vitest';
import type { KeyValueStore } from './contracts.js';
import { AT_HOME, navigate, type NavigationEvent } from './navigation.js';
import { createRecentSearches } from './recent-searches.js';
import { createMemoryStore } from './storage/memory-store.js';
import { createStore } from './store.js';

const settled = () => new Promise((resolve) => setTimeout(resolve));

async function aDevice(store: KeyValueStore = createMemoryStore()) {
  const navigation = createStore(AT_HOME);
  const searches = createRecentSearches(navigation, store);
  await settled();
  const send = (event: NavigationEvent): void => navigation.update((now) => navigate(now, event));
  const searchAndRead = (text: string): void => {
    send({ type: 'type', text });
    send({ type: 'go', view: { name: 'article', articleId: 'a' } });
    send({ type: 'go', view: { name: 'home' } });
  };
  return { store, searches, send, searchAndRead };
}

describe('createRecentSearches', () => {
  it('keeps what led to an article, newest first, each once, five at the most', async () => {
    const { searches, searchAndRead } = await aDevice();
    for (const text of ['one', 'two', 'three', 'one', 'four', 'five', 'six']) searchAndRead(text);
    expect(searches.recent.get()).toEqual(['six', 'five', 'four', 'one', 'three']);
  });

  it('does not keep what was only typed', async () => {
    const { searches, send } = await aDevice();
    send({ type: 'type', text: 'ref' });
    send({ type: 'type', text: 'refund' });
    send({ type: 'back' });
    send({ type: 'go', view: { name: 'article', articleId: 'a' } });
    expect(searches.recent.get()).toEqual([]);
  });

  it('finds them again on the next visit', async () => {
    const { store, searchAndRead } = await aDevice();
    searchAndRead('退款');
    await settled();
    expect((await aDevice(store)).searches.recent.get()).toEqual(['退款']);
  });

  it('forgets them on the device too, and brings them back', async () => {
    const { store, searches, searchAndRead } = await aDevice();
    searchAndRead('one');
    searchAndRead('two');
    const undo = searches.forget();
    await settled();
    expect([searches.recent.get(), (await aDevice(store)).searches.recent.get()]).toEqual([[], []]);
    searchAndRead('three');
    undo();
    await settled();
    expect((await aDevice(store)).searches.recent.get()).toEqual(['three', 'two', 'one']);
  });

  it('takes nothing of a store that others have written to but texts', async () => {
    const store = createMemoryStore();
    await store.update('recent-searches', () => ['good', 3, '', null, 'x'.repeat(201)]);
    expect((await aDevice(store)).searches.recent.get()).toEqual(['good']);
    await store.update('recent-searches', () => 'text');
    expect((await aDevice(store)).searches.recent.get()).toEqual([]);
  });

  it('works without a store that works', async () => {
    const refuse = () => Promise.reject(new Error('no'));
    const { searches, searchAndRead } = await aDevice({ durable: false, get: refuse, keys: refuse, update: refuse });
    searchAndRead('one');
    await settled();
    expect(searches.recent.get()).toEqual(['one']);
  });
});
