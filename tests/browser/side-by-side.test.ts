import { equal, ok, settle, until } from '../support/check.js';
import { anArticle, DEMO_PACK, mountKiosk, type Kiosk } from '../support/kiosk.js';

describe('two widgets on one page', () => {
  let tea: Kiosk;
  let shop: Kiosk;
  const heard: string[] = [];

  beforeEach(async () => {
    heard.length = 0;
    tea = mountKiosk({
      articles: [anArticle('brew', 'Brewing green tea'), anArticle('pot', 'Refund for a broken pot')],
      name: 'tea',
    });
    shop = mountKiosk({ pack: DEMO_PACK, locale: 'en', name: 'shop', position: 'start' });
    for (const [name, { help }] of [['tea', tea] as const, ['shop', shop] as const]) {
      for (const event of ['open', 'close', 'search', 'articleOpen'] as const)
        help.on(event, (detail) => void heard.push(`${name} ${event} ${Object.values(detail)[0] ?? ''}`.trim()));
    }
    await tea.help.open();
    await shop.help.open();
  });
  afterEach(() => {
    tea.help.destroy();
    shop.help.destroy();
  });

  it('each find their own articles, and tell their own listeners', async () => {
    tea.type('refund');
    equal(await tea.results('pot'), ['Refund for a broken pot'], 'results of the one');
    equal(shop.all('[role=option]').length, 0, 'results of the other');
    shop.type('refund');
    ok(
      (await shop.results('refund')).every((title) => !title.includes('pot')),
      'the other finds only its own',
    );
    equal(tea.field().value, 'refund', 'the text of the one');
    shop.press('Enter');
    await until(() => shop.one('.view-title'), 'the article of the other');
    await until(() => heard.some((line) => line.startsWith('shop articleOpen')), 'the event of the other');
    equal(tea.all('[role=option]').length, 1, 'the results of the one, untouched');
    equal(
      heard.map((line) => line.split(' ').slice(0, 2).join(' ')),
      ['tea open', 'shop open', 'tea search', 'shop search', 'shop articleOpen'],
      'events in order',
    );
  });

  it('close by their own Escape, with the focus on their own launcher', async () => {
    tea.field().focus();
    tea.press('Escape');
    await until(() => heard.includes('tea close'), 'the one has closed');
    equal(document.activeElement === tea.host && tea.root.activeElement?.getAttribute('part'), 'launcher', 'focus');
    ok(shop.one('[part=panel]:popover-open') !== null, 'the other is still open');
    ok(!heard.includes('shop close'), 'the other has not closed');
  });

  it('outlive one another', async () => {
    tea.type('refund');
    await tea.results('pot');
    tea.help.destroy();
    await settle();
    equal(document.querySelectorAll('help-kiosk').length, 1, 'widgets left');
    shop.type('customs invoice');
    await shop.results('invoice');
    shop.press('ArrowDown');
    await until(() => shop.one('[role=option][aria-selected=true]'), 'a selected result');
    await shop.help.close();
    ok(shop.one('[part=panel]:popover-open') === null, 'the other closes');
  });

  it('keep their looks apart', async () => {
    tea.help.update({ accent: '#aa3300', theme: 'dark' });
    await settle();
    equal(
      [tea, shop].map(({ host }) => [host.dataset['theme'], host.style.getPropertyValue('--hk-accent')]),
      [
        ['dark', '#aa3300'],
        ['auto', ''],
      ],
      'themes and accents',
    );
  });
});
