import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { speakPseudo } from '../../scripts/lib/pseudo-rtl.mjs';
import { setStage, type Stage, type Visit } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

const PATIENCE = { timeout: 20_000 };

describe('recent searches', () => {
  const searchAndRead = async ({ panel, search, field }: Visit, text: string): Promise<void> => {
    await search(text);
    await field.press('Enter');
    await panel.locator('.vote').waitFor();
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await panel.getByRole('listbox').waitFor();
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await panel.locator('.greeting').waitFor();
  };
  const texts = ({ panel }: Visit): Promise<string[]> =>
    panel.locator('section', { hasText: 'You searched for' }).locator('.row').allTextContents();

  it('are offered on home, also on the next page, and searched for again by a press', async () => {
    const visit = await stage.visit();
    await visit.open();
    await searchAndRead(visit, 'refund');
    await searchAndRead(visit, 'customs invoice');
    await expect.poll(() => texts(visit), PATIENCE).toEqual(['customs invoice', 'refund']);
    await visit.page.reload();
    await visit.open();
    await expect.poll(() => texts(visit), PATIENCE).toEqual(['customs invoice', 'refund']);
    await visit.panel.getByRole('button', { name: 'refund', exact: true }).click();
    await visit.options.first().waitFor();
    expect(await visit.field.inputValue()).toBe('refund');
    await visit.close();
  });

  it('are cleared, and brought back by Undo', async () => {
    const visit = await stage.visit();
    const { panel, page } = visit;
    await visit.open();
    await searchAndRead(visit, 'refund');
    await panel.getByRole('button', { name: 'Clear recent searches' }).click();
    const cleared = panel.getByText('Recent searches cleared.');
    await cleared.waitFor();
    expect(await cleared.evaluate((element) => element.matches(':focus'))).toBe(true);
    await panel.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => texts(visit), PATIENCE).toEqual(['refund']);
    await panel.getByRole('button', { name: 'Clear recent searches' }).click();
    await cleared.waitFor();
    await page.reload();
    await visit.open();
    await panel.locator('.ways').waitFor();
    expect(await texts(visit)).toEqual([]);
    await visit.close();
  });
});

describe('a mended question', () => {
  it('is named in a sentence and taken into the field by a press', async () => {
    const { panel, field, open, search, close } = await stage.visit();
    await open();
    await search('refnud');
    await panel.getByText('Showing results for “refund”').first().waitFor();
    await panel.getByRole('button', { name: 'refund', exact: true }).click();
    await expect.poll(() => field.inputValue(), PATIENCE).toBe('refund');
    await panel
      .getByText(/results? for “refund”/)
      .first()
      .waitFor();
    await close();
  });
});

describe('without a network', () => {
  it('says how old the articles are', async () => {
    const { panel, context, open, close } = await stage.visit();
    await open();
    await context.setOffline(true);
    await panel.getByText(/^Articles as of [A-Z][a-z]+ \d+, \d{4}$/).waitFor();
    await close();
  });
});

describe('traditional Chinese', () => {
  it('has words of its own in every view', async () => {
    const { page, panel, field, open, search, close } = await stage.visit({
      path: '/zh.html',
      tag: { 'data-locale': 'zh-Hant' },
    });
    await open();
    await panel.getByText('所有主題').waitFor();
    expect(await field.getAttribute('placeholder')).toBe('請用您自己的話描述問題');
    await search('发票');
    await panel
      .getByText(/^「发票」的搜尋結果共 \d+ 筆$/)
      .first()
      .waitFor();
    await field.press('Enter');
    await panel.getByText('這篇文章有幫助嗎？').waitFor();
    await panel.getByRole('button', { name: '更多動作' }).click();
    await panel.getByRole('button', { name: '列印' }).waitFor();
    expect(
      await page
        .locator('help-kiosk')
        .evaluate((host) => host.shadowRoot!.querySelector<HTMLElement>('[part=panel]')!.lang),
    ).toBe('zh-Hant');
    await close();
  });
});

/** Where every visible box of the panel is: its distance from the start and its width, in whole px. */
function boxes(page: Page, direction: 'ltr' | 'rtl'): Promise<string[]> {
  return page.evaluate((rtl) => {
    const root = document.querySelector('help-kiosk')!.shadowRoot!;
    const frame = root.querySelector('[part=panel]')!;
    const { left, right } = frame.getBoundingClientRect();
    // Text of the articles keeps its own direction; what holds it must not.
    return [
      ...frame.querySelectorAll(
        'button, input, section, ul, .row-text, .icon, .ways, .way, .strip, .title, .result, .field, .tools, .sizes, .vote, .after, .code, figcaption',
      ),
    ]
      .filter((element) => element.checkVisibility() && !element.closest('.article'))
      .map((element) => {
        const box = element.getBoundingClientRect();
        const start = rtl ? right - box.right : box.left - left;
        return `${element.localName}.${element.getAttribute('class') ?? ''} ${Math.round(start)} ${Math.round(box.width)}`;
      });
  }, direction === 'rtl');
}

describe('right to left', () => {
  const walk: [string, (visit: Visit) => Promise<void>][] = [
    ['home', async ({ panel }) => panel.locator('.ways').waitFor()],
    ['a topic', async ({ panel }) => panel.locator('.row', { hasText: 'Account and password' }).click()],
    [
      'an article’s foot',
      async ({ panel }) => {
        await panel.locator('.row').first().click();
        await panel.locator('.after .ways').waitFor();
      },
    ],
    [
      'its tools',
      async ({ panel }) => {
        await panel.locator('.head-tools button').last().click();
        await panel.locator('.tools').waitFor();
      },
    ],
  ];

  it('mirrors every view, box by box', async () => {
    const seen: Record<'ltr' | 'rtl', string[][]> = { ltr: [], rtl: [] };
    for (const direction of ['ltr', 'rtl'] as const) {
      const visit = await stage.visit(
        direction === 'rtl' ? { before: (page) => speakPseudo(page, { letters: false }) } : {},
      );
      await visit.open();
      for (const [, go] of walk) {
        await go(visit);
        await visit.page.waitForTimeout(200);
        seen[direction].push(await boxes(visit.page, direction));
      }
      await visit.close();
    }
    for (const [place, [name]] of walk.entries()) {
      expect(seen.ltr[place]!.length, name).toBeGreaterThan(5);
      expect(seen.rtl[place], name).toEqual(seen.ltr[place]);
    }
  });
});

describe.each([
  ['at 320 px', { viewport: { width: 320, height: 568 } }, '100%'],
  ['with text at 200 %', {}, '200%'],
  ['at 320 px with text at 200 %', { viewport: { width: 320, height: 568 } }, '200%'],
])('%s', (_, options, size) => {
  /** What sticks out of the panel sideways, or is cut off without an ellipsis or a way to scroll. */
  const losses = (page: Page): Promise<string[]> =>
    page.evaluate(() => {
      const frame = document.querySelector('help-kiosk')!.shadowRoot!.querySelector('[part=panel]')!;
      const { left, right } = frame.getBoundingClientRect();
      return [...frame.querySelectorAll('*')]
        .filter((element) => element.checkVisibility() && !element.closest('.speech, .table, pre, svg, input'))
        .filter((element) => {
          const box = element.getBoundingClientRect();
          const style = getComputedStyle(element);
          const cut =
            /hidden|clip/.test(style.overflowX) &&
            style.textOverflow !== 'ellipsis' &&
            element.scrollWidth > element.clientWidth + 1;
          const hidden = style.clipPath !== 'none';
          return !hidden && (box.left < left - 1 || box.right > right + 1 || cut);
        })
        .map((element) => `${element.localName}.${element.getAttribute('class') ?? ''}`);
    });

  it('loses nothing in home, results, article and contact', async () => {
    const { page, panel, field, open, search, close } = await stage.visit(options);
    await page.evaluate((fontSize) => document.documentElement.style.setProperty('font-size', fontSize), size);
    const found: Record<string, string[]> = {};
    await open();
    await panel.locator('.ways').waitFor();
    found['home'] = await losses(page);
    await search('wrong customs invoice');
    found['results'] = await losses(page);
    await field.press('Enter');
    await panel.locator('.after .ways').waitFor();
    await panel.locator('.head-tools button').last().click();
    await panel.locator('.tools').waitFor();
    found['article'] = await losses(page);
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await panel.getByRole('button', { name: 'Not here? Ask a person' }).click();
    await panel.locator('.channels').waitFor();
    found['contact'] = await losses(page);
    expect(found).toEqual({ home: [], results: [], article: [], contact: [] });
    await close();
  });
});
