/** Draws from a seed: equal seeds give equal draws. */
export interface Random {
  /** From 0 up to, never at, 1. */
  next(): number;
  /** Exponential, of the mean given. */
  wait(mean: number): number;
  /** Log-normal: the mean given, its logarithm spread by `spread`. */
  work(mean: number, spread: number): number;
}

/** A Weyl sequence, each step scrambled by the finaliser of MurmurHash3 (Appleby, 2011). */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = state ^ (state >>> 16);
    mixed = Math.imul(mixed, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    wait: (mean) => -Math.log(1 - next()) * mean,
    work: (mean, spread) => mean * Math.exp(spread * normal() - (spread * spread) / 2),
  };
}
