import type { IncomingMessage } from 'node:http';
import type { Tokens } from '../identity/tokens.js';
import { HostProblem } from '../problem.js';
import type { Customer, Customers } from '../store/customers.js';
import type { ServedRoute } from './match-route.js';
import { readBearer } from './read-bearer.js';

/** Who asks, and until when that is known. */
export interface Caller {
  readonly customer: Customer | null;
  readonly tokenUntil: number;
}

const NOBODY: Caller = { customer: null, tokenUntil: Infinity };

/** Who asks for a route. Throws 401 where it wants to know and is not told; a claim of a ticket may stand in for a token, and the route checks it. */
export async function authenticate(
  { headers }: Pick<IncomingMessage, 'headers'>,
  { auth }: Pick<ServedRoute, 'auth'>,
  { tokens, customers, now }: { tokens: Tokens; customers: Customers; now: number },
): Promise<Caller> {
  if (auth === 'none' || auth === 'owner') return NOBODY;
  try {
    const token = readBearer(headers);
    if (token === null) throw new HostProblem(401, { headers: { 'www-authenticate': 'Bearer' } });
    const { customerId, expiresAt } = tokens.read(token, now);
    const customer = await customers.find(customerId);
    if (!customer) throw new HostProblem(401, { detail: 'The token names nobody' });
    return { customer, tokenUntil: expiresAt };
  } catch (error) {
    if (auth === 'claim' && headers['helpkiosk-claim'] !== undefined && error instanceof HostProblem) return NOBODY;
    throw error;
  }
}
