import { CLUSTERS, foldCluster, keepsMarks } from './fold.js';
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
export function analyse(text: string, locale: string): Token[] {
  const marks = keepsMarks(locale);
  const plurals = foldsPlurals(locale);
  const tokens: Token[] = [];
  let run: Run = [];
  let runKind: CharKind = 'break';
  const flush = (): void => {
    if (runKind !== 'word') addGrams(run, tokens);
    else if (!isElision(text, run)) addWords(run, plurals, tokens);
    run = [];
  };
  for (const { 0: cluster, index: start } of text.matchAll(CLUSTERS)) {
    const end = start + cluster.length;
    for (const char of foldCluster(cluster, marks)) {
      const kind = charKind(char);
      if (kind === 'mark') {
        const last = run.at(-1);
        if (!last) continue;
        if (last.text.length < MOST_MARKS) last.text += char;
        last.end = end;
      } else {
        if (kind !== runKind) flush();
        runKind = kind;
        if (kind !== 'break') run.push({ text: char, start, end });
      }
    }
  }
  flush();
  return tokens;
}

/** True for what follows a word's apostrophe and says nothing of its own: 's, 't, 'll. */
function isElision(text: string, run: Run): boolean {
  const { start } = run[0]!;
  return run.length < 3 && start > 2 && /\p{L}{2}['\u2019]/u.test(text.slice(start - 3, start));
}
