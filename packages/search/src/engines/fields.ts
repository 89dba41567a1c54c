// How much a match in each field counts. Both engines use it, so that they rank alike.

/** The fields of a document in the order in which lists of figures go. */
export const FIELDS = ['title', 'keywords', 'heading', 'body'] as const;

/** The factor of each of `FIELDS`. A single line counts as a title does. */
export const BOOSTS: readonly number[] = [4, 2, 2, 1];

/** BM25+ (Lv and Zhai, "Lower-bounding term frequency normalization", 2011): saturation, length norm, and floor for any match. */
export const BM25 = { k: 2, b: 0.7, d: 0.5 };

/** What a field adds for a term: `times` in it, among `length` different terms against the `average`; `holding` of `count` documents have it there. */
export function fieldScore(times: number, length: number, average: number, holding: number, count: number): number {
  const rarity = Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
  const norm = BM25.k * (1 - BM25.b + (BM25.b * length) / average);
  return rarity * (BM25.d + (times * (BM25.k + 1)) / (times + norm));
}
