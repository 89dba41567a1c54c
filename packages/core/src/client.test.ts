import { describe, expect, it } from 'vitest';
import { createHelpClient, type BeforeEvent, type ClientPorts } from './client.js';
import type { Article, Contents, HelpConfig, HelpEvents } from './contracts.js';
import { HelpError } from './errors.js';
import { currentView } from './navigation.js';
import type { ResultsState, SearchPort } from './search-port.js';
import { createStore } from './store.js';
import { createFakeEnv } from './testing/fake-env.js';

const anArticle = (id: string): Article => ({
  id,
  locale: 'en',
  title: `Title of ${id}`,
  tree: { v: 1, nodes: [] },
  videos: [],
  related: [],
});
const someContents: Contents = { locale: 'en', total: 0, categories: [], articles: [] };

function aKiosk({
  config = {},
  search: given = {},
  ...ports
}: Partial<Omit<ClientPorts, 'search'>> & { config?: HelpConfig; search?: Partial<SearchPort> } = {}) {
  const env = createFakeEnv();
  const results = createStore<ResultsState>({ state: 'idle' });
  const calls: string[] = [];
  const search: SearchPort = {
    results,
    ask: (text) => void calls.push(`ask ${text}`),
    retry: () => void calls.push('retry'),
    query: async () => ({ results: [], total: 0, guess: false }),
    suggest: async () => [],
    article: async (id) => (id === 'gone' ? null : anArticle(id)),
    browse: async () => someContents,
    close: () => void calls.push('close search'),
    ...given,
  };
  const help = createHelpClient(config, {
    env,
    search,
    surface: {
      show: async () => void calls.push('show'),
      hide: async () => void calls.push('hide'),
      setLauncher: (visible) => void calls.push(`launcher ${visible}`),
    },
    ...ports,
  });
  const told: [string, unknown][] = [];
  const names: (keyof HelpEvents)[] = ['open', 'close', 'search', 'articleOpen', 'error'];
  for (const name of names) help.on(name, (event) => void told.push([name, event]));
  const view = () => currentView(help.stores.navigation.get());
  return { env, help, results, calls, told, view };
}

describe('createHelpClient', () => {
  it('asks nothing of the search before it is opened', async () => {
    const { env, help, told } = aKiosk();
    await env.settle();
    expect(help.stores.contents.get()).toEqual({ state: 'idle' });
    await help.open();
    await env.settle();
    expect(help.stores.contents.get()).toEqual({ state: 'ready', value: someContents });
    expect(told).toEqual([['open', { view: 'home' }]]);
  });

  it('opens at the contact view, from an open panel too', async () => {
    const { help, view } = aKiosk();
    await help.open('contact');
    expect(view()).toEqual({ name: 'contact' });
    help.go({ name: 'home' });
    await help.open('contact');
    expect(view()).toEqual({ name: 'contact' });
  });

  it('tells that an article was opened once it is shown, and not for one that is gone', async () => {
    const { env, help, told } = aKiosk();
    await help.article('a');
    await help.article('gone');
    await env.settle();
    expect(told.filter(([name]) => name === 'articleOpen')).toEqual([['articleOpen', { articleId: 'a' }]]);
  });

  it.each<[BeforeEvent, unknown]>([
    ['open', { view: 'home' }],
    ['close', {}],
    ['articleOpen', { articleId: 'a' }],
  ])('lets the page prevent %s', async (prevented, detail) => {
    const asked: unknown[] = [];
    const { env, help, view } = aKiosk({
      allow(name, event) {
        if (name === prevented) asked.push(event);
        return name !== prevented;
      },
    });
    await help.open();
    await help.article('a');
    const shown = view().name;
    await help.close();
    await env.settle();
    expect(asked[0]).toEqual(detail);
    expect([help.stores.navigation.get().open, shown]).toEqual(
      { open: [false, 'article'], close: [true, 'article'], articleOpen: [false, 'home'] }[prevented],
    );
  });

  it('offers the page’s own wish before the owner’s rule, and the rule of the page that is shown', async () => {
    const config = {
      suggestions: [
        { page: '/cart*', articles: ['pay', 'gone'] },
        { page: '*', articles: ['start'] },
      ],
    };
    const { help } = aKiosk({ config, page: 'https://shop.example/cart?step=2' });
    const offered = () => {
      const now = help.stores.suggested.get();
      return now.state === 'ready' ? now.value.map(({ id }) => id) : now.state;
    };
    await help.open();
    await expect.poll(offered).toEqual(['pay']);
    help.update({ page: 'https://shop.example/' });
    await expect.poll(offered).toEqual(['start']);
    help.suggest(['a', 'b', 'c', 'd']);
    await expect.poll(offered).toEqual(['a', 'b', 'c']);
  });

  it('loads home again when the network is back', async () => {
    let isDown = true;
    const { env, help, told } = aKiosk({
      search: {
        browse: async () => {
          if (isDown) throw new HelpError('network');
          return someContents;
        },
      },
    });
    env.setOnline(false);
    await help.open();
    await env.settle();
    expect([help.stores.contents.get().state, told.at(-1)]).toEqual(['failed', ['error', { code: 'network' }]]);
    isDown = false;
    env.setOnline(true);
    await env.settle();
    expect(help.stores.contents.get().state).toBe('ready');
  });

  it('tells of a search by numbers only, never by its text', async () => {
    const { help, results, told } = aKiosk();
    help.type('my secret question');
    results.set({
      state: 'ready',
      text: 'my secret question',
      answer: { results: [], total: 0, guess: true },
    });
    expect(told).toEqual([['search', { length: 18, total: 0, guess: true }]]);
  });

  it('refuses options that do not fit, and keeps those it has', () => {
    const { help } = aKiosk({ config: { accent: '#123456' } });
    expect(() => help.update({ accent: 'blue' })).toThrow('config-invalid');
    expect(help.stores.config.get()).toEqual({ accent: '#123456' });
  });

  it('is of no use any more after destroy, and leaves nothing behind', async () => {
    const { env, help, calls } = aKiosk();
    await help.open();
    help.destroy();
    await expect(help.open()).rejects.toMatchObject({ code: 'unavailable' });
    expect([env.listenerCount(), env.timerCount(), calls.at(-1)]).toEqual([0, 0, 'close search']);
  });

  it('goes on where an earlier client was, and tells nothing of it again', async () => {
    const { env, help, told, view } = aKiosk({
      place: { open: true, trail: [{ name: 'home' }, { name: 'article', articleId: 'a' }] },
    });
    await env.settle();
    expect(view()).toMatchObject({ articleId: 'a' });
    expect([help.stores.article.get(), help.stores.contents.get()]).toMatchObject([
      { state: 'ready', value: { id: 'a' } },
      { state: 'ready' },
    ]);
    expect(told).toEqual([]);
  });

  it('forgets the customer, the wish of the page and the place with reset', async () => {
    const { env, help, view } = aKiosk({ config: { identity: async () => 'token' } });
    help.suggest(['a']);
    await help.article('b');
    await help.reset();
    await env.settle();
    expect([view(), help.stores.navigation.get().open, help.stores.config.get()]).toEqual([
      { name: 'home' },
      false,
      {},
    ]);
    await help.open();
    await env.settle();
    expect(help.stores.suggested.get()).toMatchObject({ value: [] });
  });

  it('keeps who is named while a reset still closes the panel', async () => {
    const { help } = aKiosk({ config: { identity: async () => 'one' } });
    await help.open();
    const another = async (): Promise<string> => 'another';
    const resetting = help.reset();
    help.identify(another);
    await resetting;
    expect(help.stores.config.get().identity).toBe(another);
  });
});
