import type { IncomingHttpHeaders } from 'node:http';
import { HostProblem } from '../problem.js';

/** The token of `Authorization: Bearer`; null for no such header. Throws 401 for another scheme. */
export function readBearer({ authorization }: IncomingHttpHeaders): string | null {
  if (authorization === undefined) return null;
  const [, token] = /^Bearer +([\w.~+/=-]{1,8000})$/i.exec(authorization) ?? [];
  if (token === undefined) throw new HostProblem(401, { detail: 'Authorization is a bearer token' });
  return token;
}
