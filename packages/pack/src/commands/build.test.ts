import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createTemporaryFolder } from '../testing/temporary-folder.js';
import { runBuild } from './build.js';

interface Run {
  code: number;
  out: string[];
  errors: string[];
  progress: string[];
}

async function run(words: readonly string[], clock: () => number = () => 0): Promise<Run> {
  const out: string[] = [];
  const errors: string[] = [];
  const progress: string[] = [];
  const code = await runBuild(words, {
    out: (line) => void out.push(line),
    error: (line) => void errors.push(line),
    progress: (line) => void progress.push(line),
    monotonic: clock,
  });
  return { code, out, errors, progress };
}

async function withFolder(
  files: Record<string, string>,
  use: (docs: string, out: string) => Promise<void>,
): Promise<void> {
  const folder = await createTemporaryFolder(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [`docs/${name}`, text])),
  );
  try {
    await mkdir(join(folder.path, 'docs'), { recursive: true });
    await use(join(folder.path, 'docs'), join(folder.path, 'public/pack'));
  } finally {
    await folder.remove();
  }
}

describe('helpkiosk build', () => {
  it('writes a pack and sums it up', () =>
    withFolder({ 'en/a.md': '# A', 'en/b.md': '# B', 'zh-CN/a.md': '# 甲' }, async (docs, out) => {
      const { code, out: lines, errors } = await run(['build', docs, '--out', out].slice(1));
      expect(code).toBe(0);
      expect(errors).toEqual([]);
      expect(lines).toEqual([expect.stringMatching(/^3 articles \(en 2, zh-Hans 1\), 5 files, \d+ bytes in .*pack$/)]);
      expect((await readdir(out)).map((name) => name.replace(/[0-9a-f]{10}/, '#'))).toEqual([
        'articles-en-#.json', 'articles-zh-Hans-#.json', 'index-en-#.json', 'index-zh-Hans-#.json', 'pack.json',
      ]); // prettier-ignore
    }));

  it('removes the files of an earlier pack and nothing else', () =>
    withFolder({ 'a.md': '# A\n![i](i.svg)', 'i.svg': '<svg/>' }, async (docs, out) => {
      await run([docs, '--out', out]);
      const before = await readdir(out);
      const kept = [
        'index-page.html',
        'index-en.json',
        'articles-2024.json',
        'asset-logo.png',
        'asset-0123456789.tar.gz',
        'notes',
      ];
      for (const name of kept) await writeFile(join(out, name), 'mine');
      await writeFile(join(docs, 'a.md'), '# Other');
      expect((await run([docs, '--out', out])).code).toBe(0);
      const after = await readdir(out);
      expect(after).toEqual(expect.arrayContaining(kept));
      expect(after.filter((name) => before.includes(name) && name !== 'pack.json')).toEqual([]);
      expect(after).toHaveLength(kept.length + 3);
    }));

  it('prints problems as file:line message and still builds', () =>
    withFolder({ 'a.md': '# A\n\n[x](gone.md)' }, async (docs, out) => {
      const { code, out: lines, errors } = await run([docs, '--out', out]);
      expect(code).toBe(0);
      expect(errors).toEqual(['a.md:3 broken link to gone.md: there is no article file gone.md']);
      expect(lines[0]).toContain(', 1 problem in ');
    }));

  it('writes nothing with --strict and a problem', () =>
    withFolder({ 'a.md': '[x](gone.md)' }, async (docs, out) => {
      const { code, errors } = await run([docs, '--out', out, '--strict']);
      expect(code).toBe(1);
      expect(errors.at(-1)).toBe('Nothing was written: 1 problem with --strict.');
      await expect(readdir(out)).rejects.toThrow('ENOENT');
    }));

  it('leaves an earlier pack alone when there is nothing to build', () =>
    withFolder({}, async (docs, out) => {
      await mkdir(out, { recursive: true });
      await writeFile(join(out, 'pack.json'), 'old');
      const { code, errors } = await run([docs, '--out', out]);
      expect(code).toBe(1);
      expect(errors[0]).toMatch(/^No articles in .*: put Markdown files/);
      expect(await readFile(join(out, 'pack.json'), 'utf8')).toBe('old');
    }));

  it('says what the file system refuses', () =>
    withFolder({ 'a.md': 'x' }, async (docs) => {
      const { code, errors } = await run([docs, '--out', join(docs, 'a.md')]);
      expect(code).toBe(1);
      expect(errors[0]).toMatch(/^The pack could not be built: .*EEXIST/);
    }));

  it('prints one JSON object with --json', () =>
    withFolder({ 'a.md': '[x](gone.md)' }, async (docs, out) => {
      const { code, out: lines, errors } = await run([docs, '--out', out, '--json']);
      expect([code, lines.length, errors]).toEqual([0, 1, []]);
      expect(JSON.parse(lines[0]!)).toEqual({
        locales: { en: 1 },
        files: expect.arrayContaining([{ name: 'pack.json', bytes: expect.any(Number) }]),
        bytes: expect.any(Number),
        problems: [{ path: 'a.md:1', message: 'broken link to gone.md: there is no article file gone.md' }],
        written: true,
      });
    }));

  it('shows progress only when it takes more than a second', () =>
    withFolder({ 'a.md': 'x', 'b.md': 'x' }, async (docs, out) => {
      let now = 0;
      expect((await run([docs, '--out', out])).progress).toEqual([]);
      expect((await run([docs, '--out', out], () => (now += 600))).progress).toEqual(['2 of 2 articles']);
    }));

  it('builds the same bytes twice', () =>
    withFolder({ 'a.md': '# A', 'b.md': '# B' }, async (docs, out) => {
      await run([docs, '--out', out]);
      const first = await readFile(join(out, 'pack.json'), 'utf8');
      await run([docs, '--out', `${out}2`]);
      expect(await readFile(join(`${out}2`, 'pack.json'), 'utf8')).toBe(first);
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
    [['no-such-folder', '--out', 'x'], /^no-such-folder is no folder/],
  ])('refuses %j with a sentence', async (words, message) => {
    const { code, out, errors } = await run(words);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(errors[0]).toMatch(message);
    expect(errors[1]).toMatch(/^Usage:/);
  });

  it('explains itself with --help', async () => {
    const { code, out } = await run(['--help']);
    expect(code).toBe(0);
    for (const option of ['--out', '--locale', '--strict', '--json', '--help']) expect(out[0]).toContain(option);
  });
});
