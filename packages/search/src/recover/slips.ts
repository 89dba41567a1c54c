import type { AreNeighbours } from './keyboard.js';

/** What one slip costs; less than a slip more tells apart words that are equally far. */
const SLIP = 8;

/** Slips that are forgiven in a word of this length: none under four letters, one up to seven, two from eight on. */
export function forgivenSlips(length: number): number {
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

/** Whole slips of a cost. */
export const slipsOf = (cost: number): number => Math.floor(cost / SLIP);

/**
 * How far two words are apart: eight for each letter left out, added, replaced, or swapped with its neighbour (optimal string
 * alignment, the restricted Damerau-Levenshtein distance), and one more where the replaced letter is no neighbour on the keyboard,
 * or where the words begin differently, which slips seldom do (Pollock and Zamora, "Automatic spelling correction in scientific and
 * scholarly text", 1984). Infinity for more than `most` slips.
 */
export function slipCost(a: string, b: string, most: number, areNeighbours: AreNeighbours): number {
  const tooMuch = SLIP * (most + 1);
  if (Math.abs(a.length - b.length) > most) return Infinity;
  let [beforeLast, last, row]: [number[], number[], number[]] = [[], [], []];
  for (let j = 0; j <= b.length; j++) last.push(j * SLIP);
  for (let i = 1; i <= a.length; i++) {
    row[0] = i * SLIP;
    let least = i > most ? tooMuch : row[0]!;
    const from = Math.max(1, i - most);
    const to = Math.min(b.length, i + most);
    if (from > 1) row[from - 1] = tooMuch;
    for (let j = from; j <= to; j++) {
      const x = a[i - 1]!;
      const y = b[j - 1]!;
      let cost = last[j - 1]! + (x === y ? 0 : areNeighbours(x, y) ? SLIP : SLIP + 1);
      cost = Math.min(cost, (last[j] ?? tooMuch) + SLIP, row[j - 1]! + SLIP);
      if (i > 1 && j > 1 && x === b[j - 2] && a[i - 2] === y)
        cost = Math.min(cost, (beforeLast[j - 2] ?? tooMuch) + SLIP);
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least >= tooMuch) return Infinity;
    row[to + 1] = tooMuch;
    [beforeLast, last, row] = [last, row, beforeLast];
  }
  const cost = last[b.length]!;
  return cost >= tooMuch ? Infinity : cost + (cost && a[0] !== b[0] ? 1 : 0);
}
