import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose';
import { HostProblem } from '../problem.js';

/** How tokens of the site's owner are checked. `secret`: shared, for HS256; `jwksUrl`: where the public keys are. Without either nobody signs in. */
export interface IdentityOptions {
  readonly secret?: string;
  readonly jwksUrl?: string;
  readonly issuer?: string;
  readonly audience?: string;
}

/** Whom the owner's token names. `tier`: its claim of that name, where it has one. */
export interface NamedCustomer {
  readonly externalId: string;
  readonly tier: string | null;
}

/** Checks a token of the owner's. Throws 401 for one that does not hold, 503 where the keys cannot be fetched. */
export type CheckOwnersToken = (token: string, now: number) => Promise<NamedCustomer>;

/** Tokens must be signed, have `sub`, and have `exp` in the future; `iss` and `aud` are checked where the options name them. */
export function createOwnersTokens({ secret, jwksUrl, issuer, audience }: IdentityOptions): CheckOwnersToken {
  const verify = verifierFor(secret, jwksUrl);
  return async (token, now) => {
    if (!verify) throw new HostProblem(401, { detail: 'This host knows no tokens of the owner' });
    const payload = await verify(token, {
      ...{ currentDate: new Date(now), clockTolerance: 30, requiredClaims: ['sub', 'exp'] },
      ...(issuer === undefined ? {} : { issuer }),
      ...(audience === undefined ? {} : { audience }),
    }).catch((error: unknown) => {
      throw problemOf(error);
    });
    const { sub } = payload;
    const tier = payload['tier'];
    if (typeof sub !== 'string' || !sub || sub.length > 200 || sub.includes('\u0000'))
      throw new HostProblem(401, { detail: 'The token names nobody' });
    return { externalId: sub, tier: typeof tier === 'string' && /^[\w-]{1,50}$/.test(tier) ? tier : null };
  };
}

type Verify = (token: string, options: JWTVerifyOptions) => Promise<JWTPayload>;

function verifierFor(secret: string | undefined, jwksUrl: string | undefined): Verify | null {
  if (secret !== undefined) {
    const key = new TextEncoder().encode(secret);
    if (key.length < 32) throw new Error('The secret for the owner’s tokens needs 32 bytes at least');
    return async (token, options) => (await jwtVerify(token, key, { ...options, algorithms: ['HS256'] })).payload;
  }
  if (jwksUrl === undefined) return null;
  const keys = createRemoteJWKSet(new URL(jwksUrl));
  const algorithms = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
  return async (token, options) => (await jwtVerify(token, keys, { ...options, algorithms })).payload;
}

function problemOf(error: unknown): HostProblem {
  const isFault =
    error instanceof errors.JOSEError &&
    !(error instanceof errors.JWKSTimeout) &&
    !(error instanceof errors.JWKSInvalid);
  return isFault
    ? new HostProblem(401, { detail: 'The owner’s token does not hold' })
    : new HostProblem(503, { detail: 'The owner’s keys cannot be had', retryAfterMs: 5000 });
}
