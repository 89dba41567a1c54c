// The engine of built packs: reads postings where they lie, as bytes. docs/pack-format.md tells the layout.
import type { Engine, Term } from '../engine.js';
import { firstOf } from '../first-of.js';
import { remember } from '../remember.js';
import { createByteReader } from './byte-reader.js';
import type { Dictionary } from './dictionary.js';
import { readTables, readWords } from './read-index.js';
import type { SavedIndex } from './saved-index.js';
import { createSearch } from './score-postings.js';

/** An engine with the dictionary that its texts were cut with. */
export interface LoadedIndex extends Engine {
  readonly dictionary: Dictionary;
}

/** What codes have and words have not: codes are their own terms. */
const SIGN = /[!-/:-@[-`{-~]/;

/**
 * Makes the engine of what `saveIndex` gave, in steps. `stem` must be the one that it was written with, `least` what always stays of a word that
 * it changes. Garbage finds wrongly or throws, and harms nothing: what was read must be checked before (`pack-files.ts`).
 */
export function* loadIndex(
  saved: SavedIndex,
  stem: (word: string) => string = (word) => word,
  least = 1,
): Generator<void, LoadedIndex> {
  const { bytes } = saved;
  const read = createByteReader(bytes);
  const tables = yield* readTables(read);
  const { dictionary, terms, starts } = yield* readWords(read, saved);
  const { size, word, from, find } = dictionary;
  /** The half byte where the postings of a word's term begin; 0 for a word at no place. */
  const startAt = (place: number): number => starts[terms[place]!] ?? 0;
  const frequencyAt = (start: number): number => start && createByteReader(bytes, start)();
  /** The same for a word that is asked for: its own, or that of any word with the same stem. */
  const startOfWord = remember((asked: string) => {
    let place = find(asked);
    if (place < 0) {
      const term = stem(asked);
      // Words of one stem begin alike, but for its last letters.
      const alike = term.slice(0, Math.max(least, term.length - 2));
      for (place = from(alike); place >= 0 && stem(word(place)) !== term;)
        if (++place >= size || !word(place).startsWith(alike)) place = -1;
    }
    return startAt(place);
  });
  const startOf = ({ term, word: made }: Term): number => (made ? startOfWord(made) : startAt(find(term)));
  return {
    dictionary,
    docCount: tables.docCount,
    frequency: (term) => frequencyAt(startOf(term)),
    *words() {
      for (let place = 0; place < size; place++) yield word(place);
    },
    startingWith(start, most = Infinity) {
      const found: { place: number; frequency: number }[] = [];
      for (let place = from(start), end = from(`${start}\uffff`); place < end; place++)
        if (word(place) !== start) found.push({ place, frequency: frequencyAt(startAt(place)) });
      return firstOf(found, most, (a, b) => b.frequency - a.frequency || a.place - b.place).map(({ place }) =>
        word(place),
      );
    },
    termOf: (known) => (find(known) < 0 ? undefined : SIGN.test(known) ? known : stem(known)),
    search: createSearch(tables, bytes, startOf),
  };
}
