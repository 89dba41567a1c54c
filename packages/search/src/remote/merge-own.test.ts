import type { ResultKind, ResultsAnswer, ShownResult } from '@helpkiosk/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { appendResults } from './append-results.js';
import { resultKey } from './fuse-results.js';
import { MOST_SHOWN } from './merge-answers.js';
import { addOwn, dropOwn, mergeOwn, type Supplemented } from './merge-own.js';

const aResult = (articleId: string, kind: ResultKind = 'article'): ShownResult => ({
  ...{ kind, articleId, locale: 'en', score: 1, title: [{ text: articleId, hit: false }], excerpt: [] },
});
const anOwn = (id: string, kind: ResultKind = 'action'): ShownResult => ({
  ...aResult(id, kind),
  view: { name: 'actions', actionId: id },
});
const anAnswer = (results: readonly ShownResult[], rest: Partial<ResultsAnswer> = {}): ResultsAnswer => ({
  ...{ results, total: results.length, guess: false, ...rest },
});
const listOf = (ids: string, kind?: ResultKind): ShownResult[] => [...ids].map((id) => aResult(id, kind));
const idsOf = ({ shown }: Supplemented): string => shown.results.map(({ articleId }) => articleId).join('');

describe('mergeOwn', () => {
  it('puts own results in front of an answer, and counts them', () => {
    const merged = mergeOwn(anAnswer(listOf('abc'), { total: 40 }), [anOwn('x')]);
    expect([idsOf(merged), merged.shown.total]).toEqual(['xabc', 41]);
  });

  it('is no guess any more with an own result', () => {
    const guess = anAnswer(listOf('ab'), { guess: true });
    expect([mergeOwn(guess, []).shown.guess, mergeOwn(guess, [anOwn('x')]).shown.guess]).toEqual([true, false]);
  });

  it('gives the answer itself where there is nothing beside it', () => {
    const answer = anAnswer(listOf('ab'));
    expect(mergeOwn(answer, []).shown).toBe(answer);
  });

  it('shows once, as an own one, what the server has too', () => {
    const merged = mergeOwn(anAnswer([aResult('a'), aResult('x', 'action')]), [anOwn('x')]);
    expect(merged.shown.results).toMatchObject([{ articleId: 'x', view: { actionId: 'x' } }, { articleId: 'a' }]);
    expect(merged.shown.total).toBe(2);
  });

  it('takes up a new order of the same question', () => {
    const [a, b, c] = listOf('abc');
    const before = mergeOwn(anAnswer([a!, b!]), [anOwn('x')]);
    expect(idsOf(mergeOwn(anAnswer([c!, a!, b!]), [anOwn('x')], before))).toBe('xcab');
  });
});

describe('addOwn', () => {
  it('lets what a server has of it lead where it leads, in its place', () => {
    const before = mergeOwn(anAnswer([aResult('a'), aResult('x', 'action'), aResult('b', 'thread')]), []);
    const after = addOwn(before, [anOwn('x')]);
    expect(idsOf(after)).toBe('axb');
    expect(after.shown.results[1]).toMatchObject({ view: { name: 'actions', actionId: 'x' } });
    expect(addOwn(after, [anOwn('x')]).shown).toBe(after.shown);
  });
});

const anyKind = fc.constantFrom<ResultKind>('article', 'video', 'thread', 'action', 'ticket');
const anyList = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...'abcdefgh'), anyKind).map(([id, kind]) => aResult(id, kind)),
  { maxLength: 10, selector: resultKey },
);
const anyOwn = fc.uniqueArray(
  fc
    .tuple(fc.constantFrom(...'abxyz'), fc.constantFrom<ResultKind>('action', 'ticket'))
    .map(([id, kind]) => anOwn(id, kind)),
  { maxLength: 4, selector: resultKey },
);
const anyAnswer = fc
  .tuple(anyList, fc.nat(50), fc.boolean())
  .map(([results, more, guess]) => anAnswer(results, { total: results.length + more, guess }));
const keysOf = ({ shown }: Supplemented): string[] => shown.results.map(resultKey);

describe('what is shown with own results', () => {
  it('never moves once it stands, whatever comes later behind it', () => {
    fc.assert(
      fc.property(anyAnswer, anyOwn, anyOwn, anyList, (answer, early, late, further) => {
        const first = mergeOwn(answer, early);
        const second = addOwn(first, late);
        expect(keysOf(second).slice(0, keysOf(first).length)).toEqual(keysOf(first));
        const longer = { ...answer, results: appendResults(answer.results, further, MOST_SHOWN) };
        const third = mergeOwn(longer, [...early, ...late], second);
        expect(keysOf(third).slice(0, keysOf(second).length)).toEqual(keysOf(second));
      }),
    );
  });

  it('holds nothing twice and no more than the limit, and counts at least what it shows', () => {
    fc.assert(
      fc.property(anyAnswer, anyOwn, anyOwn, (answer, early, late) => {
        for (const each of [mergeOwn(answer, early), addOwn(mergeOwn(answer, early), late)]) {
          expect(new Set(keysOf(each)).size).toBe(keysOf(each).length);
          expect(keysOf(each).length).toBeLessThanOrEqual(Math.max(MOST_SHOWN, answer.results.length));
          expect(each.shown.total).toBeGreaterThanOrEqual(each.shown.results.length);
        }
      }),
    );
  });

  it('has lost nothing but what is gone', () => {
    fc.assert(
      fc.property(anyAnswer, anyOwn, fc.func(fc.boolean()), (answer, own, choose) => {
        const isGone = (result: ShownResult): boolean => !!result.view && choose(resultKey(result));
        const before = mergeOwn(answer, own);
        expect(dropOwn(before, isGone).shown.results).toEqual(before.shown.results.filter((each) => !isGone(each)));
      }),
    );
  });
});
