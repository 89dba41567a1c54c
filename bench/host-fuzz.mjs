// npm run bench:host-fuzz [-- --seed N --count N]: hostile requests to the reference host, 10,000 unless told otherwise. The seed is printed; the same seed sends the same.
import { parseArgs } from 'node:util';
import { run, tool } from '../scripts/lib/run.mjs';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: String(Date.now() % 1e6) }, count: { type: 'string', default: '10000' } },
});
console.log(`${values.count} requests of seed ${values.seed}`);
const { code } = await run(
  process.execPath,
  [...tool('vitest'), 'run', '--project', 'unit', 'examples/host/src/http/hostile.test.ts'],
  { env: { HELPKIOSK_FUZZ: values.count, HELPKIOSK_SEED: values.seed } },
);
process.exitCode = code;
