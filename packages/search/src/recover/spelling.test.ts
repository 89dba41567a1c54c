import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../in-steps.js';
import { keyboardOf } from './keyboard.js';
import { forgivenSlips, slipCost } from './slips.js';
import { createSpelling } from './spelling.js';
import type { Candidate, Dictionary } from './types.js';
import { listWords } from './word-list.js';

const aDictionary = (frequencies: Record<string, number>): Dictionary => ({
  terms: () => Object.keys(frequencies),
  frequency: (term) => (Object.hasOwn(frequencies, term) ? frequencies[term]! : 0),
});
const aSpelling = (frequencies: Record<string, number>, locale = 'en'): ((typed: string) => Candidate[]) => {
  const dictionary = aDictionary(frequencies);
  return createSpelling(atOnce(listWords(dictionary.terms())), dictionary, locale);
};
const meant = (typed: string, frequencies: Record<string, number>, locale = 'en'): string[] =>
  aSpelling(frequencies, locale)(typed).map(({ term }) => term);

describe('createSpelling', () => {
  it('puts fewer slips first, then neighbours on the keyboard, then the more frequent', () => {
    const frequencies = { shippong: 9, shipping: 2, chipping: 1, shopping: 20 };
    expect(meant('shippnig', frequencies)).toEqual(['shipping', 'shopping', 'shippong', 'chipping']);
    expect(meant('mouce', { mouse: 1, mouth: 9, mouge: 5 })).toEqual(['mouge', 'mouse']);
    expect(meant('mousd', { mouse: 1, mousy: 9 })).toEqual(['mouse', 'mousy']);
  });

  it('weighs what is nearer more, and nothing above 1', () => {
    const [one, two] = aSpelling({ shipping: 1, shopping: 1 })('shippnig');
    expect(one!.weight).toBeGreaterThan(two!.weight);
    expect(one!.weight).toBeLessThanOrEqual(1);
  });

  it('goes by the keyboard of the language', () => {
    const frequencies = { zahlen: 1, wahlen: 1 };
    expect(meant('tahlen', frequencies, 'de')[0]).toBe('zahlen');
    expect(meant('ошибуа', { ошибка: 1, ошибра: 9 }, 'ru')).toEqual(['ошибка', 'ошибра']);
  });

  it('finds words whose marks were left out, before all others', () => {
    expect(meant('nhap', { nhập: 1, nháp: 3, nhat: 9 }, 'vi')).toEqual(['nháp', 'nhập', 'nhat']);
    expect(meant('dang', { đăng: 1 }, 'vi')).toEqual(['đăng']);
    expect(meant('ma', { mã: 2, má: 1 }, 'vi')).toEqual(['mã', 'má']);
    expect(meant('λογος', { λόγος: 1 }, 'el')).toEqual(['λόγος']);
  });

  it('prefers the marks that were typed', () => {
    expect(meant('nhâp', { nhập: 1, nháp: 3 }, 'vi')[0]).toBe('nhập');
  });

  it('joins and splits words', () => {
    expect(meant('log in', { login: 1 })).toEqual(['login']);
    expect(meant('log-in', { login: 1 })).toEqual(['login']);
    expect(meant('wifirouter', { wifi: 1, router: 3 })).toEqual(['wifi router']);
  });

  it('rather mends one slip than splits', () => {
    expect(meant('shipings', { ship: 1, ings: 1, shipping: 1, shippings: 1 })[0]).toBe('shippings');
  });

  it.each(['order1243', 'pya', '', '登录', 'ab\ud800cd', '🙂🙂🙂🙂', 'x'.repeat(100_000)])(
    'leaves %.12s alone',
    (typed) => {
      expect(meant(typed, { order1234: 1, pay: 1, 登陆: 1 })).toEqual([]);
    },
  );

  it('never gives back what was typed, and never more than five', () => {
    const frequencies = Object.fromEntries([...'abcdefgh'].map((letter) => [`mous${letter}`, 1]));
    const found = meant('mouse', frequencies);
    expect(found).toHaveLength(5);
    expect(found).not.toContain('mouse');
  });

  it('finds the nearest of any dictionary, as comparing with every word does', () => {
    const word = fc.string({ unit: fc.constantFrom(...'abcdé'), minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(word, fc.uniqueArray(word, { maxLength: 30 }), (typed, terms) => {
        const bare = (text: string): string => text.replaceAll('é', 'e');
        const most = forgivenSlips(typed.length);
        const costs = terms
          .filter((term) => term !== typed)
          .map((term) => slipCost(bare(typed), bare(term), most, keyboardOf('en')));
        const least = Math.min(Infinity, ...costs);
        const frequencies = Object.fromEntries(terms.map((term) => [term, 1]));
        const [first] = meant(typed, frequencies).filter((term) => !term.includes(' '));
        if (least === Infinity) expect(first).toBeUndefined();
        else expect(slipCost(bare(typed), bare(first!), most, keyboardOf('en'))).toBe(least);
      }),
    );
  });

  it('takes any string', () => {
    const recover = aSpelling({ login: 1, nhập: 1, 登录: 1 });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) =>
        Array.isArray(recover(String.fromCharCode(...units))),
      ),
    );
  });
});
