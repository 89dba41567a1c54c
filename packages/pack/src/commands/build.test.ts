import { rmSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openPack } from '@helpkiosk/search';
import { describe, expect, it } from 'vitest';
import { runBuild } from './build.js';
import { compilePack } from './compile-pack.js';
import { inFolder } from './testing/fake-context.js';

const BUILD = ['docs', '--out', 'public/pack'];

describe('helpkiosk build', () => {
  it('writes a pack and sums it up', () =>
    inFolder({ 'docs/en/a.md': '# A', 'docs/en/b.md': '# B', 'docs/zh-CN/a.md': '# 甲' }, async (context, cwd) => {
      expect(await runBuild(BUILD, context)).toBe(0);
      expect(context.errors).toEqual([]);
      expect(context.out).toEqual([
        expect.stringMatching(/^3 articles \(en 2, zh-Hans 1\), 6 files, \d+ bytes in public\/pack$/),
      ]);
      expect((await readdir(join(cwd, 'public/pack'))).map((name) => name.replace(/[0-9a-f]{10}/, '#'))).toEqual([
        'articles-en-#.json', 'articles-zh-Hans-#.json', 'han-zh-Hans-#.bin', 'index-en-#.bin', 'index-zh-Hans-#.bin', 'pack.json',
      ]); // prettier-ignore
    }));

  it('takes what is left out from helpkiosk.json, and words over it', () =>
    inFolder(
      { 'help/a.md': 'Hallo', 'helpkiosk.json': '{"content": "help", "pages": "site", "locale": "de"}' },
      async (context, cwd) => {
        expect(await runBuild([], context)).toBe(0);
        expect(context.out[0]).toMatch(/^1 article \(de 1\), .* in site\/helpkiosk\/pack$/);
        expect(await runBuild(['help', '--out', 'elsewhere', '--locale', 'nl'], context)).toBe(0);
        expect(context.out[1]).toMatch(/^1 article \(nl 1\), .* in elsewhere$/);
        expect(await readdir(cwd)).toEqual(expect.arrayContaining(['elsewhere', 'site']));
      },
    ));

  it('takes every kind of source, mixed', () =>
    inFolder(
      {
        'docs/a.md': '# Refund\n\nWithin five days of the parcel coming back to us.',
        'docs/faq.csv': 'question,answer\nWhere is my parcel?,On the orders page you can see where it is.\n',
        'docs/page.html':
          '<html lang="en"><title>Duties</title><main><h1>Duties</h1><p>Who pays them, and when.</p></main></html>',
      },
      async (context) => {
        expect(await runBuild([...BUILD, '--locale', 'en'], context)).toBe(0);
        expect(context.errors).toEqual([]);
        expect(context.out[0]).toMatch(/^3 articles \(en 3\)/);
      },
    ));

  it('builds from one file', () =>
    inFolder({ 'faq.csv': 'question,answer\nWhere is my parcel?,On its way.\n' }, async (context) => {
      expect(await runBuild(['faq.csv', '--out', 'pack', '--locale', 'en'], context)).toBe(0);
      expect(context.out[0]).toMatch(/^1 article \(en 1\)/);
    }));

  it('names every problem of helpkiosk.json at once', () =>
    inFolder({ 'helpkiosk.json': '{"contents": "help", "locale": "?", "name": 3}' }, async (context) => {
      expect(await runBuild([], context)).toBe(1);
      expect(context.errors.map((line) => line.replace(/^.*helpkiosk\.json /, ''))).toEqual([
        '"contents" is no setting: did you mean "content"?',
        '"locale" must be a language tag such as "en" or "zh-Hans"',
        '"name" must be a text',
      ]);
    }));

  it('removes the files of an earlier pack and nothing else', () =>
    inFolder({ 'docs/a.md': '# A\n![i](i.svg)', 'docs/i.svg': '<svg/>' }, async (context, cwd) => {
      const out = join(cwd, 'public/pack');
      await runBuild(BUILD, context);
      const before = await readdir(out);
      const kept = ['index-page.html', 'index-en.json', 'articles-2024.json', 'asset-logo.png', 'asset-0123456789.tar.gz', 'notes']; // prettier-ignore
      for (const name of kept) await writeFile(join(out, name), 'mine');
      await writeFile(join(cwd, 'docs/a.md'), '# Other');
      expect(await runBuild(BUILD, context)).toBe(0);
      const after = await readdir(out);
      expect(after).toEqual(expect.arrayContaining(kept));
      expect(after.filter((name) => before.includes(name) && name !== 'pack.json')).toEqual([]);
      expect(after).toHaveLength(kept.length + 3);
    }));

  it('prints problems as file:line message and still builds', () =>
    inFolder({ 'docs/a.md': '# A\n\n[x](gone.md)' }, async (context) => {
      expect(await runBuild(BUILD, context)).toBe(0);
      expect(context.errors).toEqual([expect.stringMatching(/^a\.md:3 broken link to gone\.md/)]);
      expect(context.out[0]).toContain(', 1 problem in ');
    }));

  it('writes nothing with --strict and a problem', () =>
    inFolder({ 'docs/a.md': 'Text with a link: [x](gone.md)' }, async (context, cwd) => {
      expect(await runBuild([...BUILD, '--strict'], context)).toBe(1);
      expect(context.errors.at(-1)).toBe('Nothing was written: 1 problem with --strict.');
      await expect(readdir(join(cwd, 'public'))).rejects.toThrow('ENOENT');
    }));

  it('leaves an earlier pack alone when there is nothing to build', () =>
    inFolder({ 'docs/notes.log': '', 'public/pack/pack.json': 'old' }, async (context, cwd) => {
      expect(await runBuild(BUILD, context)).toBe(1);
      expect(context.errors.join('\n')).toMatch(
        /Nothing in docs is an article: put Markdown, HTML, CSV, XLSX or an export there\./,
      );
      expect(await readFile(join(cwd, 'public/pack/pack.json'), 'utf8')).toBe('old');
    }));

  it('says what the file system refuses, and to whom', () =>
    inFolder({ 'docs/a.md': 'x', taken: 'a file' }, async (context) => {
      expect(await runBuild(['docs', '--out', 'taken'], context)).toBe(1);
      expect(context.errors).toEqual([
        expect.stringMatching(
          /^The pack could not be built: .*taken: there is a file where the folder should be \(EEXIST\)$/,
        ),
      ]);
    }));

  it('prints one JSON object with --json', () =>
    inFolder({ 'docs/a.md': '# A\n\n[x](gone.md)', 'docs/b.md': '---\ndraft: true\n---\nB' }, async (context) => {
      expect(await runBuild([...BUILD, '--json'], context)).toBe(0);
      expect([context.out.length, context.errors]).toEqual([1, []]);
      expect(JSON.parse(context.out[0]!)).toEqual({
        locales: { en: 1 },
        files: expect.arrayContaining([{ name: 'pack.json', bytes: expect.any(Number) }]),
        bytes: expect.any(Number),
        problems: [{ path: 'a.md:3', message: expect.stringContaining('broken link to gone.md') }],
        leftOut: [{ path: 'b.md', reason: expect.stringContaining('draft') }],
        written: true,
      });
    }));

  it('draws a bar only when it takes more than a second', () =>
    inFolder({ 'docs/a.md': 'x', 'docs/b.md': 'x' }, async (context) => {
      let now = 0;
      await runBuild(BUILD, context);
      expect(context.progress).toEqual([]);
      const slow = { ...context, terminal: { ...context.terminal, monotonic: () => (now += 600) } };
      await runBuild(BUILD, slow);
      expect(context.progress).toEqual([`[${'#'.repeat(24)}] 100 %  2 of 2 files`]);
    }));

  it('builds the same bytes twice', () =>
    inFolder({ 'docs/a.md': '# A', 'docs/b.md': '# B' }, async (context, cwd) => {
      await runBuild(BUILD, context);
      await runBuild(['docs', '--out', 'again'], context);
      const [first, second] = ['public/pack', 'again'].map((out) => readFile(join(cwd, out, 'pack.json'), 'utf8'));
      expect(await second).toBe(await first);
    }));

  it('finds an article by a synonym of its title', () =>
    inFolder({ 'docs/a.md': '# Refunds', 'words.txt': 'money back, refunds' }, async (context, cwd) => {
      expect(await runBuild([...BUILD, '--synonyms', 'words.txt', '--locale', 'en'], context)).toBe(0);
      const [index] = (await readdir(join(cwd, 'public/pack'))).filter((name) => name.startsWith('index-'));
      expect(await readFile(join(cwd, 'public/pack', index!), 'latin1')).toContain('money');
    }));

  it('puts what helped before what did not, of results that are nearly equal, and tells about the votes', () =>
    inFolder(
      {
        'docs/a.md': '# Refund\n\nThe money comes back.',
        'docs/b.md': '# Refund\n\nThe money comes back.',
        'votes.csv': 'article,yes,no\nb,90,5\na,20,60\nold,3,1\na,many,0',
      },
      async (context, cwd) => {
        expect(await runBuild([...BUILD, '--votes', 'votes.csv', '--locale', 'en'], context)).toBe(0);
        expect(context.errors.map((line) => line.replace(cwd, ''))).toEqual([
          '/votes.csv:5 "many" under yes is no number of votes: write a whole number, 0 or more',
          '/votes.csv:4 left out: there is no article "old"',
        ]);
        expect(context.out[1]).toBe(
          '175 votes on 2 articles: of results that are nearly equal, the one that helped comes first',
        );
        const pack = await openPack((name) => readFile(join(cwd, 'public/pack', name)));
        expect((await pack.query('refund')).results.map(({ articleId }) => articleId)).toEqual(['b', 'a']);
      },
    ));

  it('takes the votes from helpkiosk.json, counts them with --json, and refuses bad ones with --strict', () =>
    inFolder(
      { 'docs/a.md': '# A', 'v.json': '{"a": {"yes": 2}, "b": {}}', 'helpkiosk.json': '{"votes": "v.json"}' },
      async (context) => {
        expect(await runBuild([...BUILD, '--json'], context)).toBe(0);
        expect(JSON.parse(context.out[0]!)).toMatchObject({ votes: { articles: 1, votes: 2 } });
        expect(await runBuild([...BUILD, '--strict'], context)).toBe(1);
      },
    ));

  it('names an image that vanishes while it reads, and builds the rest', () =>
    inFolder(
      { 'docs/a.md': '# A', 'docs/b.md': '# B\n\n![plan](plan.svg)', 'docs/plan.svg': '<svg/>' },
      async (_, cwd) => {
        const onFile = (): void => rmSync(join(cwd, 'docs/plan.svg'), { force: true });
        const pack = await compilePack({ content: join(cwd, 'docs'), locale: 'en', onFile });
        expect(pack.locales).toEqual({ en: 2 });
        expect(pack.problems).toEqual([{ path: 'b.md:3', message: expect.stringContaining('plan.svg') }]);
      },
    ));

  it('stops when it is told to, and writes nothing', () =>
    inFolder({ 'docs/a.md': '# A' }, async (context, cwd) => {
      context.stop();
      expect(await runBuild(BUILD, context)).toBe(1);
      expect(context.errors).toEqual(['The pack could not be built: it was stopped']);
      expect(await readdir(cwd)).toEqual(['docs']);
    }));

  it.each([
    [[], /^Which folder\?/],
    [['docs'], /^Where to\? Add --out/],
    [['docs', '--out'], /^--out needs a value/],
    [['docs', '--out', '--strict'], /^--out needs a value/],
    [['docs', '--outt', 'x'], /^--outt is no option: did you mean --out\?/],
    [['docs', '-x'], /^-x is no option\./],
    [['docs', '--strict=yes', '--out', 'x'], /^--strict takes no value: leave out "=yes"/],
    [['my', 'docs', '--out', 'x'], /^One folder at a time: "docs"/],
    [['docs', '--out', 'x', '--locale', 'english words'], /^--locale english words is no language tag/],
    [['no-such-folder', '--out', 'x'], /^There is no no-such-folder/],
    [['docs', '--out', 'docs/pack'], /^docs\/pack lies within docs/],
    [['docs', '--out', 'x', '--votes', 'docs/votes.csv'], /^docs\/votes\.csv lies within docs: it would be read as/],
  ])('refuses %j with a sentence', (words, message) =>
    inFolder({}, async (context, cwd) => {
      await mkdir(join(cwd, 'docs'));
      expect(await runBuild(words, context)).toBe(2);
      expect(context.out).toEqual([]);
      expect(context.errors[0]).toMatch(message);
      expect(context.errors[1]).toMatch(/^Usage:/);
    }),
  );

  it('explains itself with --help', () =>
    inFolder({}, async (context) => {
      expect(await runBuild(['--help'], context)).toBe(0);
      for (const option of ['--out', '--locale', '--synonyms', '--votes', '--strict', '--json', '--help', 'Exit code'])
        expect(context.out[0]).toContain(option);
    }));
});
