import { clusterEnd, foldCluster, keepsMarks } from './fold.js';
import { addGrams } from './grams.js';
import { foldsPlurals } from './plural.js';
import { charKind, type CharKind } from './script.js';
import type { Run, Token } from './token.js';
import { addWords } from './words.js';

const MOST_MARKS = 16;

/**
 * The terms of a text, in order of their beginning. Indexes and queries use it alike. Takes any string, lone surrogates and all, in
 * time that grows with its length. `locale` decides only whether marks are kept (Vietnamese) and English plurals folded.
 */
export function analyse(text: string, { locale }: { locale: string }): Token[] {
  const marks = keepsMarks(locale);
  const plurals = foldsPlurals(locale);
  const tokens: Token[] = [];
  let run: Run = { chars: [], starts: [], ends: [] };
  let runKind: CharKind = 'break';
  const flush = (): void => {
    if (!run.chars.length) return;
    if (runKind !== 'word') addGrams(run, tokens);
    else if (!isElision(text, run)) addWords(run, plurals, tokens);
    run = { chars: [], starts: [], ends: [] };
  };
  const take = (char: string, start: number, end: number): void => {
    const kind = charKind(char);
    if (kind === 'mark' || kind === 'skip') {
      const last = run.chars.length - 1;
      if (last < 0) return;
      if (kind === 'mark' && run.chars[last]!.length < MOST_MARKS) run.chars[last] += char;
      run.ends[last] = end;
      return;
    }
    if (kind !== runKind) flush();
    runKind = kind;
    if (kind === 'break') return;
    run.chars.push(char);
    run.starts.push(start);
    run.ends.push(end);
  };
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = clusterEnd(text, start);
    for (const char of foldCluster(text.slice(start, end), marks)) take(char, start, end);
  }
  flush();
  return tokens;
}

/** True for what follows a word's apostrophe and says nothing of its own: 's, 't, 'll. */
function isElision(text: string, { chars, starts }: Run): boolean {
  const start = starts[0]!;
  return chars.length < 3 && start > 2 && /\p{L}{2}['\u2019]/u.test(text.slice(start - 3, start));
}
