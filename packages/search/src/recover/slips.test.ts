import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyboardOf } from './keyboard.js';
import { forgivenSlips, slipCost, slipsOf } from './slips.js';

const cost = (a: string, b: string, most = 2): number => slipCost(a, b, most, keyboardOf('en'));

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

describe('slipCost', () => {
  it.each([
    ['invoice', 'invoice', 0],
    ['invoce', 'invoice', 1],
    ['invoiice', 'invoice', 1],
    ['invoide', 'invoice', 1],
    ['invocie', 'invoice', 1],
    ['ivnocie', 'invoice', 2],
    ['xnvoixe', 'invoice', 2],
    ['invoice', 'voice', 2],
    ['', 'ab', 2],
  ])('counts %s and %s as %i slips', (a, b, slips) => {
    expect(slipsOf(cost(a, b))).toBe(slips);
    expect(slipsOf(cost(b, a))).toBe(slips);
  });

  it('agrees with the definition, letter by letter', () => {
    const count = (a: string, b: string): number => {
      if (!a || !b) return a.length + b.length;
      const [restA, restB] = [a.slice(1), b.slice(1)];
      const ways = [count(restA, b) + 1, count(a, restB) + 1, count(restA, restB) + (a[0] === b[0] ? 0 : 1)];
      if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]) ways.push(count(a.slice(2), b.slice(2)) + 1);
      return Math.min(...ways);
    };
    const word = fc.string({ unit: fc.constantFrom(...'abc'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 2 }), (a, b, most) => {
        const slips = count(a, b);
        expect(slipsOf(cost(a, b, most))).toBe(slips > most ? Infinity : slips);
      }),
    );
  });

  it('gives up beyond the most', () => {
    expect(cost('invoice', 'invite', 1)).toBe(Infinity);
    expect(cost('abcdef', 'ghijkl')).toBe(Infinity);
    expect(cost('a', 'abcd')).toBe(Infinity);
  });

  it('finds a neighbour on the keyboard nearer than another letter', () => {
    expect(cost('invoide', 'invoice')).toBeLessThan(cost('invoipe', 'invoice'));
  });

  it('finds a word with the same first letter nearer', () => {
    expect(cost('mane', 'male')).toBeLessThan(cost('qale', 'male') + 1);
    expect(cost('hipping', 'shipping')).toBeGreaterThan(cost('shiping', 'shipping'));
  });
});

describe('keyboardOf', () => {
  it.each([
    ['en', 'y', 't', true],
    ['en', 'a', 'p', false],
    ['en', 's', 'w', true],
    ['en', 's', 'x', true],
    ['de-AT', 'z', 't', true],
    ['de', 'y', 't', false],
    ['fr', 'a', 'z', true],
    ['ru', 'й', 'ц', true],
    ['ru', 'й', 'ю', false],
    ['en', 'q', 'q', false],
  ])('on a keyboard for %s, %s beside %s: %s', (locale, a, b, near) => {
    expect(keyboardOf(locale)(a, b)).toBe(near);
    expect(keyboardOf(locale)(b, a)).toBe(near);
  });
});
