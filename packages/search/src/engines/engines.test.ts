import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Engine, EngineDoc, Hit, PlanTerm } from '../engine.js';
import { rank } from '../rank.js';
import { createLiveEngine } from './live.js';
import { loadEngine, saveEngine } from './pack-engine.js';

const aDoc = (fields: Partial<EngineDoc>): EngineDoc => ({ title: '', keywords: '', heading: '', body: '', ...fields });
const aTerm = (term: string, rest: Partial<PlanTerm> = {}): PlanTerm => ({ term, weight: 1, prefix: false, ...rest });
const asPack = (docs: readonly EngineDoc[]): Engine => loadEngine(JSON.parse(JSON.stringify(saveEngine('en', docs))));
const asLive = (docs: readonly EngineDoc[]): Engine => createLiveEngine('en', docs);
const ranking = (engine: Engine, plan: readonly PlanTerm[]): number[] =>
  [...engine.search(plan)].sort((a, b) => b.score - a.score).map(({ doc }) => doc);

describe.each([
  ['the pack engine', asPack],
  ['the live engine', asLive],
])('%s', (_, create) => {
  const docs = [
    aDoc({ title: 'shipping', body: 'refund policy policy' }),
    aDoc({ title: 'refund', body: 'shipping' }),
    aDoc({ title: 'account', body: 'password', keywords: 'login\nsignin' }),
  ];

  it('knows in how many documents a term occurs', () => {
    expect(['refund', 'password', 'nothing', 'constructor'].map(create(docs).frequency)).toEqual([2, 1, 0, 0]);
  });

  it('lists its terms', () => {
    expect([...create(docs).terms()].sort()).toEqual([
      'account',
      'login',
      'password',
      'policy',
      'refund',
      'shipping',
      'signin',
    ]);
  });

  it('counts a title more than a body', () => {
    expect(ranking(create(docs), [aTerm('refund')])).toEqual([1, 0]);
  });

  it('finds any of the terms and adds no bonus for the number that matched', () => {
    const engine = create(docs);
    const score = (...terms: string[]): number =>
      engine.search(terms.map((term) => aTerm(term))).find(({ doc }) => doc === 2)!.score;
    expect(score('login', 'password', 'refund')).toBeCloseTo(score('login') + score('password'), 10);
  });

  it('multiplies the score of a term by its weight', () => {
    const [whole] = create(docs).search([aTerm('account')]);
    const [half] = create(docs).search([aTerm('account', { weight: 0.5 })]);
    expect(half!.score).toBeCloseTo(whole!.score / 2, 10);
  });

  it('tells the words that a prefix found beside the term that was asked', () => {
    expect(create(docs).search([aTerm('pass', { prefix: true })])).toMatchObject([
      { doc: 2, words: new Set(['password']), terms: new Set(['pass']) },
    ]);
  });
});

describe('both engines', () => {
  const word = fc.constantFrom('refund', 'invoice', 'ship', 'shipping', 'shipped', '发票', '退款', 'code');
  const words = fc.array(word, { maxLength: 6 }).map((list) => list.join(' '));
  const lines = fc.array(words, { maxLength: 3 }).map((list) => list.join('\n'));
  const doc = fc.record({
    title: words,
    keywords: words,
    heading: lines,
    body: words,
    summary: fc.option(words, { nil: undefined }),
  });
  const term = fc.record({
    term: word,
    weight: fc.constantFrom(1, 0.5, 0.1),
    prefix: fc.boolean(),
  });

  it('give the same scores on the same documents', () => {
    fc.assert(
      fc.property(
        fc.array(doc, { minLength: 1, maxLength: 6 }),
        fc.uniqueArray(term, { selector: (item) => item.term, maxLength: 4 }),
        (docs, plan) => {
          const scores = (hits: readonly Hit[]) =>
            hits
              .map(({ doc: number, score, words: found, terms }) => [
                number,
                score.toFixed(9),
                [...found].sort(),
                [...terms].sort(),
              ])
              .sort();
          const [pack, live] = [asPack(docs), asLive(docs)];
          expect(scores(pack.search(plan))).toEqual(scores(live.search(plan)));
          expect(scores(rank(pack, plan))).toEqual(scores(rank(live, plan)));
        },
      ),
    );
  });
});

describe('saveEngine', () => {
  it('gives the same result for the same documents', () => {
    const docs = [aDoc({ title: '发票 invoice', body: 'b a' }), aDoc({ title: 'a' })];
    expect(JSON.stringify(saveEngine('zh', docs))).toBe(JSON.stringify(saveEngine('zh', docs)));
  });
});

describe('loadEngine', () => {
  it.each([
    [null],
    [{}],
    [{ lengths: 1, postings: [] }],
    [{ lengths: [], postings: 5 }],
    [{ lengths: [], postings: [], headings: 5, owners: [] }],
  ])('throws for %j', (saved) => {
    expect(() => loadEngine(saved)).toThrow(TypeError);
  });
});
