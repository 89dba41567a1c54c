/**
 * One term of a text. `start` and `end` are UTF-16 offsets into the original text, before any folding.
 * `word` is the folded word before plurals were folded; terms of scripts without spaces have none. A `minor` token is a single
 * character out of a longer run: an index holds it so that a query of one character finds something, a query counts it little.
 */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
  readonly word?: string;
  readonly minor: boolean;
}

/** A stretch of one kind of script: folded characters with their marks, each with the original offsets it comes from. */
export type Run = { text: string; readonly start: number; end: number }[];

/** The characters of a run from place `from` to before place `to`, as one term. */
export function tokenOf(run: Run, from: number, to: number, minor = false): Token {
  const part = run.slice(from, to);
  return { term: part.map(({ text }) => text).join(''), start: part[0]!.start, end: part.at(-1)!.end, minor };
}
