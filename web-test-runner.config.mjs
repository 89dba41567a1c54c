import { parityMiddleware } from './tests/support/parity/parity-middleware.mjs';
import { existsSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { transform } from 'esbuild';
import { demoMiddleware } from './scripts/lib/browser-demo.mjs';
import { launchersFor } from './scripts/lib/browser-engines.mjs';
import { reportSessions } from './scripts/lib/browser-report.mjs';
import { buildDemoPack } from './scripts/lib/demo.mjs';
import { trimPreact } from './scripts/lib/trim-preact.mjs';

await buildDemoPack();
const browsers = await launchersFor(process.argv);

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

/** The preact of the bundles; `?whole` is the library as it is. */
const preactPlugin = {
  name: 'preact',
  transform: ({ path, querystring, body }) =>
    path.endsWith('/preact/dist/preact.mjs') && querystring !== 'whole' ? { body: trimPreact(body) } : undefined,
};

/** Writes what `scripts/test.mjs` counts, into the file that HELPKIOSK_REPORT names. */
const countsReporter = {
  onTestRunFinished({ sessions }) {
    const report = reportSessions(
      sessions,
      browsers.map(({ name }) => name),
    );
    // At once: the runner does not wait for its reporters before it ends.
    if (process.env.HELPKIOSK_REPORT) writeFileSync(process.env.HELPKIOSK_REPORT, JSON.stringify(report));
  },
};

export default {
  files: 'tests/browser/**/*.test.{ts,tsx}',
  rootDir: root,
  // The development build of a package is not what the bundles hold.
  nodeResolve: { exportConditions: ['production', 'browser'] },
  browsers,
  concurrency: 1,
  testFramework: { config: { timeout: '30000' } },
  testsStartTimeout: 60_000,
  testsFinishTimeout: 300_000,
  middleware: [await demoMiddleware(), parityMiddleware()],
  plugins: [esbuildPlugin, preactPlugin],
  reporters: [defaultReporter(), countsReporter],
};
