import { describe, expect, it } from 'vitest';
import type { Engine } from './engine.js';
import { forgivenSlips, recoverWord } from './recover.js';

const anEngine = (frequencies: Record<string, number>): Engine => ({
  docCount: 10,
  frequency: (term) => frequencies[term] ?? 0,
  terms: () => Object.keys(frequencies),
  search: () => [],
});

describe('forgivenSlips', () => {
  it.each([
    [3, 0],
    [4, 1],
    [7, 1],
    [8, 2],
    [20, 2],
  ])('gives a word of %i letters %i', (length, slips) => {
    expect(forgivenSlips(length)).toBe(slips);
  });
});

describe('recoverWord', () => {
  it('puts the nearest word first, then the more frequent', () => {
    const engine = anEngine({ shippong: 9, shipping: 2, chipping: 1, stripping: 8 });
    expect(recoverWord(['shippnig'], engine)).toEqual(['shipping', 'shippong', 'chipping']);
    expect(recoverWord(['whipping'], engine)).toEqual(['shipping', 'chipping', 'shippong']);
  });

  it('tries the word as typed where folding its plural led away', () => {
    expect(recoverWord(['invocies', 'invocy'], anEngine({ invoice: 1 }))).toEqual(['invoice']);
  });

  it('leaves short words and words with digits alone', () => {
    const engine = anEngine({ pay: 1, order1234: 1 });
    expect(recoverWord(['pya'], engine)).toEqual([]);
    expect(recoverWord(['order1243'], engine)).toEqual([]);
  });
});
