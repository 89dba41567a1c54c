// One customer in line at the simulated desk, from the twelfth place to the turn, over a change of page and a second tab.
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setWaitingStage, type Newcomer, type Said, type WaitingStage, type WaitingTab } from './waiting-stage.js';

let stage: WaitingStage;
beforeAll(async () => {
  stage = await setWaitingStage();
});
afterAll(() => stage.close());

/** How long a screen reader is left in peace after a sentence of the line; the timers of a leap come together. */
const PEACE_MS = 30_000 - 3000;

/** The desk tells of a change so soon. */
const LOOK_MS = 1100;

const words = {
  en: {
    path: '/waiting.html',
    talk: /^Talk to a person/,
    question: 'Please let a person look at my parcel, the customs invoice was refused twice',
    join: 'Get in line',
    goOn: /, get in line$/,
    twelfth: '12th in line',
    place: /^\d+\w\w in line, /,
    range: /about (\d+)–(\d+) min/,
    allow: 'Allow',
    urgent: 'Longer than before: urgent requests came first.',
    unknown: 'The wait cannot be estimated now',
    outage: 'Longer than before: there is an outage.',
    turn: 'It is your turnAn agent is ready for you.',
    accept: 'Start the chat',
    opening: 'Opening the chat',
    said: {
      place: /^12th in line, about \d+–\d+ min\.$/,
      urgent: /urgent requests came first\./,
      unknown: /cannot be estimated now/,
    },
    mark: '● Watch the waiting room · Quayside',
  },
  zh: {
    path: '/waiting.zh.html',
    talk: /^联系人工客服/,
    question: '想请客服帮我看一下清关发票要怎么写',
    join: '开始排队',
    goOn: /，开始排队$/,
    twelfth: '排在第12位',
    place: /^您排在第\d+位，/,
    range: /约(\d+)–(\d+)分钟/,
    allow: '开启',
    urgent: '比之前预计的要久：有紧急请求优先处理。',
    unknown: '目前无法预估等待时间',
    outage: '比之前预计的要久：目前有服务故障。',
    turn: '轮到您了客服已经准备好为您服务。',
    accept: '开始对话',
    opening: '正在打开对话',
    said: {
      place: /^您排在第12位，约\d+–\d+分钟。$/,
      urgent: /有紧急请求优先处理。/,
      unknown: /目前无法预估等待时间/,
    },
    mark: '● 看看排队时的样子 · 泊岸全球购',
  },
} as const;
type Words = (typeof words)['en' | 'zh'];

/** Presses a button as soon as it is there. */
async function press({ soon }: Newcomer, button: Locator): Promise<void> {
  await soon(() => button.isVisible(), Boolean);
  await button.click();
}

/** Asks for a person at a desk with eleven in line; gives what was announced before, in minutes. */
async function join(customer: Newcomer, { page, panel, act, card }: WaitingTab, say: Words): Promise<[string, string]> {
  await page.locator('[name=speed][value="1"]').check();
  await act('line');
  await act('ask');
  await press(customer, panel.getByRole('button', { name: say.talk }));
  await customer.soon(() => panel.locator('.join-now').isVisible(), Boolean);
  await panel.locator('#hk-question').fill(say.question);
  const announced = (await panel.locator('.join-now').textContent())!;
  expect(announced).toContain(say.twelfth);
  const [, from = '', to = ''] = say.range.exec(announced) ?? [];
  await panel.getByRole('button', { name: say.join, exact: true }).click();
  const goOn = panel.getByRole('button', { name: say.goOn });
  await customer.soon(() => card.or(goOn).first().isVisible(), Boolean);
  if (await goOn.count()) await goOn.click();
  await customer.soon(() => card.isVisible(), Boolean);
  return [from, to];
}

/** What the desk was told at joining. */
const announcedAt = async ({ page }: WaitingTab): Promise<number> => {
  const log = JSON.parse((await page.evaluate(() => localStorage.getItem('quayside-desk')))!);
  return log.entries.find(({ call }: { call: string }) => call === 'join').announcedMs as number;
};

const text =
  ({ card }: WaitingTab) =>
  async (): Promise<string> =>
    (await card.textContent()) ?? '';
const place =
  ({ position }: WaitingTab) =>
  async (): Promise<number> =>
    (await position()) ?? 0;

/** The page takes up the place of an earlier one, which its `<hk-wait-status>` tells; then the panel opens there. */
async function takeUp({ soon }: Newcomer, { status, launch, card }: WaitingTab, say: Words): Promise<void> {
  await soon(status, (line) => say.place.test(line));
  await launch();
  await soon(() => card.isVisible(), Boolean);
}

/** The line falls; then somebody with an urgent matter comes. */
async function fallAndRise({ context, until }: Newcomer, tab: WaitingTab, say: Words): Promise<void> {
  await until(place(tab), (position) => position > 0 && position < 12);
  await tab.act('next');
  await tab.act('next');
  const before = await until(place(tab), (position) => position < 11);
  await tab.act('urgent');
  await context.clock.runFor(LOOK_MS);
  expect(await tab.position()).toBe(before + 1);
  expect(await text(tab)()).toContain(say.urgent);
}

/** Nothing gets done, nobody says a figure; then it goes on. */
async function outageAndBack(
  { until }: Newcomer,
  tab: WaitingTab,
  say: Words,
  during = async (): Promise<unknown> => null,
): Promise<void> {
  await tab.page.locator('[name=outage]').check();
  const unknown = await until(text(tab), (card) => card.includes(say.unknown) && card.includes(say.outage));
  expect(unknown).not.toMatch(/\d+–\d+/);
  expect(await tab.position()).toBeGreaterThan(0);
  await during();
  await tab.page.locator('[name=outage]').uncheck();
  expect(await until(text(tab), (card) => /\d+–\d+/.test(card))).not.toContain(say.unknown);
}

/** Customer after customer is taken, until it is the turn. */
async function untilTurn({ until }: Newcomer, turner: WaitingTab, tab: WaitingTab, say: Words): Promise<void> {
  for (let left = (await tab.position()) ?? 0; left > 0; left--) await turner.act('next');
  await until(text(tab), (card) => card.startsWith(say.turn));
}

/** Waits until a screen reader has been told what `pattern` says. */
const hears = ({ until }: Newcomer, tab: WaitingTab, pattern: RegExp): Promise<readonly Said[]> =>
  until(tab.said, (said) => said.some((each) => pattern.test(each.text)));

/** The sentences of the line in a tab, the first of which tells the place; never two within 30 s. */
async function expectCalmSpeech(tab: WaitingTab, say: Words, first: RegExp): Promise<void> {
  const said = (await tab.said()).filter((each) => !each.text.startsWith(say.turn));
  expect(said[0]!.text).toMatch(first);
  const gaps = said.slice(1).map(({ at }, index) => at - said[index]!.at);
  expect(Math.min(...gaps)).toBeGreaterThanOrEqual(PEACE_MS);
}

describe('waiting at the simulated desk', () => {
  it('keeps place and history over pages and tabs, from the twelfth place to the turn', async () => {
    const say = words.en;
    const customer = await stage.newcomer();
    const first = await customer.open(say.path);
    const [from, to] = await join(customer, first, say);
    expect(await first.position()).toBe(12);
    expect(await text(first)()).toContain(`${from}–${to} min`);
    expect(await announcedAt(first)).toBe(Number(to) * 60_000);
    await customer.context.grantPermissions(['notifications']);
    await first.panel.getByRole('button', { name: say.allow }).click();
    await fallAndRise(customer, first, say);
    await hears(customer, first, say.said.urgent);
    await expectCalmSpeech(first, say, say.said.place);

    const kept = await first.position();
    const reason = (await text(first)()).includes(say.urgent);
    await first.page.close();
    const chinese = await customer.open(words.zh.path);
    await takeUp(customer, chinese, words.zh);
    expect(await chinese.position()).toBe(kept);
    expect((await text(chinese)()).includes(words.zh.urgent)).toBe(reason);

    const second = await customer.open(say.path);
    await takeUp(customer, second, say);
    expect(await second.position()).toBe(await chinese.position());
    await outageAndBack(customer, second, say);
    expect(await chinese.position()).toBe(await second.position());

    await chinese.hide(true);
    await untilTurn(customer, second, second, say);
    await customer.soon(chinese.notified, ({ length }) => length > 0);
    expect(await chinese.notified()).toEqual(['看看排队时的样子 · 泊岸全球购']);
    expect(await second.notified()).toEqual([]);
    expect(await second.page.title()).toBe(say.mark);
    await second.panel.getByRole('button', { name: say.accept }).click();
    await customer.soon(text(chinese), (card) => card.includes(words.zh.opening));
    expect(await chinese.notified()).toHaveLength(1);
    expect(customer.complaints).toEqual([]);
    await customer.close();
  });

  it('says it in Chinese to Chinese readers, at most every 30 s', async () => {
    const say = words.zh;
    const customer = await stage.newcomer();
    const tab = await customer.open(say.path);
    await join(customer, tab, say);
    await hears(customer, tab, say.said.place);
    await fallAndRise(customer, tab, say);
    await hears(customer, tab, say.said.urgent);
    await outageAndBack(customer, tab, say, () => hears(customer, tab, say.said.unknown));
    await expectCalmSpeech(tab, say, say.said.place);
    await untilTurn(customer, tab, tab, say);
    expect(await tab.page.getByRole('alert').textContent()).toBe(say.turn);
    expect(await tab.page.title()).toBe(say.mark);
    expect(customer.complaints).toEqual([]);
    await customer.close();
  });
});
