import type { Folded } from './folding.js';

/** A stretch of one kind of script: its characters, and the original offsets that each comes from. */
export interface Run {
  /** Number of characters; the arrays may be longer, left over from the run before. */
  count: number;
  readonly chars: Folded[];
  readonly starts: number[];
  readonly ends: number[];
}

/** The folded text of the characters from place `from` to before place `to`. */
export function textOf({ chars }: Run, from: number, to: number): string {
  let folded = '';
  for (let i = from; i < to; i++) folded += chars[i]!.text;
  return folded;
}
