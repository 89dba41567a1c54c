// What a typed text may become, in a row under the field: nothing moves for it, the field's own keys do not change, and nobody is told of it with every letter.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { speakPseudo } from '../../scripts/lib/pseudo-rtl.mjs';
import { setStage, type Stage, type Visit, type VisitOptions } from '../support/stage.js';
import { questionsOf, recordQuestions, startInputMethod } from './ime.js';
import { readAxe, violationsOf } from './violations.js';

let stage: Stage;
let axe: string;
beforeAll(async () => {
  axe = await readAxe();
  stage = await setStage();
});
afterEach(() => stage.intercept(null));
afterAll(() => stage.close());

const PATIENCE = { timeout: 20_000 };
/** Longer than typing must rest. */
const A_WHILE_MS = 300;
const PHONE = { viewport: { width: 360, height: 640 }, hasTouch: true };

const row = ({ panel }: Visit) => panel.locator('.suggestions');
const offered = (visit: Visit) => row(visit).getByRole('button');
/** Where what is found begins, in whole pixels. */
const listTop = async ({ panel }: Visit): Promise<number> =>
  Math.round((await panel.locator('.body').boundingBox())!.y);

async function begin(options: VisitOptions = {}): Promise<Visit> {
  const visit = await stage.visit(options);
  await visit.open();
  return visit;
}

/** Types letter by letter and waits for the row. */
async function type(visit: Visit, text: string, first: string): Promise<void> {
  await visit.field.pressSequentially(text);
  await expect.poll(() => offered(visit).first().textContent(), PATIENCE).toBe(first);
}

describe('completions while typing', () => {
  it('come, change and go without moving what is found', async () => {
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const visit = await begin({
      before: (page) => page.route('**/view-suggest.js', (route) => held.then(() => route.continue())),
    });
    const { field, options, panel } = visit;
    await field.pressSequentially('refu');
    await options.first().waitFor();
    const before = await listTop(visit);
    expect(await row(visit).count()).toBe(0);
    release();
    await row(visit).waitFor();
    expect(await offered(visit).allTextContents()).toEqual(
      expect.arrayContaining(['refund', 'How long a refund takes']),
    );
    expect(await listTop(visit)).toBe(before);
    const box = (await row(visit).boundingBox())!;
    expect(Math.round(box.y + box.height)).toBeLessThanOrEqual(before);
    expect(await violationsOf(visit.page, axe)).toEqual([]);
    await field.fill('refnud');
    await row(visit).waitFor({ state: 'detached' });
    await panel.getByText('Showing results for “refund”').waitFor();
    expect(await listTop(visit)).toBe(before);
    await visit.close();
  });

  it('are one stop of Tab in both directions, put into the field by Enter, and taken back by the browser itself', async () => {
    const visit = await begin();
    const { page, field, options, focused } = visit;
    await type(visit, 'customs in', 'customs invoice');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => options.first().getAttribute('aria-selected'), PATIENCE).toBe('true');
    expect(await field.getAttribute('aria-activedescendant')).toBe(await options.first().getAttribute('id'));
    for (const name of ['Clear', 'suggestion']) {
      await page.keyboard.press('Tab');
      expect(await focused()).toBe(name);
    }
    const named = () =>
      page.evaluate(() => document.querySelector('help-kiosk')!.shadowRoot!.activeElement!.textContent);
    const names = await offered(visit).allTextContents();
    for (const [key, place] of [['ArrowLeft', 0], ['ArrowRight', 1], ['ArrowRight', 2], ['ArrowLeft', 1]] as const) {
      await page.keyboard.press(key);
      expect(await named()).toBe(names[place]);
    } // prettier-ignore
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Close help');
    await page.keyboard.press('Shift+Tab');
    expect(await named()).toBe(names[1]);
    await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe('Clear');
    await page.keyboard.press('Tab');
    for (const [key, name] of [['End', names.at(-1)], ['Home', 'customs invoice']] as const) {
      await page.keyboard.press(key);
      expect(await named()).toBe(name);
    } // prettier-ignore
    await page.keyboard.press('Enter');
    await expect.poll(() => field.inputValue(), PATIENCE).toBe('customs invoice');
    expect(await focused()).toBe('combobox');
    await options.filter({ hasText: 'Customs asks for an invoice' }).first().waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => field.inputValue(), PATIENCE).toBe('customs in');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('launcher');
    await visit.close();
  });

  it('stay as they are while one of them has the focus, whatever is offered by then', async () => {
    const visit = await begin({ before: (page) => page.clock.install() });
    const { page, field, focused } = visit;
    await field.fill('customs in');
    await row(visit).waitFor();
    const names = await offered(visit).allTextContents();
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    await field.fill('refund');
    await visit.options.filter({ hasText: 'refund' }).first().waitFor();
    for (const key of ['Tab', 'Tab', 'ArrowRight']) await page.keyboard.press(key);
    await page.clock.runFor(A_WHILE_MS);
    await visit.options.filter({ hasText: 'refund' }).first().click({ trial: true });
    expect(await offered(visit).allTextContents()).toEqual(names);
    expect(await focused()).toBe('suggestion');
    await page.clock.resume();
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => offered(visit).first().textContent(), PATIENCE).toMatch(/refund/i);
    expect(await focused()).toBe('Clear');
    await page.keyboard.press('Tab');
    expect(
      await offered(visit)
        .first()
        .evaluate((button) => button.matches(':focus')),
    ).toBe(true);
    await visit.close();
  });

  it('begin with what this device has searched for, until that is cleared', async () => {
    const visit = await begin();
    const { panel, field, search } = visit;
    await search('refund of a gift');
    await field.press('Enter');
    await panel.locator('.view-title').waitFor();
    for (let back = 0; back < 2; back++) await panel.getByRole('button', { name: 'Back' }).click();
    await type(visit, 'refu', 'refund of a gift');
    expect(await offered(visit).first().locator('svg').count()).toBe(1);
    expect(await offered(visit).nth(1).locator('svg').count()).toBe(0);
    await field.fill('');
    await panel.getByRole('button', { name: 'Clear recent searches' }).click();
    await type(visit, 'refu', 'refund');
    await visit.close();
  });

  it('leave the field as it is, with its keyboard away, when they are tapped on a phone', async () => {
    const visit = await begin({ path: '/zh.html', colorScheme: 'dark', ...PHONE });
    const { page, field, options, focused } = visit;
    await type(visit, '退', '退回');
    const box = (await offered(visit).nth(1).boundingBox())!;
    expect(Math.min(box.height, box.width)).toBeGreaterThanOrEqual(44);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    expect(await violationsOf(page, axe)).toEqual([]);
    const before = await listTop(visit);
    await offered(visit).nth(1).tap();
    await expect.poll(() => field.inputValue(), PATIENCE).toBe('退还');
    expect(await focused()).toBe('combobox');
    await options.first().waitFor();
    expect(await listTop(visit)).toBe(before);
    await field.fill('退');
    await expect.poll(() => offered(visit).count(), PATIENCE).toBeGreaterThan(3);
    await field.evaluate((input: HTMLInputElement) => input.blur());
    await offered(visit).nth(1).tap();
    await expect.poll(() => field.inputValue(), PATIENCE).toBe('退还');
    expect(await focused()).not.toBe('combobox');
    await visit.close();
  });

  it('know Chinese titles by their pinyin, and ask for nothing that is still composed', async () => {
    const visit = await begin({
      path: '/zh.html',
      before: (page) => page.addInitScript(recordQuestions, 'suggest'),
    });
    const { page, field } = visit;
    await field.focus();
    const inputMethod = await startInputMethod(visit);
    await inputMethod.compose("tui'kuan");
    await inputMethod.choose('退款');
    await expect.poll(() => offered(visit).first().textContent(), PATIENCE).toBe('退款多久到账');
    await inputMethod.compose("duo'jiu");
    await page.waitForTimeout(A_WHILE_MS);
    expect(await questionsOf(visit)).toEqual(['退款']);
    await inputMethod.choose('');
    await field.fill('');
    await type(visit, 'tuik', '退款多久到账');
    expect((await questionsOf(visit)).at(-1)).toBe('tuik');
    await offered(visit).first().click();
    await expect.poll(() => field.inputValue(), PATIENCE).toBe('退款多久到账');
    await expect.poll(() => visit.options.first().textContent(), PATIENCE).toContain('退款多久到账');
    expect(await page.evaluate(() => document.querySelector('help-kiosk')!.shadowRoot!.activeElement?.role)).toBe(
      'combobox',
    );
    await visit.close();
  });

  it('begin at the right where one reads from right to left, and roll by a plain wheel', async () => {
    const visit = await begin({ colorScheme: 'dark', before: (page) => speakPseudo(page) });
    await type(visit, 'custo', 'customs');
    const boxes = await offered(visit).evaluateAll((buttons) =>
      buttons.map((button) => button.getBoundingClientRect()),
    );
    const body = (await visit.panel.locator('.body').boundingBox())!;
    expect(Math.round(body.x + body.width - boxes[0]!.right)).toBe(16);
    expect(boxes[1]!.right).toBeLessThan(boxes[0]!.left);
    expect(await violationsOf(visit.page, axe)).toEqual([]);
    const seen = () =>
      offered(visit)
        .last()
        .evaluate((last) => last.getBoundingClientRect().left >= last.parentElement!.getBoundingClientRect().left);
    expect(await seen()).toBe(false);
    await offered(visit).first().hover();
    await visit.page.mouse.wheel(0, 2000);
    await expect.poll(seen, PATIENCE).toBe(true);
    expect(await visit.page.evaluate(() => scrollY)).toBe(0);
    await offered(visit).first().focus();
    await visit.page.keyboard.press('ArrowLeft');
    expect(
      await offered(visit)
        .nth(1)
        .evaluate((button) => button.matches(':focus')),
    ).toBe(true);
    await visit.close();
  });

  it('are missed by nobody where their file cannot be had', async () => {
    stage.intercept(({ url = '' }, response) =>
      /\/(view-)?suggest\.js$/.test(url) ? Boolean(response.writeHead(404).end()) : false,
    );
    const visit = await begin();
    await visit.search('refu');
    await expect.poll(() => visit.requested.some((url) => url.endsWith('/view-suggest.js')), PATIENCE).toBe(true);
    expect(await row(visit).count()).toBe(0);
    await visit.field.press('Enter');
    await visit.panel.locator('.view-title').waitFor();
    await visit.close();
  });
});

describe('completions in the order of speech', () => {
  it('stand between the field and the list as one stop of Tab, and are not announced', async () => {
    const visit = await begin();
    const { page, panel, field, options } = visit;
    await page.evaluate(() => {
      const region = document.querySelector('help-kiosk')!.shadowRoot!.querySelector('[role=status]')!;
      const spoken: string[] = ((window as unknown as { spoken: string[] }).spoken = []);
      new MutationObserver(() => spoken.push(region.textContent!)).observe(region, { childList: true, subtree: true });
    });
    const spoken = () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    await type(visit, 'refund p', 'Where a refund goes: expired card, mixed payment, closed account');
    await options.first().waitFor();
    await expect.poll(spoken, PATIENCE).toHaveLength(1);
    expect(await spoken()).toEqual([expect.stringContaining('“refund p”')]);
    const order = (await panel.ariaSnapshot()).match(/combobox|toolbar "Suggested searches"|button "Clear"|listbox/g);
    expect(order).toEqual(['combobox', 'button "Clear"', 'toolbar "Suggested searches"', 'listbox']);
    expect(await field.getAttribute('aria-controls')).toBe('results');
    await visit.close();
  });
});
