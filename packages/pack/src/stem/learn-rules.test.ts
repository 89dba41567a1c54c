import { createStemmer } from '@helpkiosk/search';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnRules, type StemPair } from './learn-rules.js';

const pairs = (words: string): StemPair[] =>
  words.split(' ').map((pair) => {
    const [word, stem] = pair.split('>');
    return { word: word!, stem: stem!, weight: 1 };
  });

const stemmerOf = (words: string): ((word: string) => string) =>
  createStemmer({
    rules: [...learnRules(pairs(words), 1.5)].map(([ending, action]) => ending + action).join(' '),
    least: 3,
  });

const PLURALS =
  'bottles>bottle kittens>kitten winters>winter rockets>rocket glass>glass press>press cities>city parties>party copies>copy';

describe('learnRules', () => {
  it('finds a rule, its exceptions and what comes in the place of an ending', () => {
    expect([...learnRules(pairs(PLURALS), 1.5)].sort()).toEqual([
      ['ies', '3y'],
      ['s', '1'],
      ['ss', '0'],
    ]);
  });

  it('stems words that it did not see', () => {
    expect(['buttons', 'boss', 'entries'].map(stemmerOf(PLURALS))).toEqual(['button', 'boss', 'entry']);
  });

  it('makes no rule for a single word', () => {
    expect(learnRules(pairs('mice>mouse cat>cat dog>dog'), 1.5).size).toBe(0);
  });

  it('leaves out stems that share nothing with the beginning of their word', () => {
    expect(learnRules(pairs('went>go went>go went>go'), 1.5).size).toBe(0);
  });

  it('gets no fewer words right than no rules at all', () => {
    const aWord = fc.string({ unit: fc.constantFrom('a', 'b', 's'), minLength: 4, maxLength: 7 });
    fc.assert(
      fc.property(
        fc.uniqueArray(aWord, { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 0, max: 1 }),
        (words, cut) => {
          const known = words.map((word) => ({
            word,
            stem: word.endsWith('s') ? word.slice(0, -1 - cut) : word,
            weight: 1,
          }));
          const rules = [...learnRules(known, 1)].map(([ending, action]) => ending + action).join(' ');
          const stem = createStemmer({ rules, least: 1 });
          const right = (stemmed: (word: string) => string): number =>
            known.filter(({ word, stem: wanted }) => stemmed(word) === wanted).length;
          expect(right(stem)).toBeGreaterThanOrEqual(right((word) => word));
        },
      ),
    );
  });
});
