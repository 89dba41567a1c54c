// What of a saved index is read before the first question, in steps, so that a page can do something else between them.
import { createByteReader } from './byte-reader.js';
import { createDictionary, type Dictionary } from './dictionary.js';
import { LINE_KINDS } from './lines.js';
import type { SavedIndex } from './saved-index.js';

/** What is known of the documents and their lines. */
export interface Tables {
  readonly docCount: number;
  /** Of each line its document. */
  readonly owners: Uint32Array;
  /** Of each line its kind: 0 title, 1 summary, 2 heading. */
  readonly kinds: Uint32Array;
  /** Lengths in numbers of different terms, of the four fields of each document and of the lines; and their averages. */
  readonly lengths: readonly Uint32Array[];
  readonly averages: readonly number[];
}

/** Where the postings of each term begin, in half bytes, and which lists it has. */
export interface TermTable {
  readonly starts: Uint32Array;
  readonly lists: Uint8Array;
}

/** The words, and for each the number of its term. */
export interface WordTable {
  readonly dictionary: Dictionary;
  readonly termOf: Uint32Array;
}

/** So many documents, terms or words are read in one step: a millisecond or two. */
const STEP = 4096;

/** Reads the part `docs`. */
export function* readTables(bytes: Uint8Array): Generator<void, Tables> {
  const read = createByteReader(bytes);
  const docCount = read();
  // A line takes half a byte at least.
  const [owners, kinds, lineLengths] = [0, 0, 0].map(() => new Uint32Array(bytes.length * 2));
  const lengths = [0, 1, 2, 3].map(() => new Uint32Array(docCount));
  let line = 0;
  yield* each(docCount, (doc) => {
    for (let left = read(); left > 0; left--, line++) {
      const both = read();
      owners![line] = doc;
      kinds![line] = both % LINE_KINDS.length;
      lineLengths![line] = both / LINE_KINDS.length;
      if (!kinds![line]) lengths[0]![doc] = lineLengths![line]!;
    }
    for (const field of [1, 2, 3]) lengths[field]![doc] = read();
  });
  lengths.push(lineLengths!.slice(0, line));
  const averages = lengths.map((all) => all.reduce((sum, length) => sum + length, 0) / all.length);
  return { docCount, owners: owners!.slice(0, line), kinds: kinds!, lengths, averages };
}

/** Reads the part `terms`. */
export function* readTerms(bytes: Uint8Array): Generator<void, TermTable> {
  const read = createByteReader(bytes);
  const starts = new Uint32Array(read());
  const lists = new Uint8Array(starts.length);
  let start = 0;
  yield* each(starts.length, (term) => {
    const head = read();
    starts[term] = start;
    lists[term] = head & 7;
    start += head >>> 3;
  });
  return { starts, lists };
}

/** Reads the parts `words` and `text`. */
export function* readWords({ words, text }: SavedIndex): Generator<void, WordTable> {
  const read = createByteReader(words);
  const ends = new Uint32Array(read());
  const units = new Uint16Array(read());
  const termOf = ends.slice();
  const own = new TextDecoder().decode(text);
  let [from, to, start, terms] = [0, 0, 0, 0];
  yield* each(ends.length, (place) => {
    const before = start;
    start = to;
    for (let left = read(), at = before; left > 0; left--) units[to++] = units[at++]!;
    for (let left = read(); left > 0; left--) units[to++] = own.charCodeAt(from++);
    ends[place] = to;
    const back = read();
    termOf[place] = back ? terms - back : terms++;
  });
  return { dictionary: createDictionary(new TextDecoder('utf-16').decode(units), ends), termOf };
}

/** Reads items in steps. Each by a call: an engine makes what is called often fast, hardly a loop that runs. */
function* each(count: number, read: (place: number) => void): Generator<void, void> {
  for (let place = 0; place < count; place++) {
    read(place);
    if (place % STEP === STEP - 1) yield;
  }
}
