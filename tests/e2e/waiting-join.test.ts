// Into the line, over pages and tabs: what is asked first, what is announced and sent, what comes back on the next page, what is said aloud.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleScenes } from '../support/bundle-scenes.mjs';
import { launchChromium } from '../support/chromium.js';
import { aDesk, streamsOf, visitDesk, type JoinVisit } from '../support/join-stage.js';
import { setStage, type Stage } from '../support/stage.js';
import { openScenes } from '../support/waiting-page.js';
import { readAxe, violationsOf } from './violations.js';

let stage: Stage;
let axe: string;
beforeAll(async () => {
  [stage, axe] = await Promise.all([setStage(), readAxe()]);
});
beforeEach(() => void stage.site.requests.splice(0));
afterAll(() => stage.close());

/** As long as a page may take on a machine that has much to do. */
const SOON = { timeout: 10_000 };

const WORDS = {
  '/desk.html': {
    talk: 'Talk to a person',
    announced: '3rd in line, about 4–7 min',
    question: 'Your question',
    missing: 'Say in a few words what it is about.',
    join: 'Get in line',
    suggest: 'Before you wait: does this answer it?',
    decline: 'No, get in line',
    confirm: 'Yes, this helps',
    solved: 'Good. You are not in line, and nothing was sent.',
    answers: 'Before you wait, this may be all you need',
    goOn: 'This does not help, get in line',
    leave: 'Leave the line',
    turn: 'It is your turn',
    urgent: 'I was charged twice for my order',
    trouble: 'My coupon does not work',
    simple: 'How do I get a refund',
  },
  '/desk-zh.html': {
    talk: '联系人工客服',
    announced: '排在第3位，约4–7分钟',
    question: '您的问题',
    missing: '请简单说明您的问题。',
    join: '开始排队',
    suggest: '排队之前：这能解决您的问题吗？',
    decline: '不能，开始排队',
    confirm: '能，已经解决',
    solved: '好的。您没有在排队，也没有发送任何内容。',
    answers: '排队之前，这些也许就能解决',
    goOn: '没有解决，开始排队',
    leave: '离开排队',
    turn: '轮到您了',
    urgent: '我的账户被盗了，今晚要用',
    trouble: '优惠券用不了',
    simple: '怎么退货',
  },
} as const;
type Path = keyof typeof WORDS;

const button = (panel: Locator, name: string): Locator => panel.getByRole('button', { name, exact: true });
const row = (panel: Locator, name: string): Locator => panel.getByRole('button', { name });

/** Opens the form from home, and writes the question. */
async function write({ open, panel }: JoinVisit, text: string, path: Path): Promise<void> {
  const words = WORDS[path];
  await open();
  await row(panel, words.talk).click();
  await panel.getByLabel(words.question).fill(text);
  await button(panel, words.join).click();
}

describe.each(Object.keys(WORDS) as Path[])('the way into the line on %s', (path) => {
  const words = WORDS[path];

  it('says what one is told before one joins, asks for the question, and sends exactly that', async () => {
    const visit = await visitDesk(stage, { path });
    const { panel, desk, open, search } = visit;
    await open();
    await expect.poll(() => row(panel, words.talk).textContent(), SOON).toBe(words.talk + words.announced);
    await search(words.trouble);
    await panel.locator('.keys .link').click(); // "ask a person", among the ways of the owner
    await row(panel, words.talk).click();
    const question = panel.getByLabel(words.question);
    expect(await question.inputValue()).toBe(words.trouble);
    await question.fill('  ');
    await button(panel, words.join).click();
    expect(
      await question.evaluate((field: Element) => (field.getRootNode() as ShadowRoot).activeElement === field),
    ).toBe(true);
    expect(await question.getAttribute('aria-invalid')).toBe('true');
    expect(await panel.getByText(words.missing).getAttribute('id')).toBe(
      await question.getAttribute('aria-describedby'),
    );
    expect(await panel.locator('.join-now b').textContent()).toBe(words.announced);
    expect(await violationsOf(visit.page, axe)).toEqual([]);
    await question.fill(words.urgent);
    await panel.locator('#hk-name').fill('Ada');
    await button(panel, words.join).click();
    await button(panel, words.leave).waitFor();
    expect(desk.requests).toEqual([
      {
        key: expect.any(String) as string,
        text: words.urgent,
        locale: path.includes('zh') ? 'zh-Hans' : 'en',
        priority: expect.stringMatching(/^p[01]$/) as string,
        mood: 'calm',
        customer: { name: 'Ada' },
        announced: { p50Ms: 240_000, p90Ms: 420_000, observedAt: expect.any(Number) as number },
      },
    ]);
    expect(visit.console).toEqual([]);
    await visit.close();
  });

  it('offers one answer where an article may do, and joins when it is declined', async () => {
    const visit = await visitDesk(stage, { path });
    const { panel, desk } = visit;
    await write(visit, words.trouble, path);
    await panel.getByRole('heading', { name: words.suggest }).waitFor();
    expect(await panel.locator('.body .row').count()).toBe(1);
    expect(await violationsOf(visit.page, axe)).toEqual([]);
    expect(desk.requests).toEqual([]);
    await button(panel, words.decline).click();
    await button(panel, words.leave).waitFor();
    expect(desk.requests.map(({ text, announced }) => [text, announced?.p90Ms])).toEqual([[words.trouble, 420_000]]);
    await visit.close();
  });
});

describe('the way into the line', () => {
  const words = WORDS['/desk.html'];

  it('sends nothing when the answer is confirmed', async () => {
    const visit = await visitDesk(stage);
    await write(visit, words.trouble, '/desk.html');
    await button(visit.panel, words.confirm).click();
    await visit.panel.getByText(words.solved).waitFor();
    expect(visit.desk.requests).toEqual([]);
    await visit.close();
  });

  it('offers answers first at a busy time, where it would have been one', async () => {
    const desk = aDesk();
    desk.status = { ...desk.status, state: 'busy', peak: true };
    const visit = await visitDesk(stage, {}, desk);
    await write(visit, words.trouble, '/desk.html');
    await visit.panel.getByRole('heading', { name: words.answers }).waitFor();
    expect(await visit.panel.locator('.body .row').count()).toBeGreaterThan(1);
    await button(visit.panel, words.goOn).click();
    await button(visit.panel, words.leave).waitFor();
    expect(desk.requests).toHaveLength(1);
    await visit.close();
  });

  it('keeps an answer a step away, and the question where it was', async () => {
    const visit = await visitDesk(stage);
    const { panel } = visit;
    await write(visit, words.simple, '/desk.html');
    await panel.getByRole('heading', { name: words.answers }).waitFor();
    await panel.locator('.body .row').first().click();
    await panel.locator('.view-title').waitFor();
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await panel.getByRole('heading', { name: words.answers }).waitFor();
    await panel.getByRole('button', { name: 'Change the question' }).click();
    expect(await panel.getByLabel('Your question').inputValue()).toBe(words.simple);
    await visit.close();
  });

  it('comes, as the line above, without moving what can be pressed', async () => {
    const visit = await visitDesk(stage, { before: (page) => page.addInitScript(recordPlaces) });
    await visit.open();
    await row(visit.panel, words.talk).filter({ hasText: words.announced }).waitFor();
    await visit.panel.getByText('Open').waitFor();
    const places = await visit.page.evaluate(() => (window as unknown as { places: Record<string, string[]> }).places);
    expect(Object.keys(places)).toEqual(expect.arrayContaining(['help@example.com', 'Track your order']));
    expect(Object.fromEntries(Object.entries(places).filter(([, seen]) => seen.length > 1))).toEqual({});
    await visit.close();
  });

  it('is not offered while nobody answers', async () => {
    const desk = aDesk();
    desk.status = { ...desk.status, state: 'closed' };
    const visit = await visitDesk(stage, {}, desk);
    await visit.open();
    await visit.panel.getByText('Closed').waitFor();
    expect(await row(visit.panel, 'Talk to a person').count()).toBe(0);
    await visit.close();
  });

  it('says that it did not come to it, and keeps the question', async () => {
    const visit = await visitDesk(stage);
    await visit.open();
    await visit.context.route(/\/line\.js$/, (route) => route.abort());
    await row(visit.panel, 'Talk to a person').click();
    await visit.panel.getByLabel('Your question').fill(words.urgent);
    await button(visit.panel, 'Get in line').click();
    await visit.panel.getByText('You are not in line').waitFor();
    await button(visit.panel, 'Try again').click();
    expect(await visit.panel.getByLabel('Your question').inputValue()).toBe(words.urgent);
    await visit.close();
  });
});

const recordOf = (page: Page): Promise<string | null> => page.evaluate(() => localStorage.getItem('hk:live='));
const filesAsked = (): string[] =>
  stage.site.requests.map(({ pathname }) => pathname).filter((name) => name.startsWith('/helpkiosk/'));

/** Runs in the page: notes with each frame where the rows and the address of home stand, once for each place. */
function recordPlaces(): void {
  const places: Record<string, string[]> = {};
  Object.assign(window, { places });
  const note = (): void => {
    const panel = document.querySelector('help-kiosk')?.shadowRoot?.querySelector('[part=panel]');
    const isStill = panel?.getAnimations().every(({ playState }) => playState === 'finished');
    for (const each of isStill ? panel!.querySelectorAll('.row, .ways small') : []) {
      const { x, y } = each.getBoundingClientRect();
      const seen = (places[each.textContent!.trim()] ??= []);
      if (!seen.includes(`${x} ${y}`)) seen.push(`${x} ${y}`);
    }
    requestAnimationFrame(note);
  };
  note();
}

describe('a place in line', () => {
  it('is there on the next page and in the next tab, with one stream, and calls from a page where nothing is open', async () => {
    const visit = await visitDesk(stage);
    const { page, panel, launcher, desk, walk, tab } = visit;
    await write(visit, WORDS['/desk.html'].urgent, '/desk.html');
    await button(panel, 'Leave the line').waitFor();
    await panel.getByText('3rd in line').waitFor();
    expect(await recordOf(page)).toContain('"queue"');
    desk.position = 2;
    await walk('/desk-2.html');
    desk.heard.clear();
    await expect.poll(() => streamsOf(desk), SOON).toBe(1);
    expect(await panel.isVisible()).toBe(false);
    await launcher.click();
    await panel.getByText('2nd in line').waitFor();
    await panel.getByText(WORDS['/desk.html'].urgent).waitFor();
    await panel.getByRole('button', { name: 'Close help' }).click();
    const other = await tab();
    await other.locator('help-kiosk [part=launcher]').click();
    await other.getByText('2nd in line').waitFor();
    await expect.poll(() => streamsOf(desk), SOON).toBe(1);
    desk.position = null;
    await expect.poll(() => page.title(), SOON).toBe('● Quayside');
    await expect.poll(() => launcher.getAttribute('aria-description'), SOON).toBe('It is your turn');
    expect(await launcher.getAttribute('data-turn')).toBe('');
    await other.getByText('It is your turn').waitFor();
    await launcher.click();
    await button(panel, 'Start the chat').click();
    await expect.poll(() => page.title(), SOON).toBe('Quayside');
    expect(await launcher.getAttribute('data-turn')).toBeNull();
    expect(desk.requests).toHaveLength(1);
    await visit.close();
  });

  it('is taken over by another tab when the first one dies', async () => {
    const visit = await visitDesk(stage);
    await write(visit, WORDS['/desk.html'].urgent, '/desk.html');
    await visit.panel.getByText('3rd in line').waitFor();
    const other = await visit.tab();
    await other.locator('help-kiosk [part=launcher]').click();
    await other.getByText('3rd in line').waitFor();
    await visit.page.close();
    visit.desk.position = 1;
    await other.getByText('You are next').first().waitFor();
    await visit.close();
  });

  it('leaves no record once it is over', async () => {
    const visit = await visitDesk(stage);
    const { page, panel, desk } = visit;
    await write(visit, WORDS['/desk.html'].urgent, '/desk.html');
    await panel.getByText('3rd in line').waitFor();
    await page.clock.install();
    await button(panel, 'Leave the line').click();
    await panel.getByText('You have left the line').waitFor();
    await page.clock.runFor(11_000);
    await expect.poll(() => desk.left, SOON).toEqual(['c1']);
    await expect.poll(() => recordOf(page), SOON).toBeNull();
    await visit.close();
  });

  it('is the reason why anything is fetched before the panel opens', async () => {
    const visit = await visitDesk(stage);
    await visit.launcher.waitFor();
    await visit.page.waitForTimeout(500);
    expect(filesAsked()).toEqual(['/helpkiosk/helpkiosk.js']);
    await visit.page.evaluate(() => localStorage.setItem('hk:live=', '{"version":1,"else":1}'));
    stage.site.requests.splice(0);
    await visit.walk('/desk-2.html');
    await expect.poll(filesAsked, SOON).toContain('/helpkiosk/resume.js');
    expect(filesAsked()).not.toContain('/helpkiosk/reader.js'); // a part that nobody knows brings nothing back
    await visit.close();
  });
});

describe('the live region', () => {
  it.each([
    ['en', '3rd in line, about 4–7 min.', '2nd in line, about 2–4 min.'],
    ['zh-Hans', '您排在第3位，约4–7分钟。', '您排在第2位，约2–4分钟。'],
  ] as const)('speaks of a place at most every 30 s in %s', async (locale, first, second) => {
    const browser = await launchChromium();
    const { page, show, close } = await openScenes(browser, await bundleScenes());
    await page.clock.install();
    const shown = show({ view: 'waiting', state: 'range', locale });
    await page.clock.runFor(100);
    await shown;
    const region = page.locator('help-scene .speech');
    const move = (position: number, fromMin: number, toMin: number): Promise<void> =>
      page.evaluate(
        ([position, fromMin, toMin]) => {
          const { queue } = (
            window as unknown as { scene: { queue: { update(change: (now: object) => object): void } } }
          ).scene;
          queue.update((now) => ({
            ...now,
            position,
            wait: { kind: 'range', position, fromMin, toMin, changed: 'down' },
          }));
        },
        [position, fromMin, toMin] as const,
      );
    await page.clock.runFor(1000);
    expect(await region.textContent()).toBe(first);
    await move(2, 3, 5);
    await page.clock.runFor(27_000);
    expect(await region.textContent()).toBe(first);
    await move(2, 2, 4);
    await page.clock.runFor(4000);
    expect(await region.textContent()).toBe(second);
    await close();
    await browser.close();
  });
});
