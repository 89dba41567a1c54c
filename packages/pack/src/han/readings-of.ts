import { pinyin } from 'pinyin-pro';

/** The toneless readings of a Chinese character, the commonest first, ü as v; none for what has no reading in plain letters. */
export function readingsOf(char: string): string[] {
  const found = pinyin(char, { toneType: 'none', type: 'array', multiple: true, v: true });
  return [...new Set(found)].filter((sound) => sound !== char && /^[a-z]+$/.test(sound));
}
