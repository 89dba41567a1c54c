// What the widget is for, from the tag to the way back, on the demo's own pages under their own policy, in every engine.
// Keys are the browser's own, but for those of an input method, which no engine can be made to press.
import { sendKeys } from '@web/test-runner-commands';
import { equal, ok, pause, settle, until } from '../support/check.js';
import { compose } from '../support/compose.js';
import { openLedger, type Ledger } from '../support/ledger.js';
import { visitShop, type Shop } from '../support/shop.js';

const IDLE_MS = 500;

const press = (key: string): Promise<void> => sendKeys({ press: key });

/** Each asks with a mistake, and finds the answer all the same. */
const LANGUAGES = [
  { language: 'English', page: '/shop/', question: 'how long refnud', write: typeQuestion, found: 'efund' },
  { language: 'Chinese', page: '/shop/zh.html', question: '退款多久道账', write: composeQuestion, found: '退款' },
] as const;

async function typeQuestion(_: Shop, question: string): Promise<void> {
  await sendKeys({ type: question });
}

async function composeQuestion({ field }: Shop, question: string): Promise<void> {
  const inputMethod = compose(field());
  inputMethod.start();
  for (const text of ['t', 'tui', 'tuikuan', 'tuikuan duojiu daozhang']) {
    inputMethod.write(text);
    await settle();
  }
  inputMethod.end(question);
}

/** Opens the panel as a visitor with a keyboard does. */
async function open({ launcher, root, field, view }: Shop): Promise<void> {
  view.focus();
  launcher.focus();
  await press('Enter');
  await until(() => root.activeElement === field(), 'the focus in the field');
}

for (const { language, page, question, write, found } of LANGUAGES) {
  for (const place of ['in a worker', 'on the page'] as const) {
    const isInline = place === 'on the page';

    describe(`the main journey in ${language}, searched ${place}`, () => {
      let shop: Shop;
      let ledger: Ledger;
      /** The results for the whole question; those for its first letters may be shown before. */
      const ask = async (): Promise<string[]> => {
        const asked: number[] = [];
        // On the host, so that the ledger of the page does not count it.
        shop.host.addEventListener('hk-search', (event) =>
          asked.push((event as CustomEvent<{ length: number }>).detail.length),
        );
        await write(shop, question);
        await until(() => asked.includes(question.length), 'the search for the whole question');
        return shop.results(found);
      };
      beforeEach(async () => {
        // Nothing is kept for later: that takes a worker of its own.
        shop = await visitShop(`${page}?data-cache=false${isInline ? '&data-worker=off' : ''}`);
        ledger = openLedger(shop.view);
      });
      afterEach(() => shop.leave());

      it('asks for one file before its first use', async () => {
        await pause(IDLE_MS);
        equal(shop.asked(), ['helpkiosk.js'], 'files');
      });

      it('leads by keys from the launcher to an article, back to the results, and out again', async () => {
        const { one, all, field, root, launcher } = shop;
        const opened: string[] = [];
        shop.host.addEventListener('hk-article-open', (event) =>
          opened.push((event as CustomEvent<{ articleId: string }>).detail.articleId),
        );
        await open(shop);
        const results = await ask();
        equal(all('[role=option][aria-selected=true]').length, 0, 'results selected by themselves');
        await press('ArrowDown');
        await until(
          () => all('[role=option]')[0]?.getAttribute('aria-selected') === 'true',
          'the first result is selected',
        );
        equal(field().getAttribute('aria-activedescendant'), all('[role=option]')[0]!.id, 'the active result');
        await press('Enter');
        const title = await until(() => one('.view-title'), 'the article');
        await until(() => root.activeElement?.matches('.view-title, [data-section]'), 'the focus on title or section');
        await until(() => opened.length === 1, 'the event');
        equal(title.textContent, results[0], 'the title');
        ok(one('.body')!.textContent!.length > 200, 'the article has a text');
        one('.back')!.focus();
        await press('Enter');
        equal(await shop.results(found), results, 'the results again');
        await press('Escape');
        await until(() => root.activeElement === launcher, 'the focus on the launcher');
        equal(shop.view.document.activeElement === shop.host, true, 'the focus is in the widget');
        equal(one('[part=panel]:popover-open, [part=panel][open]'), null, 'the open panel');
      });

      it(`searches ${place}, as the tag says`, async () => {
        await open(shop);
        await ask();
        equal(ledger.workersStarted(), isInline ? 0 : 1, 'workers');
        equal(shop.asked().includes('engine.js'), isInline, 'the search is on the page');
      });

      it('leaves nothing behind after destroy', async () => {
        const { document } = shop.view;
        await open(shop);
        await ask();
        ok(Object.keys(ledger.count().listeners).length > 0, 'it listens to the page while it lives');
        await shop.destroy();
        await settle();
        const { listeners, timers, workers, sheets, names } = ledger.count();
        equal(
          { listeners, timers, workers, sheets, names },
          { listeners: {}, timers: 0, workers: 0, sheets: 0, names: [] },
        );
        equal([document.querySelectorAll('help-kiosk').length, 'HelpKiosk' in shop.view], [0, false], 'left behind');
      });
    });
  }
}
