import type { Heard, SoundIndex } from './sound-index.js';

/** The ways in which a syllable may stand among typed letters; the first is its own. */
export type Spellings = (syllable: string) => readonly string[];

/** All words that the letters from a place on may begin with. `breaks`: places that no syllable goes across. */
export function hearLetters(
  letters: string,
  from: number,
  breaks: ReadonlySet<number>,
  spellings: Spellings,
  { bySyllable, readings }: SoundIndex,
): Heard[] {
  const heard: Heard[] = [];
  const endOf = (spelling: string, at: number): number => {
    if (!letters.startsWith(spelling, at)) return 0;
    const end = at + spelling.length;
    for (let inside = at + 1; inside < end; inside++) if (breaks.has(inside)) return 0;
    return end;
  };
  const follow = (term: string, place: number, to: number, rare: boolean, nearly: boolean): void => {
    if (place === term.length) {
      heard.push({ term, to, rare, nearly });
      return;
    }
    const sounds = readings(term[place]!);
    for (const sound of sounds)
      for (const spelling of spellings(sound)) {
        const end = endOf(spelling, to);
        if (end) follow(term, place + 1, end, rare || sound !== sounds[0], nearly || spelling !== sound);
      }
  };
  for (const [syllable, words] of bySyllable)
    for (const spelling of spellings(syllable)) {
      const end = endOf(spelling, from);
      if (!end) continue;
      for (const word of words) follow(word, 1, end, readings(word[0]!)[0] !== syllable, spelling !== syllable);
    }
  return heard;
}
