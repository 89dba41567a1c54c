import type { Analysis, VisitTerm } from './analysis.js';
import { keepsMarks } from './fold.js';
import { createFolding, withMark } from './folding.js';
import { visitGrams } from './grams.js';
import { foldPlural, foldsPlurals } from './plural.js';
import type { Run } from './run.js';
import type { CharKind } from './script.js';
import { visitWords } from './words.js';

const FOLDINGS = [createFolding(false), createFolding(true)];

/**
 * Visits the terms of a text in order of their beginning, as `analyse` gives them, without an object for each. Takes any string, lone
 * surrogates and all, in time that grows with its length.
 */
export function eachTerm(text: string, locale: string, analysis: Analysis, visit: VisitTerm): void {
  const stem = analysis.stem ?? (foldsPlurals(locale) ? foldPlural : (word: string) => word);
  const run: Run = { count: 0, same: true, chars: [], starts: [], ends: [] };
  const { chars, starts, ends } = run;
  let runKind: CharKind = 'break';
  const turnTo = (kind: CharKind): void => {
    if (runKind === 'word') visitWords(text, run, stem, visit);
    else if (run.count) visitGrams(text, run, runKind, analysis, visit);
    run.count = 0;
    run.same = true;
    runKind = kind;
  };
  FOLDINGS[+keepsMarks(locale)]!(text, (folded, start, end) => {
    const last = run.count - 1;
    if (folded.kind === 'mark') {
      if (last < 0) return;
      chars[last] = withMark(chars[last]!, folded.text);
      ends[last] = end;
      run.same = false;
      return;
    }
    if (folded.kind !== runKind) turnTo(folded.kind);
    if (runKind === 'break') return;
    const at = run.count++;
    run.same &&= folded.same && (!at || ends[at - 1] === start);
    chars[at] = folded;
    starts[at] = start;
    ends[at] = end;
  });
  turnTo('break');
}
