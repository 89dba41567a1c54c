/** What recovery knows of an index: its terms, folded and, where Chinese, simplified. */
export interface Dictionary {
  /** Every term: words of scripts with spaces, Chinese words and single Chinese characters. */
  terms(): Iterable<string>;
  /** In how many documents a term occurs; 0 for one that the index does not know. */
  frequency(term: string): number;
}

/** A term that may have been meant. */
export interface Candidate {
  /** A term of the dictionary; two with a space between, where a space was forgotten. */
  readonly term: string;
  /** How much a match counts beside that of a word typed right: above 0, at most 1. */
  readonly weight: number;
}

/** A stretch of a text and what may have been meant by it; UTF-16 offsets. */
export interface Segment {
  readonly start: number;
  readonly end: number;
  /** The likeliest first, one at least. */
  readonly candidates: readonly Candidate[];
}

/** Looks for what was meant by words that a dictionary does not know. Takes any string, in bounded time, and never throws. */
export interface Recovery {
  /** For an unknown word of a script with spaces: see `createSpelling`. */
  word(typed: string): Candidate[];
  /** For a run of Latin letters that may be the sound of Chinese words: see `cutPinyin`. Null without Han data. */
  pinyin(typed: string): Segment[] | null;
  /** For a run of Chinese characters: see `findHomophones`. Null without Han data. */
  homophone(run: string): Segment[] | null;
}
