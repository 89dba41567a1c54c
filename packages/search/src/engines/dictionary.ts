// The words of an index in one text, without a string for each: 100,000 words cost a megabyte, and milliseconds to read.

/** Words sorted by code unit; the place of a word is its number. */
export interface Dictionary {
  readonly size: number;
  word(place: number): string;
  /** The place of a word, or -1. */
  find(word: string): number;
  /** The first place whose word is not before `start`; `size` if there is none. */
  from(start: string): number;
  /** The lengths of the words that a text goes on with from `at`, shortest first, `longest` units at most. */
  lengthsAt(text: string, at: number, longest: number): readonly number[];
}

/** The dictionary of `ends.length` words: `all` is one after the other, `ends` the places behind each. */
export function createDictionary(all: string, ends: Uint32Array): Dictionary {
  const size = ends.length;
  const startOf = (place: number): number => (place ? ends[place - 1]! : 0);
  const word = (place: number): string => all.slice(startOf(place), ends[place]);
  const from = (start: string): number => firstPlace(0, size, (place) => word(place) >= start);
  /** Of the words from `low` to before `high`, alike up to `depth`, those whose next unit is `unit`. */
  const narrow = (low: number, high: number, depth: number, unit: number): readonly [number, number] => {
    const reaches = (wanted: number) => (place: number) => {
      const at = startOf(place) + depth;
      return at < ends[place]! && all.charCodeAt(at) >= wanted;
    };
    const first = firstPlace(low, high, reaches(unit));
    return [first, firstPlace(first, high, reaches(unit + 1))];
  };
  const ranges: (readonly [number, number])[] = [];
  return {
    size,
    word,
    from,
    find(wanted) {
      const place = from(wanted);
      return place < size && word(place) === wanted ? place : -1;
    },
    lengthsAt(text, at, longest) {
      const lengths: number[] = [];
      const unit = text.charCodeAt(at);
      let [low, high] = (ranges[unit] ??= narrow(0, size, 0, unit));
      for (let depth = 1; depth <= longest && low < high; depth++) {
        if (ends[low]! - startOf(low) === depth) lengths.push(depth);
        [low, high] = narrow(low, high, depth, text.charCodeAt(at + depth));
      }
      return lengths;
    },
  };
}

/** The first of the places from `low` to before `high` that passes, where all behind it do too; `high` if none does. */
export function firstPlace(low: number, high: number, passes: (place: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** A dictionary of words that are sorted already, each once. */
export function dictionaryOf(words: readonly string[]): Dictionary {
  let end = 0;
  return createDictionary(
    words.join(''),
    Uint32Array.from(words, (word) => (end += word.length)),
  );
}
