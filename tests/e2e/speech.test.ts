import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Interception, type Stage, type Visit, type VisitOptions } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.intercept(null));
afterAll(() => stage.close());

const CALM_MS = 1000;

/** A visit whose clock stands still once the panel is open, and the words of its live region since then. */
async function listen(options: VisitOptions): Promise<Visit & { spoken(): Promise<string[]>; calm(): Promise<void> }> {
  const visit = await stage.visit({ ...options, before: (page) => page.clock.install() });
  await visit.launcher.click();
  await visit.panel.getByRole('button').nth(1).waitFor();
  await visit.page.evaluate(() => {
    const region = document.querySelector('help-kiosk')!.shadowRoot!.querySelector('[role=status]')!;
    const spoken: string[] = ((window as unknown as { spoken: string[] }).spoken = []);
    new MutationObserver(() => spoken.push(region.textContent!.replace(/\u00a0$/, ' again'))).observe(region, {
      childList: true,
      characterData: true,
      subtree: true,
    });
  });
  await visit.page.clock.pauseAt(new Date(Date.now() + 60_000));
  return {
    ...visit,
    spoken: () => visit.page.evaluate(() => (window as unknown as { spoken: string[] }).spoken),
    calm: () => visit.page.clock.runFor(CALM_MS),
  };
}

const withoutIndex: Interception = ({ url = '' }, response) => {
  if (!url.startsWith('/pack/index-')) return false;
  response.writeHead(404).end();
  return true;
};

describe.each([
  {
    path: '/',
    question: 'wrong customs invoice',
    count: /^\d+ results for “wrong customs invoice”$/,
    unknown: 'xqzvw',
    none: 'There is no article on “xqzvw” yet',
    failed: 'The search did not get through',
    retry: 'Try again',
  },
  {
    path: '/zh.html',
    question: '发票',
    count: /^“发票”的\d+条结果$/,
    unknown: 'xqzvw',
    none: '还没有关于“xqzvw”的文章',
    failed: '搜索未能完成',
    retry: '重试',
  },
])('the live region on $path', ({ path, question, count, unknown, none, failed, retry }) => {
  it('says how many were found, then that none was, then the number again', async () => {
    const { page, field, options, panel, spoken, calm, close } = await listen({ path });
    await field.fill(question);
    await options.first().waitFor();
    await calm();
    await field.fill(unknown);
    await panel.getByRole('heading', { name: none }).waitFor();
    await calm();
    await field.fill(question);
    await options.first().waitFor();
    await calm();
    const said = await spoken();
    expect(said).toEqual([expect.stringMatching(count), none, expect.stringMatching(count)]);
    expect(await page.getByRole('status').count()).toBe(1);
    await close();
  });

  it('says that the search failed, and what it found when it is tried again', async () => {
    stage.intercept(withoutIndex);
    const { field, options, panel, spoken, calm, close } = await listen({ path });
    await field.fill(question);
    await panel.getByText(failed).first().waitFor();
    await calm();
    stage.intercept(null);
    await panel.getByRole('button', { name: retry }).click();
    await options.first().waitFor();
    await calm();
    expect(await spoken()).toEqual([failed, expect.stringMatching(count)]);
    await close();
  });

  it('speaks once when somebody types quickly', async () => {
    const { page, field, options, spoken, calm, close } = await listen({ path });
    const answered = page.evaluate(
      (length) =>
        new Promise<void>((resolve) =>
          document.addEventListener('hk-search', (event) => {
            if ((event as CustomEvent<{ length: number }>).detail.length === length) resolve();
          }),
        ),
      'refund'.length,
    );
    for (const text of ['r', 're', 'ref', 'refu', 'refun', 'refund']) {
      await field.fill(text);
      await options.first().waitFor();
    }
    await answered; // what stands above the list names the newest letters already while the answer of before is shown
    expect(await spoken()).toEqual([]);
    await calm();
    await calm();
    expect(await spoken()).toEqual([expect.stringContaining('“refund”')]);
    await close();
  });
});
