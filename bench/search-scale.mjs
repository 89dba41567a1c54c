// The search at 10,000 and 50,000 documents, in Node and in Chromium. bench/README.md tells how to call it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureInChromium } from './search/scale/chromium.mjs';
import { runChild } from './search/scale/run-child.mjs';
import { measureSecondVisit } from './search/scale/second-visit.mjs';
import { isMissed, rowsOf, tableOf } from './search/scale/table.mjs';

const LANGUAGES = ['en', 'zh'];
/** A pack is built from articles that Node holds all at once: more than its usual 4 GB for 50,000 long ones. */
const NODE_FLAGS = ['--max-old-space-size=8192'];

const { values } = parseArgs({
  options: {
    content: { type: 'string' },
    data: { type: 'string' },
    docs: { type: 'string', default: '10000,50000' },
    only: { type: 'string', default: LANGUAGES.join(',') },
    queries: { type: 'string', default: '400' },
  },
});
const folders = { ...(values.content && { content: values.content }), ...(values.data && { data: values.data }) };
const counts = values.docs.split(',').map(Number);
const languages = values.only.split(',');
const folder = await mkdtemp(join(tmpdir(), 'helpkiosk-scale-'));
const missed = [];
try {
  for (const count of counts) for (const language of languages) await measure(language, count);
} finally {
  await rm(folder, { recursive: true, force: true });
}
console.log(missed.length ? `\nMissed: ${missed.join('; ')}.` : '\nAll bars held.');
process.exitCode = missed.length ? 1 : 0;

/** One pack at a time, so that disk and memory hold no more than one. */
async function measure(language, count) {
  const out = join(folder, `${language}-${count}`);
  const job = { language, count, folders, out, queryCount: Number(values.queries) };
  const built = await runChild('build-child.mjs', job, NODE_FLAGS);
  const pack = { out, locale: built.locale };
  const node = await runChild('node-child.mjs', pack, NODE_FLAGS);
  const [chromium] = await measureInChromium([pack]);
  const rows = rowsOf({ language, count, built, node, chromium, second: await measureSecondVisit(pack) });
  console.log(tableOf(`${language}, ${count} documents from ${built.sources}`, rows));
  missed.push(...rows.filter(isMissed).map(({ what, figure }) => `${language} ${count} ${what} ${figure}`));
  await rm(out, { recursive: true, force: true });
}
