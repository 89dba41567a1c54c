import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Visit } from '../support/stage.js';
import { ARTICLE, FILE, PLAYER, setVideoStage, YOUTUBE, type VideoStage } from './video-stage.js';

let stage: VideoStage;
beforeAll(async () => void (stage = await setVideoStage()));
afterAll(() => stage.close());

const read = (page: Visit['page'], options?: object): Promise<unknown> =>
  page.evaluate(
    ([id, more]) =>
      (window as unknown as { HelpKiosk(...args: unknown[]): Promise<unknown> }).HelpKiosk('article', id, more),
    [ARTICLE, options] as const,
  );
const secondOf = (visit: Visit): Promise<number> =>
  visit.panel.locator('video').evaluate((video: HTMLVideoElement) => video.currentTime);
const isPaused = (visit: Visit): Promise<boolean> =>
  visit.panel.locator('video').evaluate((video: HTMLVideoElement) => video.paused);

/** The player of the video of YouTube, and that of the file. */
const hosted = (panel: Locator): Locator => panel.getByRole('group', { name: 'Correct the invoice on a phone' });
const filed = (panel: Locator): Locator => panel.getByRole('group', { name: 'Correct the invoice', exact: true });

describe('a video of a host', () => {
  it('asks no third party before the press on its poster, and says whom it will ask', async () => {
    const visit = await stage.visit();
    const { page, panel, thirdParty } = visit;
    await read(page);
    const play = panel.getByRole('button', { name: 'Play: Correct the invoice on a phone' });
    await play.waitFor();
    await panel.getByText('2:10 · Plays from youtube-nocookie.com').waitFor();
    await hosted(panel).locator('summary').click();
    await hosted(panel).getByRole('button', { name: 'Choose the invoice' }).click();
    await panel.getByRole('button', { name: 'Play from 0:20: Correct' }).waitFor();
    await page.waitForTimeout(500);
    expect(thirdParty()).toEqual([]);
    await panel.getByRole('button', { name: 'Play from the start' }).click();
    await page.frameLocator('iframe').getByRole('button', { name: 'Pause' }).waitFor();
    expect(thirdParty()).toEqual([`${PLAYER}/embed/M7lc1UVf-VE?autoplay=1&playsinline=1&rel=0`]);
    expect(visit.console.filter((line) => /error|violat/i.test(line))).toEqual([]);
    await visit.close();
  });

  it('plays in a frame that may do no more than play, with the focus in it', async () => {
    const { page, panel, focused, close } = await stage.visit();
    await read(page);
    await hosted(panel).locator('.poster').click();
    const frame = panel.locator('iframe');
    expect(await frame.evaluate((each) => Object.fromEntries([...each.attributes].map(({ name, value }) => [name, value])))).toEqual({
      class: 'screen',
      title: 'Correct the invoice on a phone',
      sandbox: 'allow-scripts allow-same-origin allow-presentation',
      referrerpolicy: 'strict-origin-when-cross-origin',
      allow: 'autoplay; fullscreen; picture-in-picture; encrypted-media',
      src: `${PLAYER}/embed/M7lc1UVf-VE?autoplay=1&playsinline=1&rel=0`,
    }); // prettier-ignore
    expect(await focused()).toBe('screen');
    await close();
  });

  it('begins anew at a line of its transcript, and goes when the panel closes', async () => {
    const { page, panel, thirdParty, launcher, close } = await stage.visit();
    await read(page);
    await hosted(panel).locator('.poster').click();
    await hosted(panel).getByRole('button', { name: 'Check name and amount' }).click();
    await page.waitForTimeout(300);
    expect(await panel.locator('iframe').getAttribute('src')).toContain('start=40&');
    expect(thirdParty()).toHaveLength(2);
    await panel.locator('.close').click();
    await launcher.click();
    await panel.getByRole('button', { name: 'Play from 0:40' }).waitFor();
    expect(await panel.locator('iframe').count()).toBe(0);
    await close();
  });

  it('says that it waits for a connection, with its words to read', async () => {
    const { page, panel, context, close } = await stage.visit();
    await read(page);
    await hosted(panel).locator('.poster').waitFor();
    await context.setOffline(true);
    await panel.getByText('You are offline. This video plays from youtube-nocookie.com').waitFor();
    expect(await hosted(panel).getByRole('button', { name: 'Send the correction' }).isVisible()).toBe(true);
    await context.setOffline(false);
    await hosted(panel).locator('.poster').waitFor();
    await close();
  });

  it('gives a link where the page refuses the frame', async () => {
    const { page, panel, focused, close } = await stage.visit({ policy: "media-src 'self'" });
    await read(page);
    await hosted(panel).locator('.poster').click();
    await panel.getByText('This video cannot be played here.').waitFor();
    expect(await panel.getByRole('link', { name: 'Open the video' }).getAttribute('href')).toBe(YOUTUBE);
    expect(await focused()).toContain('screen');
    await close();
  });

  it('is a plain link with its host where the host is not known, or not wanted', async () => {
    const url = 'https://video.example/watch/1';
    const { page, panel, close } = await stage.visit({ videos: [{ url, title: 'Elsewhere' }], tag: { 'data-video-hosts': '["vimeo.com"]' } });
    await read(page);
    const link = panel.getByRole('link', { name: 'Elsewhere' });
    await link.waitFor();
    expect([await link.getAttribute('href'), await link.textContent()]).toEqual([url, 'Elsewhere (video.example)']);
    expect(await panel.locator('.poster').count()).toBe(0);
    await close();
  }); // prettier-ignore
});

describe('a video file', () => {
  it('is played by the press on its poster, its words follow, and a press on them seeks', async () => {
    const visit = await stage.visit();
    const { page, panel, focused, thirdParty, close } = visit;
    await read(page);
    const player = filed(panel);
    await player.getByRole('button', { name: 'Play: Correct the invoice' }).click();
    await player.locator('.captions [aria-current]', { hasText: 'Choose the invoice' }).waitFor();
    expect(await focused()).toBe('Correct the invoice');
    await player.locator('.chapters').getByRole('button', { name: 'Check name and amount' }).click();
    await player.locator('.captions [aria-current]', { hasText: 'Check name and amount' }).waitFor();
    expect(await secondOf(visit)).toBeGreaterThanOrEqual(4);
    const track = await panel.locator('video').evaluate((video: HTMLVideoElement) => {
      const { mode, kind, language, cues } = video.textTracks[0]!;
      return {
        mode,
        kind,
        language,
        cues: [...cues!].map((cue) => [cue.startTime, cue.endTime, (cue as VTTCue).text]),
      };
    });
    expect(track).toMatchObject({ mode: 'showing', kind: 'captions', language: 'en' });
    expect(track.cues[1]).toEqual([2, 3.999, 'Choose the invoice']);
    await panel.locator('.back').click();
    await page.waitForTimeout(200);
    expect(thirdParty()).toEqual([]);
    await close();
  });

  it('can be gone through by keys alone', async () => {
    const visit = await stage.visit({ results: [{ title: [{ text: 'Clip', hit: false }], articleId: ARTICLE, url: FILE, atMs: 4000 }] });
    const { page, open, search, panel, focused, close } = visit;
    await open();
    await search('invoice');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await panel.locator('video').waitFor();
    expect(await focused()).toBe('group');
    expect([await secondOf(visit), await isPaused(visit)]).toEqual([4, true]);
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('Correct the invoice');
    for (let count = 0; count < 12 && !(await focused()).includes('moment'); count++) await page.keyboard.press('Tab');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expect.poll(() => isPaused(visit)).toBe(false);
    expect(await focused()).toBe('moment');
    await page.keyboard.press('Tab');
    expect(await focused()).toBe('summary');
    await page.keyboard.press('Escape');
    await expect.poll(() => isPaused(visit)).toBe(true);
    await close();
  }); // prettier-ignore

  it('goes on where it was stopped, on this device', async () => {
    const visit = await stage.visit();
    const { page, panel, close } = visit;
    await read(page);
    await panel.getByRole('button', { name: 'Play: Correct the invoice', exact: true }).click();
    await filed(panel).locator('.captions').getByRole('button', { name: 'Send the correction' }).click();
    await expect.poll(() => secondOf(visit)).toBeGreaterThan(6.2);
    await panel.locator('.close').click();
    await page.waitForTimeout(300);
    await page.reload();
    await read(page);
    await panel.getByRole('button', { name: 'Continue from 0:06: Correct the invoice' }).click();
    await expect.poll(() => secondOf(visit)).toBeGreaterThan(6);
    await panel.locator('.back').click();
    await read(page);
    await panel.getByRole('button', { name: 'Start again' }).click();
    await expect.poll(() => isPaused(visit)).toBe(false);
    expect(await secondOf(visit)).toBeLessThan(3);
    await close();
  });

  it('keeps nothing with cache: false', async () => {
    const visit = await stage.visit({ tag: { 'data-cache': 'false' } });
    const { page, panel, close } = visit;
    await read(page);
    await panel.getByRole('button', { name: 'Play: Correct the invoice', exact: true }).click();
    await filed(panel).locator('.captions').getByRole('button', { name: 'Send the correction' }).click();
    await expect.poll(() => secondOf(visit)).toBeGreaterThan(6.2);
    await panel.locator('.close').click();
    await page.waitForTimeout(300);
    expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    await page.reload();
    await read(page);
    await panel.getByRole('button', { name: 'Play: Correct the invoice', exact: true }).waitFor();
    await close();
  });

  it('gives a link where it cannot be had', async () => {
    const url = 'videos/none.webm';
    const { page, panel, close } = await stage.visit({ videos: [{ url, title: 'Gone' }] });
    await read(page);
    await panel.locator('.poster').click();
    await panel.getByText('This video cannot be played here.').waitFor();
    expect(await panel.getByRole('link', { name: 'Open the video' }).getAttribute('href')).toMatch(/\/pack\/videos\/none\.webm$/);
    await close();
  }); // prettier-ignore

  it('shows its own poster, and none of another origin', async () => {
    const { page, panel, thirdParty, close } = await stage.visit({
      videos: [
        { url: YOUTUBE, title: 'A', poster: 'https://i.ytimg.com/vi/M7lc1UVf-VE/hqdefault.jpg' },
        { url: FILE, title: 'B', poster: 'poster.svg' },
      ],
    });
    await read(page);
    await panel.locator('.poster').nth(1).waitFor();
    const posters = await panel.locator('.poster img').evaluateAll((images) => images.map((each) => each.getAttribute('src')));
    expect(posters).toEqual([`${stage.site.url}/pack/poster.svg`]);
    expect(thirdParty()).toEqual([]);
    await close();
  }); // prettier-ignore
});

describe('a result in a video', () => {
  const result = { title: [{ text: 'Clip', hit: true }], articleId: ARTICLE, url: YOUTUBE, atMs: 83_000 };

  it.each([
    ['/', 'invoice', 'Videos', 'Play from 1:23: '],
    ['/zh.html', '发票', '视频', '从1:23播放：'],
  ])('on %s says its second, and leads to the poster that waits there', async (path, question, heading, name) => {
    const { page, open, search, options, panel, focused, thirdParty, close } = await stage.visit({
      path,
      results: [result, { ...result, atMs: 5000 }],
    });
    await open();
    await search(question);
    expect(await panel.getByRole('group', { name: heading }).getByRole('option').count()).toBe(2);
    expect(await options.first().locator('small').last().textContent()).toBe('1:23');
    await options.first().click();
    const play = panel.getByRole('button', { name });
    await play.waitFor();
    expect(await focused()).toBe('group');
    await expect.poll(() => play.evaluate((each) => {
      const body = each.closest('.body')!.getBoundingClientRect();
      const own = each.getBoundingClientRect();
      return own.top >= body.top - 1 && own.bottom <= body.bottom + 1;
    })).toBe(true);
    expect(thirdParty()).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await panel.locator('iframe').waitFor();
    expect(await panel.locator('iframe').getAttribute('src')).toContain('start=83&');
    expect(await focused()).toBe('screen');
    await close();
  }); // prettier-ignore

  it('waits for the press where the file is of another host, and asks nothing of that host before', async () => {
    const url = 'https://media.example/clip.webm';
    const { page, panel, thirdParty, close } = await stage.visit({ videos: [{ url, title: 'Elsewhere' }], tag: { 'data-video-hosts': '["media.example"]' }, policy: "media-src 'self' https://media.example" });
    await read(page, { atMs: 7000 });
    await panel.getByRole('button', { name: 'Play from 0:07: Elsewhere' }).waitFor();
    expect([thirdParty(), await panel.locator('video').count()]).toEqual([[], 0]);
    await close();
  }); // prettier-ignore

  it('is what article() with an instant opens: the first video', async () => {
    const visit = await stage.visit();
    await read(visit.page, { atMs: 7000 });
    await expect.poll(() => secondOf(visit)).toBe(7);
    await visit.close();
  });
});
