// What an index can do for the ranking. Analysis, plan, recovery, sections and excerpts are the same for every engine.
import type { Token } from './analysis/token.js';

/** A term to look up: as `analyse` gave it, with the word it was made of. */
export type Term = Pick<Token, 'term' | 'word'>;

/** One term to look for; `weight` multiplies its share of the score. */
export interface PlanTerm extends Term {
  readonly weight: number;
}

/** Takes one line, its `kind` by its place among `LINE_KINDS`, that holds `terms` of the terms asked for, among `length` different ones of its own. */
export type VisitLine = (doc: number, score: number, kind: number, terms: number, length: number) => void;

/** What a search found. */
export interface Found {
  /** The score of each document, by its number: it adds up over terms and fields and has no other bonus; 0 where it holds none of the terms. Theirs who searched, to write in too. */
  readonly scores: Float64Array;
  /** Visits all lines that hold any of the terms, with scores of the same kind; before the engine is asked anything else. */
  eachLine(visit: VisitLine): void;
  /** Whether a document holds the term at a place of the list that was asked for. */
  holds(doc: number, place: number): boolean;
}

/** An index over documents with the fields title, keywords, heading and body; it holds terms that `analyse` gave. */
export interface Engine {
  readonly docCount: number;
  /** In how many documents a term occurs; 0 for one that the index does not know. */
  frequency(term: Term): number;
  /** Every word of the index, in an order of its own; words of one term are told one by one. */
  words(): Iterable<string>;
  /** The words that begin with `start` and are longer: the `most` (default: all) whose terms most documents hold, in this order; of equals the first by code unit. */
  startingWith(start: string, most?: number): readonly string[];
  /** The term that a word of the index stands for; undefined for a word that it does not know. */
  termOf(word: string): string | undefined;
  /** Terms that occur twice in the list count twice. */
  search(terms: readonly PlanTerm[]): Found;
}

/** The text of a document as an engine takes it. Several keywords or headings stand on lines of their own. */
export interface EngineDoc {
  readonly title: string;
  readonly keywords: string;
  readonly heading: string;
  readonly body: string;
  /** One line that is part of `body` too; it is found as a heading is. */
  readonly summary?: string | undefined;
}

/** How rare a term is, as a weight: grows with the logarithm of the share of documents without it. A term nobody knows counts like one in a single document. */
export function rarity(engine: Engine, term: Term): number {
  return Math.log(1 + engine.docCount / Math.max(1, engine.frequency(term)));
}
