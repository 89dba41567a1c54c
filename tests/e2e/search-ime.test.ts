// Chinese through an input method: half-typed pinyin is nobody's question.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../support/stage.js';
import { questionsOf, recordQuestions, recordSearches, searchLengths, startInputMethod } from './ime.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

const PATIENCE = { timeout: 20_000 };
/** Longer than any pause that the widget takes before it asks. */
const A_WHILE_MS = 600;

describe.each([
  ['in a worker', {}],
  ['on the page itself', { 'data-worker': 'off' }],
])('typing through an input method, the search %s', (where, tag) => {
  it('asks for the word that was chosen, once, and never for letters on the way to it', async () => {
    const visit = await stage.visit({
      path: '/zh.html',
      tag,
      before: (page) => page.addInitScript(recordQuestions),
    });
    const { page, field, options, open, close } = visit;
    await open();
    await recordSearches(visit);
    const inputMethod = await startInputMethod(visit);
    await field.focus();
    await inputMethod.compose("tui'kuan");
    expect(await field.inputValue()).toBe("tui'kuan");
    await page.waitForTimeout(A_WHILE_MS);
    expect(await options.count()).toBe(0);
    expect(await searchLengths(visit)).toEqual([]);
    await inputMethod.choose('退款');
    await expect.poll(() => options.first().textContent(), PATIENCE).toContain('退款');
    expect(await field.inputValue()).toBe('退款');
    await inputMethod.compose("shi'jian");
    await page.waitForTimeout(A_WHILE_MS);
    expect(await searchLengths(visit)).toEqual([2]);
    await inputMethod.choose('时间');
    await expect.poll(() => searchLengths(visit), PATIENCE).toEqual([2, 4]);
    await page.waitForTimeout(A_WHILE_MS);
    expect(await questionsOf(visit)).toEqual(where === 'in a worker' ? ['退款', '退款时间'] : []);
    await close();
  });
});

it('leaves the results of the word before in their place while the next one is composed', async () => {
  const visit = await stage.visit({ path: '/zh.html' });
  const { page, field, options, open, search, close } = visit;
  await open();
  await search('退款');
  const before = await options.allTextContents();
  const inputMethod = await startInputMethod(visit);
  await field.focus();
  await inputMethod.compose("duo'jiu");
  await page.waitForTimeout(A_WHILE_MS);
  expect(await options.allTextContents()).toEqual(before);
  expect(await field.inputValue()).toContain('退款');
  await close();
});
