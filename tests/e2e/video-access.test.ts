// The player for those who hear it, and by the rules that a machine can check.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakPseudo } from '../../scripts/lib/pseudo-rtl.mjs';
import { ARTICLE, setVideoStage, type VideoStage, type VideoVisit } from './video-stage.js';
import { readAxe, violationsOf, withLooks } from './violations.js';

let stage: VideoStage;
let axeSource: string;
beforeAll(async () => {
  axeSource = await readAxe();
  stage = await setVideoStage();
});
afterAll(() => stage.close());

type TestWindow = Window & {
  HelpKiosk(...args: unknown[]): Promise<unknown>;
  spoken: string[];
};

const read = (page: Page, options?: object): Promise<unknown> =>
  page.evaluate(([id, more]) => (window as unknown as TestWindow).HelpKiosk('article', id, more), [ARTICLE, options] as const); // prettier-ignore

const languages: { language: string; options: VideoVisit }[] = [
  { language: 'English', options: {} },
  { language: 'simplified Chinese', options: { path: '/zh.html' } },
  { language: 'right to left', options: { before: (page) => speakPseudo(page) } },
];

describe.each(withLooks(languages))(
  'axe in $language, $colorScheme, $width px',
  ({ options, colorScheme, viewport }) => {
    it('finds nothing in posters, players and their words', async () => {
      const { page, panel, context, close } = await stage.visit({ ...options, colorScheme, viewport });
      await read(page);
      await panel.locator('.poster').nth(1).waitFor();
      const found: Record<string, string[]> = { posters: await violationsOf(page, axeSource) };
      await context.setOffline(true);
      await panel.locator('.wait').waitFor();
      found['offline'] = await violationsOf(page, axeSource);
      await context.setOffline(false);
      await panel.locator('.poster').nth(1).click();
      await panel.locator('.poster').first().click();
      await panel.locator('.captions [aria-current]').waitFor();
      await panel.locator('iframe').waitFor();
      found['players'] = await violationsOf(page, axeSource);
      expect(found).toEqual({ posters: [], offline: [], players: [] });
      await close();
    });
  },
);

describe('what a screen reader is told', () => {
  it('is the group, its button with whom it asks, then the words, in this order', async () => {
    const { page, panel, close } = await stage.visit();
    await read(page);
    await panel.locator('.poster').nth(1).waitFor();
    const tree = await panel.getByRole('group', { name: 'Correct the invoice on a phone' }).ariaSnapshot();
    const order = ['group "Correct the invoice on a phone"', 'button "Play: Correct the invoice on a phone"', '2:10 · Plays from youtube-nocookie.com', 'Transcript']; // prettier-ignore
    const places = order.map((each) => tree.indexOf(each));
    expect(places, tree).toEqual([...places].sort((a, b) => a - b));
    expect(Math.min(...places), tree).toBeGreaterThanOrEqual(0);
    await close();
  });

  it('is said once when a frame begins anew, and when a video cannot be played; captions are not said', async () => {
    const { page, panel, close } = await stage.visit();
    await read(page);
    const hosted = panel.getByRole('group', { name: 'Correct the invoice on a phone' });
    await hosted.locator('.poster').click();
    await page.evaluate(() => {
      const region = document.querySelector('help-kiosk')!.shadowRoot!.querySelector('[role=status]')!;
      const spoken: string[] = ((window as unknown as TestWindow).spoken = []);
      new MutationObserver(() => spoken.push(region.textContent!)).observe(region, { childList: true, characterData: true, subtree: true });
    }); // prettier-ignore
    await hosted.getByRole('button', { name: 'Choose the invoice' }).click();
    await page.waitForTimeout(800);
    await panel.getByRole('button', { name: 'Play: Correct the invoice', exact: true }).click();
    await panel.locator('.captions [aria-current]', { hasText: 'Choose' }).waitFor();
    await panel.locator('video').evaluate((video) => void video.dispatchEvent(new Event('error')));
    await panel.getByText('This video cannot be played here.').first().waitFor();
    await page.waitForTimeout(800);
    const spoken = await page.evaluate(() => (window as unknown as TestWindow).spoken);
    expect(spoken).toEqual(['Plays from 0:20.', 'This video cannot be played here.']);
    await close();
  });

  it('leaves the transcript where it is for a reader who wants no motion', async () => {
    const many = Array.from({ length: 40 }, (_, place) => ({ atMs: place * 150, text: `Line ${place}` }));
    const scrolledTo = async (reducedMotion: 'reduce' | 'no-preference'): Promise<number[]> => {
      const { page, panel, close } = await stage.visit({
        reducedMotion,
        videos: [{ url: 'videos/clip.webm', title: 'Clip', captions: many }],
      });
      await read(page, { atMs: 4000 });
      await panel.locator('video').evaluate((video: HTMLVideoElement) => video.play());
      await panel.locator('.captions [aria-current]', { hasText: /Line (29|3\d)/ }).waitFor();
      const body = panel.locator('.body');
      const before = await body.evaluate((each) => each.scrollTop);
      await page.waitForTimeout(500);
      const moved = (await body.evaluate((each) => each.scrollTop)) - before;
      const top = await panel.locator('.captions').evaluate((each) => each.scrollTop);
      await close();
      return [top, moved];
    };
    expect(await scrolledTo('reduce')).toEqual([0, 0]);
    const [top, moved] = await scrolledTo('no-preference');
    expect(top).toBeGreaterThan(100);
    expect(moved).toBe(0);
  });
});
