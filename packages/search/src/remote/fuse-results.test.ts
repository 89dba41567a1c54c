import type { ResultKind, SearchResult } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendResults } from './append-results.js';
import { fuseResults, resultKey } from './fuse-results.js';

const aResult = (articleId: string, kind: ResultKind = 'article', url?: string): SearchResult => ({
  kind,
  articleId,
  locale: 'en',
  score: 1,
  title: [{ text: articleId, hit: false }],
  excerpt: [],
  ...(url && { url }),
});
const idsOf = (list: readonly SearchResult[]): string[] => list.map(({ articleId }) => articleId);
const listOf = (ids: string): SearchResult[] => [...ids].map((id) => aResult(id));
const anyResult = fc
  .tuple(
    fc.constantFrom(...'abcdef'),
    fc.constantFrom<ResultKind>('article', 'video', 'thread'),
    fc.constantFrom('/1', '/2'),
  )
  .map(([id, kind, url]) => aResult(id, kind, url));
const anyList = fc.array(anyResult, { maxLength: 10 });
const anyLists = fc.array(anyList, { maxLength: 4 });
const keysOf = (list: readonly SearchResult[]): string[] => list.map(resultKey);

describe('fuseResults', () => {
  it('puts what two lists have before what one has', () => {
    expect(idsOf(fuseResults([listOf('abc'), listOf('dc')], 9))).toEqual(['c', 'a', 'd', 'b']);
  });

  it('keeps the order of the lists between equals', () => {
    expect(idsOf(fuseResults([listOf('ab'), listOf('xy')], 9))).toEqual(['a', 'x', 'b', 'y']);
  });

  it('shows a result as its first list has it', () => {
    const other = { ...aResult('a'), title: [{ text: 'other', hit: true }] };
    expect(fuseResults([listOf('a'), [other]], 9)[0]!.title).toEqual([{ text: 'a', hit: false }]);
  });

  it('tells kinds apart, and the videos of one article', () => {
    const list = [aResult('a'), aResult('a', 'video', '/1'), aResult('a', 'video', '/2'), aResult('a', 'thread', '/3')];
    expect(fuseResults([list, list], 9)).toHaveLength(4);
  });

  it('gives at most the limit, nothing twice, and only what it was given', () => {
    fc.assert(
      fc.property(anyLists, fc.integer({ min: -2, max: 12 }), (lists, limit) => {
        const fused = keysOf(fuseResults(lists, limit));
        expect(fused.length).toBe(Math.min(Math.max(limit, 0), new Set(lists.flatMap(keysOf)).size));
        expect(new Set(fused).size).toBe(fused.length);
        expect(lists.flatMap(keysOf)).toEqual(expect.arrayContaining(fused));
      }),
    );
  });

  it('leaves the order of a single list, and of one that is given several times', () => {
    fc.assert(
      fc.property(anyList, fc.integer({ min: 1, max: 3 }), (list, times) => {
        expect(
          keysOf(
            fuseResults(
              Array.from({ length: times }, () => list),
              99,
            ),
          ),
        ).toEqual([...new Set(keysOf(list))]);
      }),
    );
  });

  it('never puts a result behind one that is behind it in every list', () => {
    fc.assert(
      fc.property(
        fc.array(fc.shuffledSubarray([...'abcdef'], { minLength: 6 }), { minLength: 1, maxLength: 4 }),
        (orders) => {
          const fused = idsOf(
            fuseResults(
              orders.map((order) => listOf(order.join(''))),
              6,
            ),
          );
          for (const a of 'abcdef')
            for (const b of 'abcdef')
              if (orders.every((order) => order.indexOf(a) < order.indexOf(b)))
                expect(fused.indexOf(a)).toBeLessThan(fused.indexOf(b));
        },
      ),
    );
  });

  it('gives each result the same score whatever the order of the lists', () => {
    fc.assert(
      fc.property(anyLists, (lists) => {
        const scores = (of: SearchResult[][]) =>
          new Map(fuseResults(of, 99).map((each) => [resultKey(each), each.score.toFixed(9)]));
        expect(scores([...lists].reverse())).toEqual(scores(lists));
      }),
    );
  });

  it('changes nothing that it is given', () => {
    fc.assert(
      fc.property(anyLists, (lists) => {
        const before = JSON.stringify(lists);
        fuseResults(
          lists.map((list) => Object.freeze(list.map((each) => Object.freeze(each)))),
          5,
        );
        expect(JSON.stringify(lists)).toBe(before);
      }),
    );
  });
});

describe('appendResults', () => {
  const grouped = (list: readonly SearchResult[]): string[] =>
    [...new Set(list.map(({ kind }) => kind))].flatMap((kind) => keysOf(list.filter((each) => each.kind === kind)));

  it('moves nothing that is shown, as the list stands by its kinds', () => {
    fc.assert(
      fc.property(anyList, anyList, fc.nat(12), (some, fresh, limit) => {
        const shown = fuseResults([some], 99);
        const now = appendResults(shown, fresh, limit);
        expect(grouped(now).slice(0, shown.length)).toEqual(grouped(shown));
        expect(new Set(keysOf(now)).size).toBe(now.length);
        expect(now.length).toBeLessThanOrEqual(Math.max(limit, shown.length));
      }),
    );
  });

  it('gives the very list where there is nothing new', () => {
    const shown = listOf('ab');
    expect(appendResults(shown, listOf('ba'), 9)).toBe(shown);
  });
});
