import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage, type VisitOptions } from '../support/stage.js';

let stage: Stage;
beforeAll(async () => void (stage = await setStage()));
afterAll(() => stage.close());

const PATIENCE = { timeout: 20_000 };
const CODE = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200"><path d="M0 0h200v200H0z"/></svg>';

const contact = {
  email: 'help@example.com',
  phone: '+44 1632 960144',
  links: [
    { label: { en: 'WeChat', 'zh-Hans': '微信客服' }, url: 'https://example.com/wechat', image: '/images/code.svg' },
    { label: { en: 'Forum', 'zh-Hans': '社区' }, url: 'https://example.com/forum' },
    { label: { en: 'Trap' }, url: 'javascript:document.title="harmed"' },
  ],
};
const many: VisitOptions = {
  tag: { 'data-contact': JSON.stringify(contact) },
  before: (page) =>
    page.route('**/images/code.svg', (route) => route.fulfill({ contentType: 'image/svg+xml', body: CODE })),
};

describe('the ways to a person', () => {
  it('stand at the foot of home where there are two of them', async () => {
    const { panel, open, close } = await stage.visit();
    await open();
    const foot = panel.getByRole('navigation', { name: 'Ask a person' });
    await foot.waitFor();
    const links = await foot.getByRole('link').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(links).toEqual(['mailto:help@example.com', 'tel:+441632960144']);
    await close();
  });

  it('are a view of their own where there are more, with the code to scan large and its words', async () => {
    const { panel, page, open, close } = await stage.visit(many);
    await open();
    await panel.getByRole('button', { name: /^Ask a person E-mail · Phone · WeChat · Forum$/ }).click();
    await panel.getByRole('heading', { name: 'Ask a person' }).waitFor();
    await panel.locator('.channels a').first().waitFor();
    const hrefs = await panel.locator('.channels a').evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    expect(hrefs).toEqual([
      'mailto:help@example.com',
      'tel:+441632960144',
      'https://example.com/wechat',
      'https://example.com/forum',
    ]);
    const code = panel.getByRole('img', { name: 'Code to scan for WeChat' });
    await code.evaluate((image: HTMLImageElement) => image.decode());
    expect((await code.boundingBox())!.width).toBeGreaterThanOrEqual(200);
    await panel.getByText('Scan the code with your phone.').waitFor();
    expect(await page.title()).not.toBe('harmed');
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await panel.locator('.greeting').waitFor();
    await close();
  });

  it('are opened by the page, in Chinese', async () => {
    const { panel, page, close } = await stage.visit({ ...many, path: '/zh.html' });
    await page.evaluate(() =>
      (window as unknown as { HelpKiosk(...args: unknown[]): void }).HelpKiosk('open', 'contact'),
    );
    await panel.getByText('微信客服', { exact: true }).waitFor();
    await panel.getByRole('img', { name: '微信客服二维码' }).waitFor();
    await panel.getByRole('link', { name: '打开微信客服' }).waitFor();
    await close();
  });

  it('say what works without a network', async () => {
    const { panel, page, context, close } = await stage.visit(many);
    await page.evaluate(() =>
      (window as unknown as { HelpKiosk(...args: unknown[]): void }).HelpKiosk('open', 'contact'),
    );
    await panel.getByText('Choose what suits you.').waitFor();
    await context.setOffline(true);
    await panel.getByText(/A phone call does not need the internet\.$/).waitFor();
    await context.setOffline(false);
    await panel.getByText('Choose what suits you.').waitFor();
    await close();
  });

  it('are one press away from the results', async () => {
    const { panel, open, search, field, close } = await stage.visit(many);
    await open();
    await search('refund');
    await panel.getByRole('button', { name: 'Not here? Ask a person' }).click();
    await panel.locator('.channels').waitFor();
    await panel.getByRole('button', { name: 'Back', exact: true }).click();
    await expect.poll(() => field.inputValue(), PATIENCE).toBe('refund');
    await close();
  });
});
