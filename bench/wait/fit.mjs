// Fits the weights of the wait estimator on days of our own and writes packages/core/src/queue/wait-weights.ts: `node bench/wait/fit.mjs`.
// Seeds are fixed and no clock is read: the same code gives the same file.
import { writeFile } from 'node:fs/promises';
import { loadQueueParts } from './core.mjs';
import { applyNet, learn, SOFT_MS } from './net.mjs';
import { collectSamples } from './samples.mjs';

const LEARN = { from: 10001, to: 11500, most: 50 };
const CALIBRATE = { from: 14001, to: 14150, most: 80 };
const CHECK = { from: 15001, to: 15100, most: 80, full: 1 };
const HIDDEN = 16;
const EPOCHS = 10;
/** Learning ends elsewhere from elsewhere: the one that errs least on the days of calibration is taken. */
const STARTS = [1, 2, 3, 4, 5];
const COVERAGE = 0.925;

const parts = await loadQueueParts(['wait-history.ts', 'wait-evidence.ts', 'wait-model.ts']);
const samples = collectSamples(parts, LEARN);
const apart = collectSamples(parts, CALIBRATE);
const { weights } = STARTS.map((seed) => fitted(seed)).reduce((best, other) => (other.loss < best.loss ? other : best));
const check = collectSamples(parts, CHECK);
const errors = ['joining', 'waiting'].map((moment) =>
  errorOf(
    weights,
    check.filter(({ joining }) => joining === (moment === 'joining')),
  ),
);
const target = new URL('../../packages/core/src/queue/wait-weights.ts', import.meta.url);
await writeFile(target, fileOf(weights, errors));
console.log(
  `${weights.code.length} weights; mean error by mean wait and share within p90, of days not learnt from: joining ${errors[0]}, waiting ${errors[1]}`,
);

/** What is learnt from one start, as it ships, and its loss on the days of calibration. */
function fitted(seed) {
  const net = learn(samples, { hidden: HIDDEN, epochs: EPOCHS, seed });
  net[1] += widening((features) => applyNet(net, HIDDEN, features), apart);
  const weights = encode(net);
  return { weights, loss: lossOf(weights, apart) };
}

/** Mean error of the median, by the mean wait, at joining and while waiting together. */
function lossOf(weights, samples) {
  return [true, false].reduce((sum, at) => {
    const own = samples.filter(({ joining }) => joining === at);
    const waits = own.reduce((total, { waitMs }) => total + waitMs, 0);
    const misses = own.map(({ features, baseMs, waitMs }) =>
      Math.abs((baseMs + SOFT_MS) * Math.exp(parts.runWaitModel(weights, features)[0]) - SOFT_MS - waitMs),
    );
    return sum + misses.reduce((total, miss) => total + miss, 0) / waits;
  }, 0);
}

/** What to add to the logarithm of the spread, so that p90 covers what it should; apart from the learning, as nets are too sure of what they have learnt. */
function widening(run, samples) {
  const needed = samples.map(({ features, baseMs, waitMs, weight }) => {
    const [shift, spread] = run(features);
    const miss = Math.log((waitMs + SOFT_MS) / (baseMs + SOFT_MS)) - shift;
    return { ratio: miss > 0 ? Math.log(miss) - spread : -9, weight };
  });
  needed.sort((one, other) => one.ratio - other.ratio);
  let left = COVERAGE * needed.reduce((sum, { weight }) => sum + weight, 0);
  return needed.find(({ weight }) => (left -= weight) <= 0).ratio;
}

/** As wait-model.ts reads them: a character from 40 to 126 for each, by the third power. Of some scales, the one whose rounding harms p90 least. */
function encode(net) {
  const most = Math.max(...net.map(Math.abs));
  const tries = Array.from({ length: 12 }, (_, i) => {
    const scale = Number((most * (1.001 + 0.01 * i)).toPrecision(4));
    const code = [...net].map((weight) => String.fromCharCode(83 + Math.round(43 * Math.cbrt(weight / scale))));
    const weights = { hidden: HIDDEN, scale, code: code.join('') };
    return { weights, harm: Math.abs(widening((features) => parts.runWaitModel(weights, features), apart)) };
  });
  return tries.reduce((best, other) => (other.harm < best.harm ? other : best)).weights;
}

function errorOf(weights, samples) {
  let [error, wait, within] = [0, 0, 0];
  for (const { features, baseMs, waitMs } of samples) {
    const [shift, spread] = parts.runWaitModel(weights, features);
    const middle = Math.log(baseMs + SOFT_MS) + shift;
    error += Math.abs(Math.max(Math.exp(middle) - SOFT_MS, 1000) - waitMs);
    wait += waitMs;
    within += waitMs <= Math.exp(middle + Math.exp(Math.min(spread, 2))) - SOFT_MS;
  }
  return `${(error / wait).toFixed(3)} / ${(within / samples.length).toFixed(3)}`;
}

function fileOf({ hidden, scale, code }, [joining, waiting]) {
  return `// Written by bench/wait/fit.mjs, not by hand. Learnt from days ${LEARN.from} to ${LEARN.to}, widened on days ${CALIBRATE.from} to ${CALIBRATE.to}. On days ${CHECK.from} to ${CHECK.to}, mean error
// by mean wait / share within p90: at joining ${joining}, while waiting ${waiting}.
import type { WaitWeights } from './wait-model.js';

/** The net behind createWaitEstimator. */
export const WAIT_WEIGHTS: WaitWeights = {
  hidden: ${hidden},
  scale: ${scale},
  code: '${code.replaceAll('\\', '\\\\')}',
};
`;
}
