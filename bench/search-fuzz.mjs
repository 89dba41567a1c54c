// Any string as a query: nothing may throw, and nothing take long. bench/README.md tells how to call it.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPack } from '@helpkiosk/search';
import { cpuOf, quantile } from './search/score.mjs';
import { fuzzStrings } from './search/scale/fuzz-strings.mjs';
import { runChild } from './search/scale/run-child.mjs';

/** CPU milliseconds that a query may take. */
const BAR_MS = 50;
/** One that takes longer is asked again so many times: it is slow if it always is, and else the collector of garbage was. */
const MORE_TRIES = 2;
const SLOWEST = 5;
const SHOWN = 60;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '100000' },
    docs: { type: 'string', default: '10000' },
    only: { type: 'string', default: 'en,zh' },
  },
});
const languages = values.only.split(',');
const folder = await mkdtemp(join(tmpdir(), 'helpkiosk-fuzz-'));
try {
  for (const language of languages) await fuzz(language, Math.ceil(values.count / languages.length));
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function fuzz(language, count) {
  const out = join(folder, language);
  const job = { language, count: Number(values.docs), folders: {}, out, queryCount: 400 };
  const { locale } = await runChild('build-child.mjs', job);
  const asked = JSON.parse(await readFile(join(out, 'queries.json'), 'utf8'));
  const search = await openPack((name) => readFile(join(out, name)));
  const ask = async (text) => (await cpuOf(() => search.query(text, { locale }))).cpuMs;
  const firsts = [await ask(asked[0].text), await ask('zzqx shibai'), await ask('登路')];
  for (const { text } of asked.slice(0, 100)) await ask(text);
  const runs = [];
  const words = new Set(asked.filter(({ kind }) => kind === 'one word').map(({ text }) => text));
  for (const { family, text } of fuzzStrings([...words], count)) runs.push({ family, ...(await judge(ask, text)) });
  report(language, firsts, runs);
}

/** The least CPU time of a string, and that of its first time; of a long string only the beginning is kept. */
async function judge(ask, text) {
  const shown = `${text.slice(0, SHOWN)}${text.length > SHOWN ? `… (${text.length} units)` : ''}`;
  try {
    const firstMs = await ask(text);
    let cpuMs = firstMs;
    for (let left = MORE_TRIES; cpuMs > BAR_MS && left > 0; left--) cpuMs = Math.min(cpuMs, await ask(text));
    return { firstMs, cpuMs, shown };
  } catch (error) {
    return { firstMs: NaN, cpuMs: NaN, shown, error };
  }
}

function report(language, firsts, runs) {
  const thrown = runs.filter(({ error }) => error);
  const done = runs.filter(({ error }) => !error);
  const slow = done.filter(({ cpuMs }) => cpuMs > BAR_MS);
  const isHeld = !thrown.length && !slow.length;
  console.log(
    `\n${language}, ${values.docs} documents: ${runs.length} strings, ${thrown.length} thrown, ${slow.length} over ${BAR_MS} ms of CPU: ${isHeld ? 'held' : 'MISSED'}`,
  );
  console.log(
    `The first query of all, with an unknown word, by sound: ${firsts.map((ms) => ms.toFixed(1)).join(', ')} ms.`,
  );
  console.log(`| ${'family'.padEnd(24)} | strings | p50 ms |  p99 ms |  max ms | over ${BAR_MS} ms |`);
  for (const family of new Set(done.map((run) => run.family))) console.log(rowOf(family, done));
  console.log('The slowest:');
  for (const { family, cpuMs, shown } of done.toSorted((a, b) => b.cpuMs - a.cpuMs).slice(0, SLOWEST))
    console.log(`${cpuMs.toFixed(1)} ms  ${family}: ${readable(shown)}`);
  for (const { family, shown, error } of thrown.slice(0, SLOWEST))
    console.log(`THROWN  ${family}: ${readable(shown)}: ${error.stack}`);
  if (!isHeld) process.exitCode = 1;
}

function rowOf(family, runs) {
  const times = runs.filter((run) => run.family === family).map(({ cpuMs }) => cpuMs);
  const cells = [
    ...[String(times.length).padStart(7), quantile(times, 0.5).toFixed(2).padStart(6)],
    ...[quantile(times, 0.99).toFixed(2).padStart(7), quantile(times, 1).toFixed(2).padStart(7)],
    String(times.filter((ms) => ms > BAR_MS).length).padStart(10),
  ];
  return `| ${family.padEnd(24)} | ${cells.join(' | ')} |`;
}

/** With what cannot be seen as escapes. */
function readable(text) {
  return JSON.stringify(text).replace(/[^ -~…]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
