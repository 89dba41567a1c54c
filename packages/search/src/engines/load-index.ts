// The engine of built packs: reads postings where they lie, as bytes. docs/pack-format.md tells the layout.
import type { Engine, Found, Hit, LineHit, PlanTerm, Term } from '../engine.js';
import { firstOf } from '../first-of.js';
import { createByteReader } from './byte-reader.js';
import { createDictionary, type Dictionary } from './dictionary.js';
import { BOOSTS, fieldScore, rarityOf } from './fields.js';
import { LINE_KINDS } from './lines.js';
import type { SavedIndex } from './saved-index.js';

/** An engine with the dictionary that its texts were cut with. */
export interface LoadedIndex extends Engine {
  readonly dictionary: Dictionary;
}

/** Of each line its document and its kind: 0 title, 1 summary, 2 heading. */
interface Tables {
  readonly docCount: number;
  readonly owners: readonly number[];
  readonly kinds: readonly number[];
  /** Lengths in numbers of different terms, of the four fields of each document and of the lines; and their averages. */
  readonly lengths: readonly (readonly number[])[];
  readonly averages: readonly number[];
}

/** Pairs of place and count, in ascending order of places. */
type Pairs = Uint32Array | readonly number[];

/** What codes have and words have not: codes are their own terms. */
const SIGN = /[!-/:-@[-`{-~]/;
const KNOWN_TERMS = 500;

/**
 * The engine of what `saveIndex` gave. `stem` must be the one that it was written with. Garbage finds wrongly or throws, and harms nothing: what was
 * read must be checked before (`pack-files.ts`).
 */
export function loadIndex(saved: SavedIndex, stem: (word: string) => string = (word) => word): LoadedIndex {
  const tables = readTables(saved.docs);
  const { starts, lists } = readTerms(saved.terms);
  const { dictionary, termOf } = readWords(saved);
  const { size, word, from, find } = dictionary;
  const read = (term: number): (() => number) => createByteReader(saved.postings, starts[term]);
  const found = new Map<string, number>();
  /** The number of a term: that of the word it was made of, or of any word with the same stem; -1 where the index has none. */
  const numberOf = ({ term, word: made }: Term): number => {
    const key = made ?? term;
    let number = found.get(key);
    if (number === undefined) {
      let place = find(key);
      if (place < 0 && made !== undefined) {
        // Words of one stem begin alike, but for its last letters.
        const start = term.slice(0, Math.max(1, term.length - 2));
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
      return number < 0 ? 0 : read(number)();
    },
    *words() {
      for (let place = 0; place < size; place++) yield word(place);
    },
    startingWith(start, most = Infinity) {
      const found: { place: number; frequency: number }[] = [];
      for (let place = from(start), end = from(`${start}\uffff`); place < end; place++)
        if (word(place) !== start) found.push({ place, frequency: read(termOf[place]!)() });
      return firstOf(found, most, (a, b) => b.frequency - a.frequency || a.place - b.place).map(({ place }) =>
        word(place),
      );
    },
    termOf: (known) => (find(known) < 0 ? undefined : SIGN.test(known) ? known : stem(known)),
    search: (plan) =>
      search(plan, tables, (term) => {
        const number = numberOf(term);
        return number < 0 ? [[], [], []] : readPostings(read(number), lists[number]!);
      }),
  };
}

function readTables(bytes: Uint8Array): Tables {
  const read = createByteReader(bytes);
  const [owners, kinds]: [number[], number[]] = [[], []];
  const lengths: number[][] = [[], [], [], [], []];
  const docCount = read();
  for (let doc = 0; doc < docCount; doc++) {
    for (let left = read(); left > 0; left--) {
      const line = read();
      const kind = line % LINE_KINDS.length;
      const length = (line - kind) / LINE_KINDS.length;
      owners.push(doc);
      kinds.push(kind);
      lengths[4]!.push(length);
      if (!kind) lengths[0]!.push(length);
    }
    for (const field of [1, 2, 3]) lengths[field]!.push(read());
  }
  const averages = lengths.map((all) => all.reduce((sum, length) => sum + length, 0) / all.length);
  return { docCount, owners, kinds, lengths, averages };
}

/** Where the postings of each term begin, and which lists it has. */
function readTerms(bytes: Uint8Array): { starts: number[]; lists: number[] } {
  const read = createByteReader(bytes);
  const [starts, lists]: [number[], number[]] = [[], []];
  let start = 0;
  for (let left = read(); left > 0; left--) {
    const head = read();
    starts.push(start);
    lists.push(head & 7);
    start += head >>> 3;
  }
  return { starts, lists };
}

/** The words, and for each the number of its term. */
function readWords({ words, text }: SavedIndex): { dictionary: Dictionary; termOf: Uint32Array } {
  const read = createByteReader(words);
  const ends = new Uint32Array(read());
  const units = new Uint16Array(read());
  const termOf = ends.slice();
  const own = new TextDecoder().decode(text);
  let [from, to, start, terms] = [0, 0, 0, 0];
  for (let place = 0; place < ends.length; place++) {
    const shared = read();
    units.copyWithin(to, start, start + shared);
    start = to;
    to += shared;
    for (let left = read(); left > 0; left--) units[to++] = own.charCodeAt(from++);
    ends[place] = to;
    const back = read();
    termOf[place] = back ? terms - back : terms++;
  }
  return { dictionary: createDictionary(new TextDecoder('utf-16').decode(units), ends), termOf };
}

/** The postings of a term in lines, keywords and body. */
function readPostings(read: () => number, has: number): Pairs[] {
  const docs = read();
  return [1, 2, 4].map((list) => {
    const pairs = new Uint32Array(has & list && 2 * (has === list && list > 1 ? docs : read()));
    let place = 0;
    for (let i = 0; i < pairs.length; i += 2) {
      const step = read();
      pairs[i] = place += step >>> 1;
      pairs[i + 1] = step & 1 ? read() + 2 : 1;
    }
    return pairs;
  });
}

function search(
  plan: readonly PlanTerm[],
  { docCount, owners, kinds, lengths, averages }: Tables,
  postingsOf: (term: Term) => Pairs[],
): Found {
  const scores = new Float64Array(docCount);
  const lineScores = new Float64Array(owners.length);
  const lineTerms = new Uint16Array(owners.length);
  const held = plan.map((term) => {
    const holds = new Uint8Array(docCount);
    const [lines, keywords, body] = postingsOf(term) as [Pairs, Pairs, Pairs];
    /** The documents whose titles (0) or headings (2) are among the lines, with the sums of their counts. */
    const docsOf = (kind: number): Pairs => {
      const pairs: number[] = [];
      for (let i = 0; i < lines.length; i += 2) {
        const doc = owners[lines[i]!]!;
        if (kinds[lines[i]!] !== kind) continue;
        if (pairs.at(-2) !== doc) pairs.push(doc, 0);
        pairs[pairs.length - 1]! += lines[i + 1]!;
      }
      return pairs;
    };
    [docsOf(0), keywords, docsOf(2), body, lines].forEach((pairs, field) => {
      const [sums, seen] = field < 4 ? [scores, holds] : [lineScores, lineTerms];
      const rarity = term.weight * BOOSTS[field]! * rarityOf(pairs.length / 2, sums.length);
      const own = lengths[field]!;
      for (let i = 0; i < pairs.length; i += 2) {
        const place = pairs[i]!;
        sums[place]! += rarity * fieldScore(pairs[i + 1]!, own[place]!, averages[field]!);
        seen[place]!++;
      }
    });
    return holds;
  });
  const hits: Hit[] = [];
  scores.forEach((score, doc) => score && hits.push({ doc, score }));
  const lines: LineHit[] = [];
  lineTerms.forEach((terms, line) => {
    const kind = LINE_KINDS[kinds[line]!]!;
    if (terms) lines.push({ doc: owners[line]!, score: lineScores[line]!, kind, terms, length: lengths[4]![line]! });
  });
  return { hits, lines, holds: (doc, place) => !!held[place]![doc] };
}
