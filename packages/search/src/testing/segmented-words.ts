import { eachTerm } from '../analysis/each-term.js';
import type { IndexLanguage } from '../build-index.js';

/** The words of some texts in scripts without spaces, as a pack's build finds them; with `simplify`, of texts that are converted. */
export function segmentedWords(texts: readonly string[], locale: string, simplify?: (run: string) => string): string[] {
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
  const words = new Set<string>();
  const cut = (run: string): number[] => {
    for (const { segment } of segmenter.segment(run)) words.add(segment);
    return [run.length];
  };
  for (const text of texts) eachTerm(text, locale, { cut, ...(simplify && { simplify }) }, () => {});
  return [...words];
}

/** What the build knows of a language whose words are in `sources`. */
export function languageOf(
  sources: readonly { locale: string; title: string; body: unknown; summary?: string; keywords?: readonly string[] }[],
  locale: string,
): IndexLanguage {
  const own = sources.filter((source) => source.locale === locale);
  const texts = own.flatMap(({ title, body, summary = '', keywords = [] }) => [
    title,
    String(body),
    summary,
    ...keywords,
  ]);
  return { words: segmentedWords(texts, locale) };
}
