// The wait estimator beside what others use and what one could know at best. docs/waiting.md tells how to use it and what it said.
import { readArguments, USAGE } from './wait/arguments.mjs';
import { judgeWith } from './wait/judge.mjs';
import { adaptRivals, readDays } from './wait/line-up.mjs';
import { play } from './wait/score.mjs';
import { reportOf } from './wait/tables.mjs';
import { writeFigures } from './wait/write-figures.mjs';

let options;
try {
  options = readArguments(process.argv.slice(2));
} catch (error) {
  console.error(`${error.message}\n${USAGE}`);
  process.exit(2);
}

if (options.judge) await judgeWith(options);
else {
  const { days, ours, oracle } = await readDays(options);
  const results = adaptRivals().map(({ name, predictor }) => ({ name, ...play(predictor, days) }));
  for (const level of options.info) results.push({ name: `ours, ${level}`, ours: true, ...play(ours, days, level) });
  const report = reportOf({ options, days, results, oracle });
  console.log(report);
  if (options.write) await writeFigures(report);
}
