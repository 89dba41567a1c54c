import type { Article, ArticleSource, Problem, ReadFile } from '@helpkiosk/core';
import { checkSum, decodeIndexFile, openPack, parseArticle, parseManifest } from '@helpkiosk/search';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildPack } from './build-pack.js';
import { compileMarkdown } from './content/compile-markdown.js';

const anArticle = (change: Partial<ArticleSource> = {}): ArticleSource => ({
  id: 'a',
  locale: 'en',
  title: 'Title',
  body: 'Body',
  ...change,
});
const textsOf = (files: ReadonlyMap<string, Uint8Array>): [string, string][] =>
  [...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
const readFrom =
  (files: ReadonlyMap<string, Uint8Array>): ReadFile =>
  async (name) => {
    const bytes = files.get(name);
    if (!bytes) throw new Error(`no file ${name}`);
    return bytes;
  };

/** The articles of an articles file: a list with each on a line of its own, behind a line about the file. */
function articlesOf(bytes: Uint8Array, file: string): Article[] {
  const text = new TextDecoder().decode(bytes);
  const [head, ...items] = JSON.parse(text) as [{ locale: string }, ...unknown[]];
  expect(text.split('\n')).toHaveLength(items.length + 2);
  return items.map((item) => parseArticle(item, head.locale, file));
}

async function problemsOf(sources: readonly unknown[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  await buildPack(sources as ArticleSource[], { onProblem: (problem) => void problems.push(problem) });
  return problems;
}

describe('buildPack', () => {
  it('makes a manifest whose files are there, with their sizes and sums', async () => {
    const files = await buildPack([anArticle({ updatedAt: 5 }), anArticle({ locale: 'zh-Hans', updatedAt: 9 })]);
    const manifest = parseManifest(files.get('pack.json'));
    expect(Object.keys(manifest.locales)).toEqual(['en', 'zh-Hans']);
    expect(manifest.updatedAt).toBe(9);
    const listed = Object.values(manifest.locales).flatMap(({ index, articles, han }) => [
      ...[index, ...articles],
      ...(han ? [han] : []),
    ]);
    expect(listed.map(({ role }) => role).sort()).toEqual(['articles', 'articles', 'han', 'index', 'index']);
    expect([...files.keys()].sort()).toEqual(['pack.json', ...listed.map(({ name }) => name)].sort());
    for (const { name, role, bytes, check } of listed) {
      expect(name).toMatch(
        new RegExp(`^${role}-(?:en|zh-Hans)-[0-9a-f]{10}\\.${role === 'articles' ? 'json' : 'bin'}$`),
      );
      expect(files.get(name)!.length).toBe(bytes);
      expect(checkSum(files.get(name)!)).toBe(check);
    }
  });

  it('makes packs that can be opened, searched and read', async () => {
    const files = await buildPack([
      anArticle({
        id: 'refund',
        title: 'How to get a refund',
        body: compileMarkdown('## When\n\nWithin **14** days.'),
      }),
      anArticle({ id: 'login', title: 'Sign in', keywords: ['password'] }),
      anArticle({ id: 'login', locale: 'zh-Hans', title: '忘记密码', body: '请重新设置密码。' }),
    ]);
    const search = await openPack(readFrom(files));
    expect((await search.query('refund', { locale: 'en' })).results[0]).toMatchObject({ articleId: 'refund' });
    expect((await search.query('忘记密码', { locale: 'zh-Hans' })).results[0]).toMatchObject({ articleId: 'login' });
    expect(await search.article('refund', 'en')).toMatchObject({
      title: 'How to get a refund',
      tree: { nodes: [{ tag: 'h2', id: 'when', children: ['When'] }, { tag: 'p' }] },
    });
    search.close();
  });

  it('gives the same bytes for the same articles in any order', async () => {
    const article = fc.record({
      id: fc.stringMatching(/^[a-z]{1,3}$/),
      locale: fc.constantFrom('en', 'zh-Hans'),
      title: fc.constantFrom('One', 'Two', '标题'),
      body: fc.constantFrom('# H\ntext', '正文', 'more text'),
      category: fc.constantFrom('A', 'B'),
      keywords: fc.array(fc.constantFrom('k', 'l', 'm'), { maxLength: 3 }),
    });
    const articles = fc.uniqueArray(article, { selector: ({ id, locale }) => `${locale} ${id}`, maxLength: 12 });
    const shuffled = articles.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([list, other]) => {
        expect(textsOf(await buildPack(other))).toEqual(textsOf(await buildPack(list)));
      }),
      { numRuns: 40 },
    );
  });

  it('gives the same bytes whatever the order of keys', async () => {
    const article = anArticle({ category: 'C', order: 1 });
    const turned = Object.fromEntries(Object.entries(article).reverse()) as unknown as ArticleSource;
    expect(textsOf(await buildPack([turned]))).toEqual(textsOf(await buildPack([article])));
  });

  it('changes the version with any content', async () => {
    const versionOf = async (article: ArticleSource): Promise<string> =>
      parseManifest((await buildPack([article])).get('pack.json')).version;
    expect(await versionOf(anArticle({ body: 'x' }))).not.toBe(await versionOf(anArticle({ body: 'y' })));
  });

  it('takes articles that arrive one after the other', async () => {
    async function* arriving(): AsyncGenerator<ArticleSource> {
      yield anArticle({ id: 'a' });
      yield anArticle({ id: 'b' });
    }
    expect(textsOf(await buildPack(arriving()))).toEqual(
      textsOf(await buildPack([anArticle({ id: 'a' }), anArticle({ id: 'b' })])),
    );
  });

  it('leaves out what is invalid and says so', async () => {
    const problems = await problemsOf([
      anArticle(),
      anArticle({ id: '' }),
      anArticle({ title: ' ' }),
      anArticle({ locale: 'not a tag' }),
      anArticle({ body: {} as never }),
      anArticle({ id: 'big', body: 'x'.repeat(65_537) }),
      anArticle({ title: 'Again' }),
      null,
    ]);
    expect(problems.map(({ path }) => path)).toEqual([
      'articles[1].id', 'articles[2].title', 'articles[3].locale', 'articles[4].body', 'articles[5].body', 'articles[6].id', 'articles[7]',
    ]); // prettier-ignore
  });

  it('keeps the first of two articles with the same id and locale', async () => {
    const files = await buildPack([anArticle({ title: 'First' }), anArticle({ title: 'Second' })]);
    expect(JSON.stringify(textsOf(files))).not.toContain('Second');
  });

  it('accepts a tree of a source within 64 kB whose JSON is larger', async () => {
    const body = compileMarkdown('- *a* **b** `c`\n'.repeat(520));
    expect(JSON.stringify(body).length).toBeGreaterThan(65_536);
    expect(await problemsOf([anArticle({ body })])).toEqual([]);
  });

  it('cleans trees and leaves the choice of image origins to the page', async () => {
    const body = {
      v: 1,
      nodes: [
        { tag: 'script', children: ['evil'] },
        { tag: 'p', class: 'x', children: [{ tag: 'image', src: 'https://b.example/i.png', onerror: 'evil' }] },
      ],
    } as never;
    const texts = JSON.stringify(textsOf(await buildPack([anArticle({ body })])));
    expect(texts).not.toContain('evil');
    expect(texts).toContain('https://b.example/i.png');
  });

  it('cuts many articles into several files and tells where each is', async () => {
    const articles = Array.from({ length: 30 }, (_, i) => anArticle({ id: `a${i}`, body: `${i} `.repeat(5_000) }));
    const files = await buildPack(articles);
    const { index, articles: shards } = parseManifest(files.get('pack.json')).locales['en']!;
    expect(shards.length).toBeGreaterThan(1);
    const { docs, files: counts } = decodeIndexFile(files.get(index.name)!, index.name);
    const stored = shards.map(({ name }) => articlesOf(files.get(name)!, name));
    expect(stored.map(({ length }) => length)).toEqual(counts);
    expect(stored.flat().map(({ id }) => id)).toEqual(docs.map(({ id }) => id));
  });

  it('names related articles of the category by the keywords they share', async () => {
    const files = await buildPack([
      anArticle({ id: 'a', category: 'C', keywords: ['x', 'y'] }),
      anArticle({ id: 'b', category: 'C', keywords: ['x'] }),
      anArticle({ id: 'c', category: 'C' }),
      anArticle({ id: 'd', category: 'C', keywords: ['X ', 'y'] }),
      anArticle({ id: 'e', category: 'C' }),
      anArticle({ id: 'f', category: 'D', keywords: ['x', 'y'] }),
      anArticle({ id: 'g', keywords: ['x'] }),
    ]);
    const [shard] = parseManifest(files.get('pack.json')).locales['en']!.articles;
    const articles = articlesOf(files.get(shard!.name)!, shard!.name);
    expect(articles.map(({ id, related }) => [id, related])).toEqual([
      ['a', ['d', 'b', 'c']],
      ['b', ['a', 'd', 'c']],
      ['c', ['a', 'b', 'd']],
      ['d', ['a', 'b', 'c']],
      ['e', ['a', 'b', 'c']],
      ['f', []],
      ['g', []],
    ]);
  });
});
