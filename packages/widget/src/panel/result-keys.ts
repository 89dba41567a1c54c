import { currentView, type SearchResult } from '@helpkiosk/core';
import type { Session } from '../app/session.js';

/** The id of the list of results in the panel's root. */
export const LIST_ID = 'results';

/** The results that are on screen: those of the question before, while the next one is asked. */
export function shownResults({ help: { stores } }: Session): readonly SearchResult[] {
  const now = stores.results.get();
  if (currentView(stores.navigation.get()).name !== 'results') return [];
  if (now.state === 'ready') return now.answer.results;
  return now.state === 'searching' ? (now.previous?.results ?? []) : [];
}

/** Goes to the article of a result, at the section that matched. */
export function openResult({ help }: Session, { articleId, locale, sectionId }: SearchResult): void {
  help.go({ name: 'article', articleId, locale, ...(sectionId ? { sectionId } : {}) });
}
