// Learns the small net of packages/core/src/queue/wait-model.ts: one layer of tanh units, two sums, by quantile loss on logarithms.
import { createRandom } from './random.mjs';

/** Added before taking logarithms, so that a second at a wait of ten weighs less than at one of one. Must be as in estimate-wait.ts. */
export const SOFT_MS = 20_000;
const BATCH = 128;

/**
 * Weights in the model's order. `power`: how much long waits weigh, 0 as logarithms, 1 about as seconds. `laterWeight`: how much a moment of
 * waiting weighs beside one of joining. `decay`: pull towards zero.
 */
export function learn(samples, { hidden, epochs, seed, power = 0.2, decay = 0.1, rate = 4e-3, laterWeight = 0.6 }) {
  const random = createRandom(seed);
  const size = samples[0].features.length;
  const standards = standardsOf(samples);
  const rows = rowsOf(samples, { ...standards, power, laterWeight });
  const net = Float64Array.from({ length: 2 + hidden * (size + 3) }, (_, i) =>
    i < 2 ? 0 : (random.normal() * 0.5) / Math.sqrt(size),
  );
  net[1] = -0.4;
  const gradient = new Float64Array(net.length);
  const active = new Float64Array(hidden);
  const improve = createAdam(net, { rate, decay, steps: epochs * Math.ceil(rows.length / BATCH) });
  const order = Uint32Array.from(rows.keys());
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += BATCH) {
      gradient.fill(0);
      const to = Math.min(order.length, from + BATCH);
      for (let i = from; i < to; i++) addSlopes(net, rows[order[i]], to - from, active, gradient);
      improve(gradient);
    }
  }
  return unstandardise(net, { hidden, size, ...standards });
}

/** Standardised features, what is to be added to the logarithm of the forecast, and how much it matters. */
function rowsOf(samples, { means, deviations, power, laterWeight }) {
  const weights = samples.map(
    ({ baseMs, weight, joining }) => weight * (joining ? 1 : laterWeight) * (baseMs + SOFT_MS) ** power,
  );
  const meanWeight = weights.reduce((sum, weight) => sum + weight, 0) / weights.length;
  return samples.map(({ features, waitMs, baseMs }, i) => ({
    features: features.map((value, k) => (value - means[k]) / deviations[k]),
    target: Math.log((waitMs + SOFT_MS) / (baseMs + SOFT_MS)),
    weight: weights[i] / meanWeight,
  }));
}

/** Adds the slopes of one row's loss, quantile loss at 50 % and at 90 %, to `gradient`. `active` is room to work in. */
function addSlopes(net, { features, target, weight }, count, active, gradient) {
  const size = features.length;
  const unit = size + 3;
  let shift = net[0];
  let width = net[1];
  for (let h = 0, at = 2; h < active.length; h++, at += unit) {
    let sum = net[at];
    for (let k = 0; k < size; k++) sum += net[at + 1 + k] * features[k];
    active[h] = Math.tanh(sum);
    shift += net[at + 1 + size] * active[h];
    width += net[at + 2 + size] * active[h];
  }
  const miss = target - shift;
  const spread = Math.exp(Math.min(width, 2));
  const dShift = -0.5 * (weight / count) * soft(miss);
  const dWidth = -(weight / count) * (miss > spread ? 0.9 : -0.1) * spread;
  gradient[0] += dShift;
  gradient[1] += dWidth;
  for (let h = 0, at = 2; h < active.length; h++, at += unit) {
    gradient[at + 1 + size] += dShift * active[h];
    gradient[at + 2 + size] += dWidth * active[h];
    const back = (dShift * net[at + 1 + size] + dWidth * net[at + 2 + size]) * (1 - active[h] * active[h]);
    gradient[at] += back;
    for (let k = 0; k < size; k++) gradient[at + 1 + k] += back * features[k];
  }
}

/** Adam (Kingma and Ba 2015) with weight decay beside it and a pace that falls as a cosine over `steps`. */
function createAdam(net, { rate, decay, steps }) {
  const [first, second] = [new Float64Array(net.length), new Float64Array(net.length)];
  let step = 0;
  return (gradient) => {
    step++;
    const pace = rate * 0.5 * (1 + Math.cos((Math.PI * step) / steps)) + 1e-5;
    const [fix1, fix2] = [1 - 0.9 ** step, 1 - 0.999 ** step];
    for (let i = 0; i < net.length; i++) {
      first[i] += 0.1 * (gradient[i] - first[i]);
      second[i] += 0.001 * (gradient[i] * gradient[i] - second[i]);
      const pull = i > 1 ? decay * net[i] : 0;
      net[i] -= pace * (first[i] / fix1 / (Math.sqrt(second[i] / fix2) + 1e-8) + pull);
    }
  };
}

function shuffle(order, random) {
  for (let i = order.length - 1; i > 0; i--) {
    const other = random.whole(0, i);
    [order[i], order[other]] = [order[other], order[i]];
  }
}

/** The slope of the loss at the median, rounded off near zero. */
function soft(miss) {
  return Math.max(-1, Math.min(1, miss / 0.05));
}

function standardsOf(samples) {
  const size = samples[0].features.length;
  const means = Array.from(
    { length: size },
    (_, i) => samples.reduce((sum, { features }) => sum + features[i], 0) / samples.length,
  );
  const deviations = means.map(
    (mean, i) =>
      Math.sqrt(samples.reduce((sum, { features }) => sum + (features[i] - mean) ** 2, 0) / samples.length) || 1,
  );
  return { means, deviations };
}

/** The same net for features as they come. */
function unstandardise(net, { hidden, size, means, deviations }) {
  const plain = Float64Array.from(net);
  for (let h = 0, at = 2; h < hidden; h++, at += size + 3)
    for (let k = 0; k < size; k++) {
      plain[at + 1 + k] = net[at + 1 + k] / deviations[k];
      plain[at] -= (net[at + 1 + k] * means[k]) / deviations[k];
    }
  return plain;
}

/** Two sums for `features`, as wait-model.ts makes them. */
export function applyNet(net, hidden, features) {
  let [shift, width] = net;
  for (let h = 0, at = 2; h < hidden; h++, at += features.length + 3) {
    let sum = net[at];
    for (let k = 0; k < features.length; k++) sum += net[at + 1 + k] * features[k];
    const active = Math.tanh(sum);
    shift += net[at + 1 + features.length] * active;
    width += net[at + 2 + features.length] * active;
  }
  return [shift, width];
}
