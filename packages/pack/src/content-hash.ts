import { createHash } from 'node:crypto';

/** The first ten hex digits of the SHA-256 of some bytes: what names of pack files carry. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 10);
}
