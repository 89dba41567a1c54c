import { createHash } from 'node:crypto';
import { HostProblem } from '../problem.js';
import type { HostStore, Records } from '../store/store.js';
import type { Reply } from './route.js';

/** What makes two requests the same one. */
export interface OnceKey {
  /** Whose key it is: nobody is answered with what another was. */
  readonly owner: string;
  readonly key: string;
  readonly hash: string;
  readonly at: number;
}

/**
 * Does the work of a key once. Work and key are one transaction: a second request with the key waits for the first, and gets its answer; when the work
 * throws, nothing of it stays, the key neither. Throws 422 where the key stands for another request.
 */
export async function answerOnce(
  store: HostStore,
  { owner, key, hash, at }: OnceKey,
  work: (records: Records) => Promise<Reply>,
): Promise<Reply> {
  return store.transaction(async (records) => {
    const known = await records.keys.take({ owner, key, hash, at });
    if (known) {
      if (known.hash === hash) return known.answer;
      throw new HostProblem(422, { code: 'conflict', detail: 'This Idempotency-Key stands for another request' });
    }
    const reply = await work(records);
    const { status, body } = reply;
    await records.keys.keep({ owner, key }, body === undefined ? { status } : { status, body });
    return reply;
  });
}

/** The key of a request. Throws 400 for none, and for one that is not 1 to 200 printable signs. */
export function readKey(header: string | readonly string[] | undefined): string {
  if (typeof header !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(header))
    throw new HostProblem(400, { detail: 'Idempotency-Key is needed: 1 to 200 printable signs, best a UUID' });
  return header;
}

/** What a request asks for, in a few signs. */
export function hashRequest(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('base64url');
}
