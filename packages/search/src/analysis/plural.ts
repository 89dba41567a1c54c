const PLURALS_IN = /^(en|zh|ja|ko|th)\b/i;

/** True where Latin words are taken for English: in English, and in languages that are not themselves written in Latin letters. */
export function foldsPlurals(locale: string): boolean {
  return PLURALS_IN.test(locale);
}

/** An English noun in one form for singular and plural: invoices and invoice, boxes and box, policies and policy. Short words stay. */
export function foldPlural(word: string): string {
  if (word.length < 4 || !/[a-z]s$/.test(word) || /(ss|us|is)$/.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.slice(0, /(x|ch|sh|ss|zz)es$/.test(word) ? -2 : -1);
}
