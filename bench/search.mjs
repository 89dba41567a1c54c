// HelpKiosk's search beside others in one process: how good, how big, how fast. bench/README.md tells how to use it, docs/search.md what it said.
import { engines as allEngines, leftOut } from './search/engines/index.mjs';
import { chosenOf, readArguments, takerOf, USAGE } from './search/arguments.mjs';
import { digestOf, missedSentence } from './search/digest.mjs';
import { familiesOf, readHelpCentres } from './search/help-centres.mjs';
import { measureFamily } from './search/measure.mjs';
import { readQuestionSets } from './search/question-sets.mjs';
import { tableHead, tableLine } from './search/table.mjs';
import { writeDigest } from './search/write-digest.mjs';
import { fileURLToPath } from 'node:url';

const demo = fileURLToPath(new URL('../examples/script-tag/content', import.meta.url));

// What libraries remark stays out of the table.
console.info = console.error;

let options;
let chosen;
try {
  options = readArguments(process.argv.slice(2));
  const sources = await readSources(options);
  chosen = {
    ...chosenOf(
      allEngines,
      sources.flatMap(({ families }) => families),
      options.only,
    ),
    sources,
  };
} catch (error) {
  console.error(`${error.message}\n${USAGE}`);
  process.exit(2);
}

console.log(
  `Half of the queries: ${options.half}. Times are CPU ms of this process; "kept" is of the undamaged queries' MRR@10.`,
);
for (const { name, reason } of leftOut) console.log(`Left out: ${name}, because ${reason}.`);
console.log(tableHead().join('\n'));
for (const { name, families } of chosen.sources) {
  const rows = [];
  for (const family of families.filter((family) => chosen.families.includes(family))) {
    const sets = await family.sets();
    const own = [];
    for (const engine of chosen.engines) own.push(...(await measureFamily(engine, family.name, sets)));
    for (const { kind } of sets) for (const row of own.filter((row) => row.kind === kind)) console.log(tableLine(row));
    rows.push(...own);
  }
  const missed = missedSentence(rows);
  if (missed) console.log(`\n${missed}\n`);
  if (options.write) await writeDigest(`search-${name}`, digestOf(inOrderOfSets(rows)));
}

/** The question sets and help centres that are named; the demo's content without any. */
async function readSources({ data, content, ...options }) {
  const take = takerOf(options);
  if (!data && !content) return [{ name: 'demo', families: await familiesOf('demo', [demo], take) }];
  return [
    ...(data ? [{ name: 'questions', families: await readQuestionSets(data, take) }] : []),
    ...(content ? [{ name: 'centres', families: await readHelpCentres(content, take) }] : []),
  ];
}

/** Grouped by set: they were measured by engine. */
function inOrderOfSets(rows) {
  const sets = [...new Set(rows.map(({ family, kind }) => `${family} ${kind}`))];
  return sets.flatMap((set) => rows.filter(({ family, kind }) => `${family} ${kind}` === set));
}
