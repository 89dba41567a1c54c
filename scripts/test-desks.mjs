// npm run test:desks: the widget's search beside a real search server (Groonga), and the reference host on Postgres. As root both are installed where they are missing.
// The last line is `N passed, N failed`. Node built-ins only.
import { access, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countTests, readVitestReport } from './lib/counts.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { root, run, tool } from './lib/run.mjs';

const TESTS_LIMIT_MS = 15 * 60_000;
const INSTALL_LIMIT_MS = 5 * 60_000;

let counts;
try {
  await ensureInstalled();
  await find('Groonga', 'groonga-bin', hasGroonga);
  await find('Postgres', 'postgresql', hasPostgres);
  await findBuild();
  counts = await runTests();
} catch (error) {
  counts = { passed: 0, failed: 1, notes: [error.message] };
}
for (const note of counts.notes) console.error(note);
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 ? 1 : 0;

async function find(name, debianPackage, isThere) {
  if (await isThere()) return;
  if (process.getuid?.() === 0) {
    const options = { timeoutMs: INSTALL_LIMIT_MS, env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['install', '-y', '--no-install-recommends', debianPackage], options);
    if (await isThere()) return;
  }
  throw new Error(`${name} is not installed: on Debian as root "apt-get install ${debianPackage}".`);
}

async function hasGroonga() {
  const { code } = await run('groonga', ['--version'], { capture: true });
  return code === 0;
}

/** Debian keeps its programs apart by version. */
async function hasPostgres() {
  const versions = await readdir('/usr/lib/postgresql').catch(() => []);
  return versions.length > 0;
}

/** The tests search the demo's pack, which the built command writes. */
async function findBuild() {
  await access(join(root, 'packages/pack/dist/bin.js')).catch(() => {
    throw new Error('There is no build yet: run "npm run build" first.');
  });
}

async function runTests() {
  const folder = await mkdtemp(join(tmpdir(), 'helpkiosk-desks-'));
  try {
    const file = join(folder, 'report.json');
    const config = join(root, 'tests/desks/vitest.config.mjs');
    const args = [
      'run',
      '--config',
      config,
      '--root',
      root,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
    ];
    const ended = await run(process.execPath, [...tool('vitest'), ...args], { timeoutMs: TESTS_LIMIT_MS });
    const report = await readFile(file, 'utf8').then(JSON.parse, () => null);
    return countTests(readVitestReport(report), ended);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
