// Several tabs, and stores that are damaged, newer, full or absent.
import { describe, expect, it } from 'vitest';
import type { KeyValueStore } from '../contracts.js';
import { HelpError } from '../errors.js';
import { createMemoryStore } from '../storage/memory-store.js';
import { createFakeEnv } from '../testing/fake-env.js';
import { createFakeBrowser } from '../testing/fake-tabs.js';
import { clearLocalData } from './outbox-shelf.js';
import { aDurableStore, aRecord, aStage } from './testing/builders.js';

const aTicket = { kind: 'ticket', body: 'help' } as const;
const NOW = createFakeEnv().now();

describe('several tabs', () => {
  it('have one sender, and all show the same', async () => {
    const stage = aStage();
    const browser = createFakeBrowser();
    const [one, other] = [stage.open({ tabs: browser.openTab() }), stage.open({ tabs: browser.openTab() })];
    await one.put({ ...aTicket, key: 'a' });
    await other.put({ ...aTicket, key: 'b' });
    await stage.settle();
    expect(stage.sent.map(({ item }) => item.key).sort()).toEqual(['a', 'b']);
    expect(one.items.get()).toEqual(other.items.get());
    expect(other.items.get()).toMatchObject([{ state: 'sending' }, { state: 'sending' }]);
    stage.sent[0]!.resolve({});
    await stage.answer();
    expect([one.items.get(), other.items.get()]).toEqual([[], []]);
  });

  it('send on at once when the sender has died', async () => {
    const stage = aStage();
    const browser = createFakeBrowser();
    const dying = browser.openTab();
    await stage.open({ tabs: dying }).put({ ...aTicket, key: 'a' });
    await stage.settle();
    stage.open({ tabs: browser.openTab() });
    await stage.settle();
    expect(stage.sent).toHaveLength(1);
    dying.die();
    await stage.settle();
    expect(stage.sent.map(({ item }) => item.key)).toEqual(['a', 'a']);
  });

  it('send what a sender that stands still leaves lying for a lease', async () => {
    const stage = aStage();
    const browser = createFakeBrowser();
    browser.openTab().lead(
      () => {},
      () => {},
    );
    await stage.open({ tabs: browser.openTab() }).put(aTicket);
    await stage.env.advance(29_000);
    expect(stage.sent).toHaveLength(0);
    await stage.env.advance(2000);
    expect(stage.sent).toHaveLength(1);
  });

  it('hold no lock while there is nothing to send', async () => {
    const stage = aStage();
    const browser = createFakeBrowser();
    await stage.open({ tabs: browser.openTab() }).put(aTicket);
    await stage.settle();
    await stage.answer();
    let leads = false;
    browser.openTab().lead(
      () => (leads = true),
      () => {},
    );
    await stage.settle();
    expect(leads).toBe(true);
  });
});

describe('a store', () => {
  it('that is damaged lets the rest flow, and loses nothing', async () => {
    const storage = aDurableStore();
    const items = [{ ...aRecord({ key: 'bad' }), seq: '1' }, aRecord({ key: 'good', seq: 2, createdAt: NOW })];
    await storage.update('outbox', () => ({ v: 1, items }));
    const stage = aStage({ storage });
    stage.open();
    await stage.settle();
    expect(stage.sent.map(({ item }) => item.key)).toEqual(['good']);
    await stage.answer();
    expect(await storage.get('outbox')).toMatchObject({ items: [], aside: [{ key: 'bad' }] });
  });

  it('of a newer version is read only; what is put is kept in memory, and sent', async () => {
    const storage = aDurableStore();
    const book = { v: 2, items: [aRecord({ key: 'newer' })] };
    await storage.update('outbox', () => book);
    const stage = aStage({ storage });
    const outbox = stage.open();
    await stage.settle();
    expect(outbox.items.get()).toMatchObject([{ key: 'newer' }]);
    await expect(outbox.retry('newer')).rejects.toMatchObject({ code: 'unavailable' });
    await expect(outbox.remove('newer')).rejects.toMatchObject({ code: 'unavailable' });
    expect(await outbox.put({ ...aTicket, key: 'mine' })).toEqual({ key: 'mine', durable: false });
    await stage.settle();
    expect(stage.sent.map(({ item }) => item.key)).toEqual(['mine']);
    expect(await storage.get('outbox')).toEqual(book);
  });

  const refusing = (code: 'storage-full' | 'storage-unavailable'): KeyValueStore => ({
    ...aDurableStore(),
    update: () => Promise.reject(new HelpError(code)),
  });
  it.each(['storage-full', 'storage-unavailable'] as const)(
    'that is %s gives way to memory, and says so',
    async (code) => {
      const stage = aStage({ storage: refusing(code) });
      const browser = createFakeBrowser();
      stage.open({ tabs: browser.openTab() });
      const outbox = stage.open({ tabs: browser.openTab() });
      expect(await outbox.put({ ...aTicket, blobs: [{ name: 'a', type: 'b', data: new Blob(['x']) }] })).toMatchObject({
        durable: false,
      });
      await stage.settle();
      expect(stage.sent).toHaveLength(1);
      await stage.answer();
      expect(outbox.items.get()).toEqual([]);
    },
  );

  it('that fails now and then is asked again, later', async () => {
    const storage = aDurableStore();
    let failures = 3;
    const shaky: KeyValueStore = {
      ...storage,
      get: (key) => (failures-- > 0 ? Promise.reject(new HelpError('internal')) : storage.get(key)),
    };
    await storage.update('outbox', () => ({ v: 1, items: [aRecord({ createdAt: NOW })] }));
    const stage = aStage({ storage: shaky });
    stage.open();
    await stage.env.advance(10_000);
    expect(stage.sent).toHaveLength(1);
  });

  it('tells of memory from the start', async () => {
    const stage = aStage({ storage: createMemoryStore() });
    expect(await stage.open().put(aTicket)).toMatchObject({ durable: false });
  });

  it('loses blobs without an item after a day, and no others', async () => {
    const storage = aDurableStore();
    const stage = aStage({ storage });
    const at = stage.env.now();
    await storage.update('outbox', () => ({ v: 1, items: [aRecord({ key: 'kept', state: 'dead', hasBlobs: true })] }));
    for (const [key, then] of Object.entries({ kept: 0, old: at - 9e7, ahead: at + 9e7, young: at - 9e6 }))
      await storage.update(`outbox-blobs/${key}`, () => ({ at: then, blobs: [] }));
    stage.open();
    await stage.settle();
    expect(await storage.keys()).toEqual(['outbox', 'outbox-blobs/kept', 'outbox-blobs/young']);
  });
});

describe('clearLocalData', () => {
  it('empties the store, and other tabs show it', async () => {
    const stage = aStage();
    const browser = createFakeBrowser();
    stage.env.setOnline(false);
    const outbox = stage.open({ tabs: browser.openTab() });
    await outbox.put({ ...aTicket, blobs: [{ name: 'a', type: 'b', data: new Blob(['x']) }] });
    await clearLocalData(stage.storage, browser.openTab());
    await stage.settle();
    expect(await stage.storage.keys()).toEqual([]);
    expect(outbox.items.get()).toEqual([]);
  });
});
