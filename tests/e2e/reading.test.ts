import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage, type Visit, type VisitOptions } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

const PATIENCE = { timeout: 20_000 };

/** A visitor who reads the article on customs invoices, with everything that can be done with it there. */
async function read(options: VisitOptions = {}): Promise<Visit> {
  const visit = await stage.visit(options);
  await visit.page.evaluate(() =>
    (window as unknown as { HelpKiosk(...args: unknown[]): void }).HelpKiosk('article', 'customs-invoice'),
  );
  await visit.panel.locator('.vote').waitFor();
  return visit;
}

const bodyTop = ({ panel }: Visit): Promise<number> => panel.locator('.body').evaluate(({ scrollTop }) => scrollTop);

/** What the page hears of votes. */
const votesHeard = ({ page }: Visit): Promise<unknown[]> =>
  page.evaluate(() => (window as unknown as { votes: unknown[] }).votes);
const hearVotes = ({ page }: Visit): Promise<void> =>
  page.evaluate(() => {
    const votes: unknown[] = ((window as unknown as { votes: unknown[] }).votes = []);
    document.addEventListener('hk-article-vote', (event) => votes.push((event as CustomEvent).detail));
  });

describe('“Did this help?”', () => {
  it('becomes a thank-you that can be undone, with the focus kept', async () => {
    const visit = await read();
    const { panel, focused, close } = visit;
    await hearVotes(visit);
    await panel.getByRole('button', { name: 'Yes', exact: true }).press('Enter');
    const thanks = panel.getByText('Thank you, that helps us too.');
    await thanks.waitFor();
    expect(await thanks.evaluate((element) => element.matches(':focus'))).toBe(true);
    await panel.getByRole('button', { name: 'Undo' }).press('Enter');
    await panel.getByRole('button', { name: 'No', exact: true }).waitFor();
    expect(await focused()).not.toBe('body');
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await panel.locator('.greeting').waitFor();
    expect(await votesHeard(visit)).toEqual([]);
    await close();
  });

  it('leads to a person when it did not help', async () => {
    const { panel, close } = await read();
    await panel.getByRole('button', { name: 'No', exact: true }).click();
    await panel.locator('.vote').getByRole('button', { name: 'Ask a person' }).click();
    await panel.getByRole('heading', { name: 'Ask a person' }).waitFor();
    expect(await panel.getByRole('link', { name: /help@example\.com/ }).isVisible()).toBe(true);
    await close();
  });

  it('is remembered while the page lives, and takes no focus when the article is opened again', async () => {
    const { panel, focused, close } = await read();
    await panel.getByRole('button', { name: 'Yes', exact: true }).click();
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await panel.locator('.row', { hasText: 'Customs asks for an invoice' }).click();
    await panel.getByText('Thank you, that helps us too.').waitFor();
    await expect.poll(focused, PATIENCE).toBe('view-title');
    await close();
  });
});

describe('a picture', () => {
  it('is enlarged over everything, closed by Escape, and gives the focus back', async () => {
    const { page, panel, focused, close } = await read();
    const button = panel.getByRole('button', { name: /^Enlarge: An order page/ });
    await button.press('Enter');
    const dialog = page.locator('help-kiosk dialog.lightbox');
    await dialog.locator('img').evaluate((image: HTMLImageElement) => image.decode());
    expect(await dialog.evaluate((element) => element.matches(':modal'))).toBe(true);
    expect(await dialog.locator('p').textContent()).toMatch(/^An order page with the customs papers button/);
    const small = await dialog.locator('img').boundingBox();
    expect(small!.width).toBeGreaterThan(600);
    await dialog.getByRole('button', { name: 'Zoom in' }).click();
    await dialog.getByRole('button', { name: 'Show the whole picture' }).waitFor();
    expect((await dialog.locator('img').boundingBox())!.width).toBeGreaterThan(small!.width * 2);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await panel.isVisible()).toBe(true);
    expect(await focused()).toMatch(/^Enlarge: /);
    await close();
  });

  it('is closed by a press beside it, and with the widget', async () => {
    const { page, panel, close } = await read();
    const dialog = page.locator('help-kiosk dialog.lightbox');
    await panel.locator('button.picture').first().click();
    await dialog.waitFor();
    await page.mouse.click(5, 5);
    await dialog.waitFor({ state: 'detached' });
    await panel.locator('button.picture').first().click();
    await dialog.waitFor();
    await page.evaluate(() => (window as unknown as { HelpKiosk(verb: string): void }).HelpKiosk('destroy'));
    await expect.poll(() => page.locator('help-kiosk, dialog').count(), PATIENCE).toBe(0);
    await close();
  });

  it('is gone when the panel is closed under it', async () => {
    const { page, panel, close } = await read();
    await panel.locator('button.picture').first().click();
    await page.locator('help-kiosk dialog.lightbox').waitFor();
    await page.evaluate(() =>
      (window as unknown as { HelpKiosk(...args: unknown[]): Promise<void> }).HelpKiosk('close'),
    );
    expect(await page.locator('help-kiosk dialog.lightbox').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('help-kiosk');
    await close();
  });
});

describe('the link to an article', () => {
  const linked: VisitOptions = { tag: { 'data-deep-links': 'true' } };
  const unfold = ({ panel }: Visit): Promise<void> =>
    panel.getByRole('button', { name: 'More for this article' }).click();

  it('is copied, and the button says so', async () => {
    const visit = await read({ ...linked, permissions: ['clipboard-read', 'clipboard-write'] });
    await unfold(visit);
    await visit.panel.getByRole('button', { name: 'Copy link' }).click();
    await visit.panel.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await visit.page.evaluate(() => navigator.clipboard.readText())).toMatch(/#hk=customs-invoice$/);
    await visit.panel.getByRole('button', { name: 'Copy link' }).waitFor();
    await visit.close();
  });

  it('is shown, selected, where the clipboard is refused', async () => {
    const visit = await read({
      ...linked,
      before: (page) =>
        page.addInitScript(() => {
          Object.defineProperty(navigator, 'clipboard', {
            value: { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) },
          });
        }),
    });
    await unfold(visit);
    await visit.panel.getByRole('button', { name: 'Copy link' }).click();
    const field = visit.panel.getByLabel('Copy this address');
    await field.waitFor();
    expect(
      await field.evaluate((input: HTMLInputElement) => input.value.slice(input.selectionStart!, input.selectionEnd!)),
    ).toMatch(/#hk=customs-invoice$/);
    await visit.close();
  });

  it('is not offered where there is none', async () => {
    const visit = await read();
    await unfold(visit);
    await visit.panel.getByRole('button', { name: 'Print' }).waitFor();
    expect(await visit.panel.getByRole('button', { name: 'Copy link' }).count()).toBe(0);
    await visit.close();
  });
});

describe('the way an article is read', () => {
  it('grows in three steps, and keeps the step for other articles', async () => {
    const { panel, close } = await read();
    const textSize = (): Promise<number> =>
      panel
        .locator('.article p:not(.facts)')
        .first()
        .evaluate((text) => parseFloat(getComputedStyle(text).fontSize));
    const normal = await textSize();
    await panel.getByRole('button', { name: 'More for this article' }).click();
    await panel.getByRole('button', { name: 'Large', exact: true }).click();
    const large = await textSize();
    await panel.getByRole('button', { name: 'Very large' }).click();
    expect(await panel.getByRole('button', { name: 'Very large' }).getAttribute('aria-pressed')).toBe('true');
    expect([large / normal > 1.1, (await textSize()) / large > 1.1]).toEqual([true, true]);
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await panel.locator('.row', { hasText: 'Parcel stuck' }).click();
    await panel.locator('.view-title', { hasText: 'Parcel stuck' }).waitFor();
    expect((await textSize()) / normal).toBeGreaterThan(1.2);
    await close();
  });

  it('takes a wider window on a desktop, for articles alone', async () => {
    const { panel, close } = await read();
    const width = async (): Promise<number> => Math.round((await panel.boundingBox())!.width);
    expect(await width()).toBe(400);
    await panel.getByRole('button', { name: 'Wider window' }).click();
    await expect.poll(width, PATIENCE).toBe(520);
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await expect.poll(width, PATIENCE).toBe(400);
    await close();
  });

  it('prints the article alone, from a frame of its own, and leaves the page as it was', async () => {
    const { page, panel, close } = await read({
      before: (page) =>
        page.addInitScript(() => {
          const top = window.top as unknown as { printed?: string[] };
          window.print = () => {
            const { title, body, images, documentElement } = document;
            const loaded = [...images].every(({ naturalWidth }) => naturalWidth > 0);
            const rules = document.adoptedStyleSheets.reduce((sum, { cssRules }) => sum + cssRules.length, 0);
            top.printed = [title, body.innerText, `${documentElement.lang} ${images.length} ${loaded} ${rules > 5}`];
            dispatchEvent(new Event('afterprint'));
          };
        }),
    });
    const pageBefore = await page.evaluate(() => document.documentElement.outerHTML);
    await panel.getByRole('button', { name: 'More for this article' }).click();
    await panel.getByRole('button', { name: 'Print' }).click();
    const printed = () => page.evaluate(() => (window as unknown as { printed?: string[] }).printed);
    await expect.poll(printed, PATIENCE).toHaveLength(3);
    const [title, text, facts] = (await printed())!;
    expect(title).toBe('Customs asks for an invoice, or the invoice is wrong');
    expect(text).toContain('Do not change the file yourself.');
    expect(text).not.toMatch(/Order Q25110744|Did this help|Copy link/);
    expect(facts).toBe('en 1 true true');
    await expect.poll(() => page.locator('help-kiosk iframe').count(), PATIENCE).toBe(0);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(pageBefore);
    await close();
  });
});

describe('what is related', () => {
  it('is offered by title, and the way back leads to where one was', async () => {
    const visit = await read();
    const { panel, opened, close } = visit;
    const related = panel.locator('.after .row').first();
    await related.waitFor();
    const title = await related.textContent();
    await related.scrollIntoViewIfNeeded();
    const top = await bodyTop(visit);
    expect(top).toBeGreaterThan(300);
    await related.click();
    await panel.locator('.view-title', { hasText: title! }).waitFor();
    await expect.poll(async () => (await opened()).length, PATIENCE).toBe(2);
    expect(await bodyTop(visit)).toBeLessThan(5);
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await panel.locator('.view-title', { hasText: 'Customs asks for an invoice' }).waitFor();
    await expect.poll(() => bodyTop(visit), PATIENCE).toBeGreaterThan(top - 20);
    await close();
  });
});

describe('the way back', () => {
  it('leads to the results with the opened one selected, the list where it was, and the arrows ready', async () => {
    const visit = await stage.visit();
    const { panel, field, options, open, search, focused, page, close } = visit;
    await open();
    await search('wrong customs invoice');
    const last = options.nth(6);
    await last.scrollIntoViewIfNeeded();
    const top = await bodyTop(visit);
    expect(top).toBeGreaterThan(50);
    await last.click();
    await panel.locator('.view-title').waitFor();
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await options.first().waitFor();
    await expect.poll(() => bodyTop(visit), PATIENCE).toBe(top);
    expect(await last.getAttribute('aria-selected')).toBe('true');
    await expect.poll(focused, PATIENCE).toBe('combobox');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => options.nth(7).getAttribute('aria-selected'), PATIENCE).toBe('true');
    expect(await field.inputValue()).toBe('wrong customs invoice');
    await close();
  });

  it('leads to the row of home that was opened', async () => {
    const { panel, open, page, focused, close } = await stage.visit({ viewport: { width: 1000, height: 560 } });
    await open();
    const topic = panel.getByRole('button', { name: /^Account and password/ });
    await topic.focus();
    await page.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Back', exact: true }).press('Enter');
    await expect.poll(() => topic.evaluate((row) => row.matches(':focus')), PATIENCE).toBe(true);
    expect(await focused()).toBe('row');
    await close();
  });

  it('starts every other view at its top', async () => {
    const visit = await stage.visit({ viewport: { width: 1000, height: 560 } });
    const { panel, open, close } = visit;
    await open();
    await panel.getByRole('button', { name: /^Account and password/ }).click();
    await panel.locator('.row').first().waitFor();
    expect(await bodyTop(visit)).toBe(0);
    await close();
  });
});

describe('the tools of an article', () => {
  it('are folded by Escape, which leaves the panel open and the focus on their button', async () => {
    const { page, panel, close } = await read();
    const tools = panel.getByRole('button', { name: 'More for this article' });
    await tools.click();
    await panel.locator('.tools .tool').first().focus();
    await page.keyboard.press('Escape');
    await expect.poll(() => tools.getAttribute('aria-expanded'), PATIENCE).toBe('false');
    expect(await tools.evaluate((button) => (button.getRootNode() as ShadowRoot).activeElement === button)).toBe(true);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await close();
  });
});
