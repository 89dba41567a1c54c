// An index file: a zero, a line of JSON with everything that is text, and behind it the bytes of the index.
import type { SavedIndex } from './engines/saved-index.js';
import type { IndexedDoc, IndexHead } from './pack-format.js';
import { readJson } from './parse-pack.js';

export const NEWLINE = 10;

/** All that an index file holds. */
export interface IndexFile extends IndexHead, SavedIndex {}

/** Writes an index file; `docs` lie in it by column, so that a name is not said for each; an empty place is an empty text. */
export function encodeIndexFile({ docs, bytes, ...head }: IndexFile): Uint8Array {
  const columns = Object.fromEntries(
    [...new Set(docs.flatMap((doc) => Object.keys(doc)))]
      .sort()
      .map((name) => [name, docs.map((doc) => (doc as unknown as Record<string, unknown>)[name] ?? '')]),
  );
  // A zero comes first, or what sits between a host and a reader may take the file for text, as its beginning looks, and change its bytes.
  const line = new TextEncoder().encode(`\0${JSON.stringify({ ...head, docs: columns })}\n`);
  const whole = new Uint8Array(line.length + bytes.length);
  whole.set(line);
  whole.set(bytes, line.length);
  return whole;
}

/**
 * Reads an index file that is what was written, byte by byte. Throws HelpError `pack-missing` (details: `file`, `reason`) for a head that is no
 * JSON. Its `bytes` are a view of those that were given.
 */
export function decodeIndexFile(bytes: Uint8Array, file: string): IndexFile {
  const end = bytes.indexOf(NEWLINE) + 1;
  const { docs: columns, ...head } = readJson(bytes.subarray(1, end), file) as IndexFile & { docs: Columns };
  const docs: Record<string, unknown>[] = [];
  // Not `in`: old libraries put enumerable names on all objects.
  for (const name of Object.keys(columns))
    columns[name]!.forEach((cell, i) => {
      const doc = (docs[i] ??= {});
      if (cell !== '') doc[name] = cell;
    });
  return { ...head, docs: docs as unknown as IndexedDoc[], bytes: bytes.subarray(end) };
}

/** The documents, a list for each of their fields. */
type Columns = Readonly<Record<string, readonly unknown[]>>;
