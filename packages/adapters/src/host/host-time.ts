import type { Env } from '@helpkiosk/core';

/** The host's clock as its `observedAt` tells it. */
export interface HostTime {
  /** Hears of an observation: an object with `observedAt` in epoch ms. Anything else changes nothing. */
  hear(observation: unknown): void;
  /** Epoch ms on the host's clock; null before anything was heard. */
  now(): number | null;
}

/** A host's clock that was never heard. The device's own wall clock plays no part in it. */
export function createHostTime(env: Pick<Env, 'monotonic'>): HostTime {
  let offset: number | null = null;
  return {
    hear(observation) {
      const { observedAt } = Object(observation) as { observedAt?: unknown };
      if (typeof observedAt === 'number' && observedAt > 0 && observedAt < 1e15) offset = observedAt - env.monotonic();
    },
    now: () => (offset === null ? null : offset + env.monotonic()),
  };
}
