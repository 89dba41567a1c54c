// The demo as a folder: copied below some path of some web space, it works.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemoSite, demoPolicy } from '../../scripts/lib/demo.mjs';
import { startStaticServer, type StaticServer } from '../../scripts/lib/static-server.mjs';
import { launchChromium } from '../support/chromium.js';
import { readAxe, violationsOf } from './violations.js';

const SUB_PATH = '/people/a-shop/demo/';

let folder: string;
let site: { pages: string[]; version: string };
let server: StaticServer;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'helpkiosk-demo-'));
  site = await buildDemoSite(join(folder, 'demo'));
  server = await startStaticServer({
    mounts: [{ url: SUB_PATH, folder: join(folder, 'demo') }],
    headers: () => ({ 'content-security-policy': demoPolicy }),
  });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** A page with what its console and its errors say; the server's record begins anew. */
async function openPage(options: BrowserContextOptions = {}): Promise<{ page: Page; heard: string[] }> {
  server.requests.splice(0);
  const page = await browser.newPage(options);
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(error.message));
  return { page, heard };
}

/** Everything was there, below the path, and nothing was complained of. */
function expectBelowPath(heard: readonly string[]): void {
  expect(server.requests.filter(({ status }) => status >= 400).map(({ pathname }) => pathname)).toEqual([]);
  const asked = server.requests.map(({ pathname }) => pathname);
  expect(asked.filter((pathname) => !pathname.startsWith(SUB_PATH))).toEqual([]);
  expect(asked).toContain(`${SUB_PATH}helpkiosk/${site.version}/helpkiosk.js`);
  expect(heard).toEqual([]);
}

describe('the demo as a folder', () => {
  it('holds pages, pack and a versioned widget, and nothing for compilers', async () => {
    expect(site.pages).toEqual(
      expect.arrayContaining(['index.html', 'zh.html', 'faq.html', 'waiting.html', 'waiting.zh.html']),
    );
    expect(await readdir(join(folder, 'demo/helpkiosk'))).toEqual([site.version, 'pack']);
    const widget = await readdir(join(folder, 'demo/helpkiosk', site.version));
    expect(widget).toContain('helpkiosk.js');
    expect(await readdir(join(folder, 'demo/helpkiosk', site.version, 'desk'))).toEqual(['simulated-desk.js']);
    expect(widget.filter((name) => /^types$|tsbuildinfo/.test(name))).toEqual([]);
    expect(await readdir(folder)).toEqual(['demo']);
  });

  it.each([
    ['index.html', 'refund', 'refund'],
    ['zh.html', '退款', '退款'],
    ['faq.html', 'order', 'order'],
  ])('answers on %s from below a path', async (name, question, word) => {
    const { page, heard } = await openPage();
    await page.goto(`${server.url}${SUB_PATH}${name}`);
    const kiosk = page.locator('help-kiosk');
    await kiosk.locator('[part=launcher]').click();
    await kiosk.getByRole('combobox').fill(question);
    await kiosk.getByRole('option').first().click();
    await kiosk.locator('.view-title').waitFor();
    expect((await kiosk.locator('[part=panel]').textContent())?.toLowerCase()).toContain(word);
    expectBelowPath(heard);
    await page.close();
  });

  it.each([
    { name: 'waiting.html', closed: /^Closed · opens /, colorScheme: 'light', width: 1280 },
    { name: 'waiting.zh.html', closed: /^非服务时间 · /, colorScheme: 'dark', width: 360 },
  ] as const)(
    'has a waiting room on $name that works, in $colorScheme at $width px',
    async ({ name, closed, ...look }) => {
      const { colorScheme, width } = look;
      const { page, heard } = await openPage({ colorScheme, viewport: { width, height: 800 } });
      await page.goto(`${server.url}${SUB_PATH}${name}`);
      await page.locator('[name=load][value=night]').check();
      for (const element of ['hk-service-status', 'hk-office-hours', 'hk-busy-hours', 'hk-wait-status']) {
        await page.locator(element).scrollIntoViewIfNeeded();
        await expect.poll(() => page.locator(`${element} .panel`).innerText(), { timeout: 20_000 }).not.toBe('');
      }
      await expect.poll(() => page.locator('hk-wait-status .panel').innerText(), { timeout: 20_000 }).toMatch(closed);
      expect(await page.locator('[data-desk=agents]').textContent()).toBe('0');
      expect(await violationsOf(page, await readAxe(), 'hk-service-status', 'document')).toEqual([]);
      const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(content).toBe(window);
      expectBelowPath(heard);
      await page.close();
    },
  );
});
