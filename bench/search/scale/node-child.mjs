// A process of its own that loads one pack from disk and asks it: `node-child.mjs JSON`.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPack } from '@helpkiosk/search';
import { cpuOf } from '../score.mjs';

const { out, locale } = JSON.parse(process.argv[2]);
const queries = JSON.parse(await readFile(join(out, 'queries.json'), 'utf8'));
const read = { bytes: 0, files: 0 };

async function readPackFile(name) {
  const bytes = await readFile(join(out, name));
  read.bytes += bytes.length;
  read.files++;
  return bytes;
}

const { value: search, cpuMs: loadMs } = await cpuOf(async () => {
  const opened = await openPack(readPackFile);
  // A list of no articles needs the index and nothing else.
  await opened.browse({ locale, limit: 0 });
  return opened;
});
const loadBytes = read.bytes;
const coldQueries = [];
const readByQueries = [];
for (const { text } of queries) {
  const before = read.bytes;
  coldQueries.push((await cpuOf(() => search.query(text, { locale }))).cpuMs);
  readByQueries.push(read.bytes - before);
}
const warmQueries = [];
for (const { text } of queries) warmQueries.push((await cpuOf(() => search.query(text, { locale }))).cpuMs);
const briefQueries = [];
for (const { text } of queries)
  briefQueries.push((await cpuOf(() => search.query(text, { locale, brief: true }))).cpuMs);
const suggestions = [];
for (const { text } of queries.slice(0, 50))
  suggestions.push((await cpuOf(() => search.suggest(text, { locale }))).cpuMs);
process.stdout.write(
  JSON.stringify({
    loadMs,
    loadBytes,
    coldQueries,
    warmQueries,
    briefQueries,
    readByQueries,
    suggestions,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
