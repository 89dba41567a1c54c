// The labelled sentences: our own, each with the decision that a careful person would take knowing nothing but the text.
import { readFile } from 'node:fs/promises';

/** The languages that have a file `sentences.LANGUAGE.tsv`. */
export const LANGUAGES = ['en', 'zh'];

/**
 * Reads a language's sentences: `{language, route, priority, mood, text, part}`. The part depends on nothing but the
 * text: a third is `held-out`, the rest is for `tuning`.
 */
export async function readSentences(language) {
  const table = await readFile(new URL(`sentences.${language}.tsv`, import.meta.url), 'utf8');
  const [, ...lines] = table.trim().split('\n');
  return lines.map((line) => {
    const [route, priority, mood, text] = line.split('\t');
    return { language, route, priority, mood, text, part: hashOf(text) % 3 === 0 ? 'held-out' : 'tuning' };
  });
}

/** FNV-1a over the bytes of the text, its bits mixed once more so that the remainder of a division is even. */
export function hashOf(text) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return (hash ^ (hash >>> 15)) >>> 0;
}
