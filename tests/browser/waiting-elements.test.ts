import '@helpkiosk/widget/elements';
import type { HelpConfig } from '@helpkiosk/widget';
import { equal, ok, pause, settle, until } from '../support/check.js';
import { anArticle, mountKiosk, partsOf, type Kiosk } from '../support/kiosk.js';

const ELEMENTS = ['hk-wait-status', 'hk-service-status', 'hk-office-hours', 'hk-busy-hours'];
const ALWAYS = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]]));
const NEVER_TODAY = { desks: [{ timeZone: 'UTC', weekly: {} }] };
const articles = [anArticle('refund', 'Refund times')];

describe('the elements of waiting', () => {
  let kiosk: Kiosk | null = null;
  const start = (options: Partial<HelpConfig>): void =>
    void (kiosk = mountKiosk({ articles, locale: 'en', name: 'first', ...options }));
  const add = (name: string): ReturnType<typeof partsOf> => {
    const element = document.createElement(name);
    document.body.append(element);
    return partsOf(element);
  };
  afterEach(() => {
    kiosk?.help.destroy();
    kiosk = null;
    for (const element of document.querySelectorAll(ELEMENTS.join())) element.remove();
  });

  it('are all defined', () => {
    ok(
      ELEMENTS.every((name) => customElements.get(name)),
      'defined',
    );
  });

  it('show opening hours from the configuration alone, without a back end', async () => {
    start({ hours: { desks: [{ timeZone: 'UTC', weekly: ALWAYS }] } as HelpConfig['hours'] });
    const { one, all } = add('hk-office-hours');
    equal((await until(() => one('.status-strip'), 'the line')).textContent, 'Open around the clock', 'the line');
    equal(all('.week tbody tr').length, 7, 'days');
    ok(
      all('.week td').every((cell) => cell.textContent === 'day and night'),
      'each is open day and night',
    );
    equal(one('.panel')!.lang, 'en', 'its language');
  });

  it('say that it is closed, in one line', async () => {
    start({ hours: NEVER_TODAY as HelpConfig['hours'] });
    const { one } = add('hk-wait-status');
    equal((await until(() => one('.status-strip'), 'the line')).textContent, 'Closed', 'the line');
    ok(one('.pip.is-closed') !== null, 'its dot');
  });

  it('speak the language of the widget', async () => {
    start({ locale: 'zh-Hans', hours: NEVER_TODAY as HelpConfig['hours'] });
    const { one } = add('hk-wait-status');
    equal((await until(() => one('.status-strip'), 'the line')).textContent, '非服务时间', 'the line');
  });

  it('show nothing where nothing is known, and on a page without a widget', async () => {
    const lonely = add('hk-wait-status');
    await pause(200);
    equal(lonely.root.childElementCount, 0, 'without a widget');
    start({});
    const { root, one } = add('hk-busy-hours');
    await until(() => one('.panel'), 'the element is drawn');
    equal(root.textContent, '', 'its text');
  });

  it('follow a change of the configuration’s hours, and leave nothing behind', async () => {
    start({ hours: NEVER_TODAY as HelpConfig['hours'] });
    const { one, root, host } = add('hk-wait-status');
    await until(() => one('.status-strip'), 'the line');
    host.remove();
    await settle();
    equal(root.childElementCount, 0, 'left in its root');
    document.body.append(host);
    await until(() => one('.status-strip'), 'the line again');
  });

  it('fetch nothing while they are far out of sight', async () => {
    start({ hours: NEVER_TODAY as HelpConfig['hours'] });
    const { root, host } = add('hk-wait-status');
    host.remove();
    host.style.cssText = 'position:absolute;top:9000px';
    document.body.append(host);
    await pause(300);
    equal(root.childElementCount, 0, 'drawn out of sight');
    host.style.cssText = '';
    await until(() => partsOf(host).one('.status-strip'), 'the line once it is in sight');
  });
});
