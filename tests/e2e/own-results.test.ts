// Actions of the host and tickets of the device among the results, against the reference host.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setHostStage, type HostStage } from '../support/host-page.js';
import type { Visit } from '../support/stage.js';
import { readAxe, violationsOf } from './violations.js';

let stage: HostStage;
let axe: string;
beforeAll(async () => {
  [stage, axe] = await Promise.all([setHostStage(), readAxe()]);
});
afterAll(() => stage.close());

/** What only own results need. */
const OWN = /\/(own-results|among|desk)\.js$/;

const call = (page: Page, ...all: unknown[]): Promise<unknown> =>
  page.evaluate((given) => (window as unknown as { HelpKiosk(...args: unknown[]): unknown }).HelpKiosk(...given), all);

/** Names a customer by an option, which builds the panel anew. */
const nameCustomer = (page: Page): Promise<unknown> =>
  page.evaluate(() =>
    (window as unknown as { HelpKiosk: { update(options: object): unknown } }).HelpKiosk.update({
      identity: () => Promise.resolve('token'),
    }),
  );

/** The first three headings and titles of the list. */
const listed = async ({ panel }: Visit): Promise<string[]> =>
  (await panel.locator('.results').locator('.section-heading, .result-title').allTextContents()).slice(0, 3);

/** Puts a text into the field; done when a result with `title` is there. */
async function find({ field, options }: Visit, text: string, title: string): Promise<void> {
  await field.fill(text);
  await options.filter({ hasText: title }).first().waitFor();
}

/** Writes a ticket and gives its number. */
async function leaveTicket({ page, panel }: Visit, subject: string): Promise<string> {
  let number = '';
  const unwatch = stage.host.ticketDesk.watch((id) => void (number = id));
  await call(page, 'open', 'contact');
  await panel.getByRole('button', { name: /^Leave a ticket/ }).click();
  await panel.getByLabel('Topic').selectOption('other');
  await panel.getByLabel('What is it about').fill(subject);
  await panel.getByRole('button', { name: 'Next: check it' }).click();
  await panel.getByRole('button', { name: 'Send', exact: true }).click();
  await panel.locator('.by').first().waitFor();
  unwatch();
  return number;
}

describe('what can be found beside articles', () => {
  it('is an action by a misspelt question, and a ticket by its number, with keys alone, until the device forgets', async () => {
    const visit = await stage.visit();
    const { page, panel, field, options, open, requested, close } = visit;
    const keys = page.keyboard;
    await open();
    await field.focus();
    await find(visit, 'wher is my ordr', 'Where is my order?');
    await find(visit, 'where is my order', 'Where is my order?');
    await expect.poll(() => listed(visit)).toEqual(['Do it yourself', 'Where is my order?', 'Articles']);
    await keys.press('ArrowDown');
    expect(await violationsOf(page, axe)).toEqual([]);
    await keys.press('Enter');
    await panel.getByLabel('Order number').waitFor();
    expect(await panel.locator('.about-action').textContent()).toBe('Where is my order?');

    const number = await leaveTicket(visit, 'The kettle does not switch off');
    await call(page, 'search', 'kettle');
    await options.filter({ hasText: number }).waitFor();
    await find(visit, number.toLowerCase(), 'The kettle does not switch off');
    await expect.poll(() => options.first().textContent()).toMatch(`The kettle does not switch off${number}Received`);
    expect(await violationsOf(page, axe)).toEqual([]);
    await field.focus();
    await keys.press('Enter');
    await panel.locator('.about-ticket', { hasText: 'The kettle does not switch off' }).waitFor();

    expect(stage.arrived.filter(({ path }) => /search/.test(path))).toEqual([]);
    expect(requested.filter((url) => /ordr|switch|kettle$/.test(url))).toEqual([]);
    await nameCustomer(page);
    await call(page, 'search', number);
    await options.filter({ hasText: 'The kettle does not switch off' }).waitFor();
    await nameCustomer(page); // another one
    await find(visit, 'kettle switch off', 'The kettle forgets everything');
    await find(visit, 'where is my order', 'Where is my order?');
    await find(visit, 'kettle switch off', 'The kettle forgets everything');
    expect(await panel.locator('.results').textContent()).not.toMatch(/Your requests|does not switch off/);
    await call(page, 'reset');
    await call(page, 'search', 'where is my order');
    await options.filter({ hasText: 'Where is my order?' }).waitFor();
    await find(visit, 'kettle switch off', 'The kettle forgets everything');
    expect(await panel.locator('.results').textContent()).not.toMatch(/Your requests|does not switch off/);
    await close();
  });

  it('is an action in Chinese, in the dark, on a phone', async () => {
    const options: BrowserContextOptions = {
      ...{ colorScheme: 'dark', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    };
    const visit = await stage.visit({ path: '/zh.html', ...options });
    const { page, panel, open, close } = visit;
    await open();
    await find(visit, '訂單進度', '查订单进度');
    await find(visit, '我的订单在哪里', '查订单进度');
    await expect.poll(() => listed(visit)).toEqual(['自助工具', '查订单进度', '文章']);
    expect(await violationsOf(page, axe)).toEqual([]);
    await visit.options.first().tap();
    await panel.getByLabel('订单号').waitFor();
    await close();
  });

  it('costs a page without anybody behind it nothing', async () => {
    const visit = await stage.visit({ path: '/index.html' });
    await visit.open();
    await visit.search('where is my order');
    await visit.panel.getByRole('option').first().click();
    await visit.panel.locator('.article').waitFor();
    expect(visit.requested.filter((url) => OWN.test(url))).toEqual([]);
    await visit.close();
  });
});
