import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

/** Question, article, and the section at which it opens: the title where the article as a whole is the answer. */
const QUESTIONS: readonly (readonly [path: string, text: string, articleId: string, focus: string])[] = [
  ['/zh.html', '忘记密码', 'reset-password', 'view-title'],
  ['/zh.html', 'wrong customs invoice', 'customs-invoice', 'view-title'],
  ['/zh.html', 'refnud', 'refund-times', 'view-title'],
  ['/zh.html', '发票', 'customs-invoice', 'view-title'],
  ['/zh.html', 'iPhone15 无法登录', 'phone-sign-in', 'iphone-15上的设置'],
  ['/', 'wrong customs invoice', 'customs-invoice', 'a-wrong-name-or-amount'],
  ['/', 'refnud', 'refund-times', 'view-title'],
  ['/', 'iPhone15 无法登录', 'phone-sign-in', 'on-an-iphone-15'],
];

describe.each([
  ['in a worker', {}, 1],
  ['on the page itself', { 'data-worker': 'off' }, 0],
])('the search %s', (_, tag, workers) => {
  it.each(QUESTIONS)('on %s answers %s with %s at %s', async (path, text, articleId, focus) => {
    const { page, open, search, field, opened, focused, close } = await stage.visit({ path, tag });
    await open();
    await search(text);
    await field.press('Enter');
    await expect.poll(opened, { timeout: 20_000 }).toEqual([articleId]);
    // Once the page is at rest another one may keep the pack for the next visit.
    expect(page.workers().filter((worker) => worker.url().endsWith('/search.worker.js'))).toHaveLength(workers);
    await expect.poll(focused, { timeout: 20_000 }).toBe(focus);
    await close();
  });
});

it('loads the worker or the engine, never both', async () => {
  for (const [tag, engine] of [
    [{}, 'search.worker.js'],
    [{ 'data-worker': 'off' }, 'engine.js'],
  ] as const) {
    const { open, requested, close } = await stage.visit({ tag });
    await open();
    const names = requested.map((url) => new URL(url).pathname.split('/').pop());
    expect(names.filter((name) => name === 'engine.js' || name === 'search.worker.js')).toEqual([engine]);
    await close();
  }
});
