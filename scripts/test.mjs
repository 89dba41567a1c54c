// npm test [-- --only unit,browser] [-- --all-engines]: the browser tests in Chromium, or in Firefox and WebKit too.
// Every step runs, even after one has failed. The last line is `N passed, N failed`. Node built-ins only.
import { allPrograms, findHeadless, findPrograms } from './lib/browser.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { testSteps } from './lib/test-steps.mjs';

const startedAt = performance.now();
const totals = { passed: 0, failed: 0, failedSteps: [] };

try {
  const { names, allEngines } = parseArguments(process.argv.slice(2));
  await ensureInstalled();
  await runSteps(withBuild(testSteps.filter(({ name }) => names.length === 0 || names.includes(name))), allEngines);
} catch (error) {
  console.error(error.message);
  totals.failed += 1;
}
console.log(`\nAll in ${seconds(startedAt)}.`);
if (totals.failedSteps.length > 0) console.log(`Failed steps: ${totals.failedSteps.join(', ')}.`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
// A handle that a tool has left open must not keep the command from ending.
process.exit(totals.failed > 0 ? 1 : 0);

function parseArguments(words) {
  const names = [];
  let allEngines = false;
  for (let at = 0; at < words.length; at += 1) {
    const [option, value] = words[at].split('=');
    if (option === '--all-engines') allEngines = true;
    else if (option === '--only') names.push(...(value ?? words[++at] ?? '').split(','));
    else
      throw new Error(
        `${words[at]} is not an option: use --only ${testSteps.map(({ name }) => name).join(',')} or --all-engines.`,
      );
  }
  const unknown = names.filter((name) => !testSteps.some((step) => step.name === name));
  if (unknown.length > 0)
    throw new Error(`--only knows ${testSteps.map(({ name }) => name).join(', ')}, not "${unknown.join('", "')}".`);
  return { names, allEngines };
}

/** What is tested is what is built: a chosen step that reads the bundles brings the build with it. */
function withBuild(steps) {
  const isNeeded =
    steps.some(({ needsBuild, wantsBuild }) => needsBuild || wantsBuild) && !steps.some(({ name }) => name === 'build');
  return isNeeded ? [testSteps.find(({ name }) => name === 'build'), ...steps] : steps;
}

async function runSteps(steps, allEngines) {
  const env = steps.some(({ needsBrowser }) => needsBrowser)
    ? await findPrograms(allEngines ? allPrograms : ['CHROME_PATH'], { install: true })
    : {};
  if (steps.some(({ name }) => name === 'journeys')) env.HEADLESS_PATH = await findHeadless({ install: true });
  let buildFailed = false;
  for (const step of steps) {
    console.log(`\n== ${step.title}`);
    const stepStartedAt = performance.now();
    const counts = step.needsBuild && buildFailed ? notRun() : await runStep(step, { env, allEngines });
    if (step.name === 'build') buildFailed = counts.failed > 0;
    totals.passed += counts.passed;
    totals.failed += counts.failed;
    if (counts.failed > 0) totals.failedSteps.push(step.name);
    for (const note of counts.notes) console.log(note);
    console.log(`-- ${step.name}: ${counts.passed} passed, ${counts.failed} failed in ${seconds(stepStartedAt)}`);
  }
}

/** A step that throws is a failed step: the ones after it still run. */
async function runStep(step, context) {
  try {
    return await step.run({ limitMs: step.limitMs, ...context });
  } catch (error) {
    return { passed: 0, failed: 1, notes: [error.stack] };
  }
}

function notRun() {
  return { passed: 0, failed: 1, notes: ['Not run, since the build failed.'] };
}

function seconds(sinceMs) {
  return `${((performance.now() - sinceMs) / 1000).toFixed(1)} s`;
}
