// Writes what `load-index.ts` reads; docs/pack-format.md tells the layout byte by byte.
import type { Analysis } from '../analysis/analysis.js';
import { eachTerm } from '../analysis/each-term.js';
import { withPlurals } from '../analysis/with-plurals.js';
import { compare } from '../compare.js';
import type { EngineDoc } from '../engine.js';
import { createByteWriter, type ByteWriter } from './byte-writer.js';
import { LINE_KINDS, linesOf } from './lines.js';
import type { SavedIndex } from './saved-index.js';

/** How often a term occurs, by place of the line or document; places in ascending order. */
type Counts = Map<number, number>;

/** A term with its words; `docs` are all documents that hold it. */
interface TermEntry {
  words: Set<string>;
  docs: Set<number>;
  lines: Counts;
  keywords: Counts;
  body: Counts;
}

const LISTS = ['lines', 'keywords', 'body'] as const;

/** Indexes documents; the same documents in the same order give the same bytes. */
export function saveIndex(locale: string, docs: readonly EngineDoc[], given: Analysis = {}): SavedIndex {
  const analysis = withPlurals(locale, given);
  const terms = new Map<string, TermEntry>();
  const table = createByteWriter();
  table.number(docs.length);
  let line = 0;
  docs.forEach((doc, place) => {
    const count = (text: string, at: number, list: (typeof LISTS)[number] | null): number =>
      countTerms({ text, locale, analysis, terms, doc: place, at, list });
    const lines = linesOf(doc);
    table.number(lines.length);
    for (const { kind, text } of lines) {
      table.number(count(text, line++, 'lines') * LINE_KINDS.length + LINE_KINDS.indexOf(kind));
    }
    table.number(count(doc.keywords, place, 'keywords'));
    table.number(count(doc.heading, place, null));
    table.number(count(doc.body, place, 'body'));
  });
  return { docs: table.done(), ...saveTerms(terms) };
}

interface CountJob {
  text: string;
  locale: string;
  analysis: Analysis;
  terms: Map<string, TermEntry>;
  doc: number;
  /** The place in the list; null counts and keeps nothing. */
  at: number;
  list: (typeof LISTS)[number] | null;
}

/** The number of different terms. */
function countTerms({ text, locale, analysis, terms, doc, at, list }: CountJob): number {
  const found = new Set<string>();
  eachTerm(text, locale, analysis, (term, word = term) => {
    found.add(term);
    if (!list) return;
    let entry = terms.get(term);
    if (!entry) {
      entry = { words: new Set(), docs: new Set(), lines: new Map(), keywords: new Map(), body: new Map() };
      terms.set(term, entry);
    }
    entry.words.add(word);
    entry.docs.add(doc);
    entry[list].set(at, (entry[list].get(at) ?? 0) + 1);
  });
  return found.size;
}

function saveTerms(terms: ReadonlyMap<string, TermEntry>): Omit<SavedIndex, 'docs'> {
  const owner = new Map([...terms.values()].flatMap((entry) => [...entry.words].map((word) => [word, entry] as const)));
  const sorted = [...owner.keys()].sort(compare);
  const [words, heads, postings] = [createByteWriter(), createByteWriter(), createByteWriter()];
  words.number(sorted.length);
  words.number(sorted.reduce((sum, word) => sum + word.length, 0));
  heads.number(terms.size);
  const numbers = new Map<TermEntry, number>();
  const own: string[] = [];
  sorted.forEach((word, i) => {
    const entry = owner.get(word)!;
    const shared = sharedUnits(sorted[i - 1] ?? '', word);
    own.push(word.slice(shared));
    words.number(shared);
    words.number(word.length - shared);
    const number = numbers.get(entry);
    words.number(number === undefined ? 0 : numbers.size - number);
    if (number !== undefined) return;
    numbers.set(entry, numbers.size);
    const start = postings.length;
    const lists = savePostings(entry, postings);
    heads.number((postings.length - start) * 8 + lists);
  });
  const text = new TextEncoder().encode(own.join(''));
  return { words: words.done(), text, terms: heads.done(), postings: postings.done() };
}

/** A surrogate pair is never parted: its halves would not survive the encoding. */
function sharedUnits(before: string, word: string): number {
  let shared = 0;
  while (shared < before.length && shared < word.length && before[shared] === word[shared]) shared++;
  return shared && /[\ud800-\udbff]/.test(word[shared - 1]!) ? shared - 1 : shared;
}

function savePostings(entry: TermEntry, into: ByteWriter): number {
  const lists = LISTS.filter((name) => entry[name].size);
  const only = lists.length === 1 && lists[0] !== 'lines';
  into.number(entry.docs.size);
  for (const name of lists) {
    if (!only) into.number(entry[name].size);
    let last = 0;
    for (const [place, count] of entry[name]) {
      into.number((place - last) * 2 + (count > 1 ? 1 : 0));
      if (count > 1) into.number(count - 2);
      last = place;
    }
  }
  return lists.reduce((sum, name) => sum + (1 << LISTS.indexOf(name)), 0);
}
