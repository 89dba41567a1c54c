import type { EngineDoc } from '../engine.js';

/** What a line may be to its document, in the order of the numbers that an index has for them: that of a field is its place among `FIELDS`, from 1. */
export const LINE_KINDS = ['summary', 'title', 'heading'] as const;
/** How many kinds there are, and the numbers of two of them. */
export const KINDS = 3;
export const TITLE = 1;
export const HEADING = 2;

/** One line that is found on its own. */
export interface Line {
  readonly kind: (typeof LINE_KINDS)[number];
  readonly text: string;
}

/** The title, the summary and the headings of a document apart: joined in one field, a short one would weigh as little as the many beside it. */
export function linesOf({ title, summary = '', heading }: EngineDoc): Line[] {
  const lines: Line[] = [
    { kind: 'title', text: title },
    { kind: 'summary', text: summary },
    ...heading.split('\n').map((text): Line => ({ kind: 'heading', text })),
  ];
  return lines.filter(({ kind, text }) => kind === 'title' || text);
}
