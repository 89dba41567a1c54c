import type { ArticleSource } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLiveSearch } from './create-live-search.js';
import { openPack } from './open-pack.js';
import { leastShare, priorsOf } from './prior.js';
import { memoryPack, readFrom } from './testing/memory-pack.js';

const DAY_MS = 86_400_000;
const NOW = 1_767_603_600_000;
const aged = (days: number) => ({ updatedAt: NOW - days * DAY_MS });
const voted = (yes: number, no: number) => ({ votes: { yes, no } });

describe('priorsOf', () => {
  it('counts ages from the newest article, whenever that was', () => {
    expect(priorsOf([aged(0), aged(365), aged(3650)])).toEqual([10, 0, -8]);
    expect(priorsOf([aged(4000), aged(4365)])).toEqual([10, 0]);
  });

  it('counts what is not known for nothing', () => {
    expect(priorsOf([{}, aged(0), { updatedAt: 0 }, voted(0, 0)])).toEqual([0, 10, 0, 0]);
    expect(priorsOf([{}, {}])).toEqual([0, 0]);
    expect(priorsOf([])).toEqual([]);
  });

  it('counts 3 votes less than 3,000', () => {
    expect(priorsOf([voted(3000, 0), voted(3, 0), voted(0, 3000)])).toEqual([10, 0, -10]);
  });

  it('measures an article by the others: where all help alike, votes say nothing', () => {
    expect(priorsOf([voted(700, 300), voted(7000, 3000)])).toEqual([0, 0]);
    expect(priorsOf([voted(5, 1)])).toEqual([0]);
  });

  it('adds both up', () => {
    const [best, worst] = priorsOf([
      { ...aged(0), ...voted(900, 100) },
      { ...aged(100 * 365), ...voted(100, 900) },
    ]);
    expect([best, worst]).toEqual([18, -17]);
  });

  it('gives whole numbers from -20 to 20, whatever it is given', () => {
    const count = fc.integer({ min: 0, max: 2 ** 50 });
    const article = fc.record(
      { updatedAt: fc.double({ noNaN: true, noDefaultInfinity: true }), votes: fc.record({ yes: count, no: count }) },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(article), (articles) => {
        for (const prior of priorsOf(articles)) expect(Number.isInteger(prior) && Math.abs(prior) <= 20).toBe(true);
      }),
    );
  });

  it('never puts the older of two dated articles before the newer', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 40_000 }), { minLength: 2 }), (days) => {
        const priors = priorsOf(days.map(aged));
        days.forEach((day, i) =>
          days.forEach((other, j) => day < other && expect(priors[i]! >= priors[j]!).toBe(true)),
        );
      }),
    );
  });
});

describe('leastShare', () => {
  it.each([
    [0, 0, 0],
    [1, 0, 0.2065],
    [3, 0, 0.4385],
    [8, 2, 0.4902],
    [80, 20, 0.7112],
    [3000, 0, 0.9987],
  ])('of %i against %i is %f', (votesFor, votesAgainst, bound) => {
    expect(leastShare(votesFor, votesAgainst)).toBeCloseTo(bound, 4);
  });

  it('rises with every vote for, falls with every vote against, and stays below the share', () => {
    const count = fc.integer({ min: 0, max: 1e6 });
    fc.assert(
      fc.property(count, count, (yes, no) => {
        const bound = leastShare(yes, no);
        expect(leastShare(yes + 1, no)).toBeGreaterThan(bound);
        expect(leastShare(yes, no + 1)).toBeLessThanOrEqual(bound + 1e-12);
        expect(bound).toBeLessThanOrEqual(yes / (yes + no || 1) + 1e-12);
      }),
    );
  });
});

describe.each([
  ['a live search', (articles: ArticleSource[]) => createLiveSearch(articles)],
  ['a pack', (articles: ArticleSource[]) => openPack(readFrom(memoryPack(articles)))],
])('%s', (_, open) => {
  const anArticle = (id: string, rest: Partial<ArticleSource> = {}): ArticleSource => ({
    ...{ id, locale: 'en', title: 'Refund of a parcel', body: 'The money comes back within five days.' },
    ...rest,
  });
  const found = async (articles: ArticleSource[], text: string): Promise<string[]> =>
    (await (await open(articles)).query(text)).results.map(({ articleId, kind }) => `${kind} ${articleId}`);

  it('puts the newer of two equal articles first, and the one that helped of two that are equally new', async () => {
    const old = anArticle('a', aged(700));
    const fresh = anArticle('b', aged(1));
    expect(await found([old, fresh], 'refund')).toEqual(['article b', 'article a']);
    const helped = anArticle('c', voted(80, 5));
    expect(await found([anArticle('a'), anArticle('b', voted(40, 90)), helped], 'refund')).toEqual([
      ...['article c', 'article a', 'article b'],
    ]);
  });

  it('puts nothing before what fits better', async () => {
    const better = anArticle('b', { title: 'Refund', ...aged(9000), ...voted(0, 5000) });
    const newer = anArticle('a', { ...aged(0), ...voted(5000, 0) });
    expect(await found([newer, better], 'refund')).toEqual(['article b', 'article a']);
  });

  it('takes a video for as new as its article', async () => {
    const videos = [{ url: '/v.mp4', title: 'Unboxing', chapters: [{ atMs: 0, title: 'Opening' }] }];
    const articles = [anArticle('a', { videos, ...aged(800) }), anArticle('b', { videos, ...aged(0) })];
    expect(await found(articles, 'unboxing')).toEqual(['video b', 'video a']);
  });

  it('shows nobody the votes', async () => {
    const search = await open([anArticle('a', voted(7, 1))]);
    expect(JSON.stringify([await search.article('a', 'en'), await search.query('refund')])).not.toContain('votes');
  });

  it('chooses the newest of more equal articles than are looked at twice', async () => {
    const articles = Array.from({ length: 40 }, (__, i) => anArticle(`a${i + 10}`, aged(4000 - 100 * i)));
    expect((await found(articles, 'refund')).slice(0, 2)).toEqual(['article a49', 'article a48']);
  });
});
