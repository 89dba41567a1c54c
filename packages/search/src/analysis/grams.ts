import type { Analysis, VisitTerm } from './analysis.js';
import { textOf, type Run } from './run.js';
import type { CharKind } from './script.js';

/**
 * The terms of a run of a script without spaces: its words where `analysis` can cut them (Korean never: pairs of syllables find more there),
 * else its characters and pairs of characters. No `Intl.Segmenter`, which differs between browsers: the same text gives the same terms everywhere.
 */
export function visitGrams(
  run: Run,
  kind: CharKind,
  { simplify = (text) => text, cut, minor = !cut }: Analysis,
  visit: VisitTerm,
): void {
  const { starts, ends, count } = run;
  const written = simplify(textOf(run, 0, count));
  const places = [0];
  for (let i = 0; i < count; i++) places.push(places[i]! + run.chars[i]!.text.length);
  const add = (from: number, to: number, isMinor: boolean): void =>
    visit(written.slice(places[from], places[to]), undefined, starts[from]!, ends[to - 1]!, isMinor);
  if (kind === 'hangul' || !cut) {
    for (let i = 0; i < count; i++) {
      if (minor || count < 2) add(i, i + 1, count > 1);
      if (i + 1 < count) add(i, i + 2, false);
    }
    return;
  }
  let from = 0;
  for (const end of cut(written)) {
    let to = from;
    // A cut within a character and its marks moves to its end.
    while (to < count && places[to]! < end) to++;
    if (to === from) continue;
    add(from, to, false);
    for (let i = from; minor && to - from > 1 && i < to; i++) add(i, i + 1, true);
    from = to;
  }
}
