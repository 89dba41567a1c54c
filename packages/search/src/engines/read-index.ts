// What of a saved index is read before the first question, in steps, so that a page can do something else between them.
import { createDictionary, type Dictionary } from './dictionary.js';
import { BOOSTS } from './fields.js';
import { KINDS } from './lines.js';
import type { SavedIndex } from './saved-index.js';

/** What is known of the documents and their lines. */
export interface Tables {
  readonly docCount: number;
  /** Of each line its document. */
  readonly owners: Uint32Array;
  /** Of each line its kind, by its place among `LINE_KINDS`. */
  readonly kinds: Uint8Array;
  /** Lengths in numbers of different terms, of the lines and of each of `FIELDS` of each document; and their averages. */
  readonly lengths: readonly Uint32Array[];
  readonly averages: readonly number[];
}

/** The words, for each the number of its term, and for each term the half byte where its postings begin. */
export interface WordTable {
  readonly dictionary: Dictionary;
  readonly terms: Uint32Array;
  readonly starts: Uint32Array;
}

/** So many documents or words are read in one step: a millisecond or two. */
const STEP = 4096;

/** Reads the table of documents, which comes first. */
export function* readTables(read: () => number): Generator<void, Tables> {
  const docCount = read();
  const owners = new Uint32Array(read());
  const kinds = new Uint8Array(owners.length);
  const lengths = BOOSTS.map((_, field) => new Uint32Array(field ? docCount : owners.length));
  const [ofLines, ...ofFields] = lengths;
  let line = 0;
  yield* each(docCount, (doc) => {
    for (const own of ofFields) own[doc] = read();
    for (let left = read(); left > 0; left--) {
      const both = read();
      owners[line] = doc;
      kinds[line] = both % KINDS;
      ofLines![line++] = both / KINDS;
    }
  });
  const averages = lengths.map((all) => all.reduce((sum, length) => sum + length, 0) / all.length);
  return { docCount, owners, kinds, lengths, averages };
}

/** Reads the tables of words and terms, which come after that. */
export function* readWords(read: () => number, { text, postings }: SavedIndex): Generator<void, WordTable> {
  const ends = new Uint32Array(read());
  const units = new Uint16Array(read());
  const terms = ends.slice();
  let [from, to, start, named] = [0, 0, 0, 0];
  yield* each(ends.length, (place) => {
    const before = start;
    start = to;
    for (let left = read(), at = before; left > 0; left--) units[to++] = units[at++]!;
    for (let left = read(); left > 0; left--) units[to++] = text.charCodeAt(from++);
    ends[place] = to;
    const back = read();
    terms[place] = back ? named - back : named++;
  });
  const starts = new Uint32Array(named);
  let next = postings;
  yield* each(named, (term) => {
    starts[term] = next;
    next += read();
  });
  return { dictionary: createDictionary(new TextDecoder('utf-16').decode(units), ends), terms, starts };
}

/** Reads items in steps. Each by a call: an engine makes what is called often fast, hardly a loop that runs. */
function* each(count: number, read: (place: number) => void): Generator<void, void> {
  for (let place = 0; place < count; place++) {
    read(place);
    if (place % STEP === STEP - 1) yield;
  }
}
