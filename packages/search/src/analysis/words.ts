import type { Analysis, VisitTerm } from './analysis.js';
import { codeAt } from './code.js';
import { textOf, type Run } from './run.js';

/** Longer words are cut for comparison: a dictionary is no place for a pasted file. */
const LONGEST_WORD = 64;

/**
 * The terms of a run with spaces around: the code that it begins, the word, and where it mixes letters and digits its parts: iphone15 gives
 * iphone15, iphone and 15. Nothing for what follows a word's apostrophe and says nothing of its own.
 */
export function visitWords(text: string, run: Run, { stem = (word) => word }: Analysis, visit: VisitTerm): void {
  const { chars, starts, ends, count } = run;
  const start = starts[0]!;
  if (count < 3 && /\p{L}{2}['\u2019]$/u.test(text.slice(Math.max(0, start - 3), start))) return;
  const code = codeAt(text, start, ends[count - 1]!);
  const from = start - +code.startsWith('.');
  if (code) visit(code.toLowerCase(), undefined, from, from + code.length, false);
  const add = (from: number, to: number): void => {
    let word = textOf(run, from, Math.min(to, from + LONGEST_WORD)).slice(0, LONGEST_WORD);
    if (word.length === LONGEST_WORD) word = word.replace(/[\ud800-\udbff]$/, ''); // half a letter cannot be written
    visit(stem(word) || word, word, starts[from]!, ends[to - 1]!, false);
  };
  add(0, count);
  let part = 0;
  for (let i = 1; i <= count; i++) {
    if (i < count ? chars[i]!.digit === chars[i - 1]!.digit : !part) continue;
    add(part, i);
    part = i;
  }
}
