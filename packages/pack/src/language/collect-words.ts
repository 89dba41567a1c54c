import { eachTerm } from '@helpkiosk/search';

/**
 * The words of texts in scripts without spaces (Chinese, Japanese, Thai, Lao, Khmer, Burmese), folded as an index folds them, by the
 * dictionaries of Node's ICU. A reader has no need of those: the words go into the index, and it cuts queries with them.
 */
export function collectWords(
  texts: Iterable<string>,
  locale: string,
  simplify?: (run: string) => string,
): ReadonlySet<string> {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const words = new Set<string>();
  const cut = (run: string): number[] => {
    for (const { segment } of segmenter.segment(run)) words.add(segment);
    return [run.length];
  };
  for (const text of texts) eachTerm(text, locale, { cut, ...(simplify && { simplify }) }, () => {});
  return words;
}
