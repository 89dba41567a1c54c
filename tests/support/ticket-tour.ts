// A walk through every view of tickets, call-backs, actions and ratings of the shop, against a running host; at each stop something can be looked at.
import type { Locator, Page } from 'playwright-core';
import type { HostStage } from './host-page.js';

/** The names of the stops, in order. */
export const STOPS = [
  ...['contact', 'form', 'wrong', 'near', 'check', 'saved', 'refused', 'receipt', 'tickets', 'thread'],
  ...['rating', 'rated', 'call', 'called', 'actions', 'action', 'result', 'sent', 'clear'],
] as const;
export type Stop = (typeof STOPS)[number];

/** What the tour presses, by the reader's language. */
const WORDS = {
  en: {
    ...{
      leave: /^Leave a ticket/,
      topic: 'Topic',
      subject: 'What is it about',
      order: 'Order number',
      next: 'Next: check it',
    },
    ...{
      save: 'Save; send later',
      send: 'Send',
      edit: 'Edit',
      progress: 'See progress',
      rate: 'Rate it',
      back: 'Back',
    },
    ...{ call: /^Call me back/, phone: 'Your phone number', ask: 'Ask for the call', actions: /^Do it yourself/ },
    ...{ go: 'Go', clear: 'Forget all this on this device', mine: /^My tickets/, what: 'What was sent' },
    ...{ text: 'The refund has not come', answer: 'It went out this morning. You will have it on Thursday.' },
  },
  'zh-Hans': {
    ...{ leave: /^提交工单/, topic: '问题类型', subject: '遇到了什么问题', order: '订单号', next: '下一步：核对内容' },
    ...{ save: '保存，稍后发送', send: '发送', edit: '修改', progress: '查看进度', rate: '去评价', back: '返回' },
    ...{ call: /^回电给我/, phone: '您的电话号码', ask: '预约回电', actions: /^自助工具/ },
    ...{ go: '开始', clear: '让本机忘掉这些', mine: /^我的工单/, what: '发送过的内容' },
    ...{ text: '退款还没有到账', answer: '今天上午已经发出，周四能到。' },
  },
} as const;

const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Walks it on a page of the shop that is loaded; `look` is waited for at each stop. */
export async function tourTickets(
  { host }: HostStage,
  page: Page,
  locale: keyof typeof WORDS,
  look: (stop: Stop) => Promise<void>,
): Promise<void> {
  const words = WORDS[locale];
  const panel = page.locator('help-kiosk [part=panel]');
  const press = (name: string | RegExp): Promise<void> =>
    panel
      .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
      .first()
      .click();
  const open = (view: string) =>
    page.evaluate((to) => (window as unknown as { HelpKiosk(...all: unknown[]): void }).HelpKiosk('open', to), view);
  const stop = async (name: Stop, seen: Locator): Promise<void> => {
    await seen.first().waitFor();
    await look(name);
  };
  const taken: string[] = [];
  const unwatch = host.ticketDesk.watch((id) => void taken.push(id));

  await open('contact');
  await panel.getByRole('button', { name: words.actions }).waitFor();
  await stop('contact', panel.locator('.channels'));
  await press(words.leave);
  await stop('form', panel.locator('.files'));
  await press(words.next);
  await stop('wrong', panel.locator('.wrongs'));
  await panel.getByLabel(words.topic).selectOption('order');
  await panel.getByLabel(words.subject).fill(words.text);
  await panel.locator('.near .row').first().waitFor();
  await panel.locator('#hk-files').setInputFiles([
    { name: 'photo.png', mimeType: 'image/png', buffer: PHOTO },
    { name: 'tool.exe', mimeType: 'application/x-msdownload', buffer: PHOTO },
  ]);
  await panel.getByLabel(words.order).fill('12');
  await stop('near', panel.locator('.files canvas'));
  await press(words.next);
  await stop('check', panel.locator('.understood'));
  await page.context().setOffline(true);
  await press(words.save);
  await stop('saved', panel.locator('.note'));
  await page.context().setOffline(false);
  await stop('refused', panel.locator('.note.is-bad'));
  await press(words.edit);
  await panel.getByLabel(words.order).fill('LM-10482');
  await press(words.next);
  await press(words.send);
  await stop('receipt', panel.locator('.by'));
  await host.ticketDesk.reply(taken[0]!, { agentName: 'Noor', text: words.answer, solved: true });
  await open('tickets');
  await panel.locator('.dot').waitFor();
  await stop('tickets', panel.locator('.rows .row'));
  await panel.locator('.form .rows .row').first().click();
  await stop('thread', panel.getByText(words.answer));
  await press(words.rate);
  await stop('rating', panel.locator('.scores'));
  await panel.locator('.scores input').nth(4).check();
  await press(words.send);
  await stop('rated', panel.locator('.note'));
  await open('contact');
  await press(words.call);
  await panel.getByLabel(words.phone).fill('+44 1632 960144');
  await panel.locator('.slots input').first().check();
  await stop('call', panel.locator('.slots'));
  await press(words.ask);
  await stop('called', panel.locator('.note'));
  await open('contact');
  await press(words.actions);
  await stop('actions', panel.locator('.actions .row'));
  await panel.locator('.actions .row').first().click();
  await stop('action', panel.getByLabel(words.order));
  await panel.getByLabel(words.order).fill('LM-10482');
  await press(words.go);
  await stop('result', panel.locator('.result-card'));
  await open('tickets');
  await press(words.what);
  await stop('sent', panel.locator('.log li'));
  await press(words.clear);
  await stop('clear', panel.locator('[role=group]'));
  unwatch();
}
