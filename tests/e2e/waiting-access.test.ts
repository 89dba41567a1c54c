// The views of waiting with states by hand: what axe finds, what leaves the frame, what the live region says, what the buttons do.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium.js';
import { bundleScenes } from '../support/bundle-scenes.mjs';
import { openScenes } from '../support/waiting-page.js';
import type { Scene } from '../support/waiting-scene.js';
import { readAxe, violationsOf } from './violations.js';

let browser: Browser;
let script: string;
let axeSource: string;
beforeAll(async () => {
  axeSource = await readAxe();
  [browser, script] = await Promise.all([launchChromium(), bundleScenes()]);
});
afterAll(() => browser.close());

const WAITING = [
  'soon',
  'range',
  'risen',
  'past',
  'unknown',
  'stale',
  'lost',
  'far',
  'turn',
  'left',
  'missed',
  'failed',
];
const STATUS = ['open', 'outage', 'closed', 'stale', 'own-hours', 'failed'];
const scenes: Pick<Scene, 'view' | 'state'>[] = [
  ...WAITING.map((state) => ({ view: 'waiting' as const, state })),
  ...STATUS.map((state) => ({ view: 'status' as const, state })),
  { view: 'home', state: 'outage' },
  { view: 'promise', state: 'open' },
];

/** What is cut off or sticks out of the frame sideways. */
const leaving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('help-scene')!.shadowRoot!;
    const frame = root.querySelector('.panel')!.getBoundingClientRect();
    return [...root.querySelectorAll('.body *')]
      .filter((element) => !element.closest('.unseen') && !element.closest('.cells'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < frame.left - 1 || right > frame.right + 1);
      })
      .map((element) => `${element.tagName} ${element.getAttribute('class')}: ${element.textContent?.slice(0, 30)}`);
  });

/** axe tells colours and names apart; what only measures differ in is measured alone. */
const readers: [name: string, options: Parameters<typeof openScenes>[2], reader: Partial<Scene>, axe: boolean][] = [
  ['English, light', {}, {}, true],
  [
    'Chinese, dark, 360 px',
    { colorScheme: 'dark', viewport: { width: 360, height: 740 } },
    { locale: 'zh-Hans' },
    true,
  ],
  ['traditional Chinese', {}, { locale: 'zh-Hant' }, false],
  ['right to left, dark', { colorScheme: 'dark' }, { direction: 'rtl' }, false],
  ['360 px', { viewport: { width: 360, height: 740 } }, {}, false],
  ['320 px, Chinese', { viewport: { width: 320, height: 568 } }, { locale: 'zh-Hans' }, false],
  ['text of 200 % on 320 px', { viewport: { width: 320, height: 568 }, rootSize: '200%' }, {}, false],
  [
    'text of 200 % on 320 px, right to left',
    { viewport: { width: 320, height: 568 }, rootSize: '200%' },
    { direction: 'rtl' },
    false,
  ],
  ['forced colours', { forcedColors: 'active' }, {}, false],
];

describe.each(readers)('the views of waiting in %s', (_, options, reader, axe) => {
  it('have nothing that axe finds wrong, and stay within the frame', async () => {
    const { page, show, close } = await openScenes(browser, script, options);
    const found: Record<string, string[]> = {};
    for (const scene of scenes) {
      await show({ ...scene, ...reader });
      const wrong = [...(axe ? await violationsOf(page, axeSource, 'help-scene') : []), ...(await leaving(page))];
      if (wrong.length) found[`${scene.view} ${scene.state}`] = wrong;
    }
    expect(found).toEqual({});
    await close();
  });
});

describe('the place in line', () => {
  it('tells the live region what it is, once, in the language of the view', async () => {
    const { page, show, close } = await openScenes(browser, script);
    const region = page.locator('help-scene .speech');
    await show({ view: 'waiting', state: 'risen' });
    await expect
      .poll(() => region.textContent())
      .toBe('4th in line, about 6–9 min. Longer than before: urgent requests came first.');
    await show({ view: 'waiting', state: 'risen', locale: 'zh-Hans' });
    await expect
      .poll(() => region.textContent())
      .toBe('您排在第4位，约6–9分钟。 比之前预计的要久：有紧急请求优先处理。');
    await close();
  });

  it('says a turn at once, and leaves the focus where it is', async () => {
    const { page, show, close } = await openScenes(browser, script);
    await show({ view: 'waiting', state: 'turn' });
    expect(await page.getByRole('alert').textContent()).toBe('It is your turnAn agent is ready for you.');
    expect(await page.locator('help-scene .turn :focus').count()).toBe(0);
    await close();
  });

  it('gives the way back the focus of the button that was pressed', async () => {
    const { page, show, close } = await openScenes(browser, script);
    await show({ view: 'waiting', state: 'left' });
    const focused = page.locator('help-scene button:focus');
    expect(await focused.textContent()).toBe('Take it back');
    expect(await focused.evaluate((button) => button.getAttribute('aria-describedby'))).toBe('hk-left');
    await close();
  });

  it('asks the browser for leave to notify only by a press', async () => {
    const { page, show, close } = await openScenes(browser, script);
    await show({ view: 'waiting', state: 'range' });
    const called = (): Promise<string[]> =>
      page.evaluate(() => (window as unknown as { scene: { called: string[] } }).scene.called);
    expect(await called()).toEqual([]);
    await page.getByRole('button', { name: 'Allow' }).click();
    await page.getByRole('switch', { name: 'Play a sound' }).click();
    await page.getByRole('button', { name: 'This helped, free my place' }).click();
    await page.getByRole('button', { name: 'Leave the line' }).click();
    expect(await called()).toEqual(['allowNotifications', 'allowSound false', 'helped', 'leave']);
    await show({ view: 'waiting', state: 'range', notifications: 'granted' });
    expect(await page.getByRole('button', { name: 'Allow' }).count()).toBe(0);
    await close();
  });

  it('shows answers to the own question, and leads to one of them', async () => {
    const { page, show, close } = await openScenes(browser, script);
    await show({ view: 'waiting', state: 'range' });
    await page.getByRole('button', { name: 'The download does nothing' }).click();
    expect(await page.evaluate(() => (window as unknown as { scene: { went: string[] } }).scene.went)).toEqual([
      'article',
    ]);
    await close();
  });

  it('moves nothing for those who want no motion', async () => {
    const { page, show, close } = await openScenes(browser, script, { reducedMotion: 'reduce' });
    await show({ view: 'waiting', state: 'range' });
    const duration = await page
      .locator('help-scene .bar rect')
      .evaluate((bar) => getComputedStyle(bar).transitionDuration);
    expect(duration).toBe('0s');
    await close();
  });
});

describe('the busy hours', () => {
  it('are a table of 24 hours for those who do not see the bars', async () => {
    const { page, show, close } = await openScenes(browser, script);
    await show({ view: 'status', state: 'open' });
    const table = page.getByRole('table', { name: 'How busy it usually is' });
    expect(await table.getByRole('row').count()).toBe(25);
    expect(await table.getByRole('row', { name: '15:00' }).textContent()).toBe('15:0030%, Best');
    expect(await table.getByRole('row', { name: '10:00' }).textContent()).toBe('10:0085%, Now');
    expect(await page.locator('help-scene .bars rect').count()).toBe(24);
    await close();
  });
});
