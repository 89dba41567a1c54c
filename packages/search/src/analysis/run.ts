import type { Folded } from './folding.js';

/** A stretch of one kind of script: its characters, and the original offsets that each comes from. */
export interface Run {
  /** Number of characters; the arrays may be longer, left over from the run before. */
  count: number;
  /** True while folding changed nothing. */
  same: boolean;
  readonly chars: Folded[];
  readonly starts: number[];
  readonly ends: number[];
}

/** The folded text of the characters from place `from` to before place `to`. */
export function textOf({ same, chars, starts, ends }: Run, text: string, from: number, to: number): string {
  if (same) return text.slice(starts[from], ends[to - 1]);
  let folded = '';
  for (let i = from; i < to; i++) folded += chars[i]!.text;
  return folded;
}
