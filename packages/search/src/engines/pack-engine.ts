// The engine of built packs: postings as JSON. It ranks as MiniSearch does with our settings, in a seventh of its bytes.
import { analyse } from '../analysis/analyse.js';
import type { Engine, EngineDoc, Hit, PlanTerm } from '../engine.js';
import { compare } from '../compare.js';
import { FIELDS } from './field-names.js';
import { BM25, BOOSTS, prefixShare } from './fields.js';
import { headingRecords } from './headings.js';

/**
 * `lengths`: for each document, the number of different terms in each field; fields that no document has may be left out at the end. `postings`: for each term, sorted, a flat list of pairs: the
 * place (document x 4 + field) less that of the pair before, and how often the term occurs there.
 */
export interface SavedIndex {
  lengths: readonly (readonly number[])[];
  postings: readonly (readonly [term: string, pairs: readonly number[]])[];
}

/** An index of documents, with one of their single titles and headings. `owners`: for each of those, its document. Older packs have neither. */
export interface SavedEngine extends SavedIndex {
  headings?: SavedIndex;
  owners?: readonly number[];
}

/** Indexes documents; the same documents in the same order give the same result. */
export function saveEngine(locale: string, docs: readonly EngineDoc[]): SavedEngine {
  const { records, owners } = headingRecords(docs);
  const { lengths, postings } = saveIndex(locale, records);
  return { ...saveIndex(locale, docs), headings: { lengths: lengths.map(([title]) => [title!]), postings }, owners };
}

function saveIndex(locale: string, docs: readonly EngineDoc[]): SavedIndex {
  const postings = new Map<string, { pairs: number[]; last: number }>();
  const lengths = docs.map((doc, number) =>
    FIELDS.map((name, field) => {
      const counts = new Map<string, number>();
      for (const { term } of analyse(doc[name], locale)) counts.set(term, (counts.get(term) ?? 0) + 1);
      const place = number * FIELDS.length + field;
      for (const [term, count] of counts) {
        const list = postings.get(term) ?? { pairs: [], last: 0 };
        postings.set(term, list);
        list.pairs.push(place - list.last, count);
        list.last = place;
      }
      return counts.size;
    }),
  );
  const sorted = [...postings].sort(([a], [b]) => compare(a, b));
  return { lengths, postings: sorted.map(([term, { pairs }]) => [term, pairs]) };
}

/** The engine of what `saveEngine` gave. Throws TypeError for most garbage; what gets through finds wrongly and harms nothing. */
export function loadEngine(saved: unknown): Engine {
  const { lengths, postings, headings, owners } = saved as SavedEngine;
  const index = new Map(postings);
  const averages = BOOSTS.map((_, field) => lengths.reduce((sum, doc) => sum + doc[field]!, 0) / lengths.length);
  return {
    docCount: lengths.length,
    headings: headings && owners && loadEngine(headings),
    owners,
    frequency: (term) => new Set(readPairs(index.get(term)).map(({ doc }) => doc)).size,
    terms: () => index.keys(),
    search: (plan) => search(plan, index, lengths, averages),
  };
}

interface Posting {
  doc: number;
  field: number;
  count: number;
}

function readPairs(pairs: readonly number[] = []): Posting[] {
  const read: Posting[] = [];
  let place = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    place += pairs[i]!;
    read.push({ doc: Math.floor(place / BOOSTS.length), field: place % BOOSTS.length, count: pairs[i + 1]! });
  }
  return read;
}

function search(
  plan: readonly PlanTerm[],
  index: ReadonlyMap<string, readonly number[]>,
  lengths: SavedIndex['lengths'],
  averages: readonly number[],
): Hit[] {
  const hits = new Map<number, { doc: number; score: number; words: Set<string>; terms: Set<string> }>();
  const count = (asked: string, word: string, weight: number): void => {
    const postings = readPairs(index.get(word));
    const holding = BOOSTS.map((_, field) => postings.filter((posting) => posting.field === field).length);
    for (const { doc, field, count: times } of postings) {
      const hit = hits.get(doc) ?? { doc, score: 0, words: new Set(), terms: new Set() };
      hits.set(doc, hit);
      const rarity = Math.log(1 + (lengths.length - holding[field]! + 0.5) / (holding[field]! + 0.5));
      const norm = BM25.k * (1 - BM25.b + (BM25.b * lengths[doc]![field]!) / averages[field]!);
      hit.score += weight * BOOSTS[field]! * rarity * (BM25.d + (times * (BM25.k + 1)) / (times + norm));
      hit.words.add(word);
      hit.terms.add(asked);
    }
  };
  for (const { term, weight, prefix } of plan) {
    count(term, term, weight);
    if (!prefix) continue;
    for (const word of index.keys())
      if (word !== term && word.startsWith(term)) count(term, word, weight * prefixShare(word.length, term.length));
  }
  return [...hits.values()];
}
