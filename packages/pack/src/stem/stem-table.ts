import { TABLES, type StemRules } from './tables.js';

/** Languages whose words follow the rules of another one's table. */
const SAME_AS: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

/**
 * The rules that fold the inflected words of a locale's language, 0.3 to 3.4 kB; null for a language without (nothing is stemmed then).
 * They do not depend on the pack's words: rules learned from a large text meet a query's unknown words better than those of a small help
 * centre, and the same table serves every pack. On questions over encyclopedia articles they find as much as the full Snowball stemmers
 * that they were learned from, or a little more.
 */
export function stemTable(locale: string): StemRules | null {
  const language = locale.toLowerCase().split(/[-_]/, 1)[0]!;
  const name = SAME_AS[language] ?? language;
  return Object.hasOwn(TABLES, name) ? TABLES[name]! : null;
}
