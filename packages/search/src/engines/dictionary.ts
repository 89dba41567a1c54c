// The words of an index in one array of UTF-16 units, without a string for each: 100,000 words cost a megabyte, and milliseconds to read.

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

/** The dictionary of `ends.length` words: `units` are theirs, one word after the other, `ends` the places behind each. */
export function createDictionary(units: Uint16Array, ends: Uint32Array): Dictionary {
  const size = ends.length;
  const starts = new Uint32Array(size + 1);
  starts.set(ends, 1);
  // For each unit, the first place whose word begins with it or a later one: most of a search in one step.
  const firsts = new Uint32Array(0x10001);
  for (let place = 0; place < size; place++) firsts[units[starts[place]!]! + 1]!++;
  for (let unit = 0; unit < 0x10000; unit++) firsts[unit + 1]! += firsts[unit]!;
  /** Of the words from `low` to before `high`, alike up to `depth`, the first whose next unit is `unit` or later; one that ends there is before all. */
  const bound = (low: number, high: number, depth: number, unit: number): number => {
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = starts[middle]! + depth;
      if (at < starts[middle + 1]! && units[at]! >= unit) high = middle;
      else low = middle + 1;
    }
    return low;
  };
  const from = (start: string): number => {
    if (!start) return 0;
    let low = firsts[start.charCodeAt(0)]!;
    let high = firsts[start.charCodeAt(0) + 1]!;
    for (let depth = 1; depth < start.length && low < high; depth++) {
      low = bound(low, high, depth, start.charCodeAt(depth));
      high = bound(low, high, depth, start.charCodeAt(depth) + 1);
    }
    return low;
  };
  const word = (place: number): string => String.fromCharCode(...units.subarray(starts[place], starts[place + 1]));
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
      let low = firsts[text.charCodeAt(at)]!;
      let high = firsts[text.charCodeAt(at) + 1]!;
      for (let depth = 1; low < high; depth++) {
        if (starts[low + 1]! - starts[low]! === depth) lengths.push(depth);
        if (depth === longest || at + depth >= text.length) break;
        const unit = text.charCodeAt(at + depth);
        low = bound(low, high, depth, unit);
        high = bound(low, high, depth, unit + 1);
      }
      return lengths;
    },
  };
}

/** A dictionary of words that are sorted already, each once. */
export function dictionaryOf(words: readonly string[]): Dictionary {
  const text = words.join('');
  const units = Uint16Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  let end = 0;
  return createDictionary(
    units,
    Uint32Array.from(words, (word) => (end += word.length)),
  );
}
