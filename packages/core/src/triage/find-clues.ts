// The clues that words give: each with its place in the text, what denies it and what makes it stronger.
import type { TriageClue, TriageSum } from './triage-types.js';
import type { WordFinder } from './read-words.js';
import { THEMES } from './themes.js';

/** Denies what follows it, with up to two words between in English; "can't" and "never" are not among them: "can't reach my hacked account", "never been so angry". */
const DENIAL =
  /(?:\b(?:not|isn'?t|aren'?t|wasn'?t|no|without|nothing)(?: [a-z]+){0,2} ?|(?:并非|没有?|不)(?:太|很|算|那么|特别)?)$/;

/** Makes what follows it stronger. */
const STRESS =
  /(?:\b(?:very|so|really|extremely|super|absolutely|completely|totally) |非常|特别|太|超级?|极其|真的|十分|实在|真)$/;

/** Sums whose words may be denied or stressed. */
const ADJUSTABLE: ReadonlySet<TriageSum> = new Set(['danger', 'urgency', 'upset']);

/**
 * Finds the words of all lists, in the order of the text. Of two that overlap and count for one sum the longer stays, among
 * equals the weightier. Denied words weigh 0, stressed ones 1 more; those of lists with negative weights are neither.
 *
 * @param folded The text as `foldText` gives it; `text` is the same as the customer wrote it.
 */
export function findClues(folded: string, text: string, finders: readonly WordFinder[]): TriageClue[] {
  const found = finders.flatMap(({ what, weight, pattern }) =>
    [...folded.matchAll(pattern)].flatMap(({ 0: words, index }) => {
      if (words === '') return [];
      const sum = THEMES[what][0];
      const span = { text: text.slice(index, index + words.length), start: index, end: index + words.length };
      const adjust = weight > 0 && ADJUSTABLE.has(sum);
      const before = folded.slice(Math.max(0, index - 40), index);
      return { what, sum, weight: adjust ? adjusted(weight, before) : weight, words: [span] };
    }),
  );
  return withoutOverlaps(found).sort((a, b) => startOf(a) - startOf(b));
}

function adjusted(weight: number, before: string): number {
  if (DENIAL.test(before)) return 0;
  return STRESS.test(before) ? weight + 1 : weight;
}

function withoutOverlaps(clues: readonly TriageClue[]): TriageClue[] {
  const kept: TriageClue[] = [];
  const byLength = [...clues].sort((a, b) => lengthOf(b) - lengthOf(a) || Math.abs(b.weight) - Math.abs(a.weight));
  for (const clue of byLength)
    if (!kept.some((other) => other.sum === clue.sum && overlap(other, clue))) kept.push(clue);
  return kept;
}

const startOf = ({ words }: TriageClue): number => words[0]!.start;
const endOf = ({ words }: TriageClue): number => words[0]!.end;
const lengthOf = (clue: TriageClue): number => endOf(clue) - startOf(clue);
const overlap = (a: TriageClue, b: TriageClue): boolean => startOf(a) < endOf(b) && startOf(b) < endOf(a);
