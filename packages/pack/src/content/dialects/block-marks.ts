// How the first pass (read-constructs) tells the second (lay-out-blocks) what begins and ends where.
import type { Wrapping } from './markup.js';

/** No character of any text: Unicode keeps it for use inside of programs. */
export const MARK = '\u{fdd0}';

/** What a mark stands for: the beginning or the end of a block, or a block without content. */
export interface BlockMark {
  kind: 'open' | 'close' | 'void';
  name: string;
  wrapping: Wrapping;
}

/** The text with its marks, `MARK` number `MARK` on lines of their own, and what they stand for. */
export interface MarkedText {
  text: string;
  marks: readonly BlockMark[];
}
