import type { IncomingHttpHeaders } from 'node:http';
import { HostProblem } from '../problem.js';

const HEADERS = [
  ...['accept', 'authorization', 'content-type', 'helpkiosk-claim', 'helpkiosk-name', 'helpkiosk-write'],
  ...['idempotency-key', 'if-none-match', 'last-event-id'],
].join(', ');

/** The pages that may ask from another origin. */
export interface Origins {
  /** Headers that let the page read the answer; none for who sends no origin. Throws 403 for an origin that is not on the list. */
  headersFor(headers: IncomingHttpHeaders): Record<string, string>;
  /** The answer to a browser that asks beforehand. */
  preflight(headers: IncomingHttpHeaders): Record<string, string>;
}

/**
 * A list of origins such as `https://shop.example`. Throws for an entry that is none: a trailing slash or a path would never fit.
 * `Vary: Origin` goes with every answer, so that no cache hands one page what was allowed another.
 */
export function createOrigins(list: readonly string[]): Origins {
  for (const origin of list)
    if (!URL.canParse(origin) || new URL(origin).origin !== origin)
      throw new Error(`"${origin}" is no origin; one looks like https://shop.example`);
  const allowed = new Set(list);
  const headersFor = ({ origin }: IncomingHttpHeaders): Record<string, string> => {
    if (origin === undefined) return {};
    if (!allowed.has(origin)) throw new HostProblem(403, { detail: 'This origin is not on the list of the host' });
    return {
      'access-control-allow-origin': origin,
      'access-control-expose-headers': 'ETag, Retry-After',
    };
  };
  return {
    headersFor,
    preflight: (headers) => ({
      ...headersFor(headers),
      'access-control-allow-methods': 'GET, POST, DELETE',
      'access-control-allow-headers': HEADERS,
      'access-control-max-age': '600',
    }),
  };
}
