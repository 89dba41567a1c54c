import { FITS, fitOf, type Fit } from './fit.js';

/** A line that may be suggested, with the form in which it is compared. */
export interface Line {
  readonly text: string;
  readonly folded: string;
}

/** Lines that are looked at before the page may do something else: two milliseconds of a slow one. */
const STEP = 500;

/** The lines that go on from the folded `typed`, by how they do, in the order given; those that do not, but that `hears` knows by their sound, as `sound`. To be run in steps. */
export function* groupLines(
  typed: string,
  lines: readonly Line[],
  hears: (folded: string) => boolean = () => false,
): Generator<void, Record<Fit, string[]>> {
  const groups: Record<Fit, string[]> = { start: [], word: [], words: [], sound: [] };
  for (const [place, { text, folded }] of lines.entries()) {
    const fit = fitOf(typed, folded) ?? (hears(folded) ? 'sound' : undefined);
    if (fit) groups[fit].push(text);
    if (place % STEP === STEP - 1) yield;
  }
  return groups;
}

/** Texts, or lines, with the form that `fold` gives them, to be run in steps. */
export function* foldLines<T extends Pick<Line, 'text'>>(
  texts: readonly T[],
  fold: (given: T) => string,
): Generator<void, Line[]> {
  const lines: Line[] = [];
  for (const given of texts) {
    lines.push({ text: given.text, folded: fold(given) });
    if (lines.length % STEP === 0) yield;
  }
  return lines;
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
