// A word that is said in a video and stands in no article: the result leads to its second, by keyboard, and is told to those who listen.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage, type Visit } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

const PATIENCE = { timeout: 20_000 };

interface Spoken {
  path: string;
  word: string;
  articleId: string;
  /** When its cue begins, and the line of the transcript. */
  atMs: number;
  time: string;
  said: string;
}

const SPOKEN: readonly Spoken[] = [
  { path: '/', word: 'melody', articleId: 'factory-reset', atMs: 8500, time: '0:08', said: 'A melody of three notes' },
  { path: '/', word: 'newspaper', articleId: 'return-steps', atMs: 3200, time: '0:03', said: 'crumpled newspaper' },
  { path: '/', word: 'wallet', articleId: 'payment-methods', atMs: 4600, time: '0:04', said: 'Point at the wallet' },
  { path: '/', word: 'burglars', articleId: 'two-step-sign-in', atMs: 11_000, time: '0:11', said: 'burglars stay' },
  { path: '/zh.html', word: '旋律', articleId: 'factory-reset', atMs: 8500, time: '0:08', said: '听到三声旋律' },
  { path: '/zh.html', word: '盾牌', articleId: 'two-step-sign-in', atMs: 11_000, time: '0:11', said: '盾牌完整了' },
  { path: '/zh.html', word: '直尺', articleId: 'label-printing', atMs: 4200, time: '0:04', said: '用直尺' },
];

const secondOf = (page: Page): Promise<number> =>
  page.locator('help-kiosk video').evaluate((video: HTMLVideoElement) => video.currentTime);

/** Presses Tab until something that is called `name` has the focus. */
async function tabTo({ page, focused }: Visit, name: string): Promise<void> {
  for (let count = 0; count < 20; count++) {
    if ((await focused()).includes(name)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${name} was not reached by Tab`);
}

describe.each([
  ['in a worker', {}],
  ['on the page itself', { 'data-worker': 'off' }],
])('a spoken word, searched %s', (_, tag) => {
  it.each(SPOKEN)('on $path, $word leads to its second by keyboard', async (spoken) => {
    const { path, word, articleId, atMs, time, said } = spoken;
    const visit = await stage.visit({ path, tag });
    const { page, panel, options, open, opened, focused, close, console: heard } = visit;
    await open();
    await tabTo(visit, 'combobox');
    await page.keyboard.insertText(word);
    const row = options.filter({ hasText: time });
    await row.waitFor();
    expect(await row.locator('mark').allTextContents()).toContain(word);
    expect(await row.locator('small .icon').count(), 'the sign of a video').toBe(1);
    expect(await row.locator('small').last().textContent()).toBe(time);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(opened, PATIENCE).toEqual([articleId]);
    await panel.locator('video').waitFor();
    await expect.poll(() => secondOf(page), PATIENCE).toBeGreaterThan(0);
    expect(Math.abs((await secondOf(page)) * 1000 - atMs)).toBeLessThan(1000);
    await panel.locator('.captions [aria-current]', { hasText: said }).waitFor();
    expect(await page.locator('help-kiosk video').evaluate(captionsShown), 'captions over the picture').toBe(1);
    expect(await focused()).toBe('group');
    await tabTo(visit, 'moment');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('help-kiosk video').evaluate((video: HTMLVideoElement) => video.paused), PATIENCE).toBe(false);
    expect(heard.filter((line) => /HelpKiosk|error/i.test(line))).toEqual([]);
    await close();
  }); // prettier-ignore
});

describe.each([
  { path: '/', question: 'kettle melody', videos: 'Videos', articles: 'Articles', title: 'The kettle forgets everything', told: /^\d+ results for “kettle melody”$/ },
  { path: '/zh.html', question: '恢复出厂 旋律', videos: '视频教程', articles: '文章', title: '水壶怎么恢复出厂', told: /^“恢复出厂 旋律”的\d+条结果$/ },
])('what a screen reader is told of videos among the results on $path', ({ path, question, videos, articles, title, told }) => {
  it('is the number once, then the group of videos, each with title, words and time', async () => {
    const { page, panel, options, open, search, close } = await stage.visit({ path });
    await open();
    await page.evaluate(recordSpoken);
    await search(question);
    await expect.poll(() => page.evaluate(readSpoken), PATIENCE).toHaveLength(1);
    expect(await page.evaluate(readSpoken)).toEqual([expect.stringMatching(told)]);
    const groups = panel.getByRole('listbox').getByRole('group');
    expect(await groups.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')))).toEqual([videos, articles]);
    const tree = await panel.getByRole('listbox').ariaSnapshot();
    const places = [`group "${videos}"`, title, '0:08', `group "${articles}"`].map((part) => tree.indexOf(part));
    expect(places, tree).toEqual([...places].sort((a, b) => a - b));
    expect(places[0], tree).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => options.first().getAttribute('aria-selected'), PATIENCE).toBe('true');
    expect(await options.first().textContent()).toContain(title);
    await close();
  });
}); // prettier-ignore

function recordSpoken(): void {
  const region = document.querySelector('help-kiosk')!.shadowRoot!.querySelector('[role=status]')!;
  const spoken: string[] = ((window as unknown as { spoken: string[] }).spoken = []);
  new MutationObserver(() => spoken.push(region.textContent!)).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
}

function readSpoken(): string[] {
  return (window as unknown as { spoken: string[] }).spoken;
}

function captionsShown(video: HTMLVideoElement | SVGElement | HTMLElement): number {
  return (video as HTMLVideoElement).textTracks[0]!.activeCues!.length;
}
