import { HelpError } from '@helpkiosk/core';
import { HAN_BODY, HAN_MAGIC, HAN_VERSION, hanCheck } from './han-format.js';

/** What a pack knows of the Chinese characters that its texts use. */
export interface HanData {
  /**
   * The text with traditional characters in their simplified form. Its length in UTF-16 units stays; what is not in the data
   * stays as it is, as does everything outside the basic plane.
   */
  simplify(text: string): string;
  /** Toneless readings of a simplified character, the commonest first, ü as v; none for what is not in the data. */
  readings(char: string): readonly string[];
}

/**
 * Reads what `writeHanData` wrote. Throws HelpError `pack-incompatible` for another version and `pack-missing` (details: `reason`) for a
 * file that is none, is cut off or has a changed byte.
 */
export function readHanData(bytes: Uint8Array): HanData {
  if (bytes.length < HAN_BODY || HAN_MAGIC.some((byte, place) => bytes[place] !== byte)) refuse();
  if (bytes[4] !== HAN_VERSION) throw new HelpError('pack-incompatible', { reason: 'han', version: bytes[4] });
  let at = HAN_BODY;
  const check = bytes.subarray(at - 4, at).reduceRight((value, byte) => value * 256 + byte, 0);
  if (check !== hanCheck(bytes.subarray(at))) refuse();

  const take = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = bytes[at++] ?? refuse();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const takeText = (length: number): string => String.fromCharCode(...bytes.subarray(at, (at += length)));
  const takeChars = (): string[] => {
    const chars: string[] = [];
    let code = 0;
    for (let left = take(); left > 0; left--) chars.push(String.fromCharCode((code += take())));
    return chars;
  };
  const syllables = takeText(take()).split(' ');
  const takeSyllable = (place = take()): string => syllables[place] ?? refuse();

  const sounding = takeChars();
  const firsts = sounding.map(take);
  const readings = new Map<string, string[]>();
  sounding.forEach((char, i) => {
    const sounds = [takeSyllable(Math.floor(firsts[i]! / 3))];
    for (let more = firsts[i]! % 3; more > 0; more--) sounds.push(takeSyllable());
    readings.set(char, sounds);
  });
  const simplified = new Uint16Array(0x10000);
  let place = 0;
  for (const char of takeChars()) {
    const step = take();
    place += step & 1 ? -(step + 1) / 2 : step / 2;
    simplified[char.charCodeAt(0)] = (sounding[place] ?? refuse()).charCodeAt(0);
  }
  return {
    simplify(text) {
      let written = '';
      let done = 0;
      for (let i = 0; i < text.length; i++) {
        const other = simplified[text.charCodeAt(i)];
        if (!other) continue;
        written += text.slice(done, i) + String.fromCharCode(other);
        done = i + 1;
      }
      return written + text.slice(done);
    },
    readings: (char) => readings.get(char) ?? NONE,
  };
}

const NONE: readonly string[] = [];

function refuse(): never {
  throw new HelpError('pack-missing', { reason: 'han' });
}
