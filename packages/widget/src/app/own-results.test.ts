import {
  createStore,
  type HelpConfig,
  type KeptTicket,
  type LocalQueryOptions,
  type ResultsAnswer,
  type ResultsState,
} from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { showOwn, type OwnResultsPorts } from './own-results.js';
import type { Past } from './strangers.js';

const aTicket = (ticketId: string): KeptTicket => ({
  ...{ key: `key of ${ticketId}`, ticketId, subject: `Subject of ${ticketId}`, text: '', priority: 'normal' },
  ...{ email: '', files: 0, replyBy: null, sentAt: 1 },
});
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

/** A device with tickets, and a search that finds every text it is given. */
function aScene({
  tickets = ['T-1'],
  actions = ['a'],
  identity,
  past = [],
  isNew = false,
}: { tickets?: string[]; actions?: string[]; past?: Past; isNew?: boolean } & HelpConfig) {
  const results = createStore<ResultsState>({ state: 'idle' });
  const config = createStore<HelpConfig>(identity ? { identity } : {});
  const list = createStore({ tickets: tickets.map(aTicket), read: true, asking: false, error: null });
  const asked: LocalQueryOptions[] = [];
  const query = async (_: string, options: LocalQueryOptions = {}): Promise<ResultsAnswer> => {
    asked.push(options);
    const found = (options.among ?? []).map(({ kind, id, title }) => ({
      ...{ kind, articleId: id, locale: 'en', score: 1, title: [{ text: title, hit: true }], excerpt: [] },
    }));
    return { results: found, total: found.length, guess: false };
  };
  const desk = {
    offers: createStore({
      actions: actions.map((id) => ({ id, title: { en: `Title of ${id}` }, fields: [] })),
    }),
    items: createStore([]),
    kept: { list },
    serves: () => true,
    fateOf: () => ({ name: 'saved' }),
  };
  const session = {
    help: { stores: { results, config } },
    query,
    locale: 'en',
    t: Object.assign(String, { add() {} }),
  };
  const stop = showOwn({ session, desk, past, isNew } as unknown as OwnResultsPorts);
  return {
    ...{ results, config, list, asked, stop },
    async type(text: string): Promise<void> {
      results.set({ state: 'searching', text, previous: null });
      await settle();
      results.set({ state: 'ready', text, answer: { results: [], total: 0, guess: false } });
    },
    shown: () => {
      const now = results.get();
      return now.state === 'ready' ? now.answer.results.map(({ articleId }) => articleId) : [];
    },
  };
}

describe('showOwn', () => {
  it('shows actions and tickets with the way to each', async () => {
    const { type, results } = aScene({});
    await type('q');
    expect(results.get()).toMatchObject({
      answer: {
        results: [
          { kind: 'action', view: { name: 'actions', actionId: 'a' } },
          { kind: 'ticket', view: { name: 'thread', ticketId: 'T-1' } },
        ],
        total: 2,
      },
    });
  });

  it('shows two of a kind at the most', async () => {
    const { type, shown } = aScene({ tickets: ['T-1', 'T-2', 'T-3'], actions: ['a', 'b', 'c'] });
    await type('q');
    expect(shown()).toEqual(['a', 'b', 'T-1', 'T-2']);
  });

  it('asks only among its own texts, which carry neither ways nor states', async () => {
    const { type, asked } = aScene({});
    await type('q');
    expect(asked.length).toBeGreaterThan(0);
    for (const { among } of asked) {
      expect(among).toMatchObject([{ kind: 'action' }, { kind: 'ticket' }]);
      expect(JSON.stringify(among)).not.toMatch(/view|note/);
    }
  });

  it('asks nothing where there is nothing of one’s own', async () => {
    const { type, asked } = aScene({ tickets: [], actions: [] });
    await type('q');
    expect(asked).toEqual([]);
  });

  it('asks again only where what can be found has changed', async () => {
    const { type, asked, list, shown } = aScene({});
    await type('q');
    const before = asked.length;
    for (const asking of [true, false, true, false]) list.set({ ...list.get(), asking });
    await settle();
    expect(asked.length - before).toBe(0);
    list.update((now) => ({ ...now, tickets: [...now.tickets, aTicket('T-2')] }));
    await settle();
    expect([asked.length - before, shown()]).toEqual([1, ['a', 'T-1', 'T-2']]);
  });

  it('has forgotten the tickets when the device has, on the screen too', async () => {
    const { type, shown, list } = aScene({});
    await type('q');
    list.set({ ...list.get(), tickets: [] });
    expect(shown()).toEqual(['a']);
    await settle();
    await type('q again');
    expect(shown()).toEqual(['a']);
  });

  it('does not show to another customer what was on the device before', async () => {
    const { type, shown, config, list } = aScene({ identity: async () => 'one' });
    await type('q');
    config.update((now) => ({ ...now, identity: async () => 'another' }));
    expect(shown()).toEqual(['a']);
    list.update((now) => ({ ...now, tickets: [aTicket('T-9'), ...now.tickets] }));
    await settle();
    await type('q again');
    expect(shown()).toEqual(['a', 'T-9']);
  });

  it('shows the tickets of the device to the first who says who they are', async () => {
    const { type, shown, config } = aScene({});
    config.set({ identity: async () => 'one' });
    await type('q');
    expect(shown()).toEqual(['a', 'T-1']);
  });

  it('does not show them to another customer after a rebuild either, nor after a further one', async () => {
    const past: Past = [];
    const another = async (): Promise<string> => 'another';
    aScene({ past, identity: async () => 'one' }).stop();
    for (const tickets of [['T-1'], ['T-9', 'T-1']]) {
      const { type, shown, stop } = aScene({ past, tickets, identity: another });
      await type('q');
      expect(shown()).toEqual(['a', ...tickets.filter((id) => id !== 'T-1')]);
      stop();
    }
  });

  it('does not show them to the second of two who were named before it began', async () => {
    const [one, another] = [async () => 'one', async () => 'another'];
    const { type, shown } = aScene({ past: [one, another], identity: another });
    await type('q');
    expect(shown()).toEqual(['a']);
  });

  it('shows to the second what was written just now, on a device that was empty', async () => {
    const [one, another] = [async () => 'one', async () => 'another'];
    const { type, shown } = aScene({ past: [one, another], identity: another, isNew: true });
    await type('q');
    expect(shown()).toEqual(['a', 'T-1']);
  });

  it('leaves answers alone once it is stopped', async () => {
    const { type, shown, stop } = aScene({});
    stop();
    await type('q');
    expect(shown()).toEqual([]);
  });
});
