// What the index alone tells, where the texts of the articles take their time, or what judges by them cannot be had.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.intercept(null));
afterAll(() => stage.close());

const PATIENCE = { timeout: 20_000 };

/** Holds what `asked` fits until it is let go. */
function hold(asked: RegExp): () => void {
  let release = (): void => {};
  let held: Promise<void> | null = new Promise<void>((resolve) => (release = resolve));
  stage.intercept(({ url = '' }, response) => {
    if (!held || !asked.test(url)) return false;
    void held.then(() => response.writeHead(307, { location: `${url}?now` }).end());
    return true;
  });
  return () => {
    held = null;
    release();
  };
}

const PLACES = [
  { where: 'in a worker', tag: {} as Record<string, string> },
  { where: 'on the page itself', tag: { 'data-worker': 'off' } as Record<string, string> },
];

describe.each(PLACES)('the search $where', ({ tag }) => {
  it('lists titles while the texts are on their way, and keeps what is selected when they come', async () => {
    const letGo = hold(/\/pack\/articles-/);
    const { page, panel, field, options, open, close } = await stage.visit({ tag });
    await open();
    await field.fill('how long does a refund take');
    const list = panel.getByRole('listbox');
    await expect.poll(() => list.getAttribute('class'), PATIENCE).toBe('results brief');
    expect(await panel.locator('.note-line').textContent()).toBe('Searching');
    expect(await panel.locator('.result-excerpt').first().textContent()).toBe('');
    const chosen = options.filter({ has: page.locator('.result-title', { hasText: /^How long a refund takes$/ }) });
    while ((await chosen.getAttribute('aria-selected')) !== 'true') await field.press('ArrowDown');
    const height = await chosen.evaluate((element) => element.clientHeight);
    letGo();
    await expect.poll(() => list.getAttribute('class'), PATIENCE).toBe('results');
    expect(await panel.locator('.result-excerpt').first().textContent()).not.toBe('');
    expect(await panel.locator('.note-line').textContent()).toMatch(/^\d+ results for/);
    expect(await chosen.getAttribute('aria-selected')).toBe('true');
    expect(await chosen.locator('mark').count()).toBeGreaterThan(0);
    expect(Math.abs((await chosen.evaluate((element) => element.clientHeight)) - height)).toBeLessThanOrEqual(24);
    await close();
  });

  it('answers by the index where what judges by texts cannot be had, and opens what it found', async () => {
    let refused = 0;
    stage.intercept(({ url = '' }, response) => {
      if (!url.endsWith('/texts.js')) return false;
      refused++;
      return Boolean(response.writeHead(404).end());
    });
    const { panel, field, options, open, opened, search, close, console: heard } = await stage.visit({ tag });
    await open();
    await search('customs invoice');
    expect(refused).toBeGreaterThan(0);
    expect(await options.first().textContent()).toContain('Customs asks for an invoice');
    expect(await panel.locator('.note-line').textContent()).toMatch(/^\d+ results? for/);
    await field.press('Enter');
    await expect.poll(opened, PATIENCE).toEqual(['customs-invoice']);
    expect(await panel.getByRole('alert').count()).toBe(0);
    expect(heard.filter((line) => /HelpKiosk|pageerror|Uncaught/.test(line))).toEqual([]);
    await close();
  });
});

describe('a result that is pressed while the texts come and change the order', () => {
  it('is not taken for the one that stands there by then', async () => {
    const letGo = hold(/\/pack\/articles-/);
    const { page, panel, field, options, open, opened, close } = await stage.visit();
    await open();
    await field.fill('parcel lost');
    await options.first().waitFor();
    const title = options.first().locator('.result-title');
    const pressed = (await title.textContent())!;
    await options.first().hover();
    await page.mouse.down();
    letGo();
    await expect.poll(() => title.textContent(), PATIENCE).not.toBe(pressed);
    await page.mouse.up();
    await options.filter({ has: page.locator('.result-title', { hasText: pressed }) }).click();
    await expect.poll(async () => (await opened()).length, PATIENCE).toBe(1);
    expect(await panel.locator('.view-title').textContent()).toBe(pressed);
    await close();
  });
});

describe('what judges by texts, while it does not come', () => {
  it('keeps nobody from hearing that nothing is found', async () => {
    const letGo = hold(/\/texts\.js/);
    const { panel, field, options, open, close } = await stage.visit();
    await open();
    await field.fill('customs invoice');
    await options.first().waitFor();
    expect(await panel.getByRole('listbox').getAttribute('class')).toBe('results brief');
    await field.fill('qqxxzz');
    await panel.getByRole('heading', { name: /There is no article on/ }).waitFor(PATIENCE);
    letGo();
    await close();
  });
});

describe('a search box in the page', () => {
  it('lists titles while the texts are on their way, keeps what is selected when they come, and a list closed that was closed', async () => {
    const letGo = hold(/\/pack\/articles-/);
    const { page, close } = await stage.visit();
    await page.addScriptTag({ url: '/helpkiosk/elements.js', type: 'module' });
    await page.evaluate(() => {
      for (const name of ['closed', 'kept']) document.body.prepend(document.createElement('hk-search-box'), name);
    });
    const [kept, closed] = [page.locator('hk-search-box').first(), page.locator('hk-search-box').last()];
    await closed.getByRole('combobox').fill('customs invoice');
    await closed.getByRole('option').first().waitFor();
    await closed.getByRole('combobox').press('Escape');
    const field = kept.getByRole('combobox');
    await field.fill('customs invoice');
    const options = kept.getByRole('option');
    await options.nth(1).waitFor();
    expect(await options.first().locator('.result-excerpt').textContent()).toBe('');
    expect(await kept.getByRole('listbox').getAttribute('class')).toBe('results brief');
    await field.press('ArrowDown');
    await field.press('ArrowDown');
    const chosen = await kept.locator('[aria-selected=true] .result-title').textContent();
    letGo();
    await expect.poll(() => kept.locator('.result-excerpt mark').count(), PATIENCE).toBeGreaterThan(0);
    expect(await options.first().textContent()).toContain('Customs asks for an invoice');
    expect(await kept.getByRole('listbox').getAttribute('class')).toBe('results');
    expect(await kept.locator('[aria-selected=true] .result-title').textContent()).toBe(chosen);
    // It was asked first, and so has been answered by now.
    expect(await closed.getByRole('option').count()).toBe(0);
    await close();
  });
});
