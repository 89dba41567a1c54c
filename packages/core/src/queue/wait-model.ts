/** A net of one layer, as bench/wait/fit.mjs writes it: two digits to the base 40, from the character `(` on, for each weight from -`scale` to `scale`. */
export interface WaitWeights {
  hidden: number;
  scale: number;
  code: string;
}

const BASE = 40;
const ZERO = 40;

/** What `weights` make of `features`: what to add to the logarithm of the forecast, and the logarithm of how far p90 lies above it there. */
export function runWaitModel(
  { hidden, scale, code }: WaitWeights,
  features: readonly number[],
): readonly [shift: number, spread: number] {
  let place = 0;
  const digit = (): number => code.charCodeAt(place++) - ZERO;
  const weight = (): number => ((2 * (digit() * BASE + digit())) / (BASE * BASE - 1) - 1) * scale;
  let shift = weight();
  let spread = weight();
  for (let unit = 0; unit < hidden; unit++) {
    let sum = weight();
    for (const feature of features) sum += weight() * feature;
    const active = Math.tanh(sum);
    shift += weight() * active;
    spread += weight() * active;
  }
  return [shift, spread];
}
