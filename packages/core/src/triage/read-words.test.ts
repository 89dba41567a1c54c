import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './fold-text.js';
import { readWords } from './read-words.js';
import { THEMES } from './themes.js';
import type { TriageWords } from './triage-types.js';
import { englishTriage } from './words/en.js';
import { TRADITIONAL } from './words/traditional.js';
import { chineseTriage } from './words/zh.js';

const found = (entry: string, text: string): string[] =>
  readWords([{ anger: { 1: entry } }]).flatMap(({ pattern }) =>
    [...foldText(text).matchAll(pattern)].map(([words]) => words),
  );

describe('readWords', () => {
  it('finds whole words, whatever their case and the space between', () => {
    expect(found('give up', 'I GIVE  up')).toEqual(['give  up']);
    expect(found('hell', 'hello shell')).toEqual([]);
  });

  it.each([
    ['crash*', 'it crashes', 'crashes'],
    ['ticket #', 'see ticket 4411 please', 'ticket 4411'],
    ["can't", 'i cant', 'cant'],
    ["can't", 'i can’t', "can't"],
    ['(lost/gone) today', 'all gone today', 'gone today'],
    ['charged … twice', 'charged my card twice', 'charged my card twice'],
    ['取消 … 扣', '我取消了还扣钱', '取消了还扣'],
    ['快 (一/)点', '快点', '快点'],
    ['app 坏', 'ＡＰＰ坏了', 'app坏'],
  ])('reads %s', (entry, text, words) => {
    expect(found(entry, text)).toEqual([words]);
  });

  it('keeps a gap within one sentence and short', () => {
    expect(found('charged … twice', 'I was charged. I rang twice')).toEqual([]);
    expect(found('charged … twice', `charged ${'for it '.repeat(8)}twice`)).toEqual([]);
  });

  it('leaves out themes that are not ours and entries without words', () => {
    const anger = { x: 'a', 2: ' | * | ()', 3: null };
    const words = { nonsense: { 1: 'a' }, constructor: { 1: 'a' }, safety: null, anger };
    expect(readWords([words as unknown as TriageWords])).toEqual([]);
  });

  it('makes a pattern of any entry', () => {
    const signs = fc.string({ unit: fc.constantFrom(..."ab急 *#…()/|\\[]{}?+.^$'-") });
    fc.assert(fc.property(signs, (entry) => void found(entry, 'ab 急')));
  });
});

describe('our lists of words', () => {
  const entries = [englishTriage, chineseTriage].flatMap(({ words }) =>
    Object.values(words).flatMap((byWeight) => Object.values(byWeight).flatMap((list) => list.split('|'))),
  );

  it('hold no empty entry, no entry twice in a theme, and balanced parens', () => {
    for (const entry of entries) {
      expect(entry.trim()).not.toBe('');
      expect(entry.split('(').length, entry).toBe(entry.split(')').length);
    }
    for (const { words } of [englishTriage, chineseTriage])
      for (const [theme, byWeight] of Object.entries(words)) {
        const own = Object.values(byWeight).flatMap((list) => list.split('|').map((entry) => entry.trim()));
        expect(new Set(own).size, theme).toBe(own.length);
      }
  });

  it('have a name in the table of themes', () => {
    for (const { words } of [englishTriage, chineseTriage])
      for (const theme of Object.keys(words)) expect(THEMES).toHaveProperty([theme]);
  });

  it('are written in simplified characters', () => {
    const traditional = [...TRADITIONAL].filter((_, place) => place % 2 === 0);
    expect(TRADITIONAL.length % 2).toBe(0);
    expect(entries.filter((entry) => traditional.some((sign) => entry.includes(sign)))).toEqual([]);
  });
});
