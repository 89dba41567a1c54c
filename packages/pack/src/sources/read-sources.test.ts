import { join } from 'node:path';
import { textOf, type ArticleTree } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { buildPack } from '../build-pack.js';
import { createTemporaryFolder } from '../testing/temporary-folder.js';
import { problemLines, readFiles } from '../testing/read-files.js';
import { readSources } from './read-sources.js';

const MIXED = {
  'en/a.md': '# From Markdown\n\nwords ![p](../p.png)',
  'en/b.html': '<html lang="en"><main><h1>From HTML</h1><p>words <img src="../p.png"></p></main></html>',
  'en/faq.csv': 'question,answer\nFrom a table,words\n',
  'desk.json': JSON.stringify({
    articles: [
      {
        id: 1,
        title: 'From a desk',
        body: '<p>words</p>',
        locale: 'en',
        draft: false,
        html_url: 'https://boat.example/1',
      },
    ],
  }),
  'p.png': new Uint8Array([1]),
  'style.css': 'x',
  'notes.txt': 'x',
  'manual.docx': new Uint8Array([1]),
};

describe('readSources', () => {
  it('reads all kinds of a folder into one pack, and pictures once', async () => {
    const reading = await readFiles(MIXED);
    expect(reading.articles.map(({ title }) => title)).toEqual([
      'From Markdown',
      'From HTML',
      'From a table',
      'From a desk',
    ]);
    expect(problemLines(reading)).toEqual([
      'manual.docx:1 is not read: save it as Markdown (.md) or as a web page (.html)',
    ]);
    expect(reading.assets.size).toBe(1);
    const problems: unknown[] = [];
    const pack = await buildPack(reading.articles, { onProblem: (problem) => void problems.push(problem) });
    expect(problems).toEqual([]);
    expect(pack.has('pack.json')).toBe(true);
  });

  it('tells how many files are done, to the last one', async () => {
    const steps: [number, number][] = [];
    await readFiles(MIXED, { onFile: (done, total) => void steps.push([done, total]) });
    expect(steps).toEqual([
      [1, 4],
      [2, 4],
      [3, 4],
      [4, 4],
    ]);
  });

  it.each([
    ['a.md', 'From Markdown'],
    ['b.html', 'From HTML'],
    ['faq.csv', 'From a table'],
  ])('reads the single file %s with its pictures and nothing else of its folder', async (name, title) => {
    const { ['en/a.md']: a, ['en/b.html']: b, ['en/faq.csv']: c, ['p.png']: p } = MIXED;
    const files = { 'a.md': a, 'b.html': b, 'faq.csv': c, 'p.png': p };
    const own = Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? content.replace('../p', 'p') : content]); // prettier-ignore
    const folder = await createTemporaryFolder(Object.fromEntries(own) as Record<string, string>);
    try {
      const reading = await readSources(join(folder.path, name));
      expect(reading.problems).toEqual([]);
      expect(reading.articles.map((article) => article.title)).toEqual([title]);
      expect(textOf((reading.articles[0]!.body as ArticleTree).nodes)).toContain('words');
      expect(reading.assets.size).toBe(name === 'faq.csv' ? 0 : 1);
    } finally {
      await folder.remove();
    }
  });

  it('names a single file of a kind that is not read, and rejects where there is none', async () => {
    const folder = await createTemporaryFolder({ 'notes.txt': 'x' });
    try {
      const reading = await readSources(join(folder.path, 'notes.txt'));
      expect(problemLines(reading)).toEqual([
        'notes.txt:1 is of no kind that is read: Markdown, HTML, CSV, TSV, XLSX, JSON',
      ]);
      await expect(readSources(join(folder.path, 'gone'))).rejects.toThrow(expect.objectContaining({ code: 'ENOENT' }));
    } finally {
      await folder.remove();
    }
  });

  it('stops when the signal is aborted', async () => {
    await expect(readFiles({ 'a.html': '<p>x' }, { signal: AbortSignal.abort() })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
  });
});
