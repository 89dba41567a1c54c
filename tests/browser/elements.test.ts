import '@helpkiosk/widget/elements';
import { equal, ok, settle, until } from '../support/check.js';
import { anArticle, DEMO_PACK, mountKiosk, partsOf, type Kiosk } from '../support/kiosk.js';

const articles = [
  anArticle('refund', 'Refund times', { section: 'Refund by card' }),
  anArticle('parcel', 'Lost parcel'),
];

/** Puts a search box into the page. */
function addBox(attributes: Record<string, string> = {}): ReturnType<typeof partsOf> {
  const host = document.createElement('hk-search-box');
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  document.body.append(host);
  return partsOf(host);
}

describe('hk-search-box', () => {
  let kiosk: Kiosk;
  beforeEach(() => {
    kiosk = mountKiosk({ articles, locale: 'en', name: 'first' });
  });
  afterEach(() => {
    kiosk.help.destroy();
    for (const box of document.querySelectorAll('hk-search-box')) box.remove();
  });

  it('lists what the page’s widget finds, and opens the article in the panel', async () => {
    const opened: string[] = [];
    kiosk.help.on('articleOpen', ({ articleId }) => void opened.push(articleId));
    const box = addBox({ label: 'Find an answer' });
    await until(() => box.field(), 'the field');
    equal(box.field().getAttribute('aria-label'), 'Find an answer', 'the label');
    box.field().focus();
    box.type('refund');
    equal(await box.results('Refund'), ['Refund times'], 'results');
    box.press('ArrowDown');
    const active = await until(() => box.one('[aria-selected=true]'), 'a selected result');
    equal(box.field().getAttribute('aria-activedescendant'), active.id, 'the active result');
    box.press('Enter');
    equal((await until(() => kiosk.one('.view-title'), 'the article in the panel')).textContent, 'Refund times');
    await until(() => opened.length === 1, 'the event');
    equal(opened, ['refund'], 'opened');
    equal(box.all('[role=option]').length, 0, 'the list of the box is closed');
  });

  it('opens a result by the pointer, and closes its list by Escape', async () => {
    const box = addBox();
    await until(() => box.field(), 'the field');
    box.field().focus();
    box.type('refund');
    await box.results('Refund');
    box.press('Escape');
    await until(() => box.all('[role=option]').length === 0, 'the list is closed');
    box.type('parcel');
    await box.results('parcel');
    box.one('[role=option]')!.click();
    equal((await until(() => kiosk.one('.view-title'), 'the article')).textContent, 'Lost parcel');
  });

  it('asks the widget that it names', async () => {
    const other = mountKiosk({ articles: [anArticle('tea', 'Refund for tea')], locale: 'en', name: 'second' });
    const box = addBox({ for: 'second' });
    await until(() => box.field(), 'the field');
    box.field().focus();
    box.type('refund');
    equal(await box.results('tea'), ['Refund for tea'], 'results');
    other.help.destroy();
  });

  it('finds nothing left after it is removed, and works again when it is put back', async () => {
    const box = addBox();
    await until(() => box.field(), 'the field');
    box.field().focus();
    box.type('refund');
    await box.results('Refund');
    box.host.remove();
    equal([box.root.childElementCount, document.querySelectorAll('hk-search-box').length], [0, 0], 'left behind');
    document.body.append(box.host);
    await until(() => box.field(), 'the field again');
    box.field().focus();
    box.type('parcel');
    await box.results('parcel');
  });

  it('is quiet on a page without a widget', async () => {
    kiosk.help.destroy();
    const box = addBox();
    await until(() => box.field(), 'the field');
    box.field().focus();
    box.type('refund');
    await settle();
    equal(box.all('[role=option]').length, 0, 'results');
  });
});

describe('help-kiosk as an element', () => {
  afterEach(() => {
    for (const element of document.querySelectorAll('help-kiosk')) element.remove();
  });

  it('is a widget of its own with its options as attributes', async () => {
    const element = document.createElement('help-kiosk') as HTMLElement & { help: Kiosk['help'] | null };
    for (const [name, value] of Object.entries({ pack: DEMO_PACK, locale: 'en', theme: 'dark', launcher: 'pill' }))
      element.setAttribute(name, value);
    document.body.append(element);
    const help = await until(() => element.help, 'the handle');
    const { one, type, results } = partsOf(element);
    equal((await until(() => one('[part=launcher]'), 'the launcher')).textContent, 'Help', 'the launcher');
    equal(element.dataset['theme'], 'dark', 'the theme');
    await help.open();
    type('refund');
    await results('refund');
    element.remove();
    await settle();
    equal([element.help, document.querySelectorAll('help-kiosk').length], [null, 0], 'left behind');
    equal(element.shadowRoot!.querySelectorAll('[part]').length, 0, 'parts left in its root');
  });

  it('leaves the host of a mounted widget as it is', async () => {
    const { help, host, one } = mountKiosk({ articles, locale: 'en' });
    await help.open();
    ok(one('[part=panel]:popover-open') !== null, 'the panel is open');
    equal((host as HTMLElement & { help?: unknown }).help ?? null, null, 'a handle of its own');
    help.destroy();
  });

  it('is defined once, however often its file runs', async () => {
    const names = ['help-kiosk', 'hk-search-box'];
    const before = names.map((name) => customElements.get(name));
    const again = '../../packages/widget/dist/elements.js?again';
    await import(again);
    ok(
      names.every((name, place) => customElements.get(name) === before[place]),
      'the same classes',
    );
    ok(before.every(Boolean), 'both are defined');
  });

  it('can be removed before its code has come', async () => {
    const element = document.createElement('help-kiosk') as HTMLElement & { help: Kiosk['help'] | null };
    element.setAttribute('pack', DEMO_PACK);
    document.body.append(element);
    element.remove();
    await settle();
    equal(element.help, null, 'the handle');
    document.body.append(element);
    await until(() => element.help, 'the handle when it is put back');
  });
});
