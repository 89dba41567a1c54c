import { describe, expect, it } from 'vitest';
import { createFakeEnv } from '../testing/fake-env.js';
import { createBrowserLive, type LiveWorld, type TextStorage } from './browser-live.js';

/** One localStorage for all tabs; each hears of what the others write. */
const aStorage = () => {
  const items = new Map<string, string>();
  const tabs = new Set<{ tab: object; listener: (key: string, text: string | null) => void }>();
  const change = (tab: object, key: string, text: string | null): void => {
    if (text === null) items.delete(key);
    else items.set(key, text);
    for (const each of tabs) if (each.tab !== tab) queueMicrotask(() => each.listener(key, text));
  };
  return {
    items,
    open(): { storage: TextStorage; onStorage: NonNullable<LiveWorld['onStorage']> } {
      const tab = {};
      return {
        storage: {
          getItem: (key) => items.get(key) ?? null,
          setItem: (key, text) => change(tab, key, text),
          removeItem: (key) => change(tab, key, null),
        },
        onStorage(listener) {
          const mine = { tab, listener };
          tabs.add(mine);
          return () => void tabs.delete(mine);
        },
      };
    },
  };
};
const oldBrowser = () => {
  const env = createFakeEnv();
  const shared = aStorage();
  const openTab = () => {
    const { storage, onStorage } = shared.open();
    return createBrowserLive({ instance: 'shop', storage, env, world: { onStorage } });
  };
  return { env, shared, openTab };
};
const noop = (): void => {};

describe('createBrowserLive', () => {
  it('keeps one text under one key', () => {
    const { shared, openTab } = oldBrowser();
    const tab = openTab();
    tab.write('here');
    expect([...shared.items]).toEqual([['hk:live=shop', 'here']]);
    expect(openTab().read()).toBe('here');
    tab.write(null);
    expect(shared.items.size).toBe(0);
  });

  it('keeps nothing where the browser refuses, and goes on', () => {
    const refuse = (): never => {
      throw new DOMException('no', 'SecurityError');
    };
    for (const storage of [null, { getItem: refuse, setItem: refuse, removeItem: refuse }]) {
      const tab = createBrowserLive({ storage, env: createFakeEnv(), world: {} });
      tab.write('x');
      tab.post('x');
      tab.listen(noop)();
      expect(tab.read()).toBe(null);
    }
  });

  it('speaks over storage events where there are no channels, and leaves nothing there', async () => {
    const { env, shared, openTab } = oldBrowser();
    const [one, two] = [openTab(), openTab()];
    const heard: unknown[] = [];
    const stop = two.listen((message) => heard.push(message));
    one.listen((message) => heard.push(['own', message]));
    one.post({ a: 1 });
    one.post({ a: 1 });
    await env.settle();
    expect(heard).toEqual([{ a: 1 }, { a: 1 }]);
    stop();
    one.post({ a: 2 });
    await env.settle();
    expect([heard.length, shared.items.size]).toEqual([2, 0]);
  });

  it('leads by a lease where there are no locks: one at a time, the next within seconds of a death', async () => {
    const { env, openTab } = oldBrowser();
    const leaders: string[] = [];
    const stand = (name: string) =>
      openTab().lead(
        () => leaders.push(name),
        () => leaders.push(`not ${name}`),
      );
    const leave = stand('one');
    stand('two');
    await env.advance(20_000);
    expect(leaders).toEqual([leaders[0]]);
    leave();
    await env.advance(3000);
    expect(leaders.length).toBe(leaders[0] === 'one' ? 2 : 1);
  });

  it('loses the lease when its timers are held back, and stands in line again', async () => {
    const { env, shared, openTab } = oldBrowser();
    const told: string[] = [];
    const leave = openTab().lead(
      () => told.push('leads'),
      () => told.push('lost'),
    );
    await env.advance(1000);
    shared.items.set('hk:lead=shop', JSON.stringify({ tab: 'other', until: env.now() + 5000 }));
    await env.advance(2000);
    expect(told).toEqual(['leads', 'lost']);
    await env.advance(10_000);
    expect(told).toEqual(['leads', 'lost', 'leads']);
    leave();
    expect([shared.items.size, env.timerCount()]).toEqual([0, 0]);
  });

  it('takes the lead over when the leader dies without a word', async () => {
    const { env, shared, openTab } = oldBrowser();
    shared.items.set('hk:lead=shop', JSON.stringify({ tab: 'dead', until: env.now() + 5000 }));
    let leadsAt = 0;
    openTab().lead(() => (leadsAt = env.monotonic()), noop);
    await env.advance(10_000);
    expect(leadsAt).toBeGreaterThan(4000);
    expect(leadsAt).toBeLessThan(7000);
  });

  it('leads alone where nothing can be kept', async () => {
    const env = createFakeEnv();
    let leads = 0;
    createBrowserLive({ storage: null, env, world: {} }).lead(() => leads++, noop);
    await env.advance(20_000);
    expect(leads).toBe(1);
  });

  it('leads by the lock of the browser, and without one where locking is forbidden', async () => {
    const env = createFakeEnv();
    const told: string[] = [];
    const stand = (request: unknown, name: string) =>
      createBrowserLive({ storage: null, env, world: { locks: { request } as never } }).lead(
        () => told.push(name),
        () => told.push(`lost ${name}`),
      );
    let held: unknown;
    const leave = stand(async (_name: string, _options: object, run: () => unknown) => (held = run()), 'locked');
    stand(() => Promise.reject(new DOMException('opaque', 'SecurityError')), 'forbidden');
    await env.settle();
    expect(told).toEqual(['locked', 'forbidden']);
    leave();
    await expect(held).resolves.toBe(undefined);
  });
});

describe('createBrowserLive over a channel', () => {
  it('opens it when it is used, hears the other tabs, and closes it', async () => {
    const env = createFakeEnv();
    const open = new Set<{ onmessage: ((event: { data: unknown }) => void) | null }>();
    const channel = (): never => {
      const mine = {
        onmessage: null as ((event: { data: unknown }) => void) | null,
        postMessage: (data: unknown) => [...open].forEach((each) => each !== mine && each.onmessage?.({ data })),
        close: () => open.delete(mine),
      };
      open.add(mine);
      return mine as never;
    };
    const tab = () => createBrowserLive({ storage: null, env, world: { channel } });
    const [one, two] = [tab(), tab()];
    expect(open.size).toBe(0);
    const heard: unknown[] = [];
    const stop = two.listen((message) => heard.push(message));
    one.post({ a: 1 });
    expect(heard).toEqual([{ a: 1 }]);
    await env.advance(1000);
    expect(open.size).toBe(1);
    stop();
    expect(open.size).toBe(0);
  });
});
