// An index file: a zero, a line of JSON with everything that is text, and behind it the bytes of the index.
import { HelpError } from '@helpkiosk/core';
import { SAVED_PARTS, type SavedIndex } from './engines/saved-index.js';
import type { IndexedDoc, IndexHead } from './pack-format.js';
import { readJson } from './parse-pack.js';

export const NEWLINE = 10;
/** A zero comes first, or what sits between a host and a reader may take the file for text, as its beginning looks, and change its bytes. */
const BINARY = new Uint8Array(1);

/** Writes an index file; `docs` lie in it by column, so that a name is not said for each; an empty place is an empty text. */
export function encodeIndexFile({ docs, ...head }: Omit<IndexHead, 'parts'>, saved: SavedIndex): Uint8Array {
  const parts = SAVED_PARTS.map((name) => saved[name]);
  const columns = Object.fromEntries(
    [...new Set(docs.flatMap((doc) => Object.keys(doc)))]
      .sort()
      .map((name) => [name, docs.map((doc) => (doc as unknown as Record<string, unknown>)[name] ?? '')]),
  );
  const text = `${JSON.stringify({ ...head, parts: parts.map(({ length }) => length), docs: columns })}\n`;
  return concat([BINARY, new TextEncoder().encode(text), ...parts]);
}

/**
 * Reads an index file that is what was written, byte by byte. Throws HelpError `pack-missing` (details: `file`, `reason`) for anything
 * else that it trips over. The parts are views of `bytes`.
 */
export function decodeIndexFile(bytes: Uint8Array, file: string): { head: IndexHead; saved: SavedIndex } {
  let at = bytes.indexOf(NEWLINE) + 1;
  const { docs: columns, ...head } = readJson(bytes.subarray(1, at), file) as IndexHead & { docs: Columns };
  const docs: Record<string, unknown>[] = [];
  // Not `in`: old libraries put enumerable names on all objects.
  for (const name of Object.keys(columns))
    columns[name]!.forEach((cell, i) => {
      const doc = (docs[i] ??= {});
      if (cell !== '') doc[name] = cell;
    });
  const saved = Object.fromEntries(
    SAVED_PARTS.map((name, i) => [name, bytes.subarray(at, (at += head.parts[i]!))]),
  ) as unknown as SavedIndex;
  if (at !== bytes.length) throw new HelpError('pack-missing', { file, reason: 'parts' });
  return { head: { ...head, docs: docs as unknown as IndexedDoc[] }, saved };
}

/** The documents, a list for each of their fields. */
type Columns = Readonly<Record<string, readonly unknown[]>>;

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
