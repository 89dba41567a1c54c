import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compare } from '../compare.js';
import { dictionaryOf } from './dictionary.js';

/** Words of few units, so that many share their beginnings; the first and the last unit there is, and halves of astral letters among them. */
const aUnit = fc.constantFrom('a', 'b', '发', '\u0000', '\uffff', '\ud835', '\udd04');
const aWord = fc.array(aUnit, { minLength: 1, maxLength: 5 }).map((units) => units.join(''));
const aText = fc.array(aUnit, { maxLength: 8 }).map((units) => units.join(''));
const sorted = fc.uniqueArray(aWord, { maxLength: 30 }).map((words) => words.sort(compare));

describe('dictionaryOf', () => {
  it('gives each word by its place', () => {
    fc.assert(
      fc.property(sorted, (words) => {
        const dictionary = dictionaryOf(words);
        expect(Array.from({ length: dictionary.size }, (_, place) => dictionary.word(place))).toEqual(words);
      }),
    );
  });

  it('finds what a plain sorted list finds', () => {
    fc.assert(
      fc.property(sorted, aText, (words, text) => {
        const dictionary = dictionaryOf(words);
        const first = words.findIndex((word) => compare(word, text) >= 0);
        expect(dictionary.from(text)).toBe(first < 0 ? words.length : first);
        expect(dictionary.find(text)).toBe(words.indexOf(text));
        words.forEach((word, place) => expect(dictionary.find(word)).toBe(place));
      }),
      { numRuns: 300 },
    );
  });

  it('tells the lengths of all words that a text goes on with', () => {
    fc.assert(
      fc.property(sorted, aText, fc.integer({ min: 1, max: 6 }), (words, text, longest) => {
        const dictionary = dictionaryOf(words);
        for (let at = 0; at < text.length; at++) {
          const lengths = words.filter((word) => text.startsWith(word, at)).map(({ length }) => length);
          const wanted = lengths.filter((length) => length <= longest).sort((a, b) => a - b);
          expect(dictionary.lengthsAt(text, at, longest)).toEqual(wanted);
        }
      }),
      { numRuns: 300 },
    );
  });
});
