import { equal, ok, pause, settle, until } from '../support/check.js';
import type { StartApp } from '../../packages/widget/src/app-contract.js';
import { anArticle, mountKiosk, type Kiosk } from '../support/kiosk.js';

const articles = [
  anArticle('refund', 'Refund times', { category: 'Money', section: 'By card' }),
  anArticle('parcel', 'Lost parcel'),
  anArticle('login', 'Cannot sign in'),
  anArticle('tax', 'Taxes'),
];

/** The titles under the heading of this page's suggestions. */
const suggested = ({ all }: Kiosk): string[] | null => {
  const section = all('.section').find((each) => each.querySelector('h3')?.textContent === 'For this page');
  return section ? [...section.querySelectorAll('.row-text')].map((row) => row.textContent ?? '') : null;
};

describe('mount with a place', () => {
  let place: HTMLElement;
  let kiosk: Kiosk;
  beforeEach(async () => {
    place = document.createElement('div');
    document.body.append(place);
    kiosk = mountKiosk({ into: place, articles, locale: 'en' });
    await until(() => kiosk.one('.row'), 'the home view');
  });
  afterEach(() => {
    kiosk.help.destroy();
    place.remove();
  });

  it('draws the panel as a part of the page, without a launcher and a way to close', () => {
    equal(kiosk.host.parentElement === place, true, 'the host is in its place');
    const panel = kiosk.one('[part=panel]')!;
    equal([panel.localName, panel.hasAttribute('popover')], ['section', false], 'the panel');
    ok(panel.getBoundingClientRect().height > 100, 'the panel can be seen');
    equal(kiosk.one('[part=launcher]')?.getBoundingClientRect().width ?? 0, 0, 'the width of the launcher');
    equal(kiosk.one('.close'), null, 'a button to close');
  });

  it('takes no focus by itself', () => {
    ok(document.activeElement !== kiosk.host, 'the focus is still the page’s');
  });

  it('searches and opens articles there', async () => {
    kiosk.field().focus();
    kiosk.type('refund');
    await kiosk.results('Refund');
    kiosk.press('Enter');
    equal((await until(() => kiosk.one('.view-title'), 'the article')).textContent, 'Refund times');
  });

  it('is gone with destroy', () => {
    kiosk.help.destroy();
    equal(place.childElementCount, 0, 'what is left in the place');
  });
});

describe('the handle', () => {
  let kiosk: Kiosk;
  beforeEach(() => {
    kiosk = mountKiosk({ articles, locale: 'en' });
  });
  afterEach(() => kiosk.help.destroy());

  it('changes theme and accent while it is open, and stays open', async () => {
    await kiosk.help.open();
    kiosk.help.update({ theme: 'dark', accent: '#aa3300' });
    await until(() => kiosk.one('[part=panel]:popover-open .row'), 'the panel, open again');
    const color = getComputedStyle(kiosk.one('[part=launcher]')!).backgroundColor;
    equal([kiosk.host.dataset['theme'], color], ['dark', 'rgb(170, 51, 0)'], 'theme and accent');
    const { colorScheme } = getComputedStyle(kiosk.one('[part=panel]')!);
    equal(colorScheme, 'dark', 'what the browser draws its own controls in');
    equal(kiosk.all('[part=panel]').length, 1, 'panels');
  });

  it('keeps listeners over an update', async () => {
    const heard: string[] = [];
    kiosk.help.on('articleOpen', ({ articleId }) => void heard.push(articleId));
    await kiosk.help.article('tax');
    await until(() => heard.length === 1, 'the first event');
    kiosk.help.update({ theme: 'dark' });
    await settle();
    await kiosk.help.article('login');
    await until(() => heard.length === 2, 'the second event');
    equal(heard, ['tax', 'login'], 'events');
  });

  it('stops telling a listener that was taken off, or whose signal was aborted', async () => {
    const heard: string[] = [];
    const stop = new AbortController();
    const off = kiosk.help.on('open', () => void heard.push('off'));
    kiosk.help.on('open', () => void heard.push('signal'), { signal: stop.signal });
    kiosk.help.on('open', () => void heard.push('once'), { once: true });
    kiosk.help.on('open', () => void heard.push('kept'));
    await kiosk.help.open();
    off();
    stop.abort();
    await kiosk.help.close();
    await kiosk.help.open();
    equal(heard, ['off', 'signal', 'once', 'kept', 'kept'], 'who heard');
  });

  it('offers other articles for another page, without a reload', async () => {
    kiosk.help.destroy();
    kiosk = mountKiosk({
      articles,
      locale: 'en',
      suggestions: [
        { page: '/orders*', articles: ['parcel', 'refund'] },
        { page: '/account*', articles: ['login'] },
      ],
    });
    const complaints: unknown[] = [];
    const { error } = console;
    console.error = (...words) => void complaints.push(words[0]);
    kiosk.help.update({ page: `${location.origin}/orders/7` });
    await kiosk.help.open();
    equal(await until(() => suggested(kiosk), 'suggestions'), ['Lost parcel', 'Refund times'], 'for orders');
    kiosk.help.update({ page: `${location.origin}/account` });
    await until(() => suggested(kiosk)?.[0] === 'Cannot sign in', 'suggestions for the account');
    kiosk.help.update({ page: `${location.origin}/nowhere` });
    await until(() => suggested(kiosk) === null, 'no suggestions elsewhere');
    await pause(100);
    console.error = error;
    equal(complaints, [], 'complaints in the console');
  });

  it('offers what the page suggests, before and after it is opened', async () => {
    kiosk.help.suggest(['tax', 'nowhere']);
    await kiosk.help.open();
    equal(await until(() => suggested(kiosk), 'suggestions'), ['Taxes'], 'suggested before');
    kiosk.help.suggest(['login', 'tax', 'parcel', 'refund']);
    await until(() => suggested(kiosk)?.length === 3, 'suggested after');
    equal(suggested(kiosk), ['Cannot sign in', 'Taxes', 'Lost parcel'], 'suggested after');
  });

  it('refuses options that do not fit, all named at once', () => {
    let problems: string[] = [];
    try {
      kiosk.help.update({ theme: 'drak', acent: '#fff' } as never);
    } catch (error) {
      problems = (error as { details: { problems: { path: string }[] } }).details.problems.map(({ path }) => path);
    }
    equal(problems, ['theme', 'acent'], 'problems');
  });

  it('hides and shows its launcher', async () => {
    const seen = (): boolean => kiosk.one('[part=launcher]')!.getBoundingClientRect().width > 0;
    equal(seen(), true, 'at first');
    kiosk.help.hide();
    await until(() => !seen(), 'hidden');
    kiosk.help.show();
    await until(seen, 'shown');
  });

  it('opens nothing after destroy', async () => {
    kiosk.help.destroy();
    await kiosk.help.open().catch(() => {});
    equal(document.querySelectorAll('help-kiosk').length, 0, 'widgets on the page');
  });
});

describe('update and adapter', () => {
  let kiosk: Kiosk;
  afterEach(() => kiosk.help.destroy());

  it('changes the language of a running widget, its launcher included, and keeps its place', async () => {
    kiosk = mountKiosk({ articles, locale: 'en', launcher: 'pill' });
    await kiosk.help.article('parcel');
    await until(() => kiosk.one('.view-title'), 'the article');
    kiosk.help.update({ locale: 'zh-TW' });
    await until(() => kiosk.one('[part=panel]')?.getAttribute('aria-label') === '說明', 'the words of zh-Hant');
    await until(() => kiosk.one('.view-title')?.textContent === 'Lost parcel', 'the article that was open');
    equal(kiosk.one('[part=launcher]')?.textContent, '說明', 'the label of the launcher');
    equal(kiosk.one('[part=panel]')?.lang, 'zh-Hant', 'the language of the panel');
  });

  it('takes the launcher’s label from the owner’s own words', () => {
    kiosk = mountKiosk({
      articles,
      locale: 'en',
      launcher: 'pill',
      messages: { en: { 'panel.label': 'Ask the shop' } },
    });
    const launcher = kiosk.one('[part=launcher]')!;
    equal([launcher.textContent, launcher.getAttribute('aria-label')], ['Ask the shop', 'Ask the shop'], 'its words');
  });

  describe('who the customer is', () => {
    const mountFor = (name: string): void => {
      kiosk = mountKiosk({ articles, locale: 'en', identity: async () => name });
    };
    /** The token that everything in the panel would ask for now. */
    const tokenNow = async (): Promise<string | null> => {
      const start = (kiosk.host as unknown as Record<symbol, StartApp>)[Symbol.for('helpkiosk')]!;
      const { session } = await start();
      return (await session.help.stores.config.get().identity?.()) ?? null;
    };

    it('holds over an update when it was named by a verb', async () => {
      mountFor('first');
      await kiosk.help.open();
      equal(await tokenNow(), 'first', 'at first');
      kiosk.help.identify(async () => 'second');
      kiosk.help.update({ theme: 'dark' });
      equal(await tokenNow(), 'second', 'after the update');
    });

    it('is forgotten by a reset, over an update too', async () => {
      mountFor('first');
      await kiosk.help.open();
      await kiosk.help.reset();
      kiosk.help.update({ theme: 'dark' });
      equal(await tokenNow(), null, 'after reset and update');
    });

    it('is forgotten by a reset before the first use; who is named after it stays', async () => {
      mountFor('first');
      await kiosk.help.reset();
      await kiosk.help.open();
      equal(await tokenNow(), null, 'after the reset');
      kiosk.help.destroy();
      mountFor('first');
      void kiosk.help.reset();
      kiosk.help.identify(async () => 'second');
      await kiosk.help.open();
      equal(await tokenNow(), 'second', 'after reset and identify');
    });

    it('does not lead home who opens an article first after a reset', async () => {
      mountFor('first');
      void kiosk.help.reset();
      await kiosk.help.article('tax');
      equal((await until(() => kiosk.one('.view-title'), 'the article')).textContent, 'Taxes');
    });
  });

  it('tells an adapter what happens, the first opening included', async () => {
    const told: string[] = [];
    kiosk = mountKiosk({
      articles,
      locale: 'en',
      adapter: { report: async (events) => void told.push(...events.map(({ name }) => name)) },
    });
    await kiosk.help.article('parcel');
    await until(() => kiosk.one('.view-title'), 'the article');
    kiosk.help.destroy();
    await until(() => told.length > 0, 'a report');
    equal(told.sort(), ['articleOpen', 'open', 'ready'], 'what was told');
  });
});
