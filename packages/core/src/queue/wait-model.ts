/** A net of one layer, as bench/wait/fit.mjs writes it: a character from `(` to `~` for each weight from -`scale` to `scale`, by the third power, finest about 0. */
export interface WaitWeights {
  hidden: number;
  scale: number;
  code: string;
}

const ZERO = 83;
const MOST = 43;

/** What `weights` make of `features`: what to add to the logarithm of the forecast, and the logarithm of how far p90 lies above it there. */
export function runWaitModel(
  { hidden, scale, code }: WaitWeights,
  features: readonly number[],
): readonly [shift: number, spread: number] {
  let place = 0;
  const weight = (): number => ((code.charCodeAt(place++) - ZERO) / MOST) ** 3 * scale;
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
