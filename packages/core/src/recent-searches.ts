import type { KeyValueStore, Store } from './contracts.js';
import { currentView, type Navigation } from './navigation.js';
import { createStore } from './store.js';

const KEY = 'recent-searches';
const LIMIT = 5;
const LONGEST = 200;

/** What was searched for on this device, newest first, five at the most; it leaves the device with a ticket alone, shown before and if the customer wants it. */
export interface RecentSearches {
  readonly recent: Store<readonly string[]>;
  /** Forgets all of them; the returned function brings them back. */
  forget(): () => void;
  /** Ends the watching; what is stored stays. */
  stop(): void;
}

/**
 * Remembers the text of every search that led to an article. What the store holds is read at once; whatever goes wrong with the
 * store, the list is kept for as long as the page lives.
 */
export function createRecentSearches(navigation: Store<Navigation>, store: KeyValueStore): RecentSearches {
  const recent = createStore<readonly string[]>([]);
  const write = (change: (kept: readonly string[]) => readonly string[]): void => {
    recent.update(change);
    store.update(KEY, (kept) => change(textsOf(kept))).catch(() => {}); // the list on screen stands all the same
  };
  let searched = searchedIn(navigation.get());
  const stop = navigation.subscribe((now) => {
    if (searched && currentView(now).name === 'article') {
      const text = searched;
      write((kept) => withText(kept, text));
    }
    searched = searchedIn(now);
  });
  store.get(KEY).then(
    (kept) => recent.update((fresh) => textsOf(kept).reduceRight(withText, []).reduce(appendText, fresh)),
    () => {},
  );
  return {
    recent,
    forget() {
      const before = recent.get();
      write(() => []);
      return () => write((since) => before.reduce(appendText, since));
    },
    stop,
  };
}

function searchedIn(state: Navigation): string | null {
  const view = currentView(state);
  return view.name === 'results' ? view.text.trim().slice(0, LONGEST) || null : null;
}

const withText = (texts: readonly string[], text: string): readonly string[] =>
  [text, ...texts.filter((each) => each !== text)].slice(0, LIMIT);

const appendText = (texts: readonly string[], text: string): readonly string[] =>
  texts.includes(text) ? texts : [...texts, text].slice(0, LIMIT);

/** What the store holds may have been written by anybody. */
function textsOf(kept: unknown): readonly string[] {
  return Array.isArray(kept)
    ? kept.filter((text): text is string => typeof text === 'string' && text !== '' && text.length <= LONGEST)
    : [];
}
