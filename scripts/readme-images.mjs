// Takes the pictures of the READMEs into docs/images: `npm run readme:images`. The demo is shown as it is; look at what comes out.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from './lib/browser.mjs';
import { build } from './lib/build.mjs';
import { buildDemoPack, demoHeaders, demoMounts } from './lib/demo.mjs';
import { VIEWS, visit } from './lib/shots.mjs';
import { startStaticServer } from './lib/static-server.mjs';

const OUT = fileURLToPath(new URL('../docs/images/', import.meta.url));
/** What a picture may weigh: a README is read on phones too. */
const MOST_BYTES = 120_000;

const DESKTOP = { viewport: { width: 800, height: 600 }, colorScheme: 'light' };
const PHONE = { viewport: { width: 360, height: 600 }, colorScheme: 'light', hasTouch: true, isMobile: true };
/** Each picture: its views from the left to the right, with the part of the window that is shown. */
const PICTURES = {
  results: [{ view: 'results', language: 'en', context: DESKTOP }],
  'home-and-article': [
    { view: 'home', language: 'en', context: DESKTOP, clip: { x: 376, y: 0, width: 424, height: 600 } },
    { view: 'article', language: 'zh-Hans', context: PHONE },
  ],
};

/** One view of the demo as a PNG. */
async function shoot(browser, base, { view, language, context, clip }) {
  const { page, close } = await visit(browser, base, { language, context });
  try {
    await VIEWS[view](page, language);
    await page.waitForTimeout(400); // whatever moves has arrived
    return await page.screenshot(clip ? { clip } : {});
  } finally {
    await close();
  }
}

/** Pictures side by side, on white; one alone stays as it is. */
async function putTogether(browser, shots) {
  if (shots.length === 1) return shots[0];
  const page = await browser.newPage();
  const images = shots.map((shot) => `<img src="data:image/png;base64,${shot.toString('base64')}">`);
  await page.setContent(`<style>
    div { display: inline-flex; gap: 12px }
    img { border: 1px solid #ccc; border-radius: 8px }
  </style><div>${images.join('')}</div>`);
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  const picture = await page.locator('div').screenshot();
  await page.close();
  return picture;
}

await build({});
await buildDemoPack();
mkdirSync(OUT, { recursive: true });
const server = await startStaticServer({ mounts: demoMounts, headers: demoHeaders });
const browser = await chromium.launch({ executablePath: await findChromium({ install: true }), args: chromiumFlags });
try {
  for (const [name, views] of Object.entries(PICTURES)) {
    const shots = [];
    for (const view of views) shots.push(await shoot(browser, server.url, view));
    const picture = await putTogether(browser, shots);
    if (picture.length > MOST_BYTES) throw new Error(`${name}.png has ${picture.length} bytes, of ${MOST_BYTES}.`);
    writeFileSync(`${OUT}${name}.png`, picture);
    console.log(`docs/images/${name}.png, ${picture.length} bytes`);
  }
} finally {
  await browser.close();
  await server.close();
}
