// Precision, recall and F1 of what was decided beside what is right.

/**
 * Scores each class that is right or was decided somewhere.
 *
 * @param {readonly {right: string, decided: string}[]} pairs
 * @returns {{name: string, precision: number, recall: number, f1: number, count: number}[]} A ratio of nothing is NaN.
 */
export function scoresOf(pairs, names) {
  return names.map((name) => {
    const hits = pairs.filter(({ right, decided }) => right === name && decided === name).length;
    const decided = pairs.filter((pair) => pair.decided === name).length;
    const count = pairs.filter(({ right }) => right === name).length;
    return { name, precision: hits / decided, recall: hits / count, f1: (2 * hits) / (decided + count), count };
  });
}

/** The share of pairs that agree. */
export const accuracyOf = (pairs) => pairs.filter(({ right, decided }) => right === decided).length / pairs.length;

/** Rows: what is right; columns: what was decided. */
export function confusionOf(pairs, names) {
  return names.map((right) =>
    names.map((decided) => pairs.filter((pair) => pair.right === right && pair.decided === decided).length),
  );
}
