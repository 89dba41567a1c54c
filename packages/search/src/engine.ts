// What an index can do for the ranking. Analysis, plan, recovery, sections and excerpts are the same for every engine.

/** One term to look for. `weight` multiplies its share of the score; `prefix` also finds longer words that begin with it, for less. */
export interface PlanTerm {
  readonly term: string;
  readonly weight: number;
  readonly prefix: boolean;
}

/** A document that holds at least one term of a plan. */
export interface Hit {
  /** Place in the index's `docs`. */
  readonly doc: number;
  readonly score: number;
  /** The words of the document that matched: longer than what was asked where a prefix found them. */
  readonly words: ReadonlySet<string>;
  /** The terms of the plan that matched. */
  readonly terms: ReadonlySet<string>;
}

/** An index over documents with the fields title, keywords, heading and body; it holds terms that `analyse` gave. */
export interface Engine {
  readonly docCount: number;
  /** An index over the single titles and headings, if there is one; its documents are numbered on their own. */
  readonly headings?: Engine | undefined;
  /** For each document of `headings`, the document that it belongs to. */
  readonly owners?: readonly number[] | undefined;
  /** In how many documents a term occurs; 0 for one that the index does not know. */
  frequency(term: string): number;
  /** Every term of the index, in an order of its own. */
  terms(): Iterable<string>;
  /** All documents that hold any of the terms, in no particular order; the score adds up over terms and fields and has no other bonus. */
  search(terms: readonly PlanTerm[]): readonly Hit[];
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
export function rarity(engine: Engine, term: string): number {
  return Math.log(1 + engine.docCount / Math.max(1, engine.frequency(term)));
}
