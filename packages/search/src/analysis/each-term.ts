import type { Analysis, VisitTerm } from './analysis.js';
import { keepsMarks } from './fold.js';
import { createFolding, withMark, type EachFolded } from './folding.js';
import { visitGrams } from './grams.js';
import type { Run } from './run.js';
import type { CharKind } from './script.js';
import { visitWords } from './words.js';

const FOLDINGS: EachFolded[] = [];

/**
 * Visits the terms of a text in order of their beginning, without an object for each. Takes any string, lone surrogates and all, in time
 * that grows with its length. Without a `stem` words stay as they are.
 */
export function eachTerm(text: string, locale: string, analysis: Analysis, visit: VisitTerm): void {
  const run: Run = { count: 0, chars: [], starts: [], ends: [] };
  const { chars, starts, ends } = run;
  let runKind: CharKind = 'break';
  const turnTo = (kind: CharKind): void => {
    if (runKind === 'word') visitWords(text, run, analysis, visit);
    else if (run.count) visitGrams(run, runKind, analysis, visit);
    run.count = 0;
    runKind = kind;
  };
  const marks = keepsMarks(locale);
  (FOLDINGS[+marks] ??= createFolding(marks))(text, (folded, start, end) => {
    let at = run.count;
    if (folded.kind === 'mark') {
      if (!at) return;
      chars[--at] = withMark(chars[at]!, folded.text);
    } else {
      if (folded.kind !== runKind) turnTo(folded.kind);
      if (runKind === 'break') return;
      at = run.count++;
      chars[at] = folded;
      starts[at] = start;
    }
    ends[at] = end;
  });
  turnTo('break');
}
