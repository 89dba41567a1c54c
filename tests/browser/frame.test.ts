import { setViewport } from '@web/test-runner-commands';
import { equal, ok, settle, until } from '../support/check.js';
import { anArticle, mountKiosk, type Kiosk } from '../support/kiosk.js';

const DESKTOP = { width: 1000, height: 700 };
const PHONE = { width: 390, height: 740 };
const articles = [anArticle('refund', 'Refund times'), anArticle('parcel', 'Lost parcel')];

describe('the frame of the panel', () => {
  let kiosk: Kiosk;
  let button: HTMLButtonElement;
  const panel = (): HTMLDialogElement => kiosk.one<HTMLDialogElement>('[part=panel]')!;
  const focusedPart = (): string | null | undefined => kiosk.root.activeElement?.getAttribute('part');
  beforeEach(async () => {
    await setViewport(DESKTOP);
    button = document.body.appendChild(document.createElement('button'));
    button.textContent = 'of the page';
    kiosk = mountKiosk({ articles, locale: 'en' });
  });
  afterEach(() => {
    kiosk.help.destroy();
    button.remove();
    for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
  });

  it('is a popover on a desktop, so that the page stays usable', async () => {
    await kiosk.help.open();
    ok(panel().matches(':popover-open') && !panel().matches(':modal'), 'a popover, not modal');
    equal([panel().getAttribute('role'), panel().getAttribute('aria-label')], ['dialog', 'Help'], 'role and name');
    button.focus();
    ok(document.activeElement === button, 'the page can have the focus');
    ok(panel().matches(':popover-open'), 'and the panel stays');
  });

  it('gives the focus to the field, and at Escape back to the launcher', async () => {
    kiosk.one('[part=launcher]')!.focus();
    kiosk.one('[part=launcher]')!.click();
    await until(() => kiosk.root.activeElement === kiosk.field(), 'the focus in the field');
    kiosk.press('Escape');
    await until(() => focusedPart() === 'launcher', 'the focus on the launcher');
    ok(!panel().matches(':popover-open') && !panel().open, 'the panel is closed');
    equal(kiosk.one('[part=launcher]')!.getAttribute('aria-expanded'), 'false', 'expanded');
  });

  it('gives the focus back to where it was when there is no launcher', async () => {
    kiosk.help.destroy();
    kiosk = mountKiosk({ articles, locale: 'en', launcher: 'none' });
    button.focus();
    await kiosk.help.open();
    ok(document.activeElement === kiosk.host, 'the panel has the focus');
    await kiosk.help.close();
    ok(document.activeElement === button, 'the button has it again');
  });

  it('takes no focus back from the page when it closes', async () => {
    await kiosk.help.open();
    button.focus();
    await kiosk.help.close();
    ok(document.activeElement === button, 'the focus stays with the page');
  });

  it('is a modal sheet over the whole of a phone, and says so to the browser', async () => {
    await setViewport(PHONE);
    await kiosk.help.open();
    await until(() => panel().matches(':modal'), 'a modal dialog');
    for (const animation of panel().getAnimations()) animation.finish();
    const { left, top, width, height } = panel().getBoundingClientRect();
    equal([left, top, width, height].map(Math.round), [0, 0, PHONE.width, PHONE.height], 'its place');
    kiosk.press('Escape');
    await until(() => !panel().open, 'closed');
  });

  it('changes between sheet and popover when the window does, with focus and text kept', async () => {
    await kiosk.help.open();
    kiosk.field().focus();
    kiosk.type('refund');
    await kiosk.results('Refund');
    for (const [size, selector] of [
      [PHONE, ':modal'],
      [DESKTOP, ':popover-open:not(:modal)'],
      [PHONE, ':modal'],
    ] as const) {
      await setViewport(size);
      await until(() => panel().matches(selector), `${selector} at ${size.width}`);
      equal([kiosk.field().value, kiosk.root.activeElement === kiosk.field()], ['refund', true], 'text and focus');
    }
    await kiosk.help.close();
    ok(!panel().open && !panel().matches(':popover-open'), 'closed');
  });

  it('is usable while the page shows a modal dialog of its own', async () => {
    const dialog = document.body.appendChild(document.createElement('dialog'));
    dialog.append('of the page');
    dialog.showModal();
    await kiosk.help.open();
    ok(panel().matches(':modal'), 'a modal dialog over the page’s');
    kiosk.field().focus();
    ok(kiosk.root.activeElement === kiosk.field(), 'the field can have the focus');
    await kiosk.help.close();
    ok(dialog.open, 'the page’s dialog is still there');
    dialog.close();
    await kiosk.help.open();
    ok(panel().matches(':popover-open'), 'a popover again');
  });

  it('stands in the top layer whatever the page does to its body', async () => {
    Object.assign(document.body.style, { transform: 'scale(0.5)', overflow: 'hidden' });
    try {
      await kiosk.help.open();
      await settle();
      const { right, bottom } = kiosk.one('[part=launcher]')!.getBoundingClientRect();
      equal([Math.round(innerWidth - right), Math.round(innerHeight - bottom)], [20, 20], 'distance of the launcher');
    } finally {
      document.body.removeAttribute('style');
    }
  });

  it('tells the page by events that bubble out of every shadow root', async () => {
    const heard: string[] = [];
    const stop = new AbortController();
    for (const type of ['hk-ready', 'hk-open', 'hk-search', 'hk-article-open', 'hk-close'])
      document.addEventListener(
        type,
        (event) => {
          const { bubbles, composed, target, detail } = event as CustomEvent<unknown>;
          ok(bubbles && composed && target === kiosk.host, `${type} bubbles, is composed, and comes from the host`);
          heard.push(`${type} ${JSON.stringify(detail)}`);
        },
        { signal: stop.signal },
      );
    await kiosk.help.open();
    kiosk.type('refund');
    await kiosk.results('Refund');
    kiosk.press('Enter');
    await until(() => heard.some((line) => line.startsWith('hk-article-open')), 'the article is told');
    await kiosk.help.close();
    stop.abort();
    equal(
      heard,
      [
        'hk-ready {}',
        'hk-open {"view":"home"}',
        'hk-search {"length":6,"total":1,"guess":false}',
        'hk-article-open {"articleId":"refund"}',
        'hk-close {}',
      ],
      'events',
    );
  });
});
