// An index file: a line of JSON with everything that is text, and behind it the bytes of the index.
import { HelpError } from '@helpkiosk/core';
import { SAVED_PARTS, type SavedIndex } from './engines/saved-index.js';
import { parseIndexHead } from './parse-pack.js';
import type { IndexHead } from './pack-format.js';

export const NEWLINE = 10;

/** Writes an index file; `docs` lie in it by column, so that a name is not said for each; an empty place is an empty text. */
export function encodeIndexFile({ docs, ...head }: Omit<IndexHead, 'parts'>, saved: SavedIndex): Uint8Array {
  const parts = SAVED_PARTS.map((name) => saved[name]);
  const columns = Object.fromEntries(
    [...new Set(docs.flatMap((doc) => Object.keys(doc)))]
      .sort()
      .map((name) => [name, docs.map((doc) => (doc as unknown as Record<string, unknown>)[name] ?? '')]),
  );
  const text = `${JSON.stringify({ ...head, parts: parts.map(({ length }) => length), docs: columns })}\n`;
  return concat([new TextEncoder().encode(text), ...parts]);
}

/** Reads an index file. Throws HelpError as `parseManifest` does; `file` is its name, for the error. The parts are views of `bytes`. */
export function decodeIndexFile(bytes: Uint8Array, file: string): { head: IndexHead; saved: SavedIndex } {
  const end = bytes.indexOf(NEWLINE);
  const head = parseIndexHead(bytes.subarray(0, Math.max(0, end)), file);
  let at = end + 1;
  const parts = head.parts.map((length) => bytes.subarray(at, (at += length)));
  if (at !== bytes.length || parts.length !== SAVED_PARTS.length)
    throw new HelpError('pack-missing', { file, reason: 'parts' });
  return { head, saved: Object.fromEntries(SAVED_PARTS.map((name, i) => [name, parts[i]])) as unknown as SavedIndex };
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
