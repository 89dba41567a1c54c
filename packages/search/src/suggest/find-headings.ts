import { sectionsOf } from '@helpkiosk/core';
import type { Found } from '../engine.js';
import { HEADING } from '../engines/lines.js';
import type { SearchSource } from '../search-source.js';

/** Articles that are read for their headings: as few as the list can show. */
const MOST_READ = 6;

/** The headings of the articles whose headings hold most of what was typed; none of an article that cannot be had or read. */
export async function findHeadings(
  { eachLine }: Pick<Found, 'eachLine'>,
  source: SearchSource,
  locale: string,
  idOf: (doc: number) => string | undefined,
): Promise<string[]> {
  const best: { doc: number; score: number; terms: number }[] = [];
  eachLine((doc, score, kind, terms) => void (kind === HEADING && best.push({ doc, score, terms })));
  best.sort((a, b) => b.terms - a.terms || b.score - a.score || a.doc - b.doc);
  const ids = [...new Set(best.map(({ doc }) => idOf(doc)))].filter((id) => id !== undefined).slice(0, MOST_READ);
  const read = async (id: string): Promise<string[]> => {
    try {
      const article = await source.article(locale, id);
      return article ? sectionsOf(article.tree).map(({ heading }) => heading) : [];
    } catch {
      return [];
    }
  };
  return (await Promise.all(ids.map(read))).flat();
}
