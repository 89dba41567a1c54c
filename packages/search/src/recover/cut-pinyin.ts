import { cheapestPath, type Step } from './cheapest-path.js';
import { groupByEnd } from './group-by-end.js';
import { hearLetters, type Spellings } from './hear-letters.js';
import { nearSounds } from './near-sounds.js';
import { readPinyinLetters, type PinyinLetters } from './pinyin-letters.js';
import { rankHeard } from './rank-heard.js';
import type { Heard, SoundIndex } from './sound-index.js';
import type { Dictionary, Segment } from './types.js';
import { wordCost } from './word-cost.js';

/** Longer ones are pasted, not typed. */
const LONGEST_TYPED = 128;
/** What it costs to leave a stretch between two breaks as it is, and for each of its letters. */
const LEFT = 20;
const LEFT_LETTER = 2;
/** What it costs more to hear a word only nearly, in an unusual reading, and across a space. */
const NEARLY = 5;
const RARE = 1;
const ACROSS = 4;
const INITIALS = /^[a-z]{2,6}$/;

/** A stretch of letters and the words heard in it; none for one that is left as it is. */
interface Stretch extends Step {
  readonly words: readonly Heard[];
}

/**
 * Toneless pinyin as words of a dictionary: few, long and frequent ones. Syllables may stand together or apart (`denglu`, `deng lu`,
 * `deng'lu`); no syllable goes across a space. What stands between spaces and is no pinyin is left as it is. A second look takes
 * z for zh, n for l, an for ang and the like. Two to six letters that are nothing else are taken for the first letters of syllables (`dl`).
 * Null where most of the letters that do not stand as single syllables are no words of two or more syllables: then they are another language.
 */
export function cutPinyin(typed: string, sounds: SoundIndex, dictionary: Dictionary): Segment[] | null {
  const read = typed.length <= LONGEST_TYPED ? readPinyinLetters(typed) : null;
  if (!read) return null;
  let path = cut(read, (syllable) => [syllable], sounds, dictionary);
  if (!isWhole(path) || !says(path!, read)) path = cut(read, cached(nearSounds), sounds, dictionary) ?? path;
  if (path && says(path, read)) return segmentsOf(path, read, dictionary);
  return INITIALS.test(typed) ? cutInitials(read, sounds, dictionary) : null;
}

const isWhole = (path: readonly Stretch[] | undefined): boolean => !!path?.every(({ words }) => words.length);

function cached(spellings: Spellings): Spellings {
  const known = new Map<string, readonly string[]>();
  return (syllable) => {
    const found = known.get(syllable) ?? spellings(syllable);
    known.set(syllable, found);
    return found;
  };
}

function cut(
  read: PinyinLetters,
  spellings: Spellings,
  sounds: SoundIndex,
  dictionary: Dictionary,
): Stretch[] | undefined {
  const { letters, breaks } = read;
  const stops = [...breaks, letters.length];
  return cheapestPath<Stretch>(letters.length, (from) => {
    const steps = stretchesFrom(from, stops, hearLetters(letters, from, breaks, spellings, sounds), dictionary);
    const to = stops.find((stop) => stop > from)!;
    if (from === 0 || breaks.has(from)) steps.push({ from, to, cost: LEFT + LEFT_LETTER * (to - from), words: [] });
    return steps;
  });
}

function cutInitials(read: PinyinLetters, sounds: SoundIndex, dictionary: Dictionary): Segment[] | null {
  const { letters, breaks } = read;
  const path = cheapestPath<Stretch>(letters.length, (from) => {
    const heard = hearLetters(letters, from, breaks, (syllable) => [syllable[0]!], sounds);
    const words = heard.filter(({ term }) => term.length > 1);
    return stretchesFrom(from, [letters.length], words, dictionary);
  });
  return path ? segmentsOf(path, read, dictionary) : null;
}

function stretchesFrom(
  from: number,
  stops: readonly number[],
  heard: readonly Heard[],
  dictionary: Dictionary,
): Stretch[] {
  return [...groupByEnd(heard)].map(([to, all]) => {
    const same = all.filter(({ nearly }) => !nearly);
    const words = same.length ? same : all;
    const across = stops.filter((stop) => stop > from && stop < to).length * ACROSS;
    return { from, to, words, cost: across + Math.min(...words.map((each) => hearingCost(each, dictionary))) };
  });
}

const hearingCost = ({ term, rare, nearly }: Heard, dictionary: Dictionary): number =>
  wordCost(term, dictionary) + (rare ? RARE : 0) + (nearly ? NEARLY : 0);

function says(path: readonly Stretch[], { letters, breaks }: PinyinLetters): boolean {
  if (path.length === 1) return !!path[0]!.words.length && letters.length > 1;
  const isStop = (place: number): boolean => place === 0 || place === letters.length || breaks.has(place);
  let inWords = 0;
  let others = 0;
  for (const { from, to, words } of path)
    if (words.some(({ term }) => term.length > 1)) inWords += to - from;
    else if (!words.length || !isStop(from) || !isStop(to)) others += to - from;
  return inWords > 0 && inWords >= others;
}

function segmentsOf(path: readonly Stretch[], { offsets }: PinyinLetters, dictionary: Dictionary): Segment[] {
  return path.flatMap(({ from, to, words }) =>
    words.length
      ? [{ start: offsets[from]!, end: offsets[to - 1]! + 1, candidates: rankHeard(words, dictionary) }]
      : [],
  );
}
