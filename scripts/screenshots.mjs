// Takes pictures of every view of the demo into .artifacts/screenshots: `npm run screenshots [-- --only article]`.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './lib/browser.mjs';
import { build } from './lib/build.mjs';
import { buildDemoPack, demoHeaders, demoMounts } from './lib/demo.mjs';
import { startStaticServer } from './lib/static-server.mjs';

const OUT = fileURLToPath(new URL('../.artifacts/screenshots/', import.meta.url));
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : '';
const SIZES = { desktop: { width: 1100, height: 800 }, phone: { width: 360, height: 740 } };
const PAGES = { en: '', zh: 'zh.html' };
const QUERY = { en: 'wrong customs invoice', zh: '海关发票' };

/** What leads to each view, from the page as it was loaded. */
const VIEWS = {
  launcher: async () => {},
  home: (page) => open(page),
  results: async (page, language) => {
    await open(page);
    await type(page, QUERY[language]);
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('ArrowDown');
  },
  article: async (page) => {
    await page.evaluate(() => window.HelpKiosk('article', 'customs-invoice'));
    await page.waitForSelector('.article img');
  },
  empty: async (page) => {
    await open(page);
    await type(page, 'qqq');
    await page.waitForSelector('.empty');
  },
  category: async (page) => {
    await open(page);
    await page.locator('.section').last().locator('.row').first().click();
    await page.waitForSelector('.back');
  },
  error: async (page) => {
    await page.route('**/pack/pack.json', (route) => route.abort());
    await open(page, '.notice');
  },
  offline: async (page) => {
    await open(page);
    await page.context().setOffline(true);
    await page.waitForSelector('.strip');
  },
};

async function open(page, until = '.row') {
  await page.click('[part=launcher]');
  await page.waitForSelector(until);
}

async function type(page, text) {
  await page.fill('input[role=combobox]', text);
}

await build({});
await buildDemoPack();
mkdirSync(OUT, { recursive: true });
const server = await startStaticServer({ mounts: demoMounts, headers: demoHeaders, port: 0 });
const browser = await chromium.launch({ executablePath: await findChromium({ install: true }), args: chromiumFlags });
let failed = 0;
for (const [view, go] of Object.entries(VIEWS)) {
  if (only && view !== only) continue;
  for (const [size, viewport] of Object.entries(SIZES))
    for (const colorScheme of ['light', 'dark'])
      for (const language of Object.keys(PAGES)) {
        const context = await browser.newContext({
          viewport,
          colorScheme,
          hasTouch: size === 'phone',
          isMobile: size === 'phone',
        });
        const page = await context.newPage();
        const name = `${view}-${size}-${colorScheme}-${language}`;
        try {
          await page.goto(`${server.url}/${PAGES[language]}`);
          await page.waitForSelector('[part=launcher]');
          await go(page, language);
          await page.waitForTimeout(400);
          await page.screenshot({ path: `${OUT}${name}.png` });
          console.log(name);
        } catch (error) {
          failed++;
          console.error(`${name}: ${error.message.split('\n')[0]}`);
        }
        await context.close();
      }
}
await browser.close();
await server.close();
process.exitCode = failed ? 1 : 0;
