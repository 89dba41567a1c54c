// node examples/search-server/main.mjs <folder of a pack> [port]: loads the pack into a Groonga of its own and serves searches until Ctrl+C.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIndex, createTable, loadArticles } from './articles.mjs';
import { startGroonga } from './groonga.mjs';
import { readPack } from './read-pack.mjs';
import { startSearchServer } from './server.mjs';

const [pack, port = '8080'] = process.argv.slice(2);
if (!pack) {
  console.error('Name the folder of a pack, such as examples/script-tag/public/pack.');
  process.exit(1);
}
const folder = await mkdtemp(join(tmpdir(), 'helpkiosk-groonga-'));
const groonga = await startGroonga({ folder, port: Number(port) + 1 });
await createTable(groonga);
await createIndex(groonga);
console.log(`${await loadArticles(groonga, readPack(pack))} articles are loaded.`);
const server = await startSearchServer({ groonga, port: Number(port) });
console.log(`Searches are answered at ${server.url}. Press Ctrl+C to stop.`);
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, async () => {
    await server.close();
    await groonga.stop();
    await rm(folder, { recursive: true, force: true });
  });
