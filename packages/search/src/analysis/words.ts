import type { Analysis, VisitTerm } from './analysis.js';
import { codeAt } from './code.js';
import { textOf, type Run } from './run.js';

/** Longer words are cut for comparison: a dictionary is no place for a pasted file. */
const LONGEST_WORD = 64;

/**
 * The terms of a run with spaces around: the code that it begins, the word, and where it mixes letters and digits its parts: iphone15 gives
 * iphone15, iphone and 15. Nothing for what follows a word's apostrophe and says nothing of its own.
 */
export function visitWords(text: string, run: Run, analysis: Analysis, visit: VisitTerm): void {
  const { chars, starts, ends, count } = run;
  const add = (from: number, to: number): void =>
    visitWord(textOf(run, from, to), starts[from]!, ends[to - 1]!, analysis, visit);
  if (isRest(text, starts[0]!, count)) return;
  visitCode(text, starts[0]!, ends[count - 1]!, visit);
  add(0, count);
  let part = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count ? chars[i]!.digit === chars[i - 1]!.digit : !part) continue;
    add(part, i);
    part = i;
  }
}

/** The same of a run of letters and digits of ASCII, which stands in a text from `start` to before `end`. */
export function visitPlainWord(text: string, start: number, end: number, analysis: Analysis, visit: VisitTerm): void {
  if (isRest(text, start, end - start)) return;
  visitCode(text, start, end, visit);
  const run = text.slice(start, end).toLowerCase();
  visitWord(run, start, end, analysis, visit);
  if (/\d[a-z]|[a-z]\d/.test(run))
    for (const { 0: part, index: at } of run.matchAll(/\d+|\D+/g))
      visitWord(part, start + at, start + at + part.length, analysis, visit);
}

function visitWord(folded: string, start: number, end: number, { stem }: Analysis, visit: VisitTerm): void {
  // Half a letter cannot be written.
  const word = folded.length > LONGEST_WORD ? folded.slice(0, LONGEST_WORD).replace(/[\ud800-\udbff]$/, '') : folded;
  visit(stem?.(word) || word, word, start, end, false);
}

/** True for what stands behind the apostrophe of a word: it's, l'an. */
function isRest(text: string, start: number, count: number): boolean {
  return count < 3 && /\p{L}{2}['\u2019]$/u.test(text.slice(Math.max(0, start - 3), start));
}

function visitCode(text: string, start: number, end: number, visit: VisitTerm): void {
  const code = codeAt(text, start, end);
  const from = start - +code.startsWith('.');
  if (code) visit(code.toLowerCase(), undefined, from, from + code.length, false);
}
