import { readFile, stat } from 'node:fs/promises';
import type { HelpError } from '@helpkiosk/core';
import { explainSize } from '../check-article.js';

/** Largest file that a reader opens; what is larger is no help text. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;

/** Bytes of a file or the sentence that says why there are none. Never rejects. */
export async function readBytes(file: string): Promise<{ bytes: Uint8Array } | { reason: string }> {
  try {
    const { size } = await stat(file);
    if (size > MAX_FILE_BYTES) return { reason: `has ${size} bytes, and a file may have ${MAX_FILE_BYTES}: split it` };
    return { bytes: new Uint8Array(await readFile(file)) };
  } catch (error) {
    return { reason: `cannot be read: ${error instanceof Error ? error.message.split(',', 1)[0] : 'unknown reason'}` };
  }
}

/**
 * Bytes as text. A byte order mark decides, then zeros in every other byte (UTF-16), then `declared`, then UTF-8 where the bytes are valid, then
 * GB18030, which Chinese spreadsheets are saved in, then Windows-1252. Null for bytes that are no text.
 */
export function decodeText(bytes: Uint8Array, declared?: string): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decode(bytes.subarray(3), 'utf-8');
  if (a === 0xff && b === 0xfe) return decode(bytes.subarray(2), 'utf-16le');
  if (a === 0xfe && b === 0xff) return decode(bytes.subarray(2), 'utf-16be');
  const wide = zerosOf(bytes);
  if (wide) return decode(bytes, wide);
  if (bytes.subarray(0, 4_096).includes(0)) return null;
  const names = [declared, 'utf-8', 'gb18030', 'windows-1252'].filter((name): name is string => Boolean(name));
  for (const name of names) {
    const text = decode(bytes, name);
    if (text !== null) return text;
  }
  return null;
}

function zerosOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const head = bytes.subarray(0, Math.min(bytes.length - (bytes.length % 2), 512));
  if (head.length < 4) return null;
  let even = 0;
  let odd = 0;
  head.forEach((byte, i) => byte === 0 && (i % 2 ? odd++ : even++));
  if (odd * 4 > head.length && even === 0) return 'utf-16le';
  return even * 4 > head.length && odd === 0 ? 'utf-16be' : null;
}

function decode(bytes: Uint8Array, name: string): string | null {
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Why an article was refused, as a sentence. */
export function reasonOf(error: HelpError): string {
  const { limit, actual } = error.details;
  return limit ? explainSize(Number(limit), Number(actual)) : `cannot be compiled: ${error.code}`;
}
