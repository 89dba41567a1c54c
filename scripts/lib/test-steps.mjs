// The steps of `npm test`, in their order. Each gives counts; what it prints goes to the screen as it runs.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { countTests, readVitestReport } from './counts.mjs';
import { checkPackages } from './package-checks.mjs';
import { run, tool } from './run.mjs';

const minutes = (count) => count * 60_000;

/**
 * One step. `needsBuild` steps fail by name when the build has failed, `wantsBuild` ones run all the same;
 * `needsBrowser` steps get `CHROME_PATH`, and with `allEngines` the paths of the other engines' programs.
 *
 * @typedef {{name: string, title: string, limitMs: number, needsBuild?: boolean, wantsBuild?: boolean, needsBrowser?: boolean,
 *   run: (context: {limitMs: number, env: Record<string, string>, allEngines: boolean}) => Promise<import('./counts.d.mts').Counts>}} TestStep
 */

/** @type {readonly TestStep[]} */
export const testSteps = [
  { name: 'build', title: 'Build (declarations and bundles)', limitMs: minutes(5), run: runBuild },
  {
    name: 'types',
    title: 'Types (tsc -b)',
    limitMs: minutes(5),
    run: (context) => runCheck(tool('typescript', 'tsc'), ['-b'], context),
  },
  {
    name: 'lint',
    title: 'Lint (oxlint)',
    limitMs: minutes(2),
    run: (context) => runCheck(tool('oxlint'), ['--deny-warnings'], context),
  },
  {
    name: 'format',
    title: 'Format (prettier)',
    limitMs: minutes(2),
    run: (context) => runCheck(tool('prettier'), ['--check', '.'], context),
  },
  {
    name: 'unit',
    title: 'Unit tests (vitest)',
    limitMs: minutes(10),
    wantsBuild: true,
    run: (context) => runVitest('unit', context),
  },
  {
    name: 'browser',
    title: 'Browser tests (web-test-runner)',
    limitMs: minutes(10),
    needsBuild: true,
    needsBrowser: true,
    run: runBrowser,
  },
  {
    name: 'journeys',
    title: 'Journeys (a driven Chromium)',
    limitMs: minutes(15),
    needsBuild: true,
    needsBrowser: true,
    run: (context) => runVitest('journeys', context),
  },
  {
    name: 'packages',
    title: 'Package checks (publint, attw)',
    limitMs: minutes(10),
    needsBuild: true,
    run: runPackages,
  },
];

async function runBuild({ limitMs }) {
  const outcome = await build({ timeoutMs: limitMs });
  if (outcome === 'failed') return { passed: 0, failed: 1, notes: [] };
  return { passed: 1, failed: 0, notes: outcome === 'fresh' ? ['Nothing has changed since the last build.'] : [] };
}

async function runCheck(command, args, { limitMs, env }) {
  const { code, timedOut } = await run(process.execPath, [...command, ...args], { timeoutMs: limitMs, env });
  const notes = timedOut ? ['Stopped at its time limit.'] : [];
  return code === 0 ? { passed: 1, failed: 0, notes } : { passed: 0, failed: 1, notes };
}

function runVitest(project, { limitMs, env }) {
  return withReport(async (file) => {
    const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
    const ended = await run(process.execPath, [...tool('vitest'), ...args], { timeoutMs: limitMs, env });
    return countTests(readVitestReport(await readReport(file)), ended);
  });
}

function runBrowser({ limitMs, env, allEngines }) {
  return withReport(async (file) => {
    const command = [...tool('@web/test-runner', 'web-test-runner'), ...(allEngines ? ['--all-engines'] : [])];
    const ended = await run(process.execPath, command, { timeoutMs: limitMs, env: { ...env, HELPKIOSK_REPORT: file } });
    const report = await readReport(file);
    const { notes, ...counts } = countTests(report, ended);
    return { ...counts, notes: [...(report?.engines ?? []), ...notes] };
  });
}

function runPackages({ limitMs }) {
  return checkPackages({ timeoutMs: limitMs });
}

async function withReport(use) {
  const folder = await mkdtemp(join(tmpdir(), 'helpkiosk-report-'));
  try {
    return await use(join(folder, 'report.json'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Null for none, and for one that its runner could not finish. */
const readReport = (file) =>
  readFile(file, 'utf8')
    .then(JSON.parse)
    .catch(() => null);
