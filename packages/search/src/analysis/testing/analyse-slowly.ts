// The analysis written for reading, not for speed: one regular expression at a time, a cluster at a time. `analyse` must give the same for
// everything but the two things that came on top: whole codes, and the letters of letters.ts, which `settle` adds here.
import { foldPlural, foldsPlurals } from '../plural.js';
import type { Token } from '../token.js';

type Kind = 'word' | 'gram' | 'hangul' | 'mark' | 'break';
type Run = { text: string; readonly start: number; end: number }[];

const CLUSTERS = /.[\p{M}\u200d\uff9e\uff9f\u1160-\u11ff]{0,30}/gsu;
const MEANINGLESS = /[\p{Cf}\p{Variation_Selector}\u0591-\u05c7\u0640\u064b-\u065f\u0670]/gu;
const GRAM =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u30fc\p{sc=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}]/u;
const MOST_MARKS = 16;
const LONGEST_WORD = 64;

/** What `analyse` gives for a text, slowly. `settle` is applied to each folded cluster. */
export function analyseSlowly(text: string, locale: string, settle = (folded: string): string => folded): Token[] {
  const marks = /^vi\b/i.test(locale);
  const plurals = foldsPlurals(locale);
  const tokens: Token[] = [];
  let run: Run = [];
  let runKind: Kind = 'break';
  const flush = (): void => {
    if (runKind !== 'word') addGrams(run, tokens);
    else if (!isElision(text, run)) addWords(run, plurals, tokens);
    run = [];
  };
  for (const { 0: cluster, index: start } of text.matchAll(CLUSTERS)) {
    const end = start + cluster.length;
    for (const char of settle(foldCluster(cluster, marks))) {
      const kind = kindOf(char);
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

function foldCluster(cluster: string, keepMarks: boolean): string {
  const lower = cluster.normalize('NFKC').toLowerCase().replace(MEANINGLESS, '');
  return keepMarks || !/[\p{sc=Latin}\p{sc=Grek}]/u.test(lower)
    ? lower
    : lower.normalize('NFD').replace(/\p{Mn}/gu, '');
}

function kindOf(char: string): Kind {
  if (/\p{M}/u.test(char)) return 'mark';
  if (!/[\p{L}\p{N}]/u.test(char)) return 'break';
  return GRAM.test(char) ? 'gram' : /\p{sc=Hang}/u.test(char) ? 'hangul' : 'word';
}

function isElision(text: string, run: Run): boolean {
  const { start } = run[0]!;
  return run.length < 3 && start > 2 && /\p{L}{2}['\u2019]/u.test(text.slice(start - 3, start));
}

function tokenOf(run: Run, from: number, to: number, minor = false): Token {
  const part = run.slice(from, to);
  return { term: part.map(({ text }) => text).join(''), start: part[0]!.start, end: part.at(-1)!.end, minor };
}

function addGrams(run: Run, into: Token[]): void {
  for (let i = 0; i < run.length; i++) {
    into.push(tokenOf(run, i, i + 1, run.length > 1));
    if (i + 1 < run.length) into.push(tokenOf(run, i, i + 2));
  }
}

function addWords(run: Run, plurals: boolean, into: Token[]): void {
  const isDigit = (at: number): boolean => /\p{N}/u.test(run[at]!.text);
  const add = (from: number, to: number): void => {
    const token = tokenOf(run, from, to);
    const word = token.term.slice(0, LONGEST_WORD).replace(/[\ud800-\udbff]$/, '');
    into.push({ ...token, word, term: plurals ? foldPlural(word) : word });
  };
  add(0, run.length);
  let from = 0;
  for (let i = 1; i <= run.length; i++) {
    if (i < run.length ? isDigit(i) === isDigit(i - 1) : from === 0) continue;
    add(from, i);
    from = i;
  }
}
