import { describe, expect, it } from 'vitest';
import { makeTour } from './zoo/tour.js';
import { ask, closePanel, fieldIn, findCover, panelIn, pressLauncher } from './zoo/visit.js';
import { useZoo } from './zoo/zoo.js';

describe('a page', () => {
  const zoo = useZoo();

  zoo.tour([
    { name: 'is plain', workers: 1 },
    { name: 'has the tag in its head', place: 'head' },
    { name: 'is in quirks mode', kind: 'quirks' },
    { name: 'is XHTML', kind: 'xhtml' },
    { name: 'is as narrow as a phone', width: 360, head: '<meta name="viewport" content="width=device-width" />' },
    { name: 'lives in a sandboxed frame, in an origin of its own', sandboxed: true, workers: 0 },
    {
      name: 'has elements by the names that the tag reads',
      body: '<img name="currentScript" alt="" /><a id="HelpKiosk" href="#faq">Questions</a><form name="q"></form>',
    },
  ]);

  it.concurrent('shows a modal dialog: the launcher waits, an explicit call opens, and all is well after', () =>
    zoo.visit({ name: 'modal dialog' }, async (visit) => {
      const { frame, page } = visit;
      await frame.evaluate(() => document.querySelector<HTMLDialogElement>('#sure')!.showModal());
      await pressLauncher(visit);
      await page.waitForTimeout(300);
      expect(await panelIn(frame).filter({ visible: true }).count()).toBe(0);
      await frame.evaluate(() => document.querySelector<HTMLElement>('#yes')!.focus());
      await frame.evaluate("HelpKiosk('open')");
      await fieldIn(frame).waitFor();
      expect(await fieldIn(frame).evaluate(findCover)).toBe('');
      expect(await ask(visit, 'refund')).toMatch(/^How long a refund takes/);
      await closePanel(visit);
      expect(await frame.evaluate(() => document.querySelector<HTMLDialogElement>('#sure')!.open)).toBe(true);
      expect(await frame.evaluate(() => document.activeElement!.id)).toBe('yes');
      await frame.evaluate(() => document.querySelector<HTMLDialogElement>('#sure')!.close());
      await frame.evaluate("HelpKiosk('reset')");
      expect(await makeTour(visit)).toEqual([]);
    }),
  );
});
