import { describe, expect, it } from 'vitest';
import { runWaitModel } from './wait-model.js';
import { WAIT_WEIGHTS } from './wait-weights.js';

/** Weights as bench/wait/fit.mjs writes them. */
function codeOf(weights: readonly number[], scale: number): string {
  const digit = (value: number): string => String.fromCharCode(40 + value);
  return weights
    .map((weight) => Math.round(((weight / scale + 1) / 2) * 1599))
    .map((value) => digit(Math.floor(value / 40)) + digit(value % 40))
    .join('');
}

describe('runWaitModel', () => {
  it('adds up what each unit makes of the features', () => {
    const weights = [0.5, -1, 0.1, 1, -0.5, 2, 3, -0.2, 0, 0.25, -1, 1];
    const [shift, spread] = runWaitModel({ hidden: 2, scale: 3, code: codeOf(weights, 3) }, [0.3, 0.6]);
    const [one, two] = [Math.tanh(0.1 + 0.3 - 0.3), Math.tanh(-0.2 + 0.15)];
    expect(shift).toBeCloseTo(0.5 + 2 * one - two, 1);
    expect(spread).toBeCloseTo(-1 + 3 * one + two, 1);
  });

  it('reads every digit', () => {
    const scale = 799.5;
    for (let value = 0; value < 1600; value++) {
      const weight = value - scale;
      expect(runWaitModel({ hidden: 0, scale, code: codeOf([weight, -weight], scale) }, [])[0]).toBeCloseTo(weight, 6);
    }
  });

  it('has weights for each feature, in its digits alone', () => {
    const { hidden, code } = WAIT_WEIGHTS;
    expect(code.length).toBe(2 * (2 + hidden * (20 + 3)));
    expect(code).toMatch(/^[(-O]+$/);
  });
});
