// What customers really type: slips, pinyin, other characters. The right article leads, and what matched is marked.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage, type Visit } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

const PATIENCE = { timeout: 20_000 };

interface Slip {
  typed: string;
  articleId: string;
  /** What is marked in the title of the first result. */
  marked: string[];
  /** What the search says it took the question for; empty where it says nothing. */
  meant: string;
}

const ENGLISH: readonly Slip[] = [
  { typed: 'refnud', articleId: 'refund-times', marked: ['refund'], meant: 'refund' },
  { typed: 'forgoten pasword', articleId: 'reset-password', marked: ['Forgotten', 'password'], meant: 'forgotten password' },
  { typed: 'cancle my ordr', articleId: 'cancel-order', marked: ['Cancel', 'order'], meant: 'cancel my order' },
  { typed: 'wrong customs invioce', articleId: 'customs-invoice', marked: ['Customs', 'invoice', 'invoice', 'wrong'], meant: 'wrong customs invoice' },
]; // prettier-ignore

const CHINESE: readonly (Slip & { what: string })[] = [
  { what: 'a homophone', typed: '登路', articleId: 'phone-sign-in', marked: ['登录'], meant: '登录' },
  { what: 'a homophone in a longer question', typed: '无法登路', articleId: 'phone-sign-in', marked: ['无法登录'], meant: '无法登录' },
  { what: 'pinyin', typed: 'denglu', articleId: 'phone-sign-in', marked: ['登录'], meant: '登录' },
  { what: 'pinyin of two words', typed: 'wangji mima', articleId: 'reset-password', marked: ['忘记密码'], meant: '忘记密码' },
  { what: 'initials', typed: 'tk', articleId: 'refund-destination', marked: ['退款'], meant: '退款' },
  { what: 'traditional characters', typed: '發票', articleId: 'customs-invoice', marked: ['发票', '发票'], meant: '' },
  { what: 'traditional characters in a longer question', typed: '忘記密碼', articleId: 'reset-password', marked: ['忘记密码'], meant: '' },
]; // prettier-ignore

/** Types a question and waits for its own answer; gives what the line over it says, and what is marked in the first title. */
async function ask(visit: Visit, { typed }: Slip): Promise<{ line: string; marked: string[] }> {
  const { page, field, panel, options } = visit;
  await field.focus();
  await page.keyboard.insertText(typed);
  await options.first().waitFor();
  const line = panel.locator('.note-line');
  await expect.poll(() => line.textContent(), PATIENCE).toMatch(/“/);
  return { line: (await line.textContent())!, marked: await options.first().locator('.result-title mark').allTextContents() };
} // prettier-ignore

describe.each([
  ['in a worker', {}],
  ['on the page itself', { 'data-worker': 'off' }],
])('the search %s', (_, tag) => {
  it.each(ENGLISH)('takes $typed for $meant', async (slip) => {
    const visit = await stage.visit({ tag });
    await visit.open();
    const { line, marked } = await ask(visit, slip);
    expect(line).toBe(`Showing results for “${slip.meant}”`);
    expect(marked).toEqual(slip.marked);
    await visit.page.keyboard.press('Enter');
    await expect.poll(visit.opened, PATIENCE).toEqual([slip.articleId]);
    await visit.close();
  });

  it.each(CHINESE)('understands $what: $typed', async (slip) => {
    const visit = await stage.visit({ path: '/zh.html', tag });
    await visit.open();
    const { line, marked } = await ask(visit, slip);
    expect(line).toContain(slip.meant ? `以下是“${slip.meant}”的结果` : `“${slip.typed}”的`);
    expect(marked).toEqual(slip.marked);
    await visit.page.keyboard.press('Enter');
    await expect.poll(visit.opened, PATIENCE).toEqual([slip.articleId]);
    await visit.close();
  });
});

describe.each([
  ['/', 'refnud', 'refund', 'Showing results for “refund”', /results for “refund”/],
  ['/zh.html', 'tuikuan', '退款', '以下是“退款”的结果', /“退款”的\d+条结果/],
])('on %s, the question that was meant', (path, typed, meant, offer, taken) => {
  it('is taken by keyboard, stays to be edited, and is undone as typing is', async () => {
    const visit = await stage.visit({ path });
    const { page, panel, field, options, open, focused, close } = visit;
    await open();
    await field.focus();
    await page.keyboard.type(typed);
    const line = panel.locator('.note-line');
    await line.getByRole('button', { name: meant }).waitFor();
    expect(await line.textContent()).toBe(offer);
    expect(await field.inputValue()).toBe(typed);
    for (let count = 0; (await focused()) !== 'link'; count++) {
      expect(count, 'presses of Tab').toBeLessThan(6);
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await expect.poll(() => line.textContent(), PATIENCE).toMatch(taken);
    expect([await field.inputValue(), await focused()]).toEqual([meant, 'combobox']);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => options.first().getAttribute('aria-selected'), PATIENCE).toBe('true');
    await page.keyboard.press('Control+z');
    await expect.poll(() => line.textContent(), PATIENCE).toBe(offer);
    expect(await field.inputValue()).toBe(typed);
    await close();
  });
});
