import { cheapestPath, type Step } from './cheapest-path.js';
import { groupByEnd } from './group-by-end.js';
import { hearChars } from './hear-chars.js';
import { rankHeard, sharedPlaces } from './rank-heard.js';
import { LONGEST_TERM, type Heard, type SoundIndex } from './sound-index.js';
import type { Dictionary, Segment } from './types.js';
import { wordCost } from './word-cost.js';

/** What follows is left as it is: a query says what it wants in far fewer. */
const LONGEST_RUN = 64;
/** A run of so few is a word of its own, and may be all wrong. */
const LONGEST_ALONE = 4;
/** In longer runs something always sounds nearly like something. */
const LONGEST_NEARLY = LONGEST_TERM;
/** What it costs more to take a stretch for a word that sounds the same, that sounds nearly the same, and that has none of its characters. */
const OTHER = 9;
const NEARLY = 5;
const UNSHARED = 8;
const UNKNOWN = 16;

/** A stretch of a run and the words heard in it; none for one that stays. */
interface Stretch extends Step {
  readonly words: readonly Heard[];
}

/**
 * The stretches of a run of Chinese characters that are no word of the dictionary but sound like one (登路 for 登录), by the likeliest reading of
 * the whole run; in a short run where none does, those that sound nearly so (z for zh, n for l, an for ang). Words of the dictionary stay, and so does what is
 * made of nothing but words of two or more characters. Null where all of it stays.
 */
export function findHomophones(run: string, sounds: SoundIndex, dictionary: Dictionary): Segment[] | null {
  const text = run.slice(0, LONGEST_RUN);
  const found = replaced(text, false, sounds, dictionary);
  if (found.length) return found;
  const nearly = text.length <= LONGEST_NEARLY ? replaced(text, true, sounds, dictionary) : [];
  return nearly.length ? nearly : null;
}

function replaced(text: string, nearly: boolean, sounds: SoundIndex, dictionary: Dictionary): Segment[] {
  const known = (from: number, to: number): boolean => dictionary.frequency(text.slice(from, to)) > 0;
  const path = cheapestPath<Stretch>(text.length, (from) => [
    ...wordsFrom(text, from, known, dictionary),
    ...soundsFrom(text, from, known, hearChars(text, from, nearly, sounds), dictionary),
  ]);
  return (path ?? []).flatMap(({ from, to, words }) =>
    words.length ? [{ start: from, end: to, candidates: rankHeard(words, dictionary, text.slice(from, to)) }] : [],
  );
}

type Known = (from: number, to: number) => boolean;

function wordsFrom(text: string, from: number, known: Known, dictionary: Dictionary): Stretch[] {
  const steps: Stretch[] = [];
  for (let to = from + 1; to <= text.length && to - from <= LONGEST_TERM; to++) {
    const cost = known(from, to) ? wordCost(text.slice(from, to), dictionary) : UNKNOWN;
    if (cost !== UNKNOWN || to === from + 1) steps.push({ from, to, cost, words: [] });
  }
  return steps;
}

function soundsFrom(
  text: string,
  from: number,
  known: Known,
  heard: readonly Heard[],
  dictionary: Dictionary,
): Stretch[] {
  const steps: Stretch[] = [];
  for (const [to, words] of groupByEnd(heard)) {
    if (isMadeOfWords(from, to, known)) continue;
    const written = text.slice(from, to);
    const costs = words.map(
      ({ term, nearly }) =>
        wordCost(term, dictionary) +
        (nearly ? NEARLY : 0) +
        (text.length <= LONGEST_ALONE || sharedPlaces(term, written) ? 0 : UNSHARED),
    );
    steps.push({ from, to, words, cost: OTHER + Math.min(...costs) });
  }
  return steps;
}

/** True for a stretch that is one known word of two or more characters, or several. */
function isMadeOfWords(from: number, to: number, known: Known): boolean {
  if (from === to) return true;
  for (let end = from + 2; end <= to; end++) if (known(from, end) && isMadeOfWords(end, to, known)) return true;
  return false;
}
