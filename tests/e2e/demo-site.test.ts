// The demo as a folder: copied below some path of some web space, it works.
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDemoSite, demoPolicy } from '../../scripts/lib/demo.mjs';
import { startStaticServer, type StaticServer } from '../../scripts/lib/static-server.mjs';
import { launchChromium } from '../support/chromium.js';

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

describe('the demo as a folder', () => {
  it('holds pages, pack and a versioned widget, and nothing for compilers', async () => {
    expect(site.pages).toEqual(expect.arrayContaining(['index.html', 'zh.html', 'faq.html']));
    expect(await readdir(join(folder, 'demo/helpkiosk'))).toEqual([site.version, 'pack']);
    const widget = await readdir(join(folder, 'demo/helpkiosk', site.version));
    expect(widget).toContain('helpkiosk.js');
    expect(widget.filter((name) => /^types$|tsbuildinfo/.test(name))).toEqual([]);
    expect(await readdir(folder)).toEqual(['demo']);
  });

  it.each([
    ['index.html', 'refund', 'refund'],
    ['zh.html', '退款', '退款'],
    ['faq.html', 'order', 'order'],
  ])('answers on %s from below a path', async (name, question, word) => {
    server.requests.splice(0);
    const page = await browser.newPage();
    const heard: string[] = [];
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(error.message));
    await page.goto(`${server.url}${SUB_PATH}${name}`);
    const kiosk = page.locator('help-kiosk');
    await kiosk.locator('[part=launcher]').click();
    await kiosk.getByRole('combobox').fill(question);
    await kiosk.getByRole('option').first().click();
    await kiosk.locator('.view-title').waitFor();
    expect((await kiosk.locator('[part=panel]').textContent())?.toLowerCase()).toContain(word);
    expect(server.requests.filter(({ status }) => status >= 400).map(({ pathname }) => pathname)).toEqual([]);
    expect(server.requests.filter(({ pathname }) => !pathname.startsWith(SUB_PATH))).toEqual([]);
    expect(server.requests.map(({ pathname }) => pathname)).toContain(
      `${SUB_PATH}helpkiosk/${site.version}/helpkiosk.js`,
    );
    expect(heard).toEqual([]);
    await page.close();
  });
});
