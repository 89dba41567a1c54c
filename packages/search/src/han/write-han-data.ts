import { HAN_BODY, HAN_MAGIC, HAN_VERSION, hanCheck } from './han-format.js';

/** What a file of Han data is made of. All characters are single UTF-16 units. */
export interface HanEntries {
  /** Toneless readings in lower-case ASCII of simplified characters, the commonest first, one to three each. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
  /** The simplified form of traditional characters; each has readings. */
  readonly simplified: ReadonlyMap<string, string>;
}

/**
 * The file that `readHanData` reads; the same entries in any order give the same bytes. The body is a row of numbers, seven bits a byte, the lowest
 * first, the eighth bit where more follow:
 * 1. the length of a text, and that text in ASCII: every syllable, the frequent first, with a space between;
 * 2. how many characters have readings; for each, by code, the step from the one before; for each, the place of its
 *    first syllable times 3 and how many more it has; the places of all those;
 * 3. how many characters have a simplified form; for each, by code, the step from the one before; for each, the place of that form
 *    among the characters of 2, less that of the one before, folded so that small steps of both signs are small.
 *
 * Throws TypeError where a simplified form has no readings.
 */
export function writeHanData({ readings, simplified }: HanEntries): Uint8Array {
  const syllables = byFrequency([...readings.values()].flat());
  const places = new Map(syllables.map((syllable, place) => [syllable, place]));
  const sounding = [...readings]
    .sort(byCode)
    .map(([char, sounds]) => ({ char, places: sounds.map((sound) => places.get(sound)!) }));
  const charPlaces = new Map(sounding.map(({ char }, place) => [char, place]));
  const forms = [...simplified].sort(byCode);
  const targets = forms.map(([, form]) => {
    const place = charPlaces.get(form);
    if (place === undefined) throw new TypeError(`No reading of ${form}`);
    return place;
  });
  const text = syllables.join(' ');
  const numbers = [
    text.length,
    ...codesOf(text),
    sounding.length,
    ...steps(sounding.flatMap(({ char }) => codesOf(char))),
    ...sounding.map(({ places: [first, ...more] }) => first! * 3 + more.length),
    ...sounding.flatMap(({ places: [, ...more] }) => more),
    forms.length,
    ...steps(forms.flatMap(([char]) => codesOf(char))),
    ...steps(targets).map((step) => (step < 0 ? -2 * step - 1 : 2 * step)),
  ];
  return withHead(Uint8Array.from(numbers.flatMap(bytesOf)));
}

function withHead(body: Uint8Array): Uint8Array {
  const file = new Uint8Array(HAN_BODY + body.length);
  file.set([...HAN_MAGIC, HAN_VERSION]);
  new DataView(file.buffer).setUint32(HAN_BODY - 4, hanCheck(body), true);
  file.set(body, HAN_BODY);
  return file;
}

function byFrequency(syllables: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const syllable of syllables) counts.set(syllable, (counts.get(syllable) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || byCode(a, b)).map(([syllable]) => syllable);
}

const byCode = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);
const codesOf = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));
const steps = (numbers: readonly number[]): number[] =>
  numbers.map((value, place) => value - (numbers[place - 1] ?? 0));

function bytesOf(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...bytesOf(value >> 7)];
}
