import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Analysis } from '../analysis/analysis.js';
import { eachTerm } from '../analysis/each-term.js';
import { createStemmer } from '../analysis/stemmer.js';
import { forMarking } from './for-marking.js';

const ENGLISH = createStemmer({ rules: 's1 ing3 ies3y ed2', least: 3 });
const ARABIC = createStemmer({ rules: 'ات2 ة1', least: 2, front: 'وال|ال|لل' });
const WORDS = [
  'refund',
  'Refunds',
  'refunding',
  'iPhone15',
  'v2.3.1',
  'naïve',
  'Straße',
  'is',
  "it's",
  'возврат',
  'الطلب',
  'والطلبات',
  'طلب',
  '退款',
  '多久',
  'ｆｕｌｌ',
  '٣',
];
const aText = fc.array(fc.oneof(fc.constantFrom(...WORDS), fc.string({ unit: 'binary', maxLength: 4 })), { maxLength: 12 }); // prettier-ignore

/** The terms of a text that are among some, with their places; and how many terms it has. */
function termsIn(text: string, locale: string, analysis: Analysis, wanted: ReadonlySet<string>) {
  const found: unknown[] = [];
  let length = 0;
  eachTerm(text, locale, analysis, (term, _word, start, end) => {
    length++;
    if (wanted.has(term)) found.push([term, start, end]);
  });
  return { found, length };
}

describe('forMarking', () => {
  it.each([
    ['en', { stem: ENGLISH }],
    ['ar', { stem: ARABIC }],
    ['ru', {}],
  ] as [string, Analysis][])('finds the same terms at the same places in %s, of as many', (locale, analysis) => {
    fc.assert(
      fc.property(aText, aText, (words, asked) => {
        const wanted = new Map<string, number>();
        eachTerm(asked.join(' '), locale, analysis, (term) => wanted.set(term, 1));
        const text = words.join(' ');
        const marking = forMarking(analysis, wanted);
        const whole = termsIn(text, locale, analysis, new Set(wanted.keys()));
        expect(termsIn(text, locale, marking, new Set(wanted.keys()))).toEqual(whole);
      }),
      { numRuns: 1000 },
    );
  });

  it('asks for the stems of words alone that may be terms', () => {
    const asked: string[] = [];
    const stem = (word: string): string => {
      asked.push(word);
      return ENGLISH(word);
    };
    eachTerm('Refunds are paid to the card', 'en', forMarking({ stem }, new Map([['refund', 1]])), () => {});
    expect(asked).toEqual(['refunds']);
  });
});
