import { equal, ok, settle, until } from '../support/check.js';
import { compose } from '../support/compose.js';
import { anArticle, mountKiosk, type Kiosk } from '../support/kiosk.js';

const articles = [
  anArticle('password', '忘记密码怎么办', { locale: 'zh-Hans' }),
  anArticle('invoice', '海关要求发票', { locale: 'zh-Hans' }),
];
const english = [anArticle('refund', 'Refund times'), anArticle('parcel', 'Lost parcel')];

describe('an input method', () => {
  let kiosk: Kiosk;
  const searched: number[] = [];
  const opened: string[] = [];
  const start = async (set: typeof articles, locale: string): Promise<void> => {
    searched.length = opened.length = 0;
    kiosk = mountKiosk({ articles: set, locale });
    kiosk.help.on('search', ({ length }) => void searched.push(length));
    kiosk.help.on('articleOpen', ({ articleId }) => void opened.push(articleId));
    await kiosk.help.open();
    kiosk.field().focus();
  };
  beforeEach(() => start(articles, 'zh-Hans'));
  afterEach(() => kiosk.help.destroy());

  it('is not searched for half-typed letters, and once for what it ends with', async () => {
    const ime = compose(kiosk.field());
    ime.start();
    for (const text of ['w', 'wa', 'wang', 'wangji', 'wangji mi', 'wangjimima']) {
      ime.write(text);
      await settle();
    }
    equal(searched, [], 'searches while composing');
    equal(kiosk.field().value, 'wangjimima', 'the text while composing');
    ime.end('忘记密码');
    equal(await kiosk.results('忘记'), ['忘记密码怎么办'], 'results');
    equal(searched, [4], 'lengths of what was searched');
  });

  it('is searched again for a second word after the first', async () => {
    const first = compose(kiosk.field());
    first.start();
    first.end('忘记');
    await kiosk.results('忘记');
    const second = compose(kiosk.field());
    second.start();
    second.write('mima');
    await settle();
    equal(searched, [2], 'searches before the end of the second word');
    second.end('密码');
    await until(() => searched.length === 2, 'the second search');
    equal([searched, kiosk.field().value], [[2, 4], '忘记密码'], 'searches and text');
  });

  it('keeps Enter for itself, also where the composition has just ended (keyCode 229)', async () => {
    const ime = compose(kiosk.field());
    ime.start();
    ime.end('忘记密码');
    await kiosk.results('忘记');
    const closing = new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, composed: true });
    const composing = new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true });
    for (const event of [closing, composing]) kiosk.field().dispatchEvent(event);
    await settle();
    equal(opened, [], 'articles opened by the input method’s Enter');
    ok(kiosk.one('[role=listbox]') !== null, 'the results are still there');
    kiosk.press('Enter');
    await until(() => opened.length === 1, 'the article that Enter opens');
    equal(opened, ['password'], 'opened');
  });

  it('keeps arrows and Escape for itself', async () => {
    const ime = compose(kiosk.field());
    ime.start();
    ime.end('忘记密码');
    await kiosk.results('忘记');
    kiosk.press('ArrowDown', { isComposing: true });
    kiosk.press('Escape', { isComposing: true });
    await settle();
    equal(kiosk.all('[aria-selected=true]').length, 0, 'selected results');
    ok(kiosk.one('[part=panel]:popover-open') !== null, 'the panel is open');
  });

  it('is not torn by results that arrive while it composes', async () => {
    kiosk.type('发票');
    const ime = compose(kiosk.field());
    const field = kiosk.field();
    ime.start();
    ime.write('wang');
    await kiosk.results('发票');
    ime.write('wangji');
    kiosk.help.suggest(['password']);
    await settle();
    ok(kiosk.field() === field, 'the field is the same element');
    equal(field.value, '发票wangji', 'the text while results arrive');
    ime.end('忘记');
    await until(() => searched.length === 2, 'the search for the whole text');
    equal([searched, field.value], [[2, 4], '发票忘记'], 'searches and text');
  });
});

describe('an Android keyboard, which composes every word', () => {
  const own = ['userAgent', 'language'] as const;
  let kiosk: Kiosk;
  const pretend = (language: string): void => {
    Object.defineProperty(navigator, 'userAgent', { value: 'Mozilla/5.0 (Linux; Android 15; K)', configurable: true });
    Object.defineProperty(navigator, 'language', { value: language, configurable: true });
  };
  const searched: number[] = [];
  const start = async (set: typeof articles, locale: string): Promise<void> => {
    searched.length = 0;
    kiosk = mountKiosk({ articles: set, locale });
    kiosk.help.on('search', ({ length }) => void searched.push(length));
    await kiosk.help.open();
    kiosk.field().focus();
  };
  afterEach(() => {
    for (const name of own) delete (navigator as unknown as Record<string, unknown>)[name];
    kiosk.help.destroy();
  });

  it('is searched while it composes Latin words', async () => {
    pretend('en-GB');
    await start(english, 'en');
    const ime = compose(kiosk.field());
    ime.start();
    ime.write('refund');
    equal(await kiosk.results('Refund'), ['Refund times'], 'results before the word ends');
    equal(kiosk.field().value, 'refund', 'the text');
    ime.end('refund');
    await settle();
    equal(searched, [6], 'searches');
  });

  it('is not searched while it composes pinyin', async () => {
    pretend('zh-CN');
    await start(articles, 'zh-Hans');
    const ime = compose(kiosk.field());
    ime.start();
    ime.write('wangji');
    await settle();
    equal(searched, [], 'searches while composing');
    ime.end('忘记');
    await kiosk.results('忘记');
    equal(searched, [2], 'searches');
  });
});
