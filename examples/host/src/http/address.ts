import type { IncomingMessage } from 'node:http';

/**
 * The address of who asks. Behind `trustedProxies` proxies it is what the outermost of them wrote into `X-Forwarded-For`: that many from the right, because what stands
 * left of it the caller may have written. 0 trusts nobody.
 */
export function addressOf({ headers, socket }: IncomingMessage, trustedProxies: number): string {
  const given = headers['x-forwarded-for'];
  const hops = (Array.isArray(given) ? given.join(',') : (given ?? '')).split(',').map((hop) => hop.trim());
  const named = trustedProxies > 0 ? hops.at(-trustedProxies) : undefined;
  return (named || socket.remoteAddress || 'unknown').slice(0, 64);
}
