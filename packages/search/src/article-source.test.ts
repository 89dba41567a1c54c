import type { ArticleSource } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { parseArticleSources } from './article-source.js';

const aSource = (rest: object = {}): ArticleSource =>
  ({ id: 'a', locale: 'en', title: 'A', body: 'text', ...rest }) as ArticleSource;
const errorOf = (input: unknown): unknown => {
  try {
    return parseArticleSources(input);
  } catch (error) {
    return error;
  }
};

describe('parseArticleSources', () => {
  it('turns a text body into a tree and the locale into canonical case', () => {
    const [article] = parseArticleSources([aSource({ locale: 'zh-hans', body: '# 退款\n\n三天' })]);
    expect(article).toMatchObject({ locale: 'zh-Hans', videos: [], related: [] });
    expect(article!.tree.nodes).toMatchObject([{ tag: 'h2' }, { tag: 'p' }]);
  });

  it('cleans a tree and keeps images of the origins it is told', () => {
    const image = { tag: 'image', src: 'https://cdn.example/a.png', alt: 'A' };
    const body = { v: 1, nodes: [{ tag: 'script', children: ['x'] }, image] };
    expect(parseArticleSources([aSource({ body })])[0]!.tree.nodes).toEqual(['A']);
    const options = { imageOrigins: ['https://cdn.example'] };
    expect(parseArticleSources([aSource({ body })], options)[0]!.tree.nodes).toEqual([image]);
  });

  it('names every problem with its path, all at once', () => {
    const input = [
      aSource(),
      aSource({ title: ' ' }),
      null,
      aSource({ id: 'b', locale: '!', body: 5, keywords: 'x', kind: 'page', url: 'javascript:alert(1)' }),
      aSource(),
    ];
    expect(errorOf(input)).toMatchObject({
      code: 'config-invalid',
      details: {
        problems: [
          { path: 'articles[1].title' },
          { path: 'articles[2]' },
          { path: 'articles[3].locale' },
          { path: 'articles[3].body' },
          { path: 'articles[3].kind' },
          { path: 'articles[3].keywords' },
          { path: 'articles[3].url' },
          { path: 'articles[4].id' },
        ],
      },
    });
  });

  it('names what is wrong with videos, and takes those that are right without fields that it does not know', () => {
    const video = {
      url: 'a.webm',
      title: 'A',
      captions: [{ atMs: 0, text: 'Hi', x: 1 }],
      chapters: [{ atMs: 5, title: 'C' }],
    };
    const [article] = parseArticleSources([aSource({ videos: [{ ...video, autoplay: true }] })]);
    expect(article!.videos).toEqual([{ ...video, captions: [{ atMs: 0, text: 'Hi' }] }]);
    const wrong = [
      { title: 'A', url: 'javascript:x()', durationMs: -1, poster: 5 },
      { url: 'b.mp4', captions: [{ atMs: Number.NaN, text: '' }], chapters: [{ atMs: 1 }] },
      null,
    ];
    expect(errorOf([aSource({ videos: wrong })])).toMatchObject({
      details: {
        problems: [
          ...['url', 'durationMs', 'poster'].map((name) => ({ path: `articles[0].videos[0].${name}` })),
          ...['title', 'captions', 'chapters'].map((name) => ({ path: `articles[0].videos[1].${name}` })),
          ...['url', 'title'].map((name) => ({ path: `articles[0].videos[2].${name}` })),
        ],
      },
    });
    expect(errorOf([aSource({ videos: 'film' })])).toMatchObject({ details: { problems: [{ path: 'articles[0].videos' }] } }); // prettier-ignore
  });

  it('takes the same id in two locales', () => {
    expect(parseArticleSources([aSource(), aSource({ locale: 'de' })])).toHaveLength(2);
  });

  it('counts the size of a body in bytes', () => {
    expect(parseArticleSources([aSource({ body: '票'.repeat(21_845) })])).toHaveLength(1);
    expect(errorOf([aSource({ body: '票'.repeat(21_846) })])).toMatchObject({
      code: 'content-too-big',
      details: { problems: [{ path: 'articles[0].body' }] },
    });
  });

  it('reads nothing that is inherited', () => {
    expect(errorOf([Object.create(aSource()) as unknown])).toMatchObject({ code: 'config-invalid' });
  });

  it('refuses what is no list', () => {
    expect(errorOf('x')).toMatchObject({ code: 'config-invalid', details: { problems: [{ path: 'articles' }] } });
  });
});
