import { symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ArticleTree } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { createTemporaryFolder } from '../testing/temporary-folder.js';
import { problemLines, readMarkdownFiles } from '../testing/read-files.js';
import { readMarkdownFolder, type MarkdownFolder } from './read-markdown-folder.js';

const bodyOf = (folder: MarkdownFolder, place = 0): string =>
  JSON.stringify((folder.articles[place]!.body as ArticleTree).nodes);

describe('readMarkdownFolder', () => {
  it('reads articles with all fields in the order of their paths', async () => {
    const folder = await readMarkdownFiles({
      'zh-CN/billing/refund.md': '退款正文',
      'en/billing/refund.md':
        '---\ntitle: Refunds\nsummary: S\nkeywords: money back\ncategory: Billing\norder: 2\nupdatedAt: 2026-11-12\nurl: https://a.example/r\n---\nBody',
      'en/notes.txt': 'no article',
      '.hidden/x.md': 'x',
      'node_modules/x.md': 'x',
    });
    expect(folder.problems).toEqual([]);
    expect(folder.articles).toEqual([
      {
        id: 'billing/refund',
        locale: 'en',
        title: 'Refunds',
        summary: 'S',
        keywords: ['money back'],
        category: 'Billing',
        order: 2,
        updatedAt: Date.UTC(2026, 10, 12),
        url: 'https://a.example/r',
        body: { v: 1, nodes: [{ tag: 'p', children: ['Body'] }] },
      },
      {
        id: 'billing/refund',
        locale: 'zh-Hans',
        title: 'refund',
        category: 'billing',
        body: { v: 1, nodes: [{ tag: 'p', children: ['退款正文'] }] },
      },
    ]);
  });

  it('takes the title from the first heading of level 1, which leaves the body', async () => {
    const folder = await readMarkdownFiles({ 'a.md': 'Intro\n\n# The *title*\n\n## Rest' });
    expect(folder.articles[0]).toMatchObject({ title: 'The title', locale: 'en' });
    expect(bodyOf(folder)).not.toContain('title');
    expect(bodyOf(folder)).toContain('Rest');
  });

  it('removes a heading that repeats the given title, and keeps another', async () => {
    const folder = await readMarkdownFiles({
      'a.md': '---\ntitle: A\n---\n# A\nx',
      'b.md': '---\ntitle: B\n---\n# Other\nx',
    });
    expect(bodyOf(folder, 0)).not.toContain('h2');
    expect(bodyOf(folder, 1)).toContain('Other');
  });

  it('uses the given locale where nothing else names one, and the front matter before the path', async () => {
    const folder = await readMarkdownFiles({ 'a.md': 'x', 'de/b.md': '---\nlocale: fr\n---\nx' }, { locale: 'ja' });
    expect(folder.articles.map(({ id, locale }) => [id, locale])).toEqual([
      ['a', 'ja'],
      ['b', 'fr'],
    ]);
  });

  it('makes article links of relative links, with their section', async () => {
    const folder = await readMarkdownFiles({
      'en/a.md': '[b](sub/b.md#set-up) [c](sub/b) [self](#here) [out](https://o.example/) [root](/pricing)\n\n## Here',
      'en/sub/b.md': '## Set up\n[a](../a.md?x=1)',
    });
    expect(folder.problems).toEqual([]);
    expect(bodyOf(folder)).toContain(
      '{"tag":"link","article":"sub/b","section":"set-up","children":["b"]}," ",{"tag":"link","article":"sub/b","children":["c"]}," ",' +
        '{"tag":"link","article":"a","section":"here","children":["self"]}," ",{"tag":"link","href":"https://o.example/","children":["out"]}," ",' +
        '{"tag":"link","href":"/pricing","children":["root"]}',
    );
    expect(bodyOf(folder, 1)).toContain('{"tag":"link","article":"a","children":["a"]}');
  });

  it('reports broken links with file and line and keeps their words', async () => {
    const folder = await readMarkdownFiles({
      'a.md':
        '---\ntitle: A\n---\n[one](gone.md)\n[two](b.md#no)\n\n[one again](gone.md) [out](../x.md)\n[draft](d.md)\n[pdf](m.pdf)',
      'b.md': '## Yes',
      'd.md': '---\ndraft: true\n---\nx',
    });
    expect(problemLines(folder)).toEqual([
      'a.md:4 broken link to gone.md: there is no article file gone.md',
      'a.md:5 broken link to b.md#no: b.md has no heading #no',
      'a.md:7 broken link to gone.md: there is no article file gone.md',
      'a.md:7 broken link to ../x.md: it is outside the folder',
      'a.md:8 broken link to d.md: d.md is a draft',
      'a.md:9 broken link to m.pdf: there is no article file m.pdf',
    ]);
    expect(folder.articles.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(bodyOf(folder)).toContain('one');
  });

  it('copies images under the hash of their content, each content once', async () => {
    const folder = await readMarkdownFiles({
      'en/a.md':
        '![A](../img/one%20two.PNG) ![B](../img/same.png) ![C](<../img/one two.PNG>) ![D](https://b.example/x.png)',
      'img/one two.PNG': new Uint8Array([1, 2, 3]),
      'img/same.png': new Uint8Array([1, 2, 3]),
      'img/unused.png': new Uint8Array([4]),
    });
    expect(folder.problems).toEqual([]);
    const [[name, bytes], ...others] = [...folder.assets] as [[string, Uint8Array]];
    expect(others).toEqual([]);
    expect(name).toMatch(/^asset-[0-9a-f]{10}\.png$/);
    expect([...bytes]).toEqual([1, 2, 3]);
    expect(bodyOf(folder).match(new RegExp(`"src":"${name}"`, 'g'))).toHaveLength(3);
    expect(bodyOf(folder)).toContain('D');
  });

  it('reports images that are missing, outside or no images, and leaves their words', async () => {
    const folder = await readMarkdownFiles({ 'a.md': 'x\n![A](no.png)\n![B](../../secret.png)\n![C](a.md)' });
    expect(problemLines(folder)).toEqual([
      'a.md:2 missing image no.png: there is no file no.png',
      'a.md:3 missing image ../../secret.png: it is outside the folder',
      'a.md:4 missing image a.md: it is no image that a browser shows',
    ]);
    expect(bodyOf(folder)).toBe('[{"tag":"p","children":["x A B C"]}]');
    expect(folder.assets.size).toBe(0);
  });

  it('reads all other files where some are bad', async () => {
    const folder = await readMarkdownFiles({
      'a.md': new Uint8Array([0x66, 0xff, 0xfe]),
      'b.md': '字'.repeat(30_000),
      'c.md': `${'> '.repeat(40)}x`,
      'd.md': '---\ntitle: "open\n---\n# D',
      'e.md': 'fine',
    });
    expect(folder.articles.map(({ id, title }) => [id, title])).toEqual([
      ['d', 'D'],
      ['e', 'e'],
    ]);
    expect(folder.problems.map(({ path }) => path)).toEqual([
      'a.md:1',
      'b.md:1',
      'c.md:1',
      expect.stringMatching(/^d\.md:\d$/),
    ]);
    expect(folder.problems[1]!.message).toContain('90000 bytes');
  });

  it('reads one of two files that are the same article', async () => {
    const folder = await readMarkdownFiles({ 'a.en.md': 'first', 'en/a.md': 'second' });
    expect(folder.articles).toHaveLength(1);
    expect(problemLines(folder)).toEqual(['en/a.md:1 is the same article as a.en.md (a in en): rename one of them']);
  });

  it('understands Windows line ends and a byte order mark', async () => {
    const folder = await readMarkdownFiles({ 'a.md': '\ufeff---\r\ntitle: A\r\n---\r\nbody\r\n' });
    expect(folder.articles[0]).toMatchObject({ title: 'A' });
    expect(bodyOf(folder)).toBe('[{"tag":"p","children":["body"]}]');
  });

  it('does not follow symbolic links', async () => {
    const outside = await createTemporaryFolder({ 'x.md': 'outside' });
    const inside = await createTemporaryFolder({ 'a.md': 'inside' });
    try {
      await symlink(outside.path, join(inside.path, 'linked'));
      expect((await readMarkdownFolder(inside.path)).articles.map(({ id }) => id)).toEqual(['a']);
    } finally {
      await outside.remove();
      await inside.remove();
    }
  });

  it('stops when the signal is aborted', async () => {
    await expect(readMarkdownFiles({ 'a.md': 'x' }, { signal: AbortSignal.abort() })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    );
  });
});
