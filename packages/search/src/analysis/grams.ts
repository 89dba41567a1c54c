import type { Analysis, VisitTerm } from './analysis.js';
import { textOf, type Run } from './run.js';
import type { CharKind } from './script.js';

/**
 * The terms of a run of a script without spaces: its words where `analysis` can cut them (Korean never: pairs of syllables find more there),
 * else its characters and pairs of characters. No `Intl.Segmenter`, which differs between browsers: the same text gives the same terms everywhere.
 */
export function visitGrams(text: string, run: Run, kind: CharKind, analysis: Analysis, visit: VisitTerm): void {
  const { chars, starts, ends, count } = run;
  const folded = textOf(run, text, 0, count);
  const written = analysis.simplify?.(folded) ?? folded;
  const places = [0];
  for (let i = 0; i < count; i++) places.push(places[i]! + chars[i]!.text.length);
  const minors = !analysis.cut || analysis.minor;
  const add = (from: number, to: number, minor: boolean): void =>
    visit(written.slice(places[from], places[to]), undefined, starts[from]!, ends[to - 1]!, minor);
  if (kind === 'hangul' || !analysis.cut) {
    for (let i = 0; i < count; i++) {
      if (minors || count < 2) add(i, i + 1, count > 1);
      if (i + 1 < count) add(i, i + 2, false);
    }
    return;
  }
  let from = 0;
  for (const end of analysis.cut(written)) {
    let to = from;
    // A cut within a character and its marks moves to its end.
    while (to < count && places[to]! < end) to++;
    if (to === from) continue;
    add(from, to, false);
    for (let i = from; minors && to - from > 1 && i < to; i++) add(i, i + 1, true);
    from = to;
  }
}
