import { describe, expect, it } from 'vitest';
import { readSnapshot, type QueueReading } from './read-snapshot.js';
import { crowdedSpans, lastAdvanceAt, rateOf, startsOf } from './service-rate.js';

const aReading = (at: number, change: object = {}): QueueReading => readSnapshot({ observedAt: at, ...change })!;
const SEC = 1000;

describe('startsOf', () => {
  it('takes each start once, and all of one instant', () => {
    const [one, two, three] = [1, 2, 3].map((sec) => ({ at: sec * SEC, waitMs: 0 }));
    const readings = [
      aReading(2 * SEC, { recentStarts: [one, two] }),
      aReading(3 * SEC, { recentStarts: [two, three, three] }),
    ];
    expect(startsOf(readings).map(({ at }) => at / SEC)).toEqual([1, 2, 3, 3]);
  });

  it('takes the time of a sleeping tab, of which a full list tells nothing, for no standstill', () => {
    const told = (from: number, length: number): object => ({
      recentStarts: Array.from({ length }, (_, i) => ({ at: (from + i) * SEC, waitMs: 0 })),
    });
    const firstOf = (...readings: QueueReading[]): number => startsOf(readings)[0]!.at / SEC;
    expect(firstOf(aReading(100 * SEC, told(80, 20)), aReading(900 * SEC, told(880, 20)))).toBe(880);
    expect(firstOf(aReading(100 * SEC, told(80, 20)), aReading(118 * SEC, told(98, 20)))).toBe(80);
    expect(firstOf(aReading(100 * SEC, told(80, 20)), aReading(900 * SEC, told(881, 19)))).toBe(80);
  });
});

describe('crowdedSpans', () => {
  const spans = (starts: [at: number, wait: number][], since: number): unknown[] =>
    crowdedSpans(
      starts.map(([at, wait]) => ({ at: at * SEC, waitMs: wait * SEC })),
      since * SEC,
      100 * SEC,
    ).map(({ from, to, count }) => [from / SEC, to / SEC, count]);

  it('counts all time when somebody always waited', () => {
    expect(
      spans(
        [
          [50, 60],
          [70, 60],
          [90, 60],
        ],
        80,
      ),
    ).toEqual([
      [90, 100, 0],
      [70, 90, 1],
      [50, 70, 1],
    ]);
  });

  it('counts no time in which nobody waited, and no start without a wait', () => {
    expect(
      spans(
        [
          [50, 0],
          [70, 0],
          [90, 5],
        ],
        95,
      ),
    ).toEqual([
      [95, 100, 0],
      [85, 90, 1],
      [70, 70, 0],
    ]);
  });

  it('knows a crowd by one who is served later', () => {
    expect(
      spans(
        [
          [50, 0],
          [70, 0],
          [90, 60],
        ],
        100,
      ),
    ).toEqual([
      [100, 100, 0],
      [70, 90, 1],
      [50, 70, 1],
    ]);
  });
});

describe('rateOf', () => {
  const prior = { perMs: 1 / (10 * SEC), starts: 4 };

  it('is the prior without evidence, and moves to the evidence', () => {
    const readings = [aReading(1000 * SEC)];
    expect(rateOf([], readings, prior)).toBeCloseTo(prior.perMs, 12);
    const spans = Array.from({ length: 40 }, () => ({ from: 980 * SEC, to: 1000 * SEC, count: 1 }));
    expect(1 / rateOf(spans, readings, prior)).toBeCloseTo((4 * 10 * SEC + 40 * 20 * SEC) / 44, 6);
  });

  it('lets time with half of the staff count half', () => {
    const readings = [aReading(990 * SEC, { slots: 5 }), aReading(1000 * SEC, { slots: 10 })];
    const of = (span: { from: number; to: number; count: number }): number =>
      4 / rateOf([span], readings, prior) - 40 * SEC;
    expect(
      of({ from: 970 * SEC, to: 990 * SEC, count: 0 }) / of({ from: 980 * SEC, to: 1000 * SEC, count: 0 }),
    ).toBeCloseTo(0.5 * Math.exp(-10 / 1800), 6);
  });
});

describe('lastAdvanceAt', () => {
  it('is when the position last fell', () => {
    const readings = [5, 4, 4, 6, 6].map((position, i) => aReading(i * SEC, { position }));
    expect(lastAdvanceAt(readings)).toBe(SEC);
    expect(lastAdvanceAt(readings.slice(1))).toBeUndefined();
    expect(lastAdvanceAt([aReading(0), aReading(SEC)])).toBeUndefined();
  });
});
