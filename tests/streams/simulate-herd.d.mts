import type { createHostAdapter } from '@helpkiosk/adapters';

/** Requests a second in a stretch of time; `peak`: the most within any second; `ratio`: how much that is above the mean. */
export interface HerdFigures {
  requests: number;
  mean: number;
  peak: number;
  ratio: number;
}

/** See simulate-herd.mjs. Defaults: 1,000 clients, 60,000 ms, seed 1, no draining. */
export function simulateHerd(options: {
  createHostAdapter: typeof createHostAdapter;
  clients?: number;
  outageMs?: number;
  seed?: number;
  drains?: number;
}): Promise<{ allBackAfterMs: number; whole: HerdFigures; afterReturn: HerdFigures }>;
