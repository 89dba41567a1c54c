import { createId } from '../identity/ids.js';
import type { CheckOwnersToken } from '../identity/owners-tokens.js';
import { createSecret, hashOf, type Tokens } from '../identity/tokens.js';
import { readBearer } from '../http/read-bearer.js';
import type { Services } from '../http/route.js';
import type { HostWorld } from '../world.js';

export interface SessionOptions {
  tokens: Tokens;
  checkOwnersToken: CheckOwnersToken;
  world: HostWorld;
  /** How long a token holds. */
  tokenMs: number;
}

/** `POST /v1/session`: by the owner's token, by the claim of an earlier visit, or anew. A claim that is not known makes somebody new. */
export function sessionServices({ tokens, checkOwnersToken, world, tokenMs }: SessionOptions): Services {
  return {
    'POST /v1/session': {
      async handle({ headers, body }, { customers }) {
        const at = world.now();
        const answer = (customerId: string, claim: string | null) => {
          const expiresAt = at + tokenMs;
          return {
            status: 200,
            body: { token: tokens.issue({ customerId, expiresAt }), expiresAt, customerId, claim },
          };
        };
        const bearer = readBearer(headers);
        if (bearer !== null) {
          const named = await checkOwnersToken(bearer, at);
          const customer = await customers.identify({ id: createId('customer'), ...named, at });
          return answer(customer.id, null);
        }
        const { claim } = (body ?? {}) as { claim?: string };
        const known = claim === undefined ? null : await customers.findByClaim(hashOf(claim));
        if (known) return answer(known.id, claim!);
        const fresh = createSecret();
        const input = { id: createId('customer'), claimHash: hashOf(fresh), at };
        return answer((await customers.addAnonymous(input)).id, fresh);
      },
    },
  };
}
