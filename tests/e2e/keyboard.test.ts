import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage, type Visit } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

const PATIENCE = { timeout: 20_000 };

/** Presses Tab until `name` has the focus; names what was passed when it never comes. */
async function tabTo({ page, focused }: Visit, name: string, { back = false, most = 60 } = {}): Promise<string[]> {
  const passed: string[] = [];
  for (let count = 0; count < most; count++) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    passed.push(await focused());
    if (passed.at(-1) === name) return passed;
  }
  throw new Error(`${name} was not reached by Tab; passed: ${passed.join(', ')}`);
}

/** The place of the option that `aria-activedescendant` names, null for none; throws when it names nothing that is there. */
function activePlace(page: Page): Promise<number | null> {
  return page.evaluate(() => {
    const root = document.querySelector('help-kiosk')!.shadowRoot!;
    const id = root.querySelector('[role=combobox]')!.getAttribute('aria-activedescendant');
    const options = [...root.querySelectorAll('[role=option]')];
    const selected = options.filter((option) => option.getAttribute('aria-selected') === 'true');
    if (id === null) return selected.length ? -1 : null;
    const active = root.getElementById(id);
    if (!active || selected.length !== 1 || selected[0] !== active) throw new Error(`${id} is not the selected option`);
    return options.indexOf(active);
  });
}

describe('the journey by keyboard alone', () => {
  it('leads from the page to an article, back to the results, and to the launcher again', async () => {
    const visit = await stage.visit();
    const { page, panel, field, options, focused, opened } = visit;
    const press = (key: string) => page.keyboard.press(key);
    await tabTo(visit, 'launcher');
    await press('Enter');
    await expect.poll(focused, PATIENCE).toBe('combobox');
    await page.keyboard.type('customs invoice');
    await options.nth(1).waitFor();
    expect(await activePlace(page)).toBe(null);
    await press('ArrowDown');
    await expect.poll(() => activePlace(page), PATIENCE).toBe(0);
    await press('ArrowDown');
    await expect.poll(() => activePlace(page), PATIENCE).toBe(1);
    await press('ArrowUp');
    await expect.poll(() => activePlace(page), PATIENCE).toBe(0);
    await press('Enter');
    await expect.poll(opened, PATIENCE).toEqual(['customs-invoice']);
    await expect.poll(focused, PATIENCE).toBe('view-title');
    await tabTo(visit, 'Back', { back: true });
    await press('Enter');
    await expect.poll(() => field.inputValue(), PATIENCE).toBe('customs invoice');
    expect(await options.count()).toBeGreaterThan(1);
    await press('Escape');
    await expect.poll(focused, PATIENCE).toBe('launcher');
    expect(await panel.isVisible()).toBe(false);
    await visit.close();
  });

  it('goes round the list at both ends', async () => {
    const { page, open, search, options, close } = await stage.visit();
    await open();
    await search('customs');
    const last = (await options.count()) - 1;
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => activePlace(page), PATIENCE).toBe(last);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => activePlace(page), PATIENCE).toBe(0);
    await close();
  });

  it('keeps the focus in the panel while an article is on its way', async () => {
    const { page, panel, launcher, open, search, field, focused, close } = await stage.visit({
      before: (before) => before.route('**/view-article.js', () => {}),
    });
    await open();
    await search('customs invoice');
    await field.press('Enter');
    await panel.locator('.skeleton').waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    await expect.poll(() => launcher.getAttribute('aria-expanded'), PATIENCE).toBe('false');
    expect(await focused()).toBe('launcher');
    await close();
  });

  it.each<[string, (visit: Visit) => Promise<void>]>([
    [
      'a topic is opened',
      async ({ page, panel }) => {
        await panel.getByRole('button', { name: /^Refunds and returns/ }).press('Enter');
        await page.getByRole('button', { name: 'Back' }).waitFor();
      },
    ],
    [
      'Back leads home',
      async ({ panel, field }) => {
        await panel.getByRole('button', { name: /^Refunds and returns/ }).press('Enter');
        await panel.getByRole('button', { name: 'Back' }).press('Enter');
        await panel.locator('.greeting').waitFor();
        await field.waitFor();
      },
    ],
    [
      'Back leads from an article to the results',
      async ({ panel, field, search }) => {
        await search('customs invoice');
        await field.press('Enter');
        await panel.locator('.view-title').waitFor();
        await panel.getByRole('button', { name: 'Back' }).press('Enter');
        await panel.getByRole('listbox').waitFor();
      },
    ],
    [
      'an article is opened from home',
      async ({ panel }) => {
        await panel.locator('.row').first().press('Enter');
        await panel.locator('.view-title').waitFor();
      },
    ],
    [
      'the text is cleared',
      async ({ panel, search }) => {
        await search('refund');
        await panel.getByRole('button', { name: 'Clear' }).press('Enter');
        await panel.locator('.greeting').waitFor();
      },
    ],
    [
      'nothing was found and the topics are chosen',
      async ({ panel, field }) => {
        await field.fill('xqzvw');
        await panel.getByRole('button', { name: 'All topics' }).press('Enter');
        await panel.locator('.greeting').waitFor();
      },
    ],
  ])('keeps the focus in the panel when %s', async (_, walk) => {
    const visit = await stage.visit();
    await visit.open();
    await walk(visit);
    await expect.poll(visit.focused, PATIENCE).not.toBe('body');
    await visit.page.keyboard.press('Escape');
    await expect.poll(visit.focused, PATIENCE).toBe('launcher');
    await visit.close();
  });

  it('puts the focus into the field at a slash, and writes a slash there', async () => {
    const { page, panel, field, open, focused, close } = await stage.visit();
    await open();
    await panel.locator('.row').first().focus();
    await page.keyboard.press('/');
    expect(await focused()).toBe('combobox');
    expect(await field.inputValue()).toBe('');
    await page.keyboard.press('/');
    expect(await field.inputValue()).toBe('/');
    await close();
  });

  it.each([
    ['forwards', false],
    ['backwards', true],
  ])('lets Tab leave the panel %s', async (_, back) => {
    const visit = await stage.visit();
    await visit.open();
    for (let count = 0; count < 60; count++) {
      await visit.page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
      if (await visit.page.evaluate(() => document.activeElement?.matches('header a, body > a, footer a'))) break;
    }
    expect(await visit.page.evaluate(() => document.activeElement?.closest('header, body > a, footer') !== null)).toBe(
      true,
    );
    expect(await visit.panel.isVisible()).toBe(true);
    await visit.close();
  });

  it('keeps every key that is pressed in the panel from the page', async () => {
    const { page, open, search, field, options, close } = await stage.visit();
    await page.evaluate(() => {
      const heard: string[] = ((window as unknown as { keysHeard: string[] }).keysHeard = []);
      for (const type of ['keydown', 'keypress', 'keyup'])
        document.addEventListener(type, (event) => heard.push(`${type} ${(event as KeyboardEvent).key}`));
    });
    await open();
    await search('refund');
    for (const key of ['a', '/', ' ', 'Backspace', 'ArrowDown', 'Home', 'Control+k', '?']) await field.press(key);
    await options.first().waitFor();
    expect(await page.evaluate(() => (window as unknown as { keysHeard: string[] }).keysHeard)).toEqual([]);
    await page.evaluate(() => document.querySelector('help-kiosk')!.shadowRoot!.querySelector('input')!.blur());
    await page.locator('header a').first().press('k');
    expect(await page.evaluate(() => (window as unknown as { keysHeard: string[] }).keysHeard)).toContain('keydown k');
    await close();
  });
});
