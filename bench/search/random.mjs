// Chance that is the same on every run and machine.

/**
 * Numbers from 0 up to, and without, 1: a 32-bit linear congruential generator whose upper bits are used (constants of Numerical Recipes).
 *
 * @param {number} seed Any integer; the same seed gives the same numbers.
 * @returns {() => number}
 */
export function createRandom(seed) {
  let state = seed >>> 0;
  const step = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
  step();
  return () => (step() >>> 8) / 2 ** 24;
}

/**
 * One of the items.
 *
 * @template T
 * @param {readonly T[]} items Not empty.
 * @param {() => number} random
 * @returns {T}
 */
export const pick = (items, random) => items[Math.floor(random() * items.length)];
