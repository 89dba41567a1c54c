import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { analyse } from '../analysis/analyse.js';
import type { Analysis } from '../analysis/analysis.js';
import { createCutter } from '../analysis/cutter.js';
import { createStemmer } from '../analysis/stemmer.js';
import { compare } from '../compare.js';
import type { Engine, EngineDoc, PlanTerm, VisitLine } from '../engine.js';
import { atOnce } from '../in-steps.js';
import { rank } from '../rank.js';
import { dictionaryOf } from './dictionary.js';
import { createLiveEngine } from './live.js';
import { loadIndex } from './load-index.js';
import { saveIndex } from './save-index.js';

const aDoc = (fields: Partial<EngineDoc>): EngineDoc => ({ title: '', keywords: '', heading: '', body: '', ...fields });
const aTerm = (term: string, weight = 1): PlanTerm => ({ term, word: term, weight });
const analysis: Analysis = {
  stem: createStemmer({ rules: 's1 ss0 ed2 ing3 ies3y', least: 3 }),
  cut: createCutter(dictionaryOf(['发票', '密码', '退款', '登录', '票抬'].sort(compare))),
};
const asPack = (docs: readonly EngineDoc[], by: Analysis = {}): Engine =>
  atOnce(loadIndex(saveIndex('en', docs, by), by.stem));
const asLive = (docs: readonly EngineDoc[], by: Analysis = {}): Engine => createLiveEngine('en', docs, by);
const ranking = (engine: Engine, plan: readonly PlanTerm[]): number[] => {
  const { scores } = engine.search(plan);
  return [...scores.keys()].filter((doc) => scores[doc]).sort((a, b) => scores[b]! - scores[a]!);
};

describe.each([
  ['the engine of packs', asPack],
  ['the live engine', asLive],
])('%s', (_, create) => {
  const docs = [
    aDoc({ title: 'shipping', body: 'refund policy policy' }),
    aDoc({ title: 'refund', body: 'shipping' }),
    aDoc({ title: 'account', body: 'password', keywords: 'login\nsignin' }),
  ];

  it('knows in how many documents a term occurs', () => {
    const { frequency } = create(docs);
    expect(['refund', 'password', 'nothing', 'constructor'].map((term) => frequency({ term }))).toEqual([2, 1, 0, 0]);
  });

  it('lists its words, and those that begin alike', () => {
    const engine = create(docs);
    const words = 'account login password policy refund shipping signin';
    expect([...engine.words()].sort().join(' ')).toBe(words);
    expect([...engine.startingWith('p')].sort()).toEqual(['password', 'policy']);
    expect([...engine.startingWith('refund')]).toEqual([]);
  });

  it('finds a form of a word that no document has by the others', () => {
    const engine = create([aDoc({ body: 'connecting' }), aDoc({ body: 'policies' })], analysis);
    for (const word of ['connect', 'connected', 'connects', 'policy']) {
      const [token] = analyse(word, 'en', analysis);
      expect([word, engine.frequency(token!)]).toEqual([word, 1]);
    }
  });

  it('takes a code for its own term, whatever its ending', () => {
    const engine = create([aDoc({ body: 'error_codes' })], analysis);
    expect(engine.termOf('error_codes')).toBe('error_codes');
    expect(engine.termOf('codes')).toBe('code');
    expect(engine.termOf('error_code')).toBeUndefined();
  });

  it('counts a title more than a body', () => {
    expect(ranking(create(docs), [aTerm('refund')])).toEqual([1, 0]);
  });

  it('finds any of the terms and adds no bonus for the number that matched', () => {
    const engine = create(docs);
    const score = (...terms: string[]): number => engine.search(terms.map((term) => aTerm(term))).scores[2]!;
    expect(score('login', 'password', 'refund')).toBeCloseTo(score('login') + score('password'), 10);
  });

  it('multiplies the score of a term by its weight', () => {
    const engine = create(docs);
    const whole = engine.search([aTerm('account')]).scores[2]!;
    expect(whole).toBeGreaterThan(0);
    expect(engine.search([aTerm('account', 0.5)]).scores[2]).toBeCloseTo(whole / 2, 10);
  });

  it('counts every term of a line, however many', () => {
    const words = Array.from({ length: 300 }, (_, i) => `w${String.fromCharCode(97 + (i % 26), 97 + ((i / 26) | 0))}`);
    const engine = create([aDoc({ title: words.join(' ') })]);
    const visit = vi.fn<VisitLine>();
    engine.search(words.slice(0, 256).map((word) => aTerm(word))).eachLine(visit);
    expect(visit.mock.calls.map(([, , , terms]) => terms)).toEqual([256]);
  });
});

describe('both engines', () => {
  const WORDS = 'refund refunds invoice policies policy connect connected connecting error_codes v2.3 iPhone15 发票 请开发票 退款密码 登录吗'; // prettier-ignore
  const word = fc.constantFrom(...WORDS.split(' '));
  const words = fc.array(word, { maxLength: 6 }).map((list) => list.join(' '));
  const lines = fc.array(words, { maxLength: 3 }).map((list) => list.join('\n'));
  const doc = fc
    .record({
      title: words,
      keywords: words,
      heading: lines,
      body: words,
      summary: fc.option(words, { nil: undefined }),
    })
    .map((fields) => ({ ...fields, body: `${fields.summary ?? ''}\n${fields.body}` }));
  const round = (score: number): string => score.toFixed(9);
  const planOf = (text: string): PlanTerm[] =>
    [...new Map(analyse(text, 'en', analysis).map((token) => [token.term, token])).values()].map((token, i) => ({
      ...token,
      weight: [1, 0.5, 0.1][i % 3]!,
    }));

  it('give the same scores, lines and ranks, and hold the same', () => {
    fc.assert(
      fc.property(fc.array(doc, { minLength: 1, maxLength: 6 }), words, (docs, query) => {
        const told = (engine: Engine): unknown => {
          const plan = planOf(query);
          const { scores, eachLine, holds } = engine.search(plan);
          const lines: unknown[] = [];
          eachLine((place, score, ...line) => lines.push([place, ...line, round(score)]));
          return {
            scores: [...scores].map(round),
            lines: lines.sort(),
            holds: docs.map((_, place) => plan.map((__, i) => holds(place, i))),
            frequencies: plan.map(engine.frequency),
            ranks: [...rank(engine, plan, plan.length || 1).scores].map(round),
          }; // prettier-ignore
        };
        expect(told(asPack(docs, analysis))).toEqual(told(asLive(docs, analysis)));
      }),
    );
  });

  it('know the same words and terms', () => {
    fc.assert(
      fc.property(fc.array(doc, { maxLength: 4 }), word, (docs, asked) => {
        const told = (engine: Engine): unknown => ({
          terms: [...engine.words()].map((known) => [known, engine.termOf(known)]).sort(),
          longer: [...engine.startingWith(asked.slice(0, 2))].sort(),
          docCount: engine.docCount,
        });
        expect(told(asPack(docs, analysis))).toEqual(told(asLive(docs, analysis)));
      }),
      { numRuns: 50 },
    );
  });
});

describe('a saved index', () => {
  /** Texts with letters outside the basic plane, words of 64 units and longer, marks, codes and lone surrogates. */
  const aPiece = fc.constantFrom('invoices ', 'ERR_5 ', '发票', '𠮷', '𐌰𐌱', `a${'𐌰'.repeat(40)} `, 'x'.repeat(64), `${'y'.repeat(70)} `, 'ที่', '\ud800', '\u0301', ' '); // prettier-ignore
  const aText = fc.oneof(
    fc.array(aPiece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );
  const anyDoc = fc.record({ title: aText, keywords: aText, heading: aText, body: aText });

  it('gives back of any documents which hold each term', () => {
    fc.assert(
      fc.property(fc.array(anyDoc, { maxLength: 4 }), (docs) => {
        const engine = asPack(docs, analysis);
        const tokens = docs.map((doc) => Object.values(doc).flatMap((text) => analyse(text, 'en', analysis)));
        const all = [...new Map(tokens.flat().map((token) => [token.word ?? token.term, token])).values()];
        expect(new Set(engine.words())).toEqual(new Set(all.map(({ term, word = term }) => word)));
        for (const token of all) {
          const holding = tokens.map((own) => own.some(({ term }) => term === token.term));
          const { holds } = engine.search([{ ...token, weight: 1 }]);
          expect(docs.map((_, doc) => holds(doc, 0))).toEqual(holding);
          expect(engine.frequency(token)).toBe(holding.filter(Boolean).length);
        }
      }),
    );
  });

  it('is the same for the same documents', () => {
    const docs = [aDoc({ title: '发票 invoice', body: 'b a' }), aDoc({ title: 'a' })];
    expect(saveIndex('zh', docs)).toEqual(saveIndex('zh', docs));
  });

  it('of nothing finds nothing', () => {
    const engine = asPack([]);
    expect([engine.docCount, [...engine.words()], [...engine.search([aTerm('a')]).scores]]).toEqual([0, [], []]);
  });
});
