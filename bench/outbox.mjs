// npm run bench:outbox [-- --schedules N --seed S --mutant NAME]: seeded schedules of the outbox's model, more than a test run has time for, or one of them again.
// The last line is `N passed, N failed`. docs/outbox.md tells what a schedule is.
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const FAULTS = ['lost', 'doubled', 'misordered', 'stuck', 'kept'];
const SHOWN = 5;

const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    mutant: { type: 'string' },
  },
});
const { playSchedule, MUTANTS } = await loadModel();
const [count, first] = [Number(values.schedules), Number(values.seed)];
const mutant = MUTANTS.find(([name]) => name === values.mutant);
if (!Number.isInteger(count) || count < 1 || !Number.isInteger(first) || (values.mutant && !mutant)) {
  const names = MUTANTS.map(([name]) => `"${name}"`).join(', ');
  console.error(`Use: npm run bench:outbox -- --schedules N --seed S [--mutant NAME]; mutants: ${names}.`);
  process.exit(2);
}

const totals = Object.fromEntries(FAULTS.map((fault) => [fault, 0]));
const started = process.cpuUsage();
let [failed, sent] = [0, 0];
for (let seed = first; seed < first + count; seed++) {
  const verdict = await playSchedule(seed, mutant?.[1]);
  sent += verdict.sent;
  const found = FAULTS.filter((fault) => verdict[fault].length);
  for (const fault of found) totals[fault] += verdict[fault].length;
  if (found.length && ++failed <= SHOWN) console.log(`seed ${seed}: ${JSON.stringify(verdict)}`);
}
const { user, system } = process.cpuUsage(started);
console.log(
  `seeds ${first} to ${first + count - 1}: ${sent} sent, ${FAULTS.map((fault) => `${totals[fault]} ${fault}`).join(', ')}; ${((user + system) / 1e6).toFixed(0)} s of CPU`,
);
console.log(`${count - failed} passed, ${failed} failed`);
process.exitCode = failed ? 1 : 0;

/** The very model that the tests play, from its sources. */
async function loadModel() {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { playSchedule } from './schedule.js'; export { MUTANTS } from './mutants.js';`,
      resolveDir: fileURLToPath(new URL('../packages/core/src/outbox/testing/', import.meta.url)),
      loader: 'ts',
    },
    ...{ bundle: true, format: 'esm', write: false },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}
