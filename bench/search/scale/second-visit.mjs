// A second visit without a network: the CPU time of the page from the first key to the first result, with the widget as customers get it.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../../scripts/lib/browser.mjs';
import { startStaticServer } from '../../../scripts/lib/static-server.mjs';
import { tasksBetweenMarks, traceWhile } from './trace.mjs';

const widget = fileURLToPath(new URL('../../../packages/widget/dist', import.meta.url));
const PATIENCE_MS = 60_000;
const htmlOf = (locale) =>
  `<!doctype html><html lang="${locale}"><meta charset="utf-8"><title>Shop</title><h1>Shop</h1><script async src="/helpkiosk/helpkiosk.js" data-pack="/pack/pack.json"></script>`;

/**
 * Visits a page twice, the second time with nothing of the pack to be had but what the browser has kept.
 *
 * @param {{out: string, locale: string}} pack A folder with a pack and `queries.json`.
 * @returns {Promise<{cpuMs: number, longestMs: number} | {failed: string}>} CPU of all threads of the page; the longest task of its main thread.
 */
export async function measureSecondVisit({ out, locale }) {
  const queries = JSON.parse(await readFile(`${out}/queries.json`, 'utf8'));
  const { text } = queries.find(({ kind }) => kind === 'two words');
  let isCut = false;
  const server = await startStaticServer({
    mounts: [
      { url: '/helpkiosk/', folder: widget },
      { url: '/pack/', folder: out },
    ],
    intercept(request, response) {
      if (isCut && request.url.startsWith('/pack/')) return Boolean(response.destroy());
      if (request.url !== '/') return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(htmlOf(locale));
      return true;
    },
  });
  const browser = await chromium.launch({ executablePath: await findChromium({ install: true }), args: chromiumFlags });
  try {
    const context = await browser.newContext();
    await keep(context, server.url, text);
    isCut = true;
    return await type(browser, context, server.url, text);
  } catch (error) {
    return { failed: error.message.split('\n', 1)[0] };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** A first visit that ends with the pack kept, and without the browser's own cache of files. */
async function keep(context, url, text) {
  const page = await context.newPage();
  await openPanel(page, url);
  await search(page, text);
  const endsAt = performance.now() + PATIENCE_MS;
  while (!(await page.evaluate(isKept))) {
    if (performance.now() > endsAt) throw new Error('the pack is not kept');
    await page.waitForTimeout(500);
  }
  const cdp = await context.newCDPSession(page);
  await cdp.send('Network.clearBrowserCache');
  await page.close();
}

async function type(browser, context, url, text) {
  const page = await context.newPage();
  await openPanel(page, url);
  await page.evaluate(markFirstResult);
  const events = await traceWhile(browser, async () => {
    await search(page, text);
  });
  const [{ main, workers }] = tasksBetweenMarks(events, 'answer').stretches;
  return { cpuMs: [...main, ...workers].reduce((sum, ms) => sum + ms, 0), longestMs: Math.max(...main) };
}

async function openPanel(page, url) {
  await page.goto(`${url}/`);
  const kiosk = page.locator('help-kiosk');
  await kiosk.locator('[part=launcher]').click();
  await kiosk.locator('.row').first().waitFor({ timeout: PATIENCE_MS });
}

async function search(page, text) {
  const panel = page.locator('help-kiosk').locator('[part=panel]');
  await panel.getByRole('combobox').fill(text);
  await panel
    .getByRole('option')
    .first()
    .waitFor({ timeout: PATIENCE_MS })
    .catch(() => {
      throw new Error('no result is shown');
    });
}

async function isKept() {
  const databases = await indexedDB.databases();
  for (const { name } of databases.filter((each) => each.name.startsWith('helpkiosk '))) {
    const database = await new Promise((resolve) => {
      const asked = indexedDB.open(name);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(null);
    });
    const stores = [...(database?.objectStoreNames ?? [])];
    const kept = await Promise.all(
      stores.map(
        (store) =>
          new Promise((resolve) => {
            const asked = database.transaction(store).objectStore(store).getKey('pack.json');
            asked.onsuccess = () => resolve(asked.result !== undefined);
            asked.onerror = () => resolve(false);
          }),
      ),
    );
    database?.close();
    if (kept.includes(true)) return true;
  }
  return false;
}

/** Marks the first input, and the first option after it. */
function markFirstResult() {
  const root = document.querySelector('help-kiosk').shadowRoot;
  root.addEventListener('input', () => performance.mark('answer begins'), { capture: true, once: true });
  const observer = new MutationObserver(() => {
    if (!root.querySelector('[role=option]')) return;
    performance.mark('answer ends');
    observer.disconnect();
  });
  observer.observe(root, { childList: true, subtree: true });
}
