import { writeFile } from 'node:fs/promises';
import type { DatabaseOptions } from './store/open-database.js';
import { openStore } from './store/store.js';

/**
 * Writes the votes on articles that a store has as JSON, an article in a line: `{"billing/refund": {"yes": 12, "no": 3}}`, which `helpkiosk build --votes`
 * takes. A host may run on the store meanwhile. Gives the number of articles; rejects where the store or the file cannot be opened.
 */
export async function writeVotes(file: string, database: DatabaseOptions): Promise<number> {
  const store = await openStore(database);
  try {
    const votes = [...(await store.wishes.countVotes())].sort(([a], [b]) => (a < b ? -1 : 1));
    const lines = votes.map(([article, counts]) => `  ${JSON.stringify(article)}: ${JSON.stringify(counts)}`);
    await writeFile(file, lines.length ? `{\n${lines.join(',\n')}\n}\n` : '{}\n');
    return votes.length;
  } finally {
    await store.close();
  }
}
