import { remember } from '../remember.js';

/** Endings of words and what becomes of them. JSON-safe. */
export interface StemTable {
  /** Rules between spaces: an ending, the number of units that go, and what comes in their place. `ies3y s1 ss0` are three. */
  readonly rules: string;
  /** So many units of a word must stay, or it is not changed. */
  readonly least: number;
  /** Beginnings that go before the ending does, with `|` between them, where a language joins small words to the front of others. */
  readonly front?: string;
}

const LONGEST_ENDING = 8;

/** A stemmer from a table: the rule with the longest ending of a word is applied, and no other. */
export function createStemmer({ rules, least, front }: StemTable): (word: string) => string {
  const byEnding = new Map<string, readonly [number, string]>();
  for (const [, ending, cut, put] of rules.matchAll(/([^\d ]+)(\d)([^\d ]*)/g)) byEnding.set(ending!, [+cut!, put!]);
  const beginning = front && new RegExp(`^(${front})(?=.{${least}})`);
  return remember((word) => {
    const rest = beginning ? word.replace(beginning, '') : word;
    for (let from = Math.max(0, rest.length - LONGEST_ENDING); from < rest.length; from++) {
      const rule = byEnding.get(rest.slice(from));
      if (!rule) continue;
      const kept = rest.length - rule[0];
      return kept < least ? rest : rest.slice(0, kept) + rule[1];
    }
    return rest;
  });
}
