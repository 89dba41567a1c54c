// The engine of built packs: reads postings where they lie, as bytes. docs/pack-format.md tells the layout.
import type { Engine, Term } from '../engine.js';
import { firstOf } from '../first-of.js';
import { createByteReader } from './byte-reader.js';
import type { Dictionary } from './dictionary.js';
import { readTables, readTerms, readWords } from './read-index.js';
import type { SavedIndex } from './saved-index.js';
import { createSearch } from './score-postings.js';

/** An engine with the dictionary that its texts were cut with. */
export interface LoadedIndex extends Engine {
  readonly dictionary: Dictionary;
}

/** What codes have and words have not: codes are their own terms. */
const SIGN = /[!-/:-@[-`{-~]/;
const KNOWN_TERMS = 500;

/**
 * Makes the engine of what `saveIndex` gave, in steps. `stem` must be the one that it was written with, `least` what always stays of a word that
 * it changes. Garbage finds wrongly or throws, and harms nothing: what was read must be checked before (`pack-files.ts`).
 */
export function* loadIndex(
  saved: SavedIndex,
  stem: (word: string) => string = (word) => word,
  least = 1,
): Generator<void, LoadedIndex> {
  const tables = yield* readTables(saved.docs);
  const terms = yield* readTerms(saved.terms);
  const { dictionary, termOf } = yield* readWords(saved);
  const { size, word, from, find } = dictionary;
  const frequencyOf = (number: number): number => createByteReader(saved.postings, terms.starts[number])();
  const found = new Map<string, number>();
  /** The number of a term: that of the word it was made of, or of any word with the same stem; -1 where the index has none. */
  const numberOf = ({ term, word: made }: Term): number => {
    const key = made ?? term;
    let number = found.get(key);
    if (number === undefined) {
      let place = find(key);
      if (place < 0 && made !== undefined) {
        // Words of one stem begin alike, but for its last letters.
        const start = term.slice(0, Math.max(least, term.length - 2));
        for (place = from(start); place >= 0 && stem(word(place)) !== term;)
          if (++place >= size || !word(place).startsWith(start)) place = -1;
      }
      if (found.size > KNOWN_TERMS) found.clear();
      found.set(key, (number = termOf[place] ?? -1));
    }
    return number;
  };
  return {
    dictionary,
    docCount: tables.docCount,
    frequency(term) {
      const number = numberOf(term);
      return number < 0 ? 0 : frequencyOf(number);
    },
    *words() {
      for (let place = 0; place < size; place++) yield word(place);
    },
    startingWith(start, most = Infinity) {
      const found: { place: number; frequency: number }[] = [];
      for (let place = from(start), end = from(`${start}\uffff`); place < end; place++)
        if (word(place) !== start) found.push({ place, frequency: frequencyOf(termOf[place]!) });
      return firstOf(found, most, (a, b) => b.frequency - a.frequency || a.place - b.place).map(({ place }) =>
        word(place),
      );
    },
    termOf: (known) => (find(known) < 0 ? undefined : SIGN.test(known) ? known : stem(known)),
    search: createSearch(tables, terms, saved.postings, numberOf),
  };
}
