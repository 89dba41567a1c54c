import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStemmer } from './stemmer.js';

const PLURALS = { rules: 'ies3y s1 ss0', least: 3 };

describe('createStemmer', () => {
  it.each([
    ['policies', 'policy'],
    ['invoices', 'invoice'],
    ['address', 'address'],
    ['plan', 'plan'],
  ])('turns %s into %s by the longest ending', (word, stem) => {
    expect(createStemmer(PLURALS)(word)).toBe(stem);
  });

  it('leaves a word whole that would become too short', () => {
    expect(createStemmer(PLURALS)('gas')).toBe('gas');
  });

  it('takes a beginning off before the ending, if enough is left', () => {
    const stem = createStemmer({ rules: 'ات2', least: 3, front: 'وال|ال' });
    expect(['والطلبات', 'الطلبات', 'طلبات', 'الف'].map(stem)).toEqual(['طلب', 'طلب', 'طلب', 'الف']);
  });

  it('changes nothing without rules', () => {
    expect(createStemmer({ rules: '', least: 3 })('words')).toBe('words');
  });

  it('gives any word a stem of at least the units that must stay', () => {
    const stem = createStemmer(PLURALS);
    fc.assert(
      fc.property(fc.string({ minLength: 3, unit: fc.constantFrom('s', 'i', 'e', 'a') }), (word) => {
        expect(stem(word).length).toBeGreaterThanOrEqual(3);
      }),
    );
  });
});
