import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inFolder } from './testing/fake-context.js';
import { readVotes } from './votes.js';

/** What a file says: `id yes/no`, and the problems as `line message`. */
async function read(name: string, content: string): Promise<{ votes: string[]; problems: string[] }> {
  const found = { votes: [] as string[], problems: [] as string[] };
  await inFolder({ [name]: content }, async (_, cwd) => {
    const { votes, problems } = await readVotes(join(cwd, name));
    found.votes = [...votes].map(([id, { yes, no }]) => `${id} ${yes}/${no}`);
    found.problems = problems.map(({ path, message }) => `${path.slice(join(cwd, name).length + 1)} ${message}`);
  });
  return found;
}

describe('readVotes', () => {
  it.each([
    ['votes.csv', 'article,yes,no\nbilling/refund,12,3\naddress,,4\n'],
    ['votes.csv', 'Votes of October;;\n\nArticle ID;Yes;No\nbilling/refund;7;3\nbilling/refund;5;\naddress;0;4\n'],
    ['votes.tsv', '文章\t没用\t有用\nbilling/refund\t３\t12\naddress\t4\t\n'],
    ['votes.json', '{"billing/refund": {"yes": 12, "no": 3}, "address": {"no": 4}}'],
    [
      'votes.json',
      '[{"article": "billing/refund", "yes": 12, "no": 3}, {"id": "address", "yes": "0", "no": "4", "at": 7}]',
    ],
    ['votes.jsonl', '\uFEFF{"article": "billing/refund", "yes": 12, "no": 3}\n\n{"article": "address", "no": 4}\n'],
  ])('takes %s: %j', async (name, content) => {
    expect(await read(name, content)).toEqual({ votes: ['billing/refund 12/3', 'address 0/4'], problems: [] });
  });

  it.each([
    ['votes.csv', 'articleId,helpful\na,true\na,false\nb,TRUE\n'],
    [
      'votes.json',
      JSON.stringify([
        { name: 'open', at: 1, data: { view: 'home' } },
        { name: 'articleVote', at: 2, data: { articleId: 'a', helpful: true } },
        { name: 'articleVote', at: 3, data: { articleId: 'a', helpful: false } },
        { articleId: 'b', helpful: true },
      ]),
    ],
    [
      'votes.ndjson',
      '{"articleId":"a","helpful":true}\n{"name":"close"}\n{"articleId":"a","helpful":false}\n{"articleId":"b","helpful":true}',
    ],
  ])('counts votes one by one in %s: %j', async (name, content) => {
    expect(await read(name, content)).toEqual({ votes: ['a 1/1', 'b 1/0'], problems: [] });
  });

  it('names each row that says nothing with its line, and counts the others', async () => {
    const rows = ['article,yes,no', 'a,1,2', 'b,-1,2', ',1,2', 'c,1,2.5', 'd,"1,200",0', 'e,,', '', 'f,3,x', 'a,1,1'];
    const count = 'is no number of votes: write a whole number, 0 or more';
    expect(await read('votes.csv', rows.join('\n'))).toEqual({
      votes: ['a 2/3'],
      problems: [
        `3 "-1" under yes ${count}`,
        '4 names no article: put its id there, as the widget reports it',
        `5 "2.5" under no ${count}`,
        `6 "1,200" under yes ${count}`,
        '7 "e" has no votes: put numbers under yes and no',
        `9 "x" under no ${count}`,
      ],
    });
  });

  it('names the lines of JSON', async () => {
    const list =
      '[\n{"article": "a", "yes": 1},\n{"article": "b",\n "yes": 1e99},\n"c",\n{"article": "d", "helpful": "so so"}\n]';
    expect(await read('votes.json', list)).toEqual({
      votes: ['a 1/0'],
      problems: [
        expect.stringMatching(/^3 1e\+99 under yes is no number/),
        expect.stringMatching(/^5 names no article/),
        '6 "so so" under helpful is neither true nor false',
      ],
    });
    expect(await read('votes.json', '{\n"a": {"yes": 1},\n"b": 7,\n"__proto__": {"yes": 2}}')).toEqual({
      votes: ['a 1/0', '__proto__ 2/0'],
      problems: ['3 "b" has no votes: put numbers under yes and no'],
    });
    expect(
      (await read('votes.jsonl', '{"article": "a", "yes": 1}\n{"artic\n{"article": "b", "yes": 1}')).problems,
    ).toEqual(['2 is no valid JSON line']);
  });

  it.each([
    ['votes.csv', 'a,1,2\n', /^1 no header found: name the columns article, yes and no/],
    ['votes.csv', '', /^1 no header found/],
    ['votes.json', '[\n{"article": "a"},\n', /^\d is no valid JSON from here on/],
    ['votes.json', '7', /^1 holds neither a list nor an object/],
  ])('says what is wrong with a whole file: %s %j', async (name, content, problem) => {
    const { votes, problems } = await read(name, content);
    expect([votes, problems]).toEqual([[], [expect.stringMatching(problem)]]);
  });

  it('rejects where there is no file', () =>
    inFolder({}, async (_, cwd) => {
      await expect(readVotes(join(cwd, 'votes.csv'))).rejects.toMatchObject({ code: 'ENOENT' });
    }));
});
