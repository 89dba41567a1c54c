import { describe, expect, it } from 'vitest';
import { runWaitModel } from './wait-model.js';
import { WAIT_WEIGHTS } from './wait-weights.js';

/** Weights as bench/wait/fit.mjs writes them. */
function codeOf(weights: readonly number[], scale: number): string {
  return weights.map((weight) => String.fromCharCode(83 + Math.round(43 * Math.cbrt(weight / scale)))).join('');
}

describe('runWaitModel', () => {
  it('adds up what each unit makes of the features', () => {
    const weights = [0.5, -1, 0.1, 1, -0.5, 2, 3, -0.2, 0, 0.25, -1, 1];
    const [shift, spread] = runWaitModel({ hidden: 2, scale: 3, code: codeOf(weights, 3) }, [0.3, 0.6]);
    const [one, two] = [Math.tanh(0.1 + 0.3 - 0.3), Math.tanh(-0.2 + 0.15)];
    expect(shift).toBeCloseTo(0.5 + 2 * one - two, 1);
    expect(spread).toBeCloseTo(-1 + 3 * one + two, 1);
  });

  it('reads every character, one for each weight', () => {
    for (let step = -43; step <= 43; step++) {
      const weight = 5 * (step / 43) ** 3;
      const code = codeOf([weight, -weight], 5);
      expect(runWaitModel({ hidden: 0, scale: 5, code }, [])).toEqual([weight, -weight + 0]);
    }
  });

  it('has weights for each feature, in its characters alone', () => {
    const { hidden, code } = WAIT_WEIGHTS;
    expect(code.length).toBe(2 + hidden * (22 + 3));
    expect(code).toMatch(/^[(-~]+$/);
  });
});
