import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { transform } from 'esbuild';
import { chromiumFlags, findChromium } from './scripts/lib/browser.mjs';
import { buildDemoPack } from './scripts/lib/demo.mjs';

await buildDemoPack();

const root = fileURLToPath(new URL('.', import.meta.url));
const typed = /\.(ts|tsx)$/;

/** Serves .ts and .tsx as JavaScript, and finds them where an import says `./x.js`. */
const esbuildPlugin = {
  name: 'esbuild',
  resolveMimeType: ({ path }) => (typed.test(path) ? 'js' : undefined),
  resolveImport({ source, context }) {
    if (!source.endsWith('.js') || !/^\.{0,2}\//.test(source)) return undefined;
    const { pathname } = new URL(source, `http://host${context.path}`);
    const ending = ['.js', '.ts', '.tsx'].find((each) => existsSync(`${root}${pathname.slice(1, -3)}${each}`));
    return ending && ending !== '.js' ? source.slice(0, -3) + ending : undefined;
  },
  async transform({ path, body }) {
    if (!typed.test(path)) return undefined;
    const options = {
      loader: path.endsWith('x') ? 'tsx' : 'ts',
      target: 'es2022',
      jsx: 'automatic',
      jsxImportSource: 'preact',
    };
    return { body: (await transform(body, { ...options, sourcefile: path, sourcemap: 'inline' })).code };
  },
};

/** Writes what `scripts/test.mjs` counts, into the file that HELPKIOSK_REPORT names. */
const countsReporter = {
  async onTestRunFinished({ sessions }) {
    const testsOf = (suite) => (suite ? [...suite.tests, ...suite.suites.flatMap(testsOf)] : []);
    const results = [];
    const brokenFiles = [];
    for (const { testFile, testResults, errors, passed } of sessions) {
      const tests = testsOf(testResults).map((test) => (test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'));
      results.push(...tests);
      if (errors.length > 0 || tests.length === 0 || (!passed && !tests.includes('failed'))) brokenFiles.push(testFile);
    }
    if (process.env.HELPKIOSK_REPORT)
      await writeFile(process.env.HELPKIOSK_REPORT, JSON.stringify({ results, brokenFiles }));
  },
};

export default {
  files: 'tests/browser/**/*.test.{ts,tsx}',
  rootDir: root,
  // The development build of a package is not what the bundles hold.
  nodeResolve: { exportConditions: ['production', 'browser'] },
  browsers: [chromeLauncher({ launchOptions: { executablePath: await findChromium(), args: chromiumFlags } })],
  concurrency: 1,
  testFramework: { config: { timeout: '30000' } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  plugins: [esbuildPlugin],
  reporters: [defaultReporter(), countsReporter],
};
