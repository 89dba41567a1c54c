// The engine of built packs: reads postings where they lie, as bytes. docs/pack-format.md tells the layout.
import type { Engine, Found, Hit, LineHit, PlanTerm, Term } from '../engine.js';
import { createByteReader } from './byte-reader.js';
import { createDictionary, type Dictionary } from './dictionary.js';
import { BOOSTS, fieldScore } from './fields.js';
import { LINE_KINDS } from './lines.js';
import type { SavedIndex } from './saved-index.js';

/** An engine with the dictionary that its texts were cut with. */
export interface LoadedIndex extends Engine {
  readonly dictionary: Dictionary;
}

/** What codes have and words have not: codes are their own terms. */
const SIGN = /[!-/:-@[-`{-~]/;

/** Lengths in numbers of different terms. `kinds`: 0 title, 1 summary, 2 heading. `lengths`: four a document, in the order of `FIELDS`. */
interface Tables {
  readonly docCount: number;
  readonly owners: readonly number[];
  readonly kinds: readonly number[];
  readonly lineLengths: readonly number[];
  readonly lengths: readonly number[];
  /** The average length of each of `FIELDS`, and of the lines. */
  readonly averages: readonly number[];
}

/** Where the postings of each term begin, and which lists it has. */
interface Terms {
  readonly starts: readonly number[];
  readonly lists: readonly number[];
}

/**
 * The engine of what `saveIndex` gave. `stem` must be the one that it was written with. Garbage finds wrongly or throws, and harms nothing: what was
 * read must be checked before (`pack-files.ts`).
 */
export function loadIndex(saved: SavedIndex, stem: (word: string) => string = (word) => word): LoadedIndex {
  const tables = readTables(saved.docs);
  const terms = readTerms(saved.terms);
  const { dictionary, termOf } = readWords(saved);
  const numberOf = createTermFinder(dictionary, termOf, stem);
  const read = (number: number): (() => number) => createByteReader(saved.postings, terms.starts[number]);
  const wordsFrom = function* (start: string): Generator<string> {
    for (let place = dictionary.from(start); place < dictionary.size; place++) {
      const word = dictionary.word(place);
      if (!word.startsWith(start)) return;
      if (word !== start) yield word;
    }
  };
  return {
    dictionary,
    docCount: tables.docCount,
    frequency(term) {
      const number = numberOf(term);
      return number < 0 ? 0 : read(number)();
    },
    words: () => wordsFrom(''),
    startingWith: wordsFrom,
    termOf: (word) => (dictionary.find(word) < 0 ? undefined : SIGN.test(word) ? word : stem(word)),
    search: (plan) => search(plan, tables, (term) => readPostings(numberOf(term), terms, read)),
  };
}

function readTables(bytes: Uint8Array): Tables {
  const read = createByteReader(bytes);
  const [owners, kinds, lineLengths, lengths]: number[][] = [[], [], [], []];
  const docCount = read();
  for (let doc = 0; doc < docCount; doc++) {
    let title = 0;
    for (let left = read(); left > 0; left--) {
      const line = read();
      owners!.push(doc);
      kinds!.push(line % 3);
      lineLengths!.push((line - (line % 3)) / 3);
      if (line % 3 === 0) title = line / 3;
    }
    lengths!.push(title, read(), read(), read());
  }
  const averages = BOOSTS.map(() => 0);
  lengths!.forEach((length, i) => (averages[i % BOOSTS.length]! += length / docCount));
  averages.push(lineLengths!.reduce((sum, length) => sum + length, 0) / owners!.length);
  return { docCount, owners: owners!, kinds: kinds!, lineLengths: lineLengths!, lengths: lengths!, averages };
}

function readTerms(bytes: Uint8Array): Terms {
  const read = createByteReader(bytes);
  const [starts, lists]: number[][] = [[], []];
  let start = 0;
  for (let left = read(); left > 0; left--) {
    const head = read();
    starts!.push(start);
    lists!.push(head & 7);
    start += head >>> 3;
  }
  return { starts: starts!, lists: lists! };
}

function readWords({ words, text }: SavedIndex): { dictionary: Dictionary; termOf: Uint32Array } {
  const read = createByteReader(words);
  const count = read();
  const units = new Uint16Array(read());
  const ends = new Uint32Array(count);
  const termOf = new Uint32Array(count);
  const own = new TextDecoder().decode(text);
  let [from, to, start, terms] = [0, 0, 0, 0];
  for (let place = 0; place < count; place++) {
    const shared = read();
    units.copyWithin(to, start, start + shared);
    start = to;
    to += shared;
    for (let left = read(); left > 0; left--) units[to++] = own.charCodeAt(from++);
    ends[place] = to;
    const back = read();
    termOf[place] = back ? terms - back : terms++;
  }
  return { dictionary: createDictionary(units, ends), termOf };
}

/** The number of a term: that of the word it was made of, or of any word with the same stem; -1 where the index has none. */
function createTermFinder(
  words: Dictionary,
  termOf: Uint32Array,
  stem: (word: string) => string,
): (term: Term) => number {
  const find = ({ term, word }: Term): number => {
    const exact = words.find(word ?? term);
    if (exact >= 0) return termOf[exact]!;
    if (word === undefined) return -1;
    // Words of one stem begin alike, but for its last letters.
    const start = term.slice(0, Math.max(1, term.length - 2));
    for (let place = words.from(start); place < words.size; place++) {
      const known = words.word(place);
      if (!known.startsWith(start)) break;
      if (stem(known) === term) return termOf[place]!;
    }
    return -1;
  };
  const found = new Map<string, number>();
  return (term) => {
    const key = term.word ?? term.term;
    let number = found.get(key);
    if (number === undefined) {
      if (found.size > 500) found.clear();
      found.set(key, (number = find(term)));
    }
    return number;
  };
}

/** Pairs of place and count, in ascending order of places. */
type Pairs = readonly number[];
interface Postings {
  readonly lines: Pairs;
  readonly keywords: Pairs;
  readonly body: Pairs;
}
const NONE: Postings = { lines: [], keywords: [], body: [] };

function readPostings(number: number, { lists }: Terms, readerOf: (number: number) => () => number): Postings {
  if (number < 0) return NONE;
  const read = readerOf(number);
  const has = lists[number]!;
  const docs = read();
  const readPairs = (list: number): Pairs => {
    const pairs: number[] = [];
    if (!(has & list)) return pairs;
    let place = 0;
    for (let left = has === list && list > 1 ? docs : read(); left > 0; left--) {
      const step = read();
      place += step >>> 1;
      pairs.push(place, step & 1 ? read() + 2 : 1);
    }
    return pairs;
  };
  return { lines: readPairs(1), keywords: readPairs(2), body: readPairs(4) };
}

function search(
  plan: readonly PlanTerm[],
  { docCount, owners, kinds, lineLengths, lengths, averages }: Tables,
  postingsOf: (term: Term) => Postings,
): Found {
  const scores = new Float64Array(docCount);
  const lineScores = new Float64Array(owners.length);
  const lineTerms = new Uint16Array(owners.length);
  const found = plan.map((term) => {
    const { lines, keywords, body } = postingsOf(term);
    const fields = [fieldOf(lines, 0, kinds, owners), keywords, fieldOf(lines, 2, kinds, owners), body];
    fields.forEach((pairs, field) => {
      const boost = term.weight * BOOSTS[field]!;
      for (let i = 0; i < pairs.length; i += 2) {
        const doc = pairs[i]!;
        const length = lengths[doc * BOOSTS.length + field]!;
        scores[doc]! += boost * fieldScore(pairs[i + 1]!, length, averages[field]!, pairs.length / 2, docCount);
      }
    });
    for (let i = 0; i < lines.length; i += 2) {
      const line = lines[i]!;
      const share = fieldScore(lines[i + 1]!, lineLengths[line]!, averages[4]!, lines.length / 2, owners.length);
      lineScores[line]! += term.weight * BOOSTS[0]! * share;
      lineTerms[line]!++;
    }
    return fields;
  });
  const hits: Hit[] = [];
  scores.forEach((score, doc) => score && hits.push({ doc, score }));
  const lines: LineHit[] = [];
  lineTerms.forEach((terms, line) => {
    if (!terms) return;
    const kind = LINE_KINDS[kinds[line]!]!;
    lines.push({ doc: owners[line]!, score: lineScores[line]!, kind, terms, length: lineLengths[line]! });
  });
  return { hits, lines, holds: (doc, place) => found[place]!.some((pairs) => holds(pairs, doc)) };
}

/** The documents whose titles (`kind` 0) or headings (2) are among some lines, with the sums of their counts. */
function fieldOf(lines: Pairs, kind: number, kinds: readonly number[], owners: readonly number[]): Pairs {
  const pairs: number[] = [];
  for (let i = 0; i < lines.length; i += 2) {
    if (kinds[lines[i]!] !== kind) continue;
    const doc = owners[lines[i]!]!;
    if (pairs.at(-2) === doc) pairs[pairs.length - 1]! += lines[i + 1]!;
    else pairs.push(doc, lines[i + 1]!);
  }
  return pairs;
}

function holds(pairs: Pairs, doc: number): boolean {
  let low = 0;
  let high = pairs.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pairs[middle * 2]! < doc) low = middle + 1;
    else high = middle;
  }
  return pairs[low * 2] === doc;
}
