// Chance with a seed: the same seed gives the same days, on any machine.

/** A source of chance. `seed` is any whole number; near seeds give unrelated streams. */
export function createRandom(seed) {
  let state = Math.imul(seed ^ 0x5bd1e995, 0x2545f491) >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return (((mixed ^ (mixed >>> 15)) >>> 0) + 0.5) / 4294967296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(next())) * Math.cos(2 * Math.PI * next());
  return {
    next,
    normal,
    between: (low, high) => low + (high - low) * next(),
    /** As likely to fall between 2 and 4 as between 4 and 8. */
    betweenLog: (low, high) => low * (high / low) ** next(),
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    chance: (share) => next() < share,
    pick: (list) => list[Math.floor(next() * list.length)],
    exponential: (mean) => -Math.log(next()) * mean,
    lognormal: (mean, spread) => mean * Math.exp(spread * normal() - (spread * spread) / 2),
    weibull: (scale, shape) => scale * (-Math.log(next())) ** (1 / shape),
  };
}
