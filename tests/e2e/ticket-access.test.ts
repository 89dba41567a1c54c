// Every view of tickets, call-backs, actions and ratings: what axe finds, and what leaves the frame.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setHostStage, type HostStage } from '../support/host-page.js';
import { STOPS, tourTickets, type Stop } from '../support/ticket-tour.js';
import { readAxe, violationsOf } from './violations.js';

let stage: HostStage;
let axeSource: string;
beforeAll(async () => {
  [stage, axeSource] = await Promise.all([setHostStage(), readAxe()]);
});
afterAll(() => stage.close());

/** What is cut off or sticks out of the panel sideways. */
const leaving = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.querySelector('help-kiosk')!.shadowRoot!;
    const frame = root.querySelector('.panel')!.getBoundingClientRect();
    return [...root.querySelectorAll('.body *')]
      .filter((element) => !element.closest('.unseen'))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (left < frame.left - 1 || right > frame.right + 1);
      })
      .map((element) => `${element.tagName} ${element.getAttribute('class')}: ${element.textContent?.slice(0, 30)}`);
  });

/** What the second reader's colours and letters may break; the rest of what axe asks does not depend on them. */
const COLOURED: readonly Stop[] = ['wrong', 'refused', 'receipt', 'thread', 'call', 'result'];

const readers: [
  name: string,
  path: string,
  locale: 'en' | 'zh-Hans',
  options: BrowserContextOptions,
  asked: readonly Stop[],
][] = [
  ['English, light', '/', 'en', {}, STOPS],
  [
    'Chinese, dark, on a phone',
    '/zh.html',
    'zh-Hans',
    { colorScheme: 'dark', viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    COLOURED,
  ],
];

describe.each(readers)('the views of tickets in %s', (_, path, locale, options, asked) => {
  it('have nothing that axe finds wrong, and stay within the frame', async () => {
    const { page, launcher, close } = await stage.visit({ path, ...options });
    await launcher.waitFor();
    const found: Record<string, string[]> = {};
    const seen: Stop[] = [];
    await tourTickets(stage, page, locale, async (stop) => {
      seen.push(stop);
      const axe = asked.includes(stop) ? await violationsOf(page, axeSource) : [];
      const wrong = [...axe, ...(await leaving(page))];
      if (wrong.length) found[stop] = wrong;
    });
    expect(found).toEqual({});
    expect(seen).toEqual(STOPS);
    await close();
  }, 120_000);
});

describe('the files of a ticket', () => {
  it('come by pasting and dropping, and go with a way back; the draft is there again after a reload', async () => {
    const { page, panel, close } = await stage.visit();
    const open = async (): Promise<void> => {
      await page.evaluate(() =>
        (window as unknown as { HelpKiosk(...all: unknown[]): void }).HelpKiosk('open', 'contact'),
      );
      await panel.getByRole('button', { name: /^Leave a ticket/ }).click();
      await panel.locator('.files').waitFor();
    };
    /** As a browser does it, with one file in hand. */
    const give = (type: 'paste' | 'drop', name: string) =>
      panel.locator('.form').evaluate(
        (form, [kind, file]) => {
          const data = new DataTransfer();
          data.items.add(new File(['x'], file!, { type: file!.endsWith('.png') ? 'image/png' : 'text/html' }));
          const init = { bubbles: true, composed: true, cancelable: true };
          form.dispatchEvent(
            kind === 'paste'
              ? new ClipboardEvent('paste', { ...init, clipboardData: data })
              : new DragEvent('drop', { ...init, dataTransfer: data }),
          );
        },
        [type, name] as const,
      );
    await open();
    await give('paste', 'pasted.png');
    await panel.getByText('pasted.png').waitFor();
    await give('drop', 'page.html');
    await panel.getByText('page.html was not added: only pictures, PDF, text and office files can be sent.').waitFor();
    await give('drop', 'dropped.png');
    await panel.getByText('dropped.png').waitFor();
    await panel.getByRole('button', { name: 'Remove pasted.png' }).click();
    await panel.getByText('pasted.png is removed.').waitFor();
    expect(await panel.locator('.files li').count()).toBe(2);
    await panel.getByRole('button', { name: 'Undo' }).click();
    expect(await panel.locator('.files li').allTextContents()).toEqual([
      'pasted.png 1 kB',
      'dropped.png 1 kB',
      'Add a file',
    ]);
    await panel.getByLabel('What is it about').fill('Half a thou');
    await expect.poll(() => page.evaluate(readDraft), { timeout: 20_000 }).toBe('Half a thou');
    await page.reload();
    await open();
    expect(await panel.getByLabel('What is it about').inputValue()).toBe('Half a thou');
    await panel.getByText('dropped.png').waitFor();
    await close();
  }, 120_000);
});

/** The subject of the draft as it lies on the device. */
const readDraft = (): Promise<string | undefined> =>
  new Promise((resolve) => {
    const asked = indexedDB.open('helpkiosk-desk-quayside');
    asked.onsuccess = () => {
      const [name] = asked.result.objectStoreNames;
      const read = asked.result.transaction(name!).objectStore(name!).get('draft');
      read.onsuccess = () => {
        asked.result.close();
        resolve((read.result as { draft?: { subject: string } } | undefined)?.draft?.subject);
      };
    };
  });

describe('a ticket by keys alone', () => {
  it.each([
    ['on a desktop', {}],
    ['on a phone, where the panel is modal', { viewport: { width: 360, height: 740 } }],
  ])('is written, mended, checked and sent %s, and the focus never leaves the panel', async (_, options) => {
    const { page, launcher, panel, focused, close } = await stage.visit(options);
    const keys = page.keyboard;
    /** Tab until the focus is on what has this name, or no later than after sixty. */
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let count = 0; count < 60; count++) {
        await keys.press('Tab');
        if (name.test(await page.evaluate(nameOfFocus))) return;
      }
      throw new Error(`Tab never came to ${name}; the focus is on ${await focused()}`);
    };
    await launcher.focus();
    await keys.press('Enter');
    await panel.getByRole('button', { name: /Leave a ticket/ }).waitFor();
    await tabTo(/Leave a ticket/);
    await keys.press('Enter');
    await panel.locator('#hk-subject').waitFor();
    await tabTo(/^Next/);
    await keys.press('Enter');
    await panel.locator('.wrongs').waitFor();
    await expect.poll(() => page.evaluate(nameOfFocus)).toBe('hk-topic');
    for (let count = 0; count < 3; count++) await keys.press('ArrowDown');
    await tabTo(/hk-subject/);
    await keys.type('The download does nothing');
    await tabTo(/hk-text/);
    await keys.type('Customs asks for the invoice.');
    await tabTo(/^Next/);
    await keys.press('Enter');
    await expect.poll(() => page.evaluate(nameOfFocus)).toMatch(/^We understood/);
    await tabTo(/^Send/);
    await keys.press('Enter');
    await panel.getByText('We have your ticket').first().waitFor();
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('help-kiosk');
    await tabTo(/^(Back|Copy|See|Follow|My tickets)/i);
    await close();
  });
});

/** What has the focus, by its id where it is a field, else by what it is called. */
function nameOfFocus(): string {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  const isField = !!element?.matches('input, select, textarea');
  return (isField ? element!.id : (element?.getAttribute('aria-label') ?? element?.textContent?.trim())) ?? '';
}
