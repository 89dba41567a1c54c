import type { HanData } from '../han/read-han-data.js';

const HAN = /\p{Script=Han}/u;
const LETTER = /[\p{L}\p{N}]/u;
/** A single letter begins too many syllables to mean one. */
const SHORTEST = 2;
const LONGEST = 60;

/** Letters typed for the sounds of Chinese characters, without spaces and apostrophes, ü as v; undefined for anything else. */
export function readSounds(typed: string): string | undefined {
  const letters = typed
    .toLowerCase()
    .replaceAll('ü', 'v')
    .replace(/[\s'’]/g, '');
  return /^[a-z]+$/.test(letters) && letters.length >= SHORTEST && letters.length <= LONGEST ? letters : undefined;
}

/**
 * Makes what tells whether some stretch of a line sounds as the letters: whole syllables, the last one perhaps unfinished (`tuik`), or the first letter of each
 * (`tk`). Latin letters and digits in a line count as they are, whatever else stands in it is passed over. Lines are folded, in simplified characters.
 */
export function listenFor(letters: string, { readings }: Pick<HanData, 'readings'>): (line: string) => boolean {
  /** What each character met so far sounds like; null for what is passed over. Thousands of lines are written with a few hundred. */
  const known = new Map<string, readonly string[] | null>();
  const soundsOf = (char: string): readonly string[] | null => {
    let sounds = known.get(char);
    if (sounds === undefined)
      known.set(char, (sounds = HAN.test(char) ? readings(char) : LETTER.test(char) ? [char] : null));
    return sounds;
  };
  const goesOn = (chars: readonly string[], at: number, char: number, initials: boolean): boolean => {
    if (at === letters.length) return true;
    if (char === chars.length) return false;
    const sounds = soundsOf(chars[char]!);
    if (!sounds) return goesOn(chars, at, char + 1, initials);
    return sounds.some((sound) => {
      if (initials) return sound[0] === letters[at] && goesOn(chars, at + 1, char + 1, true);
      if (letters.startsWith(sound, at)) return goesOn(chars, at + sound.length, char + 1, false);
      return sound.startsWith(letters.slice(at));
    });
  };
  const begins = (char: string): boolean =>
    !!soundsOf(char)?.some((sound) => sound[0] === letters[0]) && HAN.test(char);
  return (line) => {
    const chars = [...line];
    return chars.some((char, at) => begins(char) && (goesOn(chars, 0, at, false) || goesOn(chars, 0, at, true)));
  };
}
