// Takes pictures of every view of the demo into .artifacts/screenshots:
// `npm run screenshots [-- --only article] [-- --in desktop-light-en]`. The last argument is a part of the names that are wanted.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './lib/browser.mjs';
import { build } from './lib/build.mjs';
import { buildDemoPack, demoHeaders, demoMounts } from './lib/demo.mjs';
import { LANGUAGES, SPECIAL, VIEWS, visit } from './lib/shots.mjs';
import { startStaticServer } from './lib/static-server.mjs';

const OUT = fileURLToPath(new URL('../.artifacts/screenshots/', import.meta.url));
const argument = (name) => (process.argv.includes(name) ? process.argv[process.argv.indexOf(name) + 1] : '');
const only = argument('--only');
const within = argument('--in');

const SIZES = { desktop: { width: 1100, height: 800 }, phone: { width: 360, height: 740 } };

/** Every picture: its name, the view that it shows, and the visitor it is shown to. */
function* listShots() {
  for (const view of Object.keys(VIEWS)) {
    for (const [size, viewport] of Object.entries(SIZES))
      for (const colorScheme of ['light', 'dark'])
        for (const language of Object.keys(LANGUAGES)) {
          const touch = size === 'phone' ? { hasTouch: true, isMobile: true } : {};
          yield { name: `${view}-${size}-${colorScheme}-${language}`, view, language, viewport, colorScheme, ...touch };
        }
    for (const [special, how] of Object.entries(SPECIAL))
      yield { name: `${view}-${special}`, view, language: 'en', viewport: SIZES.desktop, ...how };
  }
}

await build({});
await buildDemoPack();
mkdirSync(OUT, { recursive: true });
const server = await startStaticServer({ mounts: demoMounts, headers: demoHeaders, port: 0 });
const browser = await chromium.launch({ executablePath: await findChromium({ install: true }), args: chromiumFlags });
let failed = 0;
for (const { name, view, language, change, ...context } of listShots()) {
  if ((only && view !== only) || !name.includes(within)) continue;
  const { page, close } = await visit(browser, server.url, { language, change, context });
  try {
    await VIEWS[view](page, language);
    await page.waitForTimeout(400);
    await page.screenshot({ path: `${OUT}${name}.png` });
    console.log(name);
  } catch (error) {
    failed++;
    console.error(`${name}: ${error.message.split('\n')[0]}`);
  }
  await close();
}
await browser.close();
await server.close();
process.exitCode = failed ? 1 : 0;
