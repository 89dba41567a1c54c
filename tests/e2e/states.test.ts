import type { ServerResponse } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Interception, type Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterEach(() => stage.intercept(null));
afterAll(() => stage.close());

const PATIENCE = { timeout: 20_000 };

const withoutPack: Interception = ({ url = '' }, response) =>
  url.startsWith('/pack/pack.json') && Boolean(response.writeHead(404).end());

/** Calls the global as a page does; gives what the promise came to. */
const call = (...args: unknown[]) => ({
  run: (given: unknown[]) =>
    (window as unknown as { HelpKiosk: (...args: unknown[]) => Promise<unknown> }).HelpKiosk(...given).then(
      () => 'fulfilled',
      (error: Error) => `rejected: ${error.message}`,
    ),
  args,
});

/** How visible each element is at two moments of its own animation, whatever the time is now. */
const opacityOverTime = (elements: Element[]) =>
  elements.map((element) => {
    const [animation] = element.getAnimations();
    const opacityAt = (ms: number): string | null => {
      if (animation) animation.currentTime = ms;
      return animation ? getComputedStyle(element).opacity : null;
    };
    return { at299: opacityAt(299), at2000: opacityAt(2000) };
  });

describe('without a network', () => {
  it('says so, still answers from what it has, and says no more of it afterwards', async () => {
    const { context, panel, options, open, search, close } = await stage.visit();
    await open();
    await search('refund');
    await context.setOffline(true);
    const strip = panel.getByText('Offline. You can still search what is on this device.');
    await strip.waitFor();
    await search('customs invoice');
    await options.filter({ hasText: 'Customs asks for an invoice' }).first().waitFor();
    await context.setOffline(false);
    await strip.waitFor({ state: 'detached' });
    await close();
  });

  it('opens an article that was found, though none had been opened before', async () => {
    const { page, context, field, open, search, opened, focused, close } = await stage.visit();
    await open();
    await search('customs invoice');
    // Only files that have arrived whole have an entry.
    const arrived = () =>
      page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name.split('/').at(-1)));
    const needed = ['view-article.js', 'article-body.js', 'article-tree.js', 'article-text.js', 'article.js'];
    await expect.poll(arrived, PATIENCE).toEqual(expect.arrayContaining(needed));
    await context.setOffline(true);
    await field.press('Enter');
    await expect.poll(opened, PATIENCE).toEqual(['customs-invoice']);
    await expect.poll(focused, PATIENCE).toBe('view-title');
    await close();
  });
});

describe('a pack that cannot be read', () => {
  it('is said with a way to try again, which works', async () => {
    stage.intercept(withoutPack);
    const { launcher, panel, search, close, console: heard } = await stage.visit();
    await launcher.click();
    await panel.getByText('The help articles could not be loaded').waitFor();
    await panel.getByText('help@example.com').waitFor();
    await expect.poll(() => heard.filter((line) => line.includes('[HelpKiosk]')), PATIENCE).toHaveLength(1);
    expect(heard.join('\n')).toMatch(/\[HelpKiosk\] pack-missing: [^]*pack\.json/);
    stage.site.requests.length = 0;
    await panel.getByRole('button', { name: 'Try again' }).click();
    await expect
      .poll(() => stage.site.requests.filter(({ pathname }) => pathname === '/pack/pack.json').length, PATIENCE)
      .toBeGreaterThan(0);
    stage.intercept(null);
    await panel.getByRole('button', { name: 'Try again' }).click();
    await panel.locator('.row').first().waitFor();
    await search('refund');
    await close();
  });

  it('is said to who searches as well, and the same question is answered after a retry', async () => {
    stage.intercept(withoutPack);
    const { launcher, panel, field, options, close } = await stage.visit();
    await launcher.click();
    await field.fill('refund');
    await panel.getByText('The search did not get through').first().waitFor();
    stage.intercept(null);
    await panel.getByRole('button', { name: 'Try again' }).click();
    await options.first().waitFor();
    expect(await field.inputValue()).toBe('refund');
    await close();
  });
});

describe('a pack that is slow', () => {
  it('shows grey bars only after 300 ms, and the articles when they come', async () => {
    const held: ServerResponse[] = [];
    stage.intercept(({ url = '' }, response) => url.startsWith('/pack/pack.json') && held.push(response) > 0);
    const { launcher, panel, close } = await stage.visit();
    await launcher.click();
    const skeleton = panel.locator('.skeleton');
    await expect.poll(() => held.length, PATIENCE).toBe(1);
    await expect.poll(() => skeleton.evaluateAll(opacityOverTime), PATIENCE).toEqual([{ at299: '0', at2000: '1' }]);
    stage.intercept(null);
    held[0]!.writeHead(307, { location: '/pack/pack.json?again' }).end();
    await panel.locator('.row').first().waitFor();
    expect(await skeleton.count()).toBe(0);
    await close();
  });
});

describe('nothing to show', () => {
  it('says that nothing was found, with the topics and a person beside it', async () => {
    const { panel, field, open, close } = await stage.visit({ path: '/zh.html' });
    await open();
    await field.fill('xqzvw');
    await panel.getByRole('heading', { name: '还没有关于“xqzvw”的文章' }).waitFor();
    expect(await panel.getByText('help@example.com').isVisible()).toBe(true);
    await panel.getByRole('button', { name: '全部分类' }).click();
    await panel.getByText('您好，想解决什么问题？').waitFor();
    expect(await field.inputValue()).toBe('');
    await close();
  });

  it('says that an article is no longer there, with a way to the topics', async () => {
    const { page, panel, opened, close } = await stage.visit();
    const { run, args } = call('article', 'nope');
    expect(await page.evaluate(run, args)).toBe('fulfilled');
    await panel.getByText('This article is no longer here').waitFor();
    await panel.getByRole('button', { name: 'All topics' }).click();
    await panel.locator('.row').first().waitFor();
    expect(await opened()).toEqual([]);
    await close();
  });
});

describe('slips of those who build', () => {
  it('names an unknown verb and the nearest one that exists', async () => {
    const { page, close, console: heard } = await stage.visit();
    const { run, args } = call('opne');
    expect(await page.evaluate(run, args)).toMatch(/^rejected/);
    await expect.poll(() => heard.filter((line) => line.includes('[HelpKiosk]')), PATIENCE).toHaveLength(1);
    expect(heard.join('\n')).toMatch(/^warning: .*opne.*\bopen\b/m);
    await close();
  });

  it('names every wrong option with the nearest known one in one line of the console, and works', async () => {
    const tag = { 'data-theem': 'dark', 'data-acent': '#123456', 'data-position': 'left', 'data-api-key': 'x' };
    const { open, search, close, console: heard } = await stage.visit({ tag });
    await open();
    await search('refund');
    await expect.poll(() => heard.filter((line) => line.includes('[HelpKiosk]')), PATIENCE).toHaveLength(1);
    const [line = ''] = heard.filter((each) => each.includes('config-invalid'));
    expect(line).toMatch(/theem: .*\btheme\b/);
    expect(line).toMatch(/acent: .*\baccent\b/);
    expect(line).toMatch(/position: .*\bend or start\b/);
    expect(line).toMatch(/apiKey: .*\bsecret\b/);
    await close();
  });
});
