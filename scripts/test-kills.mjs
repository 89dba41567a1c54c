// npm run test:kills [-- --kills N --seed S --wipe N]: the outbox in a real Chromium whose process group is killed while it sends, again and again on the same profile.
// After every 25th kill (`--wipe`; 0: never) the profile's IndexedDB is deleted, as Chromium does by itself now and then: what waits has to come back from its copy.
// `--mutant new-key` sends each attempt with a key of its own, `--mutant no-mirror` keeps no copy: then the test must fail. `--durability relaxed` has the browser not wait for the disk.
// The last line is `N passed, N failed`. Where and when it is killed comes from the seed; how far the browser has come by then does not.
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createRandom } from '../bench/wait/random.mjs';
import { openBrowser } from '../tests/kills/browser.mjs';
import { judge, startHost } from '../tests/kills/host.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root } from './lib/run.mjs';

/** In each of the page's two frames, with each start. */
const ITEMS = 4;
/** Where a browser is killed: at one of the steps that the host sees, some milliseconds later. */
const STEPS = ['saved', 'arrived', 'taken', 'answered'];
const LATEST_STEP = 6;
const LATEST_MS = 30;
/** A start that does not come to its step by then is killed all the same. */
const PATIENCE_MS = 20_000;
/** For the last start, which nothing hinders. */
const FINISH_MS = 120_000;

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '100' },
    seed: { type: 'string', default: String(process.pid) },
    mutant: { type: 'string', default: '' },
    durability: { type: 'string', default: 'strict' },
    wipe: { type: 'string', default: '25' },
  },
});
const [kills, seed, wipe] = [values.kills, values.seed, values.wipe].map(Number);
const isKnown =
  ['', 'new-key', 'no-mirror'].includes(values.mutant) && ['strict', 'relaxed'].includes(values.durability);
if (![kills, seed, wipe].every(Number.isInteger) || kills < 1 || wipe < 0 || !isKnown) {
  console.error(
    'Use: npm run test:kills -- --kills N --seed S --wipe N [--mutant new-key|no-mirror] [--durability relaxed], whole numbers.',
  );
  process.exit(2);
}
console.log(
  `seed ${seed}, ${kills} kills, ${values.durability}, wiped after every ${wipe} (again: npm run test:kills -- --kills ${kills} --seed ${seed} --wipe ${wipe})`,
);
await ensureInstalled();
const random = createRandom(seed);
const host = await startHost({ page: await bundlePage(), random: random.next });
const folder = await mkdtemp(join(tmpdir(), 'helpkiosk-kills-'));
let wiped = 0;
let failed;
try {
  const atStep = await killAll();
  const isEmpty = await finish();
  failed = report({ atStep, isEmpty });
} finally {
  await host.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}
console.log(`${4 - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** How many were killed at their step rather than for want of patience. */
async function killAll() {
  let atStep = 0;
  for (let run = 1; run <= kills; run++) {
    const step = random.pick(STEPS);
    const count = random.whole(1, LATEST_STEP);
    const laterMs = random.chance(0.3) ? 0 : random.between(0, LATEST_MS);
    const reached = untilStep(step, count, PATIENCE_MS);
    const browser = await openBrowser(urlOf(run, ITEMS), folder);
    if (await reached) atStep++;
    if (laterMs > 0) await new Promise((resolve) => setTimeout(resolve, laterMs));
    await browser.kill();
    if (wipe && run % wipe === 0) await wipeDatabases();
    if (run % 10 === 0) console.log(`${run} kills: ${figures()}`);
  }
  return atStep;
}

async function wipeDatabases() {
  const databases = join(folder, 'Default', 'IndexedDB');
  await access(databases); // rejects where this Chromium keeps them elsewhere, and nothing would be tried
  await rm(databases, { recursive: true });
  wiped++;
}

/** Opens the page once more without new items, over a network that is well, until it says that nothing is left. */
async function finish() {
  host.heal();
  const reached = untilStep('empty', 1, FINISH_MS);
  const browser = await openBrowser(urlOf(kills + 1, 0), folder);
  const isEmpty = await reached;
  await browser.kill();
  return isEmpty;
}

/** true at the `count`th step of that name, false when the time is up. */
function untilStep(name, count, patienceMs) {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), patienceMs);
    let left = count;
    host.onStep = (step) => {
      if (step !== name || --left > 0) return;
      clearTimeout(timer);
      resolve(true);
    };
  });
}

function figures() {
  const { lost, doubled, misordered } = judge(host.ledger);
  return `${host.ledger.saved.size} saved, ${host.ledger.volatile} in memory, ${host.ledger.taken.length} taken, ${host.ledger.requests} requests; ${lost.length} on their way, ${doubled.length} doubled, ${misordered.length} out of order`;
}

function report({ atStep, isEmpty }) {
  const { lost, shown, doubled, misordered } = judge(host.ledger);
  console.log(
    `${kills} kills, ${atStep} of them at their step, the others after ${PATIENCE_MS / 1000} s; ${figures()}`,
  );
  console.log(
    `Wiped ${wiped} times; ${shown.length} tickets were shown as not sent, since their files were gone with the database.`,
  );
  console.log(`lost ${lost.length}, doubled ${doubled.length}, out of order ${misordered.length}`);
  for (const [name, keys] of Object.entries({ lost, doubled, misordered })) if (keys.length) console.log(name, ...keys);
  const [, ...later] = host.ledger.stores;
  if (later.length)
    console.log(`The database was wiped or thrown away by the browser, and another begun in run ${later.join(', ')}.`);
  if (!isEmpty) console.log('The last start never said that nothing was left.');
  if (shown.length && !later.length) console.log('Files were gone although the database was not.');
  return [
    lost.length > 0 || (shown.length > 0 && !later.length),
    doubled.length > 0,
    misordered.length > 0,
    !isEmpty || atStep < kills * 0.8,
  ].filter(Boolean).length;
}

function urlOf(run, count) {
  return `${host.url}/?${new URLSearchParams({ run, count, mutant: values.mutant, durability: values.durability })}`;
}

async function bundlePage() {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [join(root, 'tests/kills/page.ts')],
    alias: { '@helpkiosk/core': join(root, 'packages/core/src/index.ts') },
    ...{ bundle: true, format: 'esm', write: false, target: 'es2022' },
  });
  return outputFiles[0].text;
}
