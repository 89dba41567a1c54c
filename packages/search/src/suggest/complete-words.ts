import type { Found } from '../engine.js';
import type { TypedWords } from './find-words.js';
import { foldText } from './fold-text.js';
import type { Line } from './lines.js';

/** Single words at the most: the lines say more. */
const MOST_WORDS = 3;
/** A word in fewer documents is not one that many ask for. */
const FREQUENT = 3;

/** The typed text with its last word finished: only by words that some document holds together with the words before, the most frequent first. */
export function completeWords(
  { finished, continuations }: TypedWords,
  { scores, holds }: Pick<Found, 'scores' | 'holds'>,
  locale: string,
  lines: readonly Line[],
): string[] {
  const together = [...scores.keys()].filter((doc) => scores[doc] && finished.every((_, place) => holds(doc, place)));
  const completed: string[] = [];
  const said = new Set(finished.map(({ term }) => term));
  continuations.forEach(({ term, word, before, frequency }, place) => {
    if (completed.length === MOST_WORDS || frequency < FREQUENT || said.has(term)) return;
    if (!together.some((doc) => holds(doc, finished.length + place))) return;
    const written = writtenAs(word, locale, lines);
    if (written) completed.push(before + written);
  });
  return completed;
}

/** How a folded word is written: Latin and Greek words of languages with marks only as a title has them, for folding has taken the marks away. */
function writtenAs(word: string, locale: string, lines: readonly Line[]): string | undefined {
  if (/^en\b/.test(locale) || !/[\p{Script=Latin}\p{Script=Greek}]/u.test(word)) return word;
  for (const { text, folded } of lines) {
    if (!folded.includes(word)) continue;
    const found = text.match(/[\p{L}\p{M}\p{N}]+/gu)?.find((each) => foldText(each, false) === word);
    if (found) return found.toLocaleLowerCase(locale);
  }
  return undefined;
}
