// How good an answer is, and how long it took.

/** Results that count. */
export const DEPTH = 10;

/**
 * The place of the first right answer among the first ten, from 1; 0 when none is there.
 *
 * @param {readonly string[]} ids
 * @param {readonly string[]} answers
 */
export const placeOf = (ids, answers) => ids.slice(0, DEPTH).findIndex((id) => answers.includes(id)) + 1;

/** Mean of 1 / place. */
export const reciprocalRank = (places) => mean(places.map((place) => (place ? 1 / place : 0)));

/** Share of queries whose answer is among the first ten. A query is answered by any of its documents. */
export const recall = (places) => mean(places.map((place) => (place ? 1 : 0)));

/** The value that the share `part` (0 to 1) of the numbers does not exceed; NaN for none. */
export function quantile(numbers, part) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN;
}

/**
 * CPU milliseconds of this process while `work` runs, garbage collection and compilation included.
 *
 * @template T
 * @param {() => T | Promise<T>} work
 * @returns {Promise<{value: T, cpuMs: number}>}
 */
export async function cpuOf(work) {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { value, cpuMs: (user + system) / 1000 };
}

const mean = (numbers) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
