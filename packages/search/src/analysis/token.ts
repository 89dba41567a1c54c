/**
 * One term of a text. `start` and `end` are UTF-16 offsets into the original text, before any folding.
 * `word` is the folded word before stemming; terms of scripts without spaces and whole codes have none. A `minor` token is a single
 * character out of a longer run: an index holds it so that a query of one character finds something, a query counts it little.
 */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly word?: string | undefined;
  readonly minor: boolean;
}
