import type { HanData } from '../han/read-han-data.js';
import { cutPinyin } from './cut-pinyin.js';
import { findHomophones } from './homophones.js';
import { createSoundIndex } from './sound-index.js';
import { createSpelling } from './spelling.js';
import type { Candidate, Dictionary, Recovery } from './types.js';
import { listWords } from './word-list.js';

/** Words whose spelling is remembered: a query may say one a thousand times. */
const MOST_WORDS = 500;

/** `han`: what the pack knows of Chinese characters; without it nothing is recovered by sound. `locale`: whose keyboard slips are judged by. */
export interface RecoveryOptions {
  han?: HanData | undefined;
  locale: string;
}

/** Recovery over a dictionary that stays as it is, as work for `inSteps`: it is read once for spelling, and once for sounds. */
export function* createRecovery(dictionary: Dictionary, { han, locale }: RecoveryOptions): Generator<void, Recovery> {
  const words = yield* listWords(dictionary.terms());
  const sounds = han && (yield* createSoundIndex(dictionary.terms(), han));
  return {
    word: remembering(createSpelling(words, dictionary, locale)),
    pinyin: (typed) => (sounds ? cutPinyin(typed, sounds, dictionary) : null),
    homophone: (run) => (sounds ? findHomophones(run, sounds, dictionary) : null),
  };
}

function remembering(spell: (typed: string) => Candidate[]): (typed: string) => Candidate[] {
  const known = new Map<string, Candidate[]>();
  return (typed) => {
    const candidates = known.get(typed) ?? spell(typed);
    if (known.size > MOST_WORDS) known.clear();
    known.set(typed, candidates);
    return candidates;
  };
}
