import type { HanData } from '../han/read-han-data.js';
import { cutPinyin } from './cut-pinyin.js';
import { findHomophones } from './homophones.js';
import { createSoundIndex, type SoundIndex } from './sound-index.js';
import { createSpelling } from './spelling.js';
import type { Candidate, Dictionary, Recovery } from './types.js';

/** Words whose spelling is remembered: a query may say one a thousand times. */
const MOST_WORDS = 500;

/** `han`: what the pack knows of Chinese characters; without it nothing is recovered by sound. `locale`: whose keyboard slips are judged by. */
export interface RecoveryOptions {
  han?: HanData | undefined;
  locale: string;
}

/** Recovery over a dictionary that stays as it is. It is read when first needed: once for spelling, once for sounds. */
export function createRecovery(dictionary: Dictionary, { han, locale }: RecoveryOptions): Recovery {
  let index: SoundIndex | undefined;
  const sounds = (data: HanData): SoundIndex => (index ??= createSoundIndex(dictionary.terms(), data));
  return {
    word: remembering(createSpelling(dictionary, locale)),
    pinyin: (typed) => (han ? cutPinyin(typed, sounds(han), dictionary) : null),
    homophone: (run) => (han ? findHomophones(run, sounds(han), dictionary) : null),
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
