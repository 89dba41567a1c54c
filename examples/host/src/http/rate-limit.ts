import { HostProblem } from '../problem.js';

/** A bucket that holds `burst` tokens and gets `perSecond` new ones; each request takes one. */
export interface RateLimit {
  readonly burst: number;
  readonly perSecond: number;
}

export interface RateLimiter {
  /** Throws 429 with the time after which there is a token again. */
  take(name: string, limit: RateLimit): void;
}

const MOST_BUCKETS = 20_000;

/** Token buckets by name. Full ones are forgotten when there are many; the memory they take is bounded. */
export function createRateLimiter(now: () => number): RateLimiter {
  const buckets = new Map<string, { tokens: number; at: number; limit: RateLimit }>();
  const refill = (name: string, limit: RateLimit): number => {
    const bucket = buckets.get(name);
    if (!bucket) return limit.burst;
    const gained = (Math.max(0, now() - bucket.at) / 1000) * limit.perSecond;
    return Math.min(limit.burst, bucket.tokens + gained);
  };
  const sweep = (): void => {
    for (const [name, { limit }] of buckets) if (refill(name, limit) >= limit.burst) buckets.delete(name);
    const oldest = buckets.keys();
    while (buckets.size >= MOST_BUCKETS) buckets.delete(oldest.next().value!);
  };
  return {
    take(name, limit) {
      const tokens = refill(name, limit);
      if (tokens < 1) throw new HostProblem(429, { retryAfterMs: Math.ceil(((1 - tokens) / limit.perSecond) * 1000) });
      if (!buckets.has(name) && buckets.size >= MOST_BUCKETS) sweep();
      buckets.set(name, { tokens: tokens - 1, at: now(), limit });
    },
  };
}
