import type { HanData } from '../han/read-han-data.js';
import { STEP } from './word-list.js';

/** The Chinese words of a dictionary, so laid out that those which begin with a sound are at hand. */
export interface SoundIndex {
  /** The readings of a character, the usual one first. */
  readings(char: string): readonly string[];
  /** The words that begin with a character which may be read so, by the syllable. */
  readonly bySyllable: ReadonlyMap<string, readonly string[]>;
}

/** A Chinese word heard in a stretch of a text. */
export interface Heard {
  readonly term: string;
  /** Where the stretch ends. */
  readonly to: number;
  /** True where one of its characters is not read as it mostly is. */
  readonly rare: boolean;
  /** True where a syllable only sounds nearly so. */
  readonly nearly: boolean;
}

/** Words of more characters are not looked for by sound. */
export const LONGEST_TERM = 8;
const HAN_TERM = /^[\u3400-\u9fff]{1,8}$/;

/** Reads a dictionary once, as work for `inSteps`. Costs no more than a look at the first character of each word. */
export function* createSoundIndex(terms: Iterable<string>, { readings }: HanData): Generator<void, SoundIndex> {
  const byFirst = new Map<string, string[]>();
  let count = 0;
  for (const term of terms) {
    if (++count % STEP === 0) yield;
    if (HAN_TERM.test(term)) add(byFirst, term[0]!, [term]);
  }
  yield;
  const bySyllable = new Map<string, string[]>();
  for (const [first, words] of byFirst) for (const reading of readings(first)) add(bySyllable, reading, words);
  return { readings, bySyllable };
}

function add(groups: Map<string, string[]>, key: string, items: readonly string[]): void {
  const group = groups.get(key);
  if (!group) groups.set(key, [...items]);
  else for (const item of items) group.push(item);
}
