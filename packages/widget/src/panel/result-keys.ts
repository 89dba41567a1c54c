import type { ShownResult, View } from '@helpkiosk/core';
import type { Session } from '../app/session.js';
import { nextActive } from '../parts/list-keys.js';
import { optionId, type SearchFieldProps } from '../parts/search-field.js';

/** The id of the list of results in the panel's root. */
export const LIST_ID = 'results';

/** Which result is selected; -1 while none is. */
export interface Selection {
  active: number;
  select(place: number): void;
}

/** What the results hold, in the order of the screen, one kind after the other: those of the question before, while the next one is asked. */
export function shownResults({ help: { stores } }: Session): readonly ShownResult[] {
  const now = stores.results.get();
  const answer = now.state === 'ready' ? now.answer : now.state === 'searching' ? now.previous : null;
  const results = answer?.results ?? [];
  const kinds = new Set(results.map(({ kind }) => kind));
  return [...kinds].flatMap((each) => results.filter(({ kind }) => kind === each));
}

/** Selects a result, so that the way back leads to it, and goes where it leads: to its article, at the section, or the instant of the video, that matched, unless it says where. */
export function openResult(session: Session, { select }: Selection, place: number): void {
  const result = shownResults(session)[place]!;
  select(place);
  session.help.go(result.view ?? { ...result, name: 'article' });
}

/** How the search field steers the list where the view has it: arrows select, Enter opens what is selected, or else the first. */
export function fieldKeys(
  session: Session,
  selection: Selection,
  view: View,
): Pick<SearchFieldProps, 'listId' | 'activeId' | 'onKey'> {
  const { length } = view.name === 'results' ? shownResults(session) : [];
  const { active, select } = selection;
  return {
    listId: length ? LIST_ID : undefined,
    activeId: active < 0 || active >= length ? undefined : optionId(LIST_ID, active),
    onKey(key) {
      const next = length ? nextActive(key, active, length) : null;
      if (next !== null) select(next);
      else if (key === 'Enter' && length) openResult(session, selection, Math.max(active, 0));
      else return false;
      return true;
    },
  };
}
