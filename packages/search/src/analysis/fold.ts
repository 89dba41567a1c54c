// A text is folded cluster by cluster (a character and what combines with it), so that each folded character
// still knows its place in the original text: normalising the whole text at once would lose it.

/**
 * Matches the clusters of a text, one after another; lone surrogates are clusters of their own. No more than thirty marks in one: the limit
 * of the Stream-Safe Text Format (UAX 15), because reordering marks takes time that grows with the square of their number.
 */
export const CLUSTERS = /.[\p{M}\u200d\uff9e\uff9f\u1160-\u11ff]{0,30}/gsu;

/** Most characters there are: what folding does to others would change nothing in them, and costs time. */
const PLAIN = /^[ -~\u4e00-\u9fff]$/;
const MEANINGLESS = /[\p{Cf}\p{Variation_Selector}\u0591-\u05c7\u0640\u064b-\u065f\u0670]/gu;

/**
 * One cluster in the form that is compared: compatibility forms and widths unified (NFKC), lower case, without format characters, variation
 * selectors and vowel points, and Latin and Greek letters without their marks unless `keepMarks`. May give no, one or several characters (㎏ gives kg).
 */
export function foldCluster(cluster: string, keepMarks: boolean): string {
  if (PLAIN.test(cluster)) return cluster.toLowerCase();
  const lower = cluster.normalize('NFKC').toLowerCase().replace(MEANINGLESS, '');
  return keepMarks || !/[\p{sc=Latin}\p{sc=Grek}]/u.test(lower)
    ? lower
    : lower.normalize('NFD').replace(/\p{Mn}/gu, '');
}

/** True for languages whose marks tell words apart even in a carefree query (measured for Vietnamese). */
export function keepsMarks(locale: string): boolean {
  return /^vi\b/i.test(locale);
}
