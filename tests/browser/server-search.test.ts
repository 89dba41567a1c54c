import type { HelpAdapter, SearchResult } from '@helpkiosk/core';
import { equal, ok, settle, until } from '../support/check.js';
import { anArticle, mountKiosk, type Kiosk } from '../support/kiosk.js';

const articles = [anArticle('refund', 'Refund times'), anArticle('parcel', 'Lost parcel')];
const onServer: SearchResult = {
  kind: 'article',
  articleId: 'server-refund',
  locale: 'en',
  score: 3,
  title: [
    { text: 'Refund', hit: true },
    { text: ' of a gift card', hit: false },
  ],
  excerpt: [{ text: 'Gift cards are refunded as credit.', hit: false }],
};

describe('an adapter’s search beside the articles of the page', () => {
  let kiosk: Kiosk;
  const codes: string[] = [];
  const start = (search: NonNullable<HelpAdapter['search']>, rest: HelpAdapter = {}): void => {
    kiosk = mountKiosk({ articles, locale: 'en', adapter: { ...rest, search } });
    kiosk.help.on('error', ({ code }) => codes.push(code));
  };
  afterEach(() => {
    kiosk.help.destroy();
    codes.length = 0;
  });

  it('adds what the server alone knows, and opens it by what its result says', async () => {
    const asked: unknown[] = [];
    start(async (input) => {
      asked.push(input);
      return [onServer];
    });
    await kiosk.help.open();
    kiosk.type('refund');
    const titles = await kiosk.results('of a gift card');
    ok(titles.some((title) => title.includes('Refund times')), 'the page’s own answer is there too'); // prettier-ignore
    equal(asked, [{ text: 'refund', locale: 'en', limit: 12 }], 'what was asked');
    kiosk.all('[role=option]').find((each) => each.textContent!.includes('of a gift card'))!.click(); // prettier-ignore
    await until(() => kiosk.one('.article')?.textContent?.includes('refunded as credit'), 'the text of the result');
  });

  it('shows the own answer and says nothing where the server fails, and tells the page', async () => {
    start(() => Promise.reject(new Error('the server is away')));
    await kiosk.help.open();
    kiosk.type('refund');
    await kiosk.results('Refund times');
    await until(() => codes.length > 0, 'the event');
    await settle();
    equal(codes, ['network'], 'codes');
    equal(kiosk.all('[role=option]').length, 1, 'results');
    ok(!kiosk.root.textContent!.includes('away'), 'no word of it in the panel');
  });

  it('finds an action of the adapter by a misspelt question, shows it once, and opens its form', async () => {
    const asked: unknown[] = [];
    const action = {
      id: 'password',
      title: { en: 'Reset your password' },
      fields: [{ id: 'mail', kind: 'email' as const, label: { en: 'Your address' } }],
    };
    start(
      async (input) => {
        if (asked.push(input) === 1) return [];
        return [{ ...onServer, kind: 'action', articleId: 'password', title: [{ text: 'Reset it', hit: false }] }];
      },
      {
        getServiceStatus: async () => ({
          ...{ state: 'open', observedAt: Date.now(), actions: [action] },
          supports: { getServiceStatus: true, runAction: true, search: true },
        }),
        runAction: async () => ({ title: 'Done', body: '', ok: true }),
      },
    );
    await kiosk.help.open();
    kiosk.type('reset pasword');
    await kiosk.results('Reset your password');
    kiosk.type('reset my pasword');
    const count = (part: string): number =>
      kiosk.all('[role=option]').filter((each) => each.textContent!.includes(part)).length;
    await until(() => asked.length && count('Reset your password') === 1 && !count('Reset it'), 'one result for both');
    ok(asked.every((input) => Object.keys(input as object).join() === 'text,locale,limit'), 'what the server hears'); // prettier-ignore
    kiosk.field().focus();
    kiosk.press('Enter');
    await until(() => kiosk.one('.about-action')?.textContent === 'Reset your password', 'the form');
  });
});

describe('a host’s search beside the articles of the page, and what it is told', () => {
  let kiosk: Kiosk;
  const own = window.fetch;
  let asked: { path: string; query: string; body: unknown }[] = [];
  /** A widget whose host answers so; the rest of the page’s requests pass. */
  const start = (supports: Readonly<Record<string, boolean>>, search: () => Promise<Response>): void => {
    window.fetch = async (input, init) => {
      const { pathname, search: query, href } = new URL(String(input), location.href);
      if (!pathname.startsWith('/test-host/')) return own(href, init);
      const path = pathname.slice('/test-host/v1/'.length);
      asked.push({ path, query, body: init?.body ? JSON.parse(String(init.body)) : null });
      if (path === 'status') return Response.json({ state: 'open', observedAt: Date.now(), supports });
      return path === 'search' ? search() : new Response(null, { status: 204 });
    };
    kiosk = mountKiosk({ articles, locale: 'en', host: '/test-host' });
  };
  const pathsAsked = (): string[] => [...new Set(asked.map(({ path }) => path))].sort();
  afterEach(() => {
    kiosk.help.destroy();
    window.fetch = own;
    asked = [];
  });

  it('asks nothing before the panel opens, finds what the host finds, and tells what happened', async () => {
    start({ search: true, report: true }, async () => Response.json({ results: [onServer] }));
    await settle();
    equal(asked, [], 'before it opens');
    await kiosk.help.open();
    kiosk.type('refund');
    const titles = await kiosk.results('of a gift card');
    ok(titles.some((title) => title.includes('Refund times')), 'the page’s own answer is there too'); // prettier-ignore
    equal(asked.find(({ path }) => path === 'search')?.query, '?q=refund&locale=en&limit=12', 'what was asked');
    await kiosk.help.open('tickets');
    await until(() => kiosk.one('button.link.about'), 'the way to what was sent');
    kiosk.one('button.link.about')!.click();
    await until(() => kiosk.one('.log li')?.textContent?.includes('refund'), 'the search among what was sent');
    kiosk.help.destroy();
    await until(() => pathsAsked().includes('events'), 'the last report');
    const { events } = asked.find(({ path }) => path === 'events')!.body as { events: { name: string }[] };
    equal([events[0]!.name, events.some(({ name }) => name === 'search')], ['open', true], 'what was told');
    ok(!JSON.stringify(events).includes('refund'), 'nothing of what was typed');
  });

  it('neither asks nor tells a host that serves neither', async () => {
    start({ search: false }, () => Promise.reject(new Error('asked')));
    await kiosk.help.open();
    kiosk.type('refund');
    await kiosk.results('Refund times');
    await until(() => pathsAsked().includes('status'), 'the status');
    kiosk.help.destroy();
    await settle();
    equal(pathsAsked(), ['status'], 'what was asked');
  });

  const answers: readonly [how: string, answer: () => Promise<Response>][] = [
    ['fails', async () => new Response('{}', { status: 500 })],
    ['talks rubbish', async () => new Response('<html>')],
    ['is away', () => Promise.reject(new TypeError('Failed to fetch'))],
    ['never answers', () => new Promise(() => {})],
  ];
  for (const [how, answer] of answers)
    it(`shows the own answer and says nothing where the host ${how}`, async () => {
      start({ search: true }, answer);
      await kiosk.help.open();
      kiosk.type('refund');
      await kiosk.results('Refund times');
      await until(() => pathsAsked().includes('search'), 'the question');
      await settle();
      equal(kiosk.all('[role=option]').length, 1, 'results');
      ok(!kiosk.one('[role=alert]'), 'no word of it in the panel');
    });
});
