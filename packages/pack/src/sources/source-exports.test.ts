import { textOf } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { nodesOfArticle, problemLines, readFiles } from '../testing/read-files.js';

const aZendeskArticle = (id: number, more: object = {}): object => ({
  id,
  title: `Title ${id}`,
  body: `<p>Body ${id}</p>`,
  locale: 'en-us',
  draft: false,
  section_id: 10,
  label_names: [],
  user_segment_id: null,
  html_url: `https://boat.example/hc/en-us/articles/${id}-Title`,
  updated_at: '2026-11-12T00:00:00Z',
  position: id,
  ...more,
});
const anIntercomArticle = (id: string, more: object = {}): object => ({
  type: 'article',
  id,
  title: `Title ${id}`,
  description: '',
  body: `<p>Body ${id}</p>`,
  state: 'published',
  author_id: 1,
  default_locale: 'en',
  updated_at: 1_700_000_000,
  ...more,
});
const aRecord = (
  url: string,
  levels: readonly (string | null)[],
  content: string | null,
  more: object = {},
): object => ({
  url,
  url_without_anchor: url.replace(/#.*/, ''),
  anchor: url.split('#')[1] ?? null,
  content,
  hierarchy: Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`lvl${i}`, levels[i] ?? null])),
  ...more,
});

describe('readSources, Zendesk Guide', () => {
  it('reads articles with sections, order and links, and leaves drafts out', async () => {
    const reading = await readFiles({
      'export/articles-1.json': JSON.stringify({
        count: 3,
        next_page: 'x',
        articles: [
          aZendeskArticle(2, {
            label_names: ['money', 'card'],
            body: '<h2 id="h_1">Steps</h2><p><a href="/hc/en-us/articles/1-Title#h_9">one</a> <a href="https://boat.example/hc/en-us/articles/1">two</a> <a href="https://other.example/hc/articles/1">three</a> <a href="#h_1">four</a> <a href="/hc/en-us/articles/99">five</a></p>',
          }),
          aZendeskArticle(3, { draft: true }),
        ],
      }),
      'export/articles-2.json': JSON.stringify({ articles: [aZendeskArticle(1, { body: '<h3 id="h_9">Nine</h3>x' })] }),
      'export/sections.json': JSON.stringify({ sections: [{ id: 10, name: 'Payments', category_id: 5, position: 1 }] }),
      'export/categories.json': JSON.stringify({ categories: [{ id: 5, name: 'All', position: 0 }] }),
    });
    expect(problemLines(reading)).toEqual([]);
    expect(reading.articles.map(({ body: _, ...rest }) => rest)).toEqual([
      {
        id: '1',
        locale: 'en',
        title: 'Title 1',
        category: 'Payments',
        order: 1,
        url: 'https://boat.example/hc/en-us/articles/1-Title',
        updatedAt: Date.UTC(2026, 10, 12),
      },
      expect.objectContaining({ id: '2', keywords: ['money', 'card'], order: 2 }),
    ]);
    const text = JSON.stringify(nodesOfArticle(reading, '2'));
    expect(text).toContain('{"tag":"link","article":"1","section":"h_9","children":["one"]}');
    expect(text).toContain('{"tag":"link","article":"1","children":["two"]}');
    expect(text).toContain('{"tag":"link","href":"https://other.example/hc/articles/1","children":["three"]}');
    expect(text).toContain('{"tag":"link","article":"2","section":"h_1","children":["four"]}');
    expect(text).toContain('{"tag":"link","href":"/hc/en-us/articles/99","children":["five"]}');
  });

  it('reads translations and keeps what is not public out', async () => {
    const reading = await readFiles({
      'articles.json': JSON.stringify({
        articles: [
          aZendeskArticle(1),
          aZendeskArticle(2, { user_segment_id: 7 }),
          aZendeskArticle(3, { body: null }),
          aZendeskArticle(4, { body: '' }),
        ],
        translations: [
          { source_id: 1, source_type: 'Article', locale: 'zh-cn', title: '标题', body: '<p>正文</p>', draft: false },
          { source_id: 1, source_type: 'Article', locale: 'fr', title: 'Titre', body: '<p>x</p>', draft: true },
        ],
      }),
    });
    expect(reading.articles.map(({ id, locale, title }) => [id, locale, title])).toEqual([
      ['1', 'en', 'Title 1'],
      ['1', 'zh-Hans', '标题'],
    ]);
    expect(problemLines(reading)).toEqual([
      'articles.json:1 article 2: is left out: only some customers may read it (user segment)',
      'articles.json:1 article 3: is left out: it has no text',
      'articles.json:1 article 4: is left out: it has no text',
    ]);
  });
});

describe('readSources, Intercom', () => {
  it('reads published articles in every language with their collection', async () => {
    const reading = await readFiles({
      'articles.json': JSON.stringify({
        type: 'list',
        pages: {},
        data: [
          anIntercomArticle('11', {
            description: 'Short',
            parent_id: 5,
            url: 'https://intercom.example/boat/en/articles/11-title',
            body: '<p>See <a href="https://intercom.example/boat/en/articles/12-other">other</a></p><script>x()</script>',
            translated_content: {
              type: 'article_translated_content',
              'zh-CN': {
                type: 'article_content',
                title: '标题',
                body: '<p>正文</p>',
                state: 'published',
                updated_at: 1_700_000_001,
              },
              fr: { type: 'article_content', title: 'T', body: '<p>x</p>', state: 'draft' },
            },
          }),
          anIntercomArticle('12'),
          anIntercomArticle('13', { state: 'draft' }),
        ],
      }),
      'collections.json': JSON.stringify({
        type: 'list',
        data: [
          { type: 'collection', id: '5', name: 'Money', order: 1, translated_content: { 'zh-CN': { name: '支付' } } },
        ],
      }),
    });
    expect(problemLines(reading)).toEqual([]);
    expect(
      reading.articles.map(({ id, locale, category, summary, updatedAt }) => [
        id,
        locale,
        category,
        summary,
        updatedAt,
      ]),
    ).toEqual([
      ['12', 'en', undefined, undefined, 1_700_000_000_000],
      ['11', 'en', 'Money', 'Short', 1_700_000_000_000],
      ['11', 'zh-Hans', '支付', undefined, 1_700_000_001_000],
    ]);
    expect(nodesOfArticle(reading, '11', 'en')).toEqual([
      { tag: 'p', children: ['See ', { tag: 'link', article: '12', children: ['other'] }] },
    ]);
  });
});

describe('readSources, DocSearch', () => {
  const records = [
    aRecord('https://boat.example/docs/install/', ['Start', 'Install'], 'First words', { lang: 'en' }),
    aRecord('https://boat.example/docs/install/#mac', ['Start', 'Install', 'On a Mac'], null, { lang: 'en' }),
    aRecord('https://boat.example/docs/install/#mac', ['Start', 'Install', 'On a Mac'], 'Drag &amp; drop', {
      lang: 'en',
    }),
    aRecord('https://boat.example/docs/install/#arm', ['Start', 'Install', 'On a Mac', 'With ARM'], 'Same', {
      lang: 'en',
    }),
    aRecord('https://boat.example/zh-CN/docs/install/', ['开始', '安装'], '正文'),
  ];
  const expected = [
    { tag: 'p', children: ['First words'] },
    { tag: 'h2', id: 'mac', children: ['On a Mac'] },
    { tag: 'p', children: ['Drag & drop'] },
    { tag: 'h3', id: 'arm', children: ['With ARM'] },
    { tag: 'p', children: ['Same'] },
  ];

  it.each([
    ['an array', 'records.json', JSON.stringify(records)],
    ['hits', 'records.json', JSON.stringify({ hits: records })],
    ['JSON lines', 'records.jsonl', records.map((record) => JSON.stringify(record)).join('\n')],
  ])('makes one article of each page, from %s', async (_, name, content) => {
    const reading = await readFiles({ [name]: content });
    expect(problemLines(reading)).toEqual([]);
    expect(reading.articles.map(({ id, locale, title, category, url }) => [id, locale, title, category, url])).toEqual([
      ['docs/install', 'en', 'Install', 'Start', 'https://boat.example/docs/install/'],
      ['docs/install', 'zh-Hans', '安装', '开始', 'https://boat.example/zh-CN/docs/install/'],
    ]);
    expect(nodesOfArticle(reading, 'docs/install', 'en')).toEqual(expected);
    expect(textOf(nodesOfArticle(reading, 'docs/install', 'zh-Hans'))).toBe('正文');
  });
});

describe('readSources, other JSON', () => {
  it('names what is no export, broken or hostile, and passes over files of tools', async () => {
    const reading = await readFiles({
      'a.json': '{"hello": 1}',
      'b.json': '{\n"articles": [\n',
      'c.json': 'null',
      'd.json': '[]',
      'e.json':
        '{"__proto__": {"articles": []}, "articles": {"length": 5}, "data": [null, 1, "x", {"type": "article"}]}',
      'f.jsonl': '{"a":1}\n{broken\n',
      'package.json': '{}',
      'docs/_category_.json': '{}',
    });
    expect(reading.articles).toEqual([]);
    const sentence = 'is left out: it is no export of Zendesk Guide or Intercom and holds no DocSearch records';
    expect(problemLines(reading)).toEqual([
      `a.json:1 ${sentence}`,
      expect.stringMatching(/^b\.json:\d is no valid JSON from here on$/),
      `c.json:1 ${sentence}`,
      `d.json:1 ${sentence}`,
      `e.json:1 ${sentence}`,
      'f.jsonl:2 is no valid JSON line',
    ]);
  });
});
