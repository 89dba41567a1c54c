import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { HostProblem } from '../problem.js';

/** Whom a token names, and until when. */
export interface TokenContent {
  readonly customerId: string;
  readonly expiresAt: number;
}

export interface Tokens {
  issue(content: TokenContent): string;
  /** Throws 401 for a token that is not ours, or has ended. */
  read(token: string, now: number): TokenContent;
}

/** Tokens that carry their content, signed with HMAC-SHA-256. */
export function createTokens(secret: string | Buffer): Tokens {
  const sign = (content: string): Buffer => createHmac('sha256', secret).update(content).digest();
  return {
    issue({ customerId, expiresAt }) {
      const content = Buffer.from(JSON.stringify([customerId, expiresAt])).toString('base64url');
      return `${content}.${sign(content).toString('base64url')}`;
    },
    read(token, now) {
      const [, content, signature] = /^([\w-]{1,400})\.([\w-]{43})$/.exec(token) ?? [];
      if (content === undefined || !timingSafeEqual(sign(content), Buffer.from(signature!, 'base64url')))
        throw new HostProblem(401, { detail: 'The token is not one of this host' });
      const [customerId, expiresAt] = JSON.parse(Buffer.from(content, 'base64url').toString()) as [string, number];
      if (expiresAt <= now) throw new HostProblem(401, { detail: 'The token has ended' });
      return { customerId, expiresAt };
    },
  };
}

/** Something that nobody guesses: 192 bits. */
export const createSecret = (): string => randomBytes(24).toString('base64url');

/** What is kept of a secret: who reads the store cannot use it. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** Whether a secret is the one of a hash, in constant time. */
export const isSecretOf = (secret: string, hash: string): boolean =>
  timingSafeEqual(Buffer.from(hashOf(secret)), Buffer.from(hash));
