import type { HanData } from '../han/read-han-data.js';

const HAN = /\p{Script=Han}/u;
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
 * Whether some stretch of `line` sounds as the letters: whole syllables, the last one perhaps unfinished (`tuik`), or the first letter of each
 * (`tk`). Latin letters and digits in the line count as they are, whatever else stands in it is passed over. `line` is folded, in simplified characters.
 */
export function soundsLike(letters: string, line: string, { readings }: Pick<HanData, 'readings'>): boolean {
  const chars = [...line].filter((char) => /[\p{L}\p{N}]/u.test(char));
  const soundsOf = (char: string): readonly string[] => (HAN.test(char) ? readings(char) : [char]);
  const goesOn = (at: number, char: number, initials: boolean): boolean => {
    if (at === letters.length) return true;
    if (char === chars.length) return false;
    return soundsOf(chars[char]!).some((sound) => {
      if (initials) return sound[0] === letters[at] && goesOn(at + 1, char + 1, true);
      if (letters.startsWith(sound, at)) return goesOn(at + sound.length, char + 1, false);
      return sound.startsWith(letters.slice(at));
    });
  };
  return chars.some((char, at) => HAN.test(char) && (goesOn(0, at, false) || goesOn(0, at, true)));
}
