import { describe, expect, it } from 'vitest';
import { inFolder } from '../testing/fake-context.js';
import { findContent, findLooseArticles } from './find-content.js';

const found = (files: Record<string, string>) => inFolder(files, async (_, cwd) => findContent(cwd));

describe('findContent', () => {
  it.each([
    ['Docusaurus', { 'docusaurus.config.js': '', 'docs/a.md': '' }, { path: 'docs', public: 'static' }],
    [
      'Starlight',
      { 'astro.config.mjs': '', 'src/content/docs/a.mdx': '' },
      { path: 'src/content/docs', public: 'public' },
    ],
    ['MkDocs', { 'mkdocs.yml': '', 'docs/a.md': '' }, { path: 'docs' }],
    ['Hugo', { 'hugo.toml': '', 'content/a.md': '' }, { path: 'content', public: 'static' }],
    ['VitePress', { 'docs/.vitepress/config.ts': '', 'docs/a.md': '' }, { path: 'docs' }],
    ['Obsidian', { 'wiki/.obsidian/app.json': '', 'wiki/a.md': '' }, { path: 'wiki' }],
    ['Zendesk', { 'articles.json': '[{"section_id": 1, "body": ""}]' }, { path: 'articles.json' }],
    ['Intercom', { 'intercom.json': '{"data": [{"workspace_id": "x"}]}' }, { path: 'intercom.json' }],
    ['DocSearch', { 'docsearch.json': '[{"hierarchy": {"lvl0": "x"}}]' }, { path: 'docsearch.json' }],
    ['a table', { 'faq.csv': 'question,answer' }, { path: 'faq.csv' }],
  ])('knows content of %s', async (system, files, place) => {
    expect(await found(files as Record<string, string>)).toEqual([{ system, fileCount: 1, ...place }]);
  });

  it('puts a folder named help before others, and leaves out folders without articles', async () => {
    const files = {
      'docs/a.md': '',
      'help/a.md': '',
      'help/b.md': '',
      'support/logo.png': '',
      'content/data.json': '',
    };
    expect(await found(files)).toEqual([
      { path: 'help', fileCount: 2 },
      { path: 'docs', fileCount: 1 },
    ]);
  });

  it('takes no JSON for content whose shape nobody knows', async () => {
    expect(await found({ 'articles.json': '{"a": 1}', 'package.json': '{}' })).toEqual([]);
  });
});

describe('findLooseArticles', () => {
  it('gives Markdown beside everything else, but for what is for developers', () =>
    inFolder({ 'README.md': '', 'refund.md': '', 'CHANGELOG.md': '', 'x/y.md': '' }, async (_, cwd) =>
      expect(await findLooseArticles(cwd)).toEqual(['refund.md']),
    ));
});
