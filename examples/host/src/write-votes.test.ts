import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openStore } from './store/store.js';
import { writeVotes } from './write-votes.js';

const folder = await mkdtemp(join(tmpdir(), 'host-votes-'));
afterAll(() => rm(folder, { recursive: true }));

describe('writeVotes', () => {
  it('writes the votes that are kept, also while the store is open', async () => {
    const [file, to] = [join(folder, 'host.db'), join(folder, 'votes.json')];
    const store = await openStore({ file });
    expect(await writeVotes(to, { file })).toBe(0);
    expect(await readFile(to, 'utf8')).toBe('{}\n');
    const votes = [['b', true], ['a"', false], ['b', true]] as const; // prettier-ignore
    await store.wishes.addReports(
      votes.map(([articleId, helpful], i) => ({
        id: `r${i}`,
        name: 'articleVote',
        at: 1,
        data: { articleId, helpful },
      })),
    );
    expect(await writeVotes(to, { file })).toBe(2);
    expect(JSON.parse(await readFile(to, 'utf8'))).toEqual({ 'a"': { yes: 0, no: 1 }, b: { yes: 2, no: 0 } });
    await store.close();
  });
});
