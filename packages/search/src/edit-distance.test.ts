import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from './edit-distance.js';

describe('editDistance', () => {
  it.each([
    ['refund', 'refund', 0],
    ['refnud', 'refund', 1],
    ['refun', 'refund', 1],
    ['reffund', 'refund', 1],
    ['rexund', 'refund', 1],
    ['invocies', 'invoice', 2],
    ['ca', 'abc', 3],
  ])('counts the slips between %s and %s as %i', (a, b, distance) => {
    expect(editDistance(a, b, 5)).toBe(distance);
  });

  it('is Infinity past the most that is asked for', () => {
    expect(editDistance('refund', 'password', 2)).toBe(Infinity);
  });

  it('is the same in both directions', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(fc.property(word, word, (a, b) => editDistance(a, b, 9) === editDistance(b, a, 9)));
  });

  it('is at most one after one slip', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 2, maxLength: 12 }), fc.nat(), (word, seed) => {
        const at = seed % (word.length - 1);
        const swapped = word.slice(0, at) + word[at + 1]! + word[at]! + word.slice(at + 2);
        expect(editDistance(word, swapped, 2)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
