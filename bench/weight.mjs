// What the widget costs a page, by the thread's own CPU clock, so that other load on the machine does not count.
// `npm run bench:weight [-- --rounds 9]`: rounds of a blank page and the demo page with the tag, interleaved; medians are compared with the bars.
import { writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { chromiumFlags, findChromium } from '../scripts/lib/browser.mjs';
import { build } from '../scripts/lib/build.mjs';
import { buildDemoPack, demoMounts } from '../scripts/lib/demo.mjs';
import { startStaticServer } from '../scripts/lib/static-server.mjs';

const BARS = { scriptAtStartMs: 3, scriptOfWarmedOpeningMs: 16, longestTaskOverBlankMs: 2 };
/** The middle of the launcher in a window of 1280 x 800: 56 px wide, 20 px from the edges. */
const LAUNCHER = { x: 1280 - 48, y: 800 - 48 };
const rounds = Number(process.argv[process.argv.indexOf('--rounds') + 1]) || 7;
const page = (tag) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Page</title><body><h1>Page</h1>${'<p>Some words that a page has.</p>'.repeat(20)}${tag}`;
const PAGES = {
  blank: page(''),
  tag: page('<script async src="/helpkiosk/helpkiosk.js" data-pack="/pack/pack.json"></script>'),
};

if ((await build({})) === 'failed') process.exit(1);
await buildDemoPack();
const server = await startStaticServer({
  mounts: demoMounts,
  port: 0,
  intercept(request, response) {
    const html = PAGES[request.url.slice('/bench/'.length)];
    if (!request.url.startsWith('/bench/') || !html) return false;
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(html);
    return true;
  },
});
const browser = await chromium.launch({ executablePath: await findChromium({ install: true }), args: chromiumFlags });
const runs = { blank: [], tag: [] };
for (let round = 0; round <= rounds; round++) {
  for (const name of round % 2 ? ['blank', 'tag'] : ['tag', 'blank']) {
    const run = await measure(name);
    if (round > 0) runs[name].push(run); // the first round warms the browser's own caches
  }
}
await browser.close();
await server.close();

const median = (numbers) => numbers.toSorted((a, b) => a - b)[numbers.length >> 1];
const paired = (key) => median(runs.tag.map((run, i) => run[key] - runs.blank[i][key]));
const rows = [
  ['scriptAtStartMs', paired('startScriptMs')],
  ['longestTaskOverBlankMs', paired('longestTaskMs')],
  ['scriptOfWarmedOpeningMs', median(runs.tag.map((run) => run.openScriptMs))],
];
for (const [name, value] of rows) {
  console.log(
    `${name.padEnd(26)} ${value.toFixed(2).padStart(7)}  bar ${BARS[name]}  ${value <= BARS[name] ? 'held' : 'MISSED'}`,
  );
}
console.log(`requests before first use   ${median(runs.tag.map((run) => run.requests))}`);
if (process.env.BENCH_OUT) writeFileSync(process.env.BENCH_OUT, JSON.stringify({ rounds, rows, runs }, null, 1));
process.exitCode = rows.every(([name, value]) => value <= BARS[name]) ? 0 : 1;

/**
 * One load in a fresh context; with the tag also a warmed opening: the pointer rests on the launcher for 300 ms first.
 * Nothing is asked of the page meanwhile, because the driver's own scripts would be counted: the launcher's place is known,
 * and that the panel has opened shows in the requests.
 */
async function measure(name) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = server.requests.length;
  const ours = () => server.requests.slice(before).filter(({ pathname }) => /^\/(helpkiosk|pack)\//.test(pathname));
  const tasks = await traceTasks(async () => {
    await tab.goto(`${server.url}/bench/${name}`, { waitUntil: 'load' });
    await tab.waitForTimeout(700);
  });
  const startScriptMs = await scriptMs(cdp);
  const requests = ours().length;
  let openScriptMs = 0;
  if (name === 'tag') {
    await tab.mouse.move(LAUNCHER.x, LAUNCHER.y);
    await tab.waitForTimeout(300);
    const warmed = await scriptMs(cdp);
    await tab.mouse.down();
    await tab.mouse.up();
    await tab.waitForTimeout(700);
    openScriptMs = (await scriptMs(cdp)) - warmed;
    if (!ours().some(({ pathname }) => pathname === '/pack/pack.json')) throw new Error('the panel did not open');
  }
  await context.close();
  return { startScriptMs, longestTaskMs: Math.max(...tasks), requests, openScriptMs };
}

async function scriptMs(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return 1000 * metrics.find(({ name }) => name === 'ScriptDuration').value;
}

/** The CPU time of each main-thread task of the page's renderer while `run` runs. */
async function traceTasks(run) {
  const cdp = await browser.newBrowserCDPSession();
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: ['devtools.timeline', 'disabled-by-default-devtools.timeline'],
      excludedCategories: ['*'],
    },
  });
  await run();
  const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
  await cdp.send('Tracing.end');
  await complete;
  await cdp.detach();
  const page = events.find(({ name, args }) => name === 'ParseHTML' && args?.beginData?.url?.includes('/bench/'));
  return events
    .filter(({ name, pid, tid }) => name === 'RunTask' && pid === page?.pid && tid === page?.tid)
    .map(({ tdur = 0 }) => tdur / 1000);
}
