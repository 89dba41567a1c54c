import type { ArticleNode, ArticleSource } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { checkArticles } from './check-articles.js';

const P: ArticleNode = { tag: 'p', children: ['Text.'] };
const anArticle = (id: string, fields: Partial<ArticleSource> = {}, ...nodes: ArticleNode[]): ArticleSource => ({
  id,
  locale: 'en',
  title: `About ${id}`,
  body: { v: 1, nodes: nodes.length ? nodes : [P] },
  ...fields,
});
const aLink = (attributes: object): ArticleNode => ({ tag: 'p', children: [{ tag: 'link', children: ['x'], ...attributes }] }); // prettier-ignore
const lines = (articles: ArticleSource[], problems: { path: string; message: string }[] = []): string[] =>
  checkArticles(articles, problems).map(({ level, kind, path }) => `${level} ${kind} ${path}`);

describe('checkArticles', () => {
  it('finds nothing wrong with articles in order', () => {
    expect(lines([anArticle('a'), anArticle('b'), anArticle('a', { locale: 'zh-Hans' }), anArticle('b', { locale: 'zh-Hans' })])).toEqual([]); // prettier-ignore
  });

  it('passes on what reading and building said, as errors', () => {
    expect(lines([anArticle('a')], [{ path: 'a.md:3', message: 'broken link' }])).toEqual(['error source a.md:3']);
  });

  it('takes what a reader has left out on purpose for a warning', () => {
    const problems = [
      { path: 'a.html:1', message: 'is left out: it asks search engines not to list it' },
      { path: 'b.json:1', message: 'article 3: is left out: it has no text' },
    ];
    expect(lines([anArticle('a')], problems)).toEqual(['warning source a.html:1', 'warning source b.json:1']);
  });

  it('names translations that are missing, by the language that lacks them', () => {
    const articles = [anArticle('a'), anArticle('b'), anArticle('a', { locale: 'zh-Hans' })];
    expect(lines(articles)).toEqual(['warning untranslated b (zh-Hans)']);
  });

  it('finds equal titles within a language only', () => {
    const same = { title: 'Refund' };
    const articles = [
      anArticle('a', same),
      anArticle('b', { title: ' REFUND' }),
      anArticle('a', { ...same, locale: 'de' }),
      anArticle('b', { title: 'Anders', locale: 'de' }),
    ];
    expect(lines(articles)).toEqual(['warning same-title b (en)']);
  });

  it('finds articles that nothing leads to, where there are categories', () => {
    const articles = [
      anArticle('a', { category: 'Orders' }, aLink({ article: 'b' })),
      anArticle('b'),
      anArticle('c', {}, aLink({ article: 'c' })),
    ];
    expect(lines(articles)).toEqual(['warning orphaned c (en)']);
  });

  it('finds empty and very long articles', () => {
    const long: ArticleNode = { tag: 'p', children: ['word '.repeat(3000)] };
    const picture: ArticleNode = { tag: 'image', src: 'a.png', alt: 'A map' };
    const articles = [
      anArticle('empty', { body: ' ' }),
      anArticle('long', {}, long),
      anArticle('picture', {}, picture),
      anArticle('film', {
        body: '',
        videos: [{ url: 'a.webm', title: 'Film', captions: [{ atMs: 0, text: 'Hi' }] }],
      }),
    ];
    expect(lines(articles)).toEqual(['error empty empty (en)', 'warning long long (en)']);
  });

  it('names videos that the page will not play, and hints at those without captions', () => {
    const captions = [{ atMs: 0, text: 'Hi' }];
    const played = [
      'asset-0123456789.webm',
      'https://youtu.be/abcdefghijk',
      'https://v.qq.com/x/page/a0123456789.html',
    ];
    const linked = [
      'https://films.example/1',
      'https://cdn.example/a.mp4',
      'https://v.youku.com/v_show/id_XNDAwMDAwMDA=.html',
    ];
    const videos = [...played, ...linked].map((url) => ({ url, title: 'T', captions }));
    const found = checkArticles(
      [anArticle('a', { videos }), anArticle('b', { videos: [{ url: 'b.mp4', title: 'B' }] })],
      [],
    );
    expect(found.map(({ level, kind, path }) => `${level} ${kind} ${path}`)).toEqual([
      'warning video a (en)',
      'warning video a (en)',
      'warning video a (en)',
      'hint video b (en)',
    ]);
    expect(found[0]!.message).toContain('films.example');
    expect(found[3]!.message).toMatch(/“B” \(b\.mp4\) without captions/);
  });

  it('finds images without alternative text, wherever they stand, and names them once for each article', () => {
    const anImage = (src: string, alt = ' '): ArticleNode => ({ tag: 'image', src, alt });
    const item: ArticleNode = { tag: 'ul', children: [{ tag: 'li', children: [anImage('in-list.png'), 'x'] }] };
    const images = ['a.png', 'a.png', 'b.png', 'c.png'].map((src) => anImage(src));
    const [finding, ...others] = checkArticles([anArticle('a', {}, item, ...images, anImage('d.png', 'A map'))], []);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ level: 'warning', kind: 'no-alternative', path: 'a (en)' });
    expect(finding!.message).toMatch(/^shows in-list\.png, a\.png, b\.png and 1 more without alternative text/);
  });

  it('tells a link that leads nowhere from one to another language', () => {
    const articles = [
      anArticle('a', {}, aLink({ article: 'gone' }), aLink({ article: 'b' })),
      anArticle('a', { locale: 'de' }),
      anArticle('b', { locale: 'de' }),
    ];
    expect(lines(articles)).toEqual(['error link a (en)', 'warning link a (en)', 'warning untranslated b (en)']);
  });

  it('finds links to sections that are not there, once', () => {
    const heading: ArticleNode = { tag: 'h2', id: 'by card', children: ['By card'] };
    const target = anArticle('b', {}, heading);
    const from = (section: string) => anArticle('a', {}, aLink({ article: 'b', section }), aLink({ href: '#none' }));
    expect(lines([from('by card'), target])).toEqual(['error link a (en)']);
    expect(lines([from('by-cash'), target])).toEqual(['error link a (en)', 'error link a (en)']);
    expect(lines([from('by-cash'), target], [{ path: 'a.md:1', message: 'broken link to b.md#by-cash' }])).toEqual([
      'error source a.md:1',
      'error link a (en)',
    ]);
  });
});
