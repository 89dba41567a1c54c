// A process of its own that builds one pack, so that its peak of memory is that of the build: `build-child.mjs JSON`.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildPack } from '@helpkiosk/pack';
import { textBytes } from '../documents.mjs';
import { cpuOf } from '../score.mjs';
import { enlarge } from './enlarge.mjs';
import { queriesOf } from './queries.mjs';
import { readTexts } from './texts.mjs';

/** Every so many documents one is kept to ask about. */
const SAMPLES = 400;

const { language, count, folders, out, queryCount } = JSON.parse(process.argv[2]);
const { locale, docs } = await readTexts(language, folders);
const samples = [];
let bytesOfText = 0;

function* articles() {
  let place = 0;
  for (const doc of enlarge(docs, count)) {
    bytesOfText += textBytes([doc]);
    if (place++ % Math.ceil(count / SAMPLES) === 0) samples.push(doc);
    const { id, title, keywords, summary, nodes } = doc;
    yield { id, locale, title, keywords, ...(summary && { summary }), body: { v: 1, nodes } };
  }
}

const { value: files, cpuMs } = await cpuOf(() =>
  buildPack(articles(), {
    onProblem: ({ path, message }) => {
      throw new Error(`${path}: ${message}`);
    },
  }),
);
await mkdir(out, { recursive: true });
for (const [name, bytes] of files) await writeFile(join(out, name), bytes);
await writeFile(join(out, 'queries.json'), JSON.stringify(queriesOf(samples, locale, queryCount)));
const manifest = JSON.parse(new TextDecoder().decode(files.get('pack.json')));
const { index, han } = manifest.locales[locale];
process.stdout.write(
  JSON.stringify({
    locale,
    sources: docs.length,
    textBytes: bytesOfText,
    indexBytes: index.bytes,
    hanBytes: han?.bytes ?? 0,
    allBytes: [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0),
    files: files.size,
    buildMs: cpuMs,
    peakMb: process.resourceUsage().maxRSS / 1024,
  }),
);
