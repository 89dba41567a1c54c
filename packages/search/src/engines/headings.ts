import type { EngineDoc } from '../engine.js';

/** The titles and headings of documents as records of their own, each with the place of its document. */
export interface HeadingRecords {
  readonly records: readonly EngineDoc[];
  readonly owners: readonly number[];
}

/** Cuts the headings of documents apart: joined in one field, a short one would weigh as little as the many beside it. */
export function headingRecords(docs: readonly EngineDoc[]): HeadingRecords {
  const lines = docs.flatMap(({ title, summary, heading }, owner) =>
    [title, summary ?? '', ...heading.split('\n')].filter(Boolean).map((line) => ({ line, owner })),
  );
  return {
    records: lines.map(({ line }) => ({ title: line, keywords: '', heading: '', body: '' })),
    owners: lines.map(({ owner }) => owner),
  };
}
