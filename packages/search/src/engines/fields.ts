// How much a match in each field counts. Both engines use it, so that they rank alike.

/** The fields of a document in the order in which lists of figures go. */
export const FIELDS = ['title', 'heading', 'keywords', 'body'] as const;

/** The factor of a single line, which counts as a title does, and of each of `FIELDS`. */
export const BOOSTS: readonly number[] = [4, 4, 2, 2, 1];

/** BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", 2011): saturation, length norm, and floor for any match. */
export const BM25 = { k: 2, b: 0.7, d: 0.5 };

/** How much a term says that `holding` of `count` documents or lines have in a field. */
export function rarityOf(holding: number, count: number): number {
  return Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
}

/** What a field adds for a term, as a multiple of its rarity: `times` in it, `length` times as many different terms as the average. */
export function fieldScore(times: number, length: number): number {
  return BM25.d + (times * (BM25.k + 1)) / (times + BM25.k * (1 - BM25.b + BM25.b * length));
}
