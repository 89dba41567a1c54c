// Writes what `load-index.ts` reads; docs/pack-format.md tells the layout byte by byte.
import type { Analysis } from '../analysis/analysis.js';
import { eachTerm } from '../analysis/each-term.js';
import { withPlurals } from '../analysis/with-plurals.js';
import { compare } from '../compare.js';
import type { EngineDoc } from '../engine.js';
import { createByteWriter, type ByteWriter } from './byte-writer.js';
import { KINDS, LINE_KINDS, linesOf } from './lines.js';
import type { SavedIndex } from './saved-index.js';

/** A term with its words; `docs` are all documents that hold it. */
interface TermEntry {
  words: Set<string>;
  docs: Set<number>;
  /** How often it occurs, by place. */
  counts: Map<number, number>;
}

/** Indexes documents; the same documents in the same order give the same bytes. */
export function saveIndex(locale: string, docs: readonly EngineDoc[], given: Analysis = {}): SavedIndex {
  const analysis = withPlurals(locale, given);
  const terms = new Map<string, TermEntry>();
  const numbers = createByteWriter();
  const linesOfDocs = docs.map(linesOf);
  numbers.number(docs.length);
  numbers.number(linesOfDocs.flat().length);
  let line = 2 * docs.length;
  docs.forEach((doc, place) => {
    const count = (text: string, at: number | null): number =>
      countTerms({ text, locale, analysis, terms, doc: place, at });
    const lengths = linesOfDocs[place]!.map(({ text }) => count(text, line++));
    numbers.number(lengths[0]!); // the title
    numbers.number(count(doc.heading, null));
    numbers.number(count(doc.keywords, docs.length + place));
    numbers.number(count(doc.body, place));
    numbers.number(lengths.length);
    linesOfDocs[place]!.forEach(({ kind }, i) => numbers.number(lengths[i]! * KINDS + LINE_KINDS.indexOf(kind)));
  });
  return saveTerms(terms, numbers);
}

interface CountJob {
  text: string;
  locale: string;
  analysis: Analysis;
  terms: Map<string, TermEntry>;
  doc: number;
  /** The place that holds the text; null counts and keeps nothing. */
  at: number | null;
}

/** The number of different terms. */
function countTerms({ text, locale, analysis, terms, doc, at }: CountJob): number {
  const found = new Set<string>();
  eachTerm(text, locale, analysis, (term, word = term) => {
    found.add(term);
    if (at === null) return;
    let entry = terms.get(term);
    if (!entry) terms.set(term, (entry = { words: new Set(), docs: new Set(), counts: new Map() }));
    entry.words.add(word);
    entry.docs.add(doc);
    entry.counts.set(at, (entry.counts.get(at) ?? 0) + 1);
  });
  return found.size;
}

/** Writes the words behind the `numbers` that there are, and the postings behind these. */
function saveTerms(terms: ReadonlyMap<string, TermEntry>, numbers: ByteWriter): SavedIndex {
  const owner = new Map([...terms.values()].flatMap((entry) => [...entry.words].map((word) => [word, entry] as const)));
  const sorted = [...owner.keys()].sort(compare);
  numbers.number(sorted.length);
  numbers.number(sorted.reduce((sum, word) => sum + word.length, 0));
  const postings = createByteWriter();
  const named = new Map<TermEntry, number>();
  const sizes: number[] = [];
  let text = '';
  sorted.forEach((word, i) => {
    const entry = owner.get(word)!;
    const shared = sharedUnits(sorted[i - 1] ?? '', word);
    text += word.slice(shared);
    numbers.number(shared);
    numbers.number(word.length - shared);
    const term = named.get(entry);
    numbers.number(term === undefined ? 0 : named.size - term);
    if (term !== undefined) return;
    named.set(entry, named.size);
    const start = postings.length;
    savePostings(entry, postings);
    sizes.push(postings.length - start);
  });
  for (const size of sizes) numbers.number(size);
  const [tables, rest] = [numbers.done(), postings.done()];
  const bytes = new Uint8Array(tables.length + rest.length);
  bytes.set(tables);
  bytes.set(rest, tables.length);
  return { text, bytes, postings: tables.length * 2 };
}

/** A surrogate pair is never parted: its halves would not survive the encoding. */
function sharedUnits(before: string, word: string): number {
  let shared = 0;
  while (shared < before.length && shared < word.length && before[shared] === word[shared]) shared++;
  return shared && /[\ud800-\udbff]/.test(word[shared - 1]!) ? shared - 1 : shared;
}

function savePostings({ docs, counts }: TermEntry, into: ByteWriter): void {
  into.number(docs.size);
  into.number(counts.size - docs.size);
  let last = 0;
  for (const [place, count] of [...counts].sort(([a], [b]) => a - b)) {
    into.number((place - last) * 2 + (count > 1 ? 1 : 0));
    if (count > 1) into.number(count - 2);
    last = place;
  }
}
