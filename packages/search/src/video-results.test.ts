import type { ArticleSource, Search } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { createLiveSearch } from './create-live-search.js';
import { openPack } from './open-pack.js';
import { memoryPack, readFrom } from './testing/memory-pack.js';

const VIDEO = {
  url: 'https://videos.example/reset.mp4',
  title: 'The reset button in pictures',
  chapters: [
    { atMs: 0, title: 'Unpacking' },
    { atMs: 60_000, title: 'Holding the button' },
  ],
  captions: [
    { atMs: 1_000, text: 'Take the router out of its box.' },
    { atMs: 62_000, text: 'Push a paperclip into the small hole.' },
    { atMs: 120_000, text: 'The lamp blinks amber twice.' },
  ],
};
const article = (id: string, rest: Partial<ArticleSource>): ArticleSource => ({
  ...{ id, locale: 'en', title: id, category: 'Devices', body: '' },
  ...rest,
});
const ARTICLES: readonly ArticleSource[] = [
  article('factory-reset', { title: 'Factory reset', body: 'All settings go.', videos: [{ url: '/silent.mp4', title: 'Silent film' }, VIDEO] }), // prettier-ignore
  article('lamp', { title: 'What the lamp says', body: 'Green is good.' }),
  article('cables', { title: 'Cables' }),
];

describe.each<[string, () => Promise<Search>]>([
  ['a pack', () => openPack(readFrom(memoryPack(ARTICLES)))],
  ['a live set', () => createLiveSearch(ARTICLES)],
])('the videos of %s', (_, open) => {
  it.each([
    ['paperclip', 62_000, 'Push a paperclip into the small hole.'],
    ['amber', 120_000, 'The lamp blinks amber twice.'],
    ['unpacking', 1_000, 'Take the router out of its box.'],
  ])('are found by what is said, and lead to its second: %s', async (asked, atMs, excerpt) => {
    const [first] = (await (await open()).query(asked)).results;
    expect(first).toMatchObject({
      kind: 'video',
      articleId: 'factory-reset',
      category: 'Devices',
      url: VIDEO.url,
      atMs,
    });
    expect(first!.excerpt.map(({ text }) => text).join('')).toBe(excerpt);
    expect(first!.title.map(({ text }) => text).join('')).toBe(VIDEO.title);
  });

  it('mark the word that was said', async () => {
    const [first] = (await (await open()).query('paperclips')).results;
    expect(first!.excerpt.filter(({ hit }) => hit)).toEqual([{ text: 'paperclip', hit: true }]);
  });

  it('stand beside articles in one list, and apart where kinds are asked for', async () => {
    const search = await open();
    const found = async (kinds?: readonly ('article' | 'video')[]): Promise<string[]> =>
      (await search.query('lamp', kinds && { kinds: [...kinds] })).results.map(
        ({ kind, articleId }) => `${kind} ${articleId}`,
      );
    expect((await found()).sort()).toEqual(['article lamp', 'video factory-reset']);
    expect(await found(['video'])).toEqual(['video factory-reset']);
    expect(await found(['article'])).toEqual(['article lamp']);
  });

  it('are in no list of contents and complete no title', async () => {
    const search = await open();
    const { articles, total } = await search.browse();
    expect([total, articles.map(({ id }) => id)]).toEqual([3, ['cables', 'factory-reset', 'lamp']]);
    expect(articles.every((entry) => !('video' in entry) && !('kind' in entry))).toBe(true);
    expect((await search.browse({ category: 'Devices' })).total).toBe(3);
    expect(await search.suggest('reset')).toEqual(['Factory reset']);
    expect(await search.suggest('the reset')).toEqual([]);
  });

  it('come with their article, those without captions too', async () => {
    const found = await (await open()).article('factory-reset', 'en');
    expect(found!.videos.map(({ title }) => title)).toEqual(['Silent film', VIDEO.title]);
    expect(await (await open()).article('no-such-article', 'en')).toBeNull();
  });
});
