import { createStemmer, type StemTable } from './stemmer.js';

const PLURALS_IN = /^(en|zh|ja|ko|th)\b/i;

/** True where Latin words are taken for English: in English, and in languages that are not themselves written in Latin letters. */
export function foldsPlurals(locale: string): boolean {
  return PLURALS_IN.test(locale);
}

/** The endings of English plurals. */
export const PLURALS: StemTable = { rules: 's1 ss0 us0 is0 ies3y xes2 ches2 shes2 sses2 zzes2', least: 3 };

/** An English noun in one form for singular and plural: invoices and invoice, boxes and box, policies and policy. Short words stay. */
export const foldPlural: (word: string) => string = createStemmer(PLURALS);
