import { describe, expect, it } from 'vitest';
import { createWaitHistory } from './wait-history.js';

const START = 1_700_000_000_000;

function timesOf(seconds: readonly number[], now = Infinity): number[] {
  const history = createWaitHistory();
  for (const sec of seconds) history.observe({ observedAt: START + sec * 1000 });
  return history.upTo(START + now * 1000).map(({ at }) => (at - START) / 1000);
}

describe('createWaitHistory', () => {
  it('puts what comes late where it belongs', () => {
    expect(timesOf([60, 0, 120, 30])).toEqual([0, 30, 60, 120]);
  });

  it('keeps the first of two of one instant', () => {
    const history = createWaitHistory();
    history.observe({ observedAt: START, slots: 1 });
    history.observe({ observedAt: START, slots: 2 });
    expect(history.upTo(START).map(({ slots }) => slots)).toEqual([1]);
  });

  it('thins out what came often, and forgets what is long ago, but neither the first nor the newest', () => {
    expect(timesOf([0, 10, 20, 30, 40])).toEqual([0, 20, 40]);
    const hour = timesOf(Array.from({ length: 3600 }, (_, sec) => sec));
    expect([hour[0], hour.at(-1)]).toEqual([0, 3599]);
    expect(hour.length).toBeLessThanOrEqual(41);
  });

  it('leaves out the future beyond a minute, unless there is nothing else', () => {
    expect(timesOf([0, 100, 3600], 45)).toEqual([0, 100]);
    expect(timesOf([3600, 7200], 0)).toEqual([3600]);
  });
});
