/**
 * One term of a text. `start` and `end` are UTF-16 offsets into the original text, before any folding.
 * `surface` is the folded word before plurals were folded (equal to `term` for grams). A `minor` token is a single character
 * out of a longer run: an index holds it so that a query of one character finds something, a query counts it little.
 */
export interface Token {
  readonly term: string;
  readonly surface: string;
  readonly start: number;
  readonly end: number;
  readonly kind: 'word' | 'gram';
  readonly minor: boolean;
}

/** A stretch of one kind of script: folded characters, each with the original offsets it comes from. */
export interface Run {
  readonly chars: string[];
  readonly starts: number[];
  readonly ends: number[];
}
