import { nearSounds } from './near-sounds.js';
import type { Heard, SoundIndex } from './sound-index.js';

/** All words of two or more characters that sound like as many characters of a text from a place on. `nearly`: also those that sound nearly so. */
export function hearChars(text: string, from: number, nearly: boolean, { bySyllable, readings }: SoundIndex): Heard[] {
  const written: (readonly string[])[] = [];
  const soundsAt = (place: number): readonly string[] =>
    (written[place] ??= [
      ...new Set(readings(text[place]!).flatMap((sound) => (nearly ? nearSounds(sound) : [sound]))),
    ]);
  const heard = new Map<string, Heard>();
  for (const first of soundsAt(from))
    for (const term of bySyllable.get(first) ?? []) {
      const to = from + term.length;
      if (term.length < 2 || to > text.length || heard.has(term)) continue;
      let rare = false;
      let matches = true;
      for (let place = 0; matches && place < term.length; place++) {
        if (term[place] === text[from + place]) continue;
        const sounds = readings(term[place]!);
        const sound = sounds.find((each) => soundsAt(from + place).includes(each));
        matches = sound !== undefined;
        rare ||= sound !== sounds[0] || sound !== readings(text[from + place]!)[0];
      }
      if (matches) heard.set(term, { term, to, rare, nearly });
    }
  return [...heard.values()];
}
