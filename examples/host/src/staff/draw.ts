import type { HostWorld } from '../world.js';

/** How long something takes that takes `meanMs` in the mean: lognormal, as work at desks is (Brown et al., 2005, "Statistical analysis of a telephone call center"). */
export function workTime({ random }: Pick<HostWorld, 'random'>, meanMs: number): number {
  const spread = 0.6;
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return meanMs * Math.exp(spread * normal - spread ** 2 / 2);
}

/** How long until something comes that comes at random, every `meanMs` in the mean. */
export const waitTime = ({ random }: Pick<HostWorld, 'random'>, meanMs: number): number =>
  -Math.log(1 - random()) * meanMs;
