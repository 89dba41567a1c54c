import { describe, expect, it } from 'vitest';
import { makeTour, takeAway, judgeComplaints } from './zoo/tour.js';
import { ask, fieldIn, launcherIn, openPanel, readChanges } from './zoo/visit.js';
import { useZoo } from './zoo/zoo.js';

const STUB = '<script>window.HelpKiosk ||= (...a) => new Promise((...p) => (HelpKiosk.q ||= []).push([a, p]))</script>';

describe('a page whose tag', () => {
  const zoo = useZoo();

  zoo.tour([
    { name: 'is there twice: has one widget', tags: [{}, {}] },
    { name: 'is async', tags: [{ async: '' }] },
    { name: 'is deferred, in the head', tags: [{ defer: '' }], place: 'head' },
    {
      name: 'takes its options from a block of the page',
      tags: [{ 'data-pack': null, 'data-config': '#help' }],
      body: '<script type="application/json" id="help">{"pack": "/pack/pack.json"}</script>',
    },
  ]);

  it.concurrent('is there twice with two names: has two widgets that know nothing of one another', () =>
    zoo.visit(
      { name: 'two names', tags: [{ 'data-name': 'one' }, { 'data-name': 'two', 'data-position': 'start' }] },
      async (visit) => {
        const { frame, page } = visit;
        const partOf = (name: string, part: string) => frame.locator(`help-kiosk[data-name=${name}] ${part}`);
        const field = 'input[role=combobox]';
        await partOf('one', '[part=launcher]').click();
        await partOf('one', field).waitFor();
        await page.keyboard.type('refund');
        await partOf('one', '[role=option]').first().waitFor();
        expect(await frame.locator('[role=option]').count()).toBe(await partOf('one', '[role=option]').count());
        expect(await partOf('two', field).filter({ visible: true }).count()).toBe(0);
        await partOf('two', '[part=launcher]').click();
        await partOf('two', field).waitFor();
        expect(await partOf('two', field).inputValue()).toBe('');
        expect(await partOf('one', field).inputValue()).toBe('refund');
        await page.keyboard.type('password');
        await partOf('two', '[role=option]').first().waitFor();
        await page.keyboard.press('Escape');
        await partOf('two', '[part=panel]').waitFor({ state: 'hidden' });
        expect(await partOf('one', field).filter({ visible: true }).count()).toBe(1);
        expect(await partOf('one', field).inputValue()).toBe('refund');
        const problems: string[] = [];
        await takeAway(visit, problems);
        expect([...problems, ...(await judgeComplaints(visit))]).toEqual([]);
      },
    ),
  );

  it.concurrent('is slow: the page is usable before, and a call made meanwhile is carried out', () =>
    zoo.visit({ name: 'slow', tags: [{ async: '' }], tagDelayMs: 2000, head: STUB }, async (visit) => {
      const { frame, page } = visit;
      await frame.evaluate(() => {
        const { HelpKiosk } = window as unknown as { HelpKiosk(verb: string): Promise<unknown> };
        const page = document as unknown as { paid: number; opened: string };
        document.querySelector<HTMLElement>('#pay')!.onclick = () => (page.paid = 1);
        void HelpKiosk('open').then(() => (page.opened = 'yes'));
      });
      await page.locator('#pay').click();
      const early = await frame.evaluate(() => {
        const { paid, opened } = document as unknown as { paid: number; opened: string };
        return { paid, opened, widgets: document.querySelectorAll('help-kiosk').length };
      });
      expect(early).toEqual({ paid: 1, opened: undefined, widgets: 0 });
      await launcherIn(frame).waitFor();
      await fieldIn(frame).waitFor();
      await frame.waitForFunction(() => (document as unknown as { opened?: string }).opened === 'yes');
      await page.keyboard.press('Escape');
      await page.locator('#pay').evaluate((button) => ((button as HTMLElement).onclick = null));
      expect(await makeTour(visit)).toEqual([]);
    }),
  );

  it.concurrent('is taken away while its panel is on the way: nothing comes after', () =>
    zoo.visit({ name: 'taken away' }, async (visit) => {
      const { frame, page } = visit;
      await launcherIn(frame).waitFor();
      const problems: string[] = [];
      await frame.evaluate("void HelpKiosk('open').catch(() => {})");
      await takeAway(visit, problems);
      await page.waitForLoadState('networkidle');
      const { changes } = await readChanges(visit);
      expect([...problems, ...changes, ...(await judgeComplaints(visit))]).toEqual([]);
      expect(page.workers()).toEqual([]);
    }),
  );

  it.concurrent('is taken away while its panel is open: nothing is left', () =>
    zoo.visit({ name: 'taken away open' }, async (visit) => {
      const problems: string[] = [];
      await openPanel(visit);
      await ask(visit, 'refund');
      await takeAway(visit, problems);
      expect([...problems, ...(await judgeComplaints(visit))]).toEqual([]);
    }),
  );
});
