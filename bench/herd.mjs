// How many requests a second a host gets from customers who lose it together: node bench/herd.mjs [--clients N] [--outage SECONDS] [--runs N] [--seed N]
import { parseArgs } from 'node:util';
import { createHostAdapter } from '../packages/adapters/dist/index.js';
import { simulateHerd } from '../tests/streams/simulate-herd.mjs';

const number = (name) => ({ type: 'string', default: { clients: '1000', outage: '60', runs: '5', seed: '1' }[name] });
const { values } = parseArgs({
  options: Object.fromEntries(['clients', 'outage', 'runs', 'seed'].map((name) => [name, number(name)])),
});
const [clients, outage, runs, seed] = ['clients', 'outage', 'runs', 'seed'].map((name) => Number(values[name]));

const round = (value) => Math.round(value * 100) / 100;
const line = (name, { requests, mean, peak, ratio }) => ({
  what: name,
  requests,
  mean: round(mean),
  peak,
  'peak / mean': round(ratio),
});
const rows = [];
for (let run = 0; run < runs; run++)
  for (const drains of [0, 15_000]) {
    const options = { createHostAdapter, clients, outageMs: outage * 1000, seed: seed + run, drains };
    const { whole, afterReturn, allBackAfterMs } = await simulateHerd(options);
    const how = `seed ${seed + run}, ${drains ? 'drained' : 'crashed'}`;
    rows.push(line(`${how}: from the end of the host on`, whole));
    rows.push({ ...line(`${how}: from its return on`, afterReturn), 'all back after (s)': allBackAfterMs / 1000 });
  }
console.log(
  `${clients} customers, ${outage} s without a host; requests in all, a second in the mean, in the busiest second`,
);
console.table(rows);
