// A pack in Chromium, in the worker and inline: CPU time by thread, the longest task of the main thread, memory.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../../scripts/lib/browser.mjs';
import { startStaticServer } from '../../../scripts/lib/static-server.mjs';
import { tasksBetweenMarks, traceWhile } from './trace.mjs';

const widget = fileURLToPath(new URL('../../../packages/widget/dist', import.meta.url));
const page = fileURLToPath(new URL('page.js', import.meta.url));
const HTML =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><script type="module" src="/bench/page.js"></script>';

/**
 * Measures the packs of some folders.
 *
 * @param {readonly {out: string, locale: string}[]} packs Folders with a pack and `queries.json`.
 * @returns {Promise<{worker: object, inline: object}[]>} For each pack and way: `loadMs`, `queries` (CPU milliseconds of all threads of the page), `longestMs`
 *   of the main thread for `load` and for a query, `peakMb` of the renderer, and `blankMb` of one that has done nothing.
 */
export async function measureInChromium(packs) {
  const scripts = await mkdtemp(join(tmpdir(), 'helpkiosk-bench-'));
  await build({
    entryPoints: [page],
    outdir: scripts,
    bundle: true,
    format: 'esm',
    splitting: true,
    minify: true,
    logLevel: 'error',
  });
  const server = await startStaticServer({
    mounts: [
      { url: '/helpkiosk/', folder: widget },
      { url: '/bench/', folder: scripts },
      ...packs.map(({ out }, i) => ({ url: `/pack${i}/`, folder: out })),
    ],
    intercept(request, response) {
      if (request.url !== '/') return false;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(HTML);
      return true;
    },
  });
  const executablePath = await findChromium({ install: true });
  try {
    const measured = [];
    for (const [i, { out, locale }] of packs.entries()) {
      const queries = JSON.parse(await readFile(join(out, 'queries.json'), 'utf8'));
      const job = {
        executablePath,
        server,
        url: `${server.url}/pack${i}/pack.json`,
        locale,
        texts: queries.map(({ text }) => text),
      };
      measured.push({
        worker: await measure({ ...job, inline: false }),
        inline: await measure({ ...job, inline: true }),
      });
    }
    return measured;
  } finally {
    await server.close();
    await rm(scripts, { recursive: true, force: true });
  }
}

/** A browser of its own, so that nothing is warm and memory is that of one page. */
async function measure({ executablePath, server, url, locale, texts, inline }) {
  const browser = await chromium.launch({ executablePath, args: chromiumFlags });
  try {
    const tab = await browser.newPage();
    await tab.goto(`${server.url}/`);
    await tab.waitForFunction(() => globalThis.bench);
    const before = server.requests.length;
    const loading = await traceWhile(browser, () =>
      tab.evaluate(([...given]) => globalThis.bench.load(...given), [inline, url, locale]),
    );
    const { pid, stretches } = tasksBetweenMarks(loading, 'load');
    const loadPeakMb = await peakMbOf(pid);
    const asking = await traceWhile(browser, () =>
      tab.evaluate(([...given]) => globalThis.bench.ask(...given), [texts, locale]),
    );
    const asked = tasksBetweenMarks(asking, 'query').stretches;
    return {
      loadMs: sum(all(stretches[0])),
      longestLoadMs: Math.max(...stretches[0].main),
      queries: asked.map((stretch) => sum(all(stretch))),
      longestQueryMs: Math.max(...asked.flatMap(({ main }) => main)),
      requests: server.requests.length - before,
      loadPeakMb,
      peakMb: await peakMbOf(pid),
    };
  } finally {
    await browser.close();
  }
}

const all = ({ main, workers }) => [...main, ...workers];
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** The most memory that a process has had, where the system tells it (Linux); else NaN. */
async function peakMbOf(pid) {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? NaN) / 1024;
}
