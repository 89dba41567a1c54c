// What ties the widget to the page's address.
import { equal, ok, pause, until } from '../support/check.js';
import { anArticle, mountKiosk, type Kiosk } from '../support/kiosk.js';

const articles = [
  anArticle('refund', 'Refund times', { category: 'Money', section: 'By card' }),
  anArticle('parcel', 'Lost parcel'),
];
const START = location.href;
const isOpen = ({ one }: Kiosk): boolean => one('[part=panel]:is([open], :popover-open)') !== null;
const launcher = ({ one }: Kiosk): HTMLElement => one('[part=launcher]')!;
const isShown = (kiosk: Kiosk): boolean => launcher(kiosk).getBoundingClientRect().width > 0;
/** The runner knows the page by its query. */
const goTo = (path: string): void => history.pushState(null, '', path.startsWith('#') ? path : path + location.search);

describe('pages', () => {
  let kiosk: Kiosk;
  afterEach(() => {
    kiosk.help.destroy();
    history.replaceState(null, '', START);
  });

  it('keeps the launcher off the pages of hiddenOn, from route to route', async () => {
    goTo('/checkout/pay');
    kiosk = mountKiosk({ articles, locale: 'en', hiddenOn: ['/checkout*'] });
    await pause(200);
    equal(isShown(kiosk), false, 'the launcher on a hidden page');
    goTo('/basket');
    if ('navigation' in globalThis) await until(() => isShown(kiosk), 'the launcher on another page');
    else kiosk.help.update({ page: location.href });
  });

  it('lets an element of the page open and close the panel, and shows no launcher of its own', async () => {
    const own = document.createElement('a');
    own.id = 'ask-us';
    own.append(document.createElement('b'));
    document.body.append(own);
    kiosk = mountKiosk({ articles, locale: 'en', launcher: '#ask-us' });
    await pause(100);
    equal(isShown(kiosk), false, 'our launcher');
    own.querySelector('b')!.click();
    await until(() => isOpen(kiosk), 'the open panel');
    own.click();
    await until(() => !isOpen(kiosk), 'the closed panel');
    document.body.click();
    await pause(50);
    equal(isOpen(kiosk), false, 'after a click elsewhere');
    own.remove();
  });

  it('opens the article that the address names, at its section, and another one when the address changes', async () => {
    goTo('#hk=refund');
    kiosk = mountKiosk({ articles, locale: 'en', deepLinks: true });
    await until(() => kiosk.one('.view-title')?.textContent === 'Refund times', 'the article of the address');
    location.hash = 'hk=parcel';
    await until(() => kiosk.one('.view-title')?.textContent === 'Lost parcel', 'the next article');
  });

  it('follows no address without deepLinks', async () => {
    goTo('#hk=refund');
    kiosk = mountKiosk({ articles, locale: 'en' });
    await kiosk.help.open();
    await until(() => kiosk.one('.row'), 'home');
    const before = history.length;
    await pause(100);
    equal([kiosk.one('.view-title'), history.length], [null, before], 'the article and the history');
  });

  it('is closed by the way back, and takes its entry away when it is closed otherwise', async () => {
    history.replaceState({ page: 'own' }, '', START);
    kiosk = mountKiosk({ articles, locale: 'en', deepLinks: true });
    await pause(100);
    const before = history.length;
    await kiosk.help.open();
    await until(() => history.length === before + 1, 'an entry of ours');
    equal((history.state as { page?: string }).page, 'own', 'the page’s own state');
    history.back();
    await until(() => !isOpen(kiosk), 'the closed panel');
    equal(history.state, { page: 'own' }, 'the state that the page had');
    await kiosk.help.open();
    await until(() => (history.state as { helpkiosk?: boolean }).helpkiosk, 'the entry again');
    await kiosk.help.close();
    await until(() => !(history.state as { helpkiosk?: boolean }).helpkiosk, 'the entry taken back');
    equal(location.href, START, 'the address');
  });

  it('opens the article again when its link is pressed again', async () => {
    const link = document.createElement('a');
    link.href = '#hk=refund';
    document.body.append(link);
    kiosk = mountKiosk({ articles, locale: 'en', deepLinks: true });
    await pause(100);
    link.click();
    await until(() => isOpen(kiosk), 'the panel after the first press');
    await kiosk.help.close();
    await pause(100);
    location.hash = 'hk=refund';
    await pause(100);
    if (isOpen(kiosk)) await kiosk.help.close();
    link.click();
    await until(() => isOpen(kiosk), 'the panel after another press');
    link.remove();
  });

  it('takes the entry that a reload has left for its own', async () => {
    history.replaceState({ helpkiosk: true }, '', START);
    kiosk = mountKiosk({ articles, locale: 'en', deepLinks: true });
    await pause(100);
    const before = history.length;
    await kiosk.help.open();
    await pause(100);
    equal(history.length, before, 'entries');
  });

  it('leaves the history alone when the page has gone on from our entry', async () => {
    kiosk = mountKiosk({ articles, locale: 'en', deepLinks: true });
    await pause(100);
    await kiosk.help.open();
    await until(() => (history.state as { helpkiosk?: boolean } | null)?.helpkiosk, 'our entry');
    goTo('/somewhere');
    await kiosk.help.close();
    await pause(100);
    ok(location.pathname === '/somewhere', 'the page stays where it went');
  });

  it('can be kept from opening and closing by the page', async () => {
    kiosk = mountKiosk({ articles, locale: 'en' });
    const prevent = (event: Event): void => event.preventDefault();
    document.addEventListener('hk-before-open', prevent);
    await kiosk.help.open();
    equal(isOpen(kiosk), false, 'after a prevented opening');
    document.removeEventListener('hk-before-open', prevent);
    await kiosk.help.open();
    document.addEventListener('hk-before-close', prevent, { once: true });
    await kiosk.help.close();
    equal(isOpen(kiosk), true, 'after a prevented closing');
  });

  it('lets go of the page with destroy', async () => {
    kiosk = mountKiosk({ articles, locale: 'en', deepLinks: true, hiddenOn: ['/checkout*'] });
    await pause(100);
    kiosk.help.destroy();
    goTo('#hk=refund');
    await pause(100);
    equal(document.querySelector('help-kiosk'), null, 'what is left');
  });
});
