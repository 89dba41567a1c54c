// Words as ICU cuts them: used to make queries and by the peers that take a cutter.
import { languageOf, textOfDoc } from './documents.mjs';

const cutters = new Map();

/**
 * The words of a text in their order, without what holds neither letter nor digit.
 *
 * @param {string} text
 * @param {string} locale
 * @returns {string[]}
 */
export function wordsOf(text, locale) {
  const language = languageOf(locale);
  if (!cutters.has(language)) cutters.set(language, new Intl.Segmenter(language, { granularity: 'word' }));
  // By line: a segmenter holds on to the whole string for every word it gives.
  return text
    .split('\n')
    .flatMap((line) => [...cutters.get(language).segment(line)])
    .flatMap(({ segment }) => (/[\p{L}\p{N}]/u.test(segment) ? [segment] : []));
}

/**
 * In how many documents each lower-cased word occurs.
 *
 * @param {readonly object[]} docs
 * @param {string} locale
 * @returns {Map<string, number>}
 */
export function countDocsByWord(docs, locale) {
  const counts = new Map();
  for (const doc of docs)
    for (const word of new Set(wordsOf(textOfDoc(doc).toLowerCase(), locale)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
