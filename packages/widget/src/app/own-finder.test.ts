import { createMemoryStore, createStore, type TicketDesk } from '@helpkiosk/core';
import { describe, expect, it, vi } from 'vitest';
import { createOwnFinder } from './own-finder.js';
import type { Session } from './session.js';
import type { Past } from './strangers.js';

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const STATUS = { actions: [{ id: 'order', title: { en: 'Where is my order?' }, fields: [] }] };

/** A panel whose articles are there, on a device with these keys. */
function aScene({ keys = {}, loaded = true }: { keys?: Record<string, unknown>; loaded?: boolean } = {}) {
  const store = createMemoryStore();
  for (const [key, value] of Object.entries(keys)) void store.update(key, () => value);
  const openDesk = vi.fn(() => new Promise<TicketDesk>(() => {}));
  const past: Past = [];
  const finder = createOwnFinder({ store, openDesk, past });
  const contents = createStore<{ state: string }>({ state: loaded ? 'ready' : 'loading' });
  const session = { help: { stores: { contents } } } as unknown as Session;
  return { finder, contents, session, opened: () => openDesk.mock.calls.length };
}

/** As far as the finder listens to one. */
function aDesk() {
  const items = createStore<readonly object[]>([]);
  const list = createStore<{ tickets: readonly object[] }>({ tickets: [] });
  return { items, list, desk: { items, kept: { list } } as unknown as TicketDesk };
}

describe('createOwnFinder', () => {
  it.each([
    ['an empty device', {}],
    ['what a host without actions said, and a draft', { offers: { actions: [] }, draft: {}, outbox: [] }],
    ['garbage', { offers: 'actions' }],
  ])('loads nothing with %s', async (_, keys) => {
    const { finder, session, opened } = aScene({ keys });
    finder.find(session);
    finder.hearStatus(null);
    finder.hearStatus({ actions: 7 });
    finder.hearStatus(Object.defineProperty({}, 'actions', { get: () => expect.fail('thrown') }));
    finder.hearDesk(aDesk().desk);
    await settle();
    expect(opened()).toBe(0);
  });

  it.each([
    ['a ticket on the device', { 'ticket/k1': {} }],
    ['actions that the host named last', { offers: STATUS }],
  ])('opens the desk with %s, once', async (_, keys) => {
    const { finder, session, opened } = aScene({ keys });
    finder.find(session);
    await settle();
    finder.hearStatus(STATUS);
    expect(opened()).toBe(1);
  });

  it('opens it when a status names actions, and when the first ticket is written', async () => {
    const first = aScene();
    first.finder.find(first.session);
    await settle();
    first.finder.hearStatus(STATUS);
    expect(first.opened()).toBe(1);
    const second = aScene();
    const { desk, items } = aDesk();
    second.finder.find(second.session);
    second.finder.hearDesk(desk);
    await settle();
    expect(second.opened()).toBe(0);
    items.set([{}]);
    expect(second.opened()).toBe(1);
  });

  it('waits until the articles are there, or cannot be had', () => {
    const { finder, session, contents, opened } = aScene({ loaded: false });
    finder.hearStatus(STATUS);
    finder.find(session);
    expect(opened()).toBe(0);
    contents.set({ state: 'failed' });
    expect(opened()).toBe(1);
  });

  it('opens nothing for a panel that has gone', async () => {
    const { finder, session, opened } = aScene();
    finder.find(session)();
    finder.hearStatus(STATUS);
    await settle();
    expect(opened()).toBe(0);
  });
});
