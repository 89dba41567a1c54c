// A text is folded cluster by cluster (a character and what combines with it), so that each folded character
// still knows its place in the original text: normalising the whole text at once would lose it.
import { SAME_LETTER } from './letters.js';

/**
 * Matches the clusters of a text, one after another; lone surrogates are clusters of their own. No more than thirty marks in one: the limit
 * of the Stream-Safe Text Format (UAX 15), because reordering marks takes time that grows with the square of their number.
 */
export const CLUSTERS = /.[\p{M}\u200d\uff9e\uff9f\u1160-\u11ff]{0,30}/gsu;

/** Format characters, variation selectors, tatweel, the vowel points of Hebrew and Arabic, and the Devanagari nukta. */
const MEANINGLESS = /[\p{Cf}\p{Variation_Selector}\u0591-\u05c7\u0640\u064b-\u065f\u0670\u093c]/gu;

/**
 * One cluster in the form that is compared: compatibility forms and widths unified (NFKC), lower case, without what means nothing to a search,
 * letters that are typed in several ways in one of them, Arabic digits as ASCII ones, and Latin and Greek letters without their marks. With
 * `keepMarks`, Latin marks and letters stay as they are. May give no, one or several characters (㎏ gives kg).
 */
export function foldCluster(cluster: string, keepMarks: boolean): string {
  const lower = cluster.normalize('NFKC').toLowerCase().replace(MEANINGLESS, '');
  if (keepMarks) return lower;
  return (/[\p{sc=Latin}\p{sc=Grek}]/u.test(lower) ? lower.normalize('NFD').replace(/\p{Mn}/gu, '') : lower)
    .replace(/[٠-٩۰-۹]/g, (digit) => `${digit.charCodeAt(0) & 15}`)
    .replace(/./gu, (letter) => SAME_LETTER.get(letter) ?? letter);
}

/** True for languages whose marks tell words apart even in a carefree query (measured for Vietnamese). */
export function keepsMarks(locale: string): boolean {
  return /^vi\b/i.test(locale);
}
