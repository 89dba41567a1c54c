import { FITS, fitOf, type Fit } from './fit.js';

/** A line that may be suggested, with the form in which it is compared. */
export interface Line {
  readonly text: string;
  readonly folded: string;
}

/** The lines that go on from the folded `typed`, by how they do; in the order given. */
export function groupLines(typed: string, lines: readonly Line[]): Record<Fit, string[]> {
  const groups: Record<Fit, string[]> = { start: [], word: [], words: [], sound: [] };
  for (const { text, folded } of lines) {
    const fit = fitOf(typed, folded);
    if (fit) groups[fit].push(text);
  }
  return groups;
}

/** The first `limit` texts of the groups, best group first: none that folds to one before it, or to what was typed. */
export function bestTexts(
  groups: Readonly<Record<Fit, readonly string[]>>,
  typed: string,
  fold: (text: string) => string,
  limit: number,
): string[] {
  const seen = new Set(['', typed.trimEnd()]);
  const first: string[] = [];
  for (const text of FITS.flatMap((fit) => groups[fit])) {
    if (first.length >= limit) break;
    const key = fold(text).trimEnd();
    if (!seen.has(key)) first.push(text);
    seen.add(key);
  }
  return first;
}
