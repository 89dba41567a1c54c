import type { Analysis, VisitTerm } from './analysis.js';
import { keepsMarks } from './fold.js';
import { createFolding, withMark, type ClusterAt } from './folding.js';
import { visitGrams } from './grams.js';
import type { Run } from './run.js';
import type { CharKind } from './script.js';
import { visitPlainWord, visitWords } from './words.js';

const FOLDINGS: ClusterAt[] = [];

/**
 * Visits the terms of a text in order of their beginning, without an object for each. Takes any string, lone surrogates and all, in time
 * that grows with its length. Without a `stem` words stay as they are.
 */
export function eachTerm(text: string, locale: string, analysis: Analysis, visit: VisitTerm): void {
  const run: Run = { count: 0, chars: [], starts: [], ends: [] };
  const { chars, starts, ends } = run;
  let runKind = 'break' as CharKind;
  const turnTo = (kind: CharKind): void => {
    if (runKind === 'word') visitWords(text, run, analysis, visit);
    else if (run.count) visitGrams(run, runKind, analysis, visit);
    run.count = 0;
    runKind = kind;
  };
  const marks = keepsMarks(locale);
  const clusterAt = (FOLDINGS[+marks] ??= createFolding(marks));
  for (let start = 0, end = 0; start < text.length; start = end) {
    if (runKind !== 'word') {
      // Most words of most texts are letters and digits of ASCII between breaks: they need no folding but of their case.
      while (isPlain(text.charCodeAt(end))) end++;
      if (end > start && (end === text.length || clusterAt(text, end).isBreak)) {
        turnTo('break');
        visitPlainWord(text, start, end, analysis, visit);
        continue;
      }
    }
    const { folded, length } = clusterAt(text, start);
    end = start + length;
    for (let i = 0; i < folded.length; i++) {
      const char = folded[i]!;
      let at = run.count;
      if (char.kind === 'mark') {
        if (!at) continue;
        chars[--at] = withMark(chars[at]!, char.text);
      } else {
        if (char.kind !== runKind) turnTo(char.kind);
        if (runKind === 'break') continue;
        at = run.count++;
        chars[at] = char;
        starts[at] = start;
      }
      ends[at] = end;
    }
  }
  turnTo('break');
}

const isPlain = (code: number): boolean =>
  (code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123);
