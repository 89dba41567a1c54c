import { sectionsOf } from '@helpkiosk/core';
import type { EngineDoc } from './engine.js';
import type { IndexedDoc, SearchableArticle } from './pack-format.js';

/** The entry of a result list for an article; what goes without saying is left out. */
export function docOf({ id, title, kind, category, url, summary }: SearchableArticle): IndexedDoc {
  return {
    id,
    title,
    ...(kind && kind !== 'article' ? { kind } : {}),
    ...(category ? { category } : {}),
    ...(url ? { url } : {}),
    ...(summary ? { summary } : {}),
  };
}

/** The text of an article by field, as it is searched. */
export function engineDocOf({ title, tree, summary, keywords = [] }: SearchableArticle): EngineDoc {
  const sections = sectionsOf(tree);
  const lines = (texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('\n');
  return {
    title,
    keywords: lines(keywords),
    heading: lines(sections.map(({ heading }) => heading)),
    body: lines([summary, ...sections.map(({ text }) => text)]),
    summary,
  };
}
