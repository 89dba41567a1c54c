/** How much a match in each of `FIELDS` counts. Both engines use it, so that they rank alike. */
export const BOOSTS: readonly number[] = [4, 2, 2, 1];

/** BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", 2011): saturation, length norm, and floor for any match. */
export const BM25 = { k: 1.2, b: 0.7, d: 0.5 };

/** The share of a word that a prefix found: `longer` is the word, `typed` the length of the prefix. */
export function prefixShare(longer: number, typed: number): number {
  return (PREFIX_SHARE * longer) / (longer + 0.3 * (longer - typed));
}

/** What a word counts that begins with the last word of the query and is hardly longer. */
export const PREFIX_SHARE = 0.375;
