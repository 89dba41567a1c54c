import { analyse } from '../analysis/analyse.js';
import type { PlanTerm, Term } from '../engine.js';
import type { LocaleIndex } from '../search-source.js';
import { lastWordOf } from './last-word.js';

const MOST_WORDS = 12;
/** Words that are looked at for one beginning: more begin with two letters only in a very large index. */
const MOST_READ = 2000;
/** Of a run without spaces, as much of its end is tried as the beginning of a word. */
const LONGEST_END = 8;
const SPACELESS = /^[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf]/;

/** A word of the index that goes on from what was typed. */
export interface Continuation extends Term {
  readonly word: string;
  /** What was typed before it, as it was typed. */
  readonly before: string;
  readonly frequency: number;
}

/** What was typed as terms of the index: those that are finished, and the words that the last one may become. */
export interface TypedWords {
  readonly finished: readonly Term[];
  /** The most frequent first; of the forms of one word the shortest. */
  readonly continuations: readonly Continuation[];
}

/** Looks the last word up in the dictionary of the index; at least two letters of it must be typed, one in scripts without spaces. */
export function findWords(
  text: string,
  fold: (text: string) => string,
  locale: string,
  index: LocaleIndex,
): TypedWords {
  const { before, word } = lastWordOf(text);
  for (const end of endsOf(fold(word).trimEnd())) {
    const continuations = continuationsOf(end, index).map((found) => ({
      ...found,
      before: before + word.slice(0, Math.max(0, word.length - end.length)),
    }));
    if (!continuations.length) continue;
    const finished = analyse(continuations[0]!.before, locale, index.analysis).filter(({ minor }) => !minor);
    return { finished, continuations };
  }
  return { finished: analyse(text, locale, index.analysis).filter(({ minor }) => !minor), continuations: [] };
}

/** The ends of a word that may begin one of the dictionary, longest first. */
function endsOf(word: string): string[] {
  if (!SPACELESS.test(word)) return [...word].length > 1 ? [word] : [];
  const longest = word.slice(-LONGEST_END);
  return [...longest].map((_, at, chars) => chars.slice(at).join(''));
}

function continuationsOf(start: string, { engine }: LocaleIndex): Omit<Continuation, 'before'>[] {
  const byTerm = new Map<string, Omit<Continuation, 'before'>>();
  const typed = engine.termOf(start);
  let read = 0;
  for (const word of engine.startingWith(start)) {
    if (++read > MOST_READ) break;
    const term = engine.termOf(word);
    const known = term === undefined ? undefined : byTerm.get(term);
    if (term === undefined || term === typed || (known && known.word.length <= word.length)) continue;
    byTerm.set(term, { term, word, frequency: engine.frequency({ term, word }) });
  }
  return [...byTerm.values()]
    .sort((a, b) => b.frequency - a.frequency || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_WORDS);
}

/** All of them as what is asked of an engine. */
export const termsOf = ({ finished, continuations }: TypedWords): PlanTerm[] =>
  [...finished, ...continuations].map(({ term, word }) => ({ term, weight: 1, ...(word && { word }) }));
