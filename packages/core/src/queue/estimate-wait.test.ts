import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QueueSnapshot, WaitEstimate } from '../contracts.js';
import { createWaitEstimator } from './estimate-wait.js';

const NOW = Date.UTC(2024, 4, 6, 10);
const SEC = 1000;
const MIN = 60 * SEC;

/** A desk of ten slots and five-minute talks that starts a talk every half minute; all of its customers have to wait. */
function aSnapshot(change: Partial<QueueSnapshot> = {}): QueueSnapshot {
  const observedAt = change.observedAt ?? NOW;
  return {
    observedAt,
    queueLength: 8,
    agentsOnline: 5,
    slots: 10,
    busySlots: 10,
    handleTimeMs: 5 * MIN,
    longestWaitMs: 4 * MIN,
    recentStarts: Array.from({ length: 20 }, (_, i) => ({ at: observedAt - (20 - i) * 30 * SEC, waitMs: 4 * MIN })),
    ...change,
  };
}

function estimateOf(snapshots: readonly QueueSnapshot[], { now = NOW, position = 8, waitedMs = 0 } = {}): WaitEstimate {
  const estimator = createWaitEstimator();
  for (const snapshot of snapshots) estimator.observe(snapshot);
  const estimate = estimator.estimate(now, { position, waitedMs });
  if (!estimate) throw new Error('No estimate.');
  return estimate;
}

function without(...names: (keyof QueueSnapshot)[]): QueueSnapshot {
  return Object.fromEntries(
    Object.entries(aSnapshot()).filter(([name]) => !names.includes(name as keyof QueueSnapshot)),
  ) as unknown as QueueSnapshot;
}

describe('createWaitEstimator', () => {
  it('is near what the pace of the desk says, and knows that it may be longer', () => {
    const { p50Ms, p90Ms, basis, stalled } = estimateOf([aSnapshot()]);
    expect(p50Ms).toBeGreaterThan(2.5 * MIN);
    expect(p50Ms).toBeLessThan(5 * MIN);
    expect(p90Ms).toBeGreaterThan(1.2 * p50Ms);
    expect({ basis, stalled }).toEqual({ basis: 'full', stalled: false });
  });

  it('counts slots and not heads: five agents with two talks each are not five', () => {
    const staff = { observedAt: NOW, agentsOnline: 5, handleTimeMs: 5 * MIN };
    const one = estimateOf([{ ...staff, slots: 5 }]);
    expect(estimateOf([{ ...staff, slots: 10 }]).p50Ms).toBeLessThan(0.8 * one.p50Ms);
  });

  it('is longer further back', () => {
    const ends = [1, 2, 4, 8, 16, 32].map(
      (position) => estimateOf([aSnapshot({ queueLength: 32 })], { position }).p50Ms,
    );
    expect(ends).toEqual([...ends].sort((one, other) => one - other));
    expect(new Set(ends).size).toBe(6);
  });

  it.each<[WaitEstimate['basis'], QueueSnapshot]>([
    ['staff', without('recentStarts')],
    ['history', without('slots', 'agentsOnline', 'busySlots')],
    ['position', without('slots', 'agentsOnline', 'busySlots', 'recentStarts', 'handleTimeMs', 'longestWaitMs')],
    ['host', aSnapshot({ estimate: { p50Ms: 7 * MIN, p90Ms: 9 * MIN } })],
  ])('says that it rests on %s', (basis, snapshot) => {
    expect(estimateOf([snapshot]).basis).toBe(basis);
  });

  it('tells what the host estimates, even without open slots', () => {
    const estimate = estimateOf([aSnapshot({ slots: 0, estimate: { p50Ms: 7 * MIN, p90Ms: 9 * MIN } })]);
    expect(estimate).toMatchObject({ p50Ms: 7 * MIN, p90Ms: 9 * MIN, confidence: 'medium' });
  });

  it('ignores an estimate of the host that cannot be', () => {
    const estimates = [
      { p50Ms: 9 * MIN, p90Ms: 7 * MIN },
      { p50Ms: -1, p90Ms: 7 * MIN },
      { p50Ms: Number.NaN, p90Ms: 1 },
    ];
    for (const estimate of estimates) expect(estimateOf([aSnapshot({ estimate })]).basis).toBe('full');
  });

  it('gives null before a snapshot, for what is no position, and without open slots', () => {
    const estimator = createWaitEstimator();
    expect(estimator.estimate(NOW, { position: 1 })).toBeNull();
    estimator.observe({ observedAt: Number.NaN, slots: 3 });
    expect(estimator.estimate(NOW, { position: 1 })).toBeNull();
    estimator.observe(aSnapshot());
    for (const position of [0, -1, 1.5, Number.NaN, Infinity]) expect(estimator.estimate(NOW, { position })).toBeNull();
    estimator.observe(aSnapshot({ observedAt: NOW + SEC, slots: 0 }));
    expect(estimator.estimate(NOW + SEC, { position: 1 })).toBeNull();
    estimator.observe({ observedAt: NOW + 2 * SEC });
    expect(estimator.estimate(NOW + 2 * SEC, { position: 1 })).not.toBeNull();
  });

  it('falls as time goes by without a snapshot, down to half', () => {
    const [fresh, aged, old] = [0, MIN, 60 * MIN].map((after) => estimateOf([aSnapshot()], { now: NOW + after }).p50Ms);
    expect(aged).toBe(fresh! - MIN);
    expect(old).toBe(Math.round(fresh! / 2));
  });

  it('expects slots that are to come, and misses those that are to go', () => {
    const at = NOW + MIN;
    const same = estimateOf([aSnapshot()]).p90Ms;
    const changed = (slots: number): number => estimateOf([aSnapshot({ capacityForecast: [{ at, slots }] })]).p90Ms;
    expect(changed(20) / MIN).toBeCloseTo((MIN + (same - MIN) / 2) / MIN, 3);
    expect(changed(5) / MIN).toBeCloseTo((MIN + 2 * (same - MIN)) / MIN, 3);
    expect(changed(0)).toBe(24 * 60 * MIN);
  });

  it('keeps a forecast of slots that came true out of it', () => {
    const capacityForecast = [{ at: NOW - MIN, slots: 40 }];
    expect(estimateOf([aSnapshot({ capacityForecast })])).toEqual(estimateOf([aSnapshot()]));
  });

  it('gives urgent customers another figure', () => {
    const estimator = createWaitEstimator();
    estimator.observe(aSnapshot());
    const [urgent, normal] = (['p0', 'normal'] as const).map((priority) =>
      estimator.estimate(NOW, { position: 3, waitedMs: 0, priority }),
    );
    expect(urgent!.p50Ms).not.toBe(normal!.p50Ms);
  });

  it('is stalled when nobody was served for three of the intervals that staff and starts promise', () => {
    const last = NOW - MIN;
    const recentStarts = Array.from({ length: 8 }, (_, i) => ({ at: last - (7 - i) * 30 * SEC, waitMs: 4 * MIN }));
    const at = (sec: number): QueueSnapshot => aSnapshot({ observedAt: last + sec * SEC, recentStarts });
    expect(estimateOf([at(60)], { now: last + 60 * SEC }).stalled).toBe(false);
    expect(estimateOf([at(110)], { now: last + 110 * SEC })).toMatchObject({ stalled: true, confidence: 'low' });
  });

  it('does not call a desk stalled of whose pace nothing is known, nor where the host estimates', () => {
    const stood = (change: object): boolean => {
      const snapshots = [0, 10, 20].map((min) => ({ observedAt: NOW + min * MIN, position: 4, ...change }));
      return estimateOf(snapshots, { now: NOW + 20 * MIN, position: 4, waitedMs: 20 * MIN }).stalled;
    };
    expect(stood({})).toBe(false);
    expect(stood({ slots: 5, handleTimeMs: 5 * MIN })).toBe(true);
    expect(stood({ slots: 5, handleTimeMs: 5 * MIN, estimate: { p50Ms: MIN, p90Ms: 2 * MIN } })).toBe(false);
  });

  it('is not stalled at a desk that had nobody to serve', () => {
    const recentStarts = [{ at: NOW - 60 * MIN, waitMs: 0 }];
    const snapshot = aSnapshot({ queueLength: 1, longestWaitMs: 0, recentStarts });
    expect(estimateOf([snapshot], { position: 1 }).stalled).toBe(false);
  });

  it('is stalled for two minutes when staff fell by 40 %', () => {
    const at = (sec: number, slots: number): QueueSnapshot => aSnapshot({ observedAt: NOW + sec * SEC, slots });
    const stalled = (...snapshots: QueueSnapshot[]): boolean =>
      estimateOf(snapshots, { now: snapshots.at(-1)!.observedAt }).stalled;
    expect(stalled(at(0, 10), at(60, 7))).toBe(false);
    expect(stalled(at(0, 10), at(60, 6))).toBe(true);
    expect(stalled(at(0, 10), at(60, 6), at(150, 6), at(200, 6))).toBe(false);
  });

  it('sees by its own position alone how fast the line moves', () => {
    const after = (positionAt: (i: number) => number): number => {
      const snapshots = Array.from({ length: 11 }, (_, i) => ({
        observedAt: NOW + i * 30 * SEC,
        position: positionAt(i),
      }));
      return estimateOf(snapshots, { now: NOW + 300 * SEC, position: 10, waitedMs: 300 * SEC }).p50Ms;
    };
    expect(after((i) => 30 - 2 * i)).toBeLessThan(0.7 * after((i) => 14 - Math.floor(0.4 * i)));
  });

  it('rises by a fifth at most until a minute has confirmed it, and falls at once', () => {
    const at = (sec: number, position: number): QueueSnapshot => aSnapshot({ observedAt: NOW + sec * SEC, position });
    const after = (sec: number, position: number, ...snapshots: QueueSnapshot[]): number =>
      estimateOf([...snapshots, at(sec, position)], { now: NOW + sec * SEC, position, waitedMs: sec * SEC }).p50Ms;
    const before = after(0, 5);
    const risen = after(60, 10, at(0, 5));
    expect(risen / before).toBeGreaterThan(1.19);
    expect(risen).toBeLessThanOrEqual(Math.ceil(Math.max(1.2 * before, before + 15 * SEC)));
    expect(after(120, 10, at(0, 5), at(60, 10)) / before).toBeGreaterThan(1.5);
    expect(after(60, 2, at(0, 5)) / before).toBeLessThan(0.7);
  });

  it('makes the same of snapshots in any order and told twice', () => {
    const snapshots = [0, 20, 40, 60, 80].map((sec) =>
      aSnapshot({ observedAt: NOW + sec * SEC, slots: 10 + sec / 20 }),
    );
    const now = NOW + 80 * SEC;
    const [a, b, c, d, e] = snapshots as [QueueSnapshot, QueueSnapshot, QueueSnapshot, QueueSnapshot, QueueSnapshot];
    expect(estimateOf([a, b, c, d, e, b, e], { now })).toEqual(estimateOf(snapshots, { now }));
    expect(estimateOf([b, a, e], { now }).p50Ms).toBe(estimateOf([a, b, e], { now }).p50Ms);
  });

  it('lets a snapshot from next year wait for its time', () => {
    const year = 365 * 24 * 60 * MIN;
    const later = aSnapshot({ observedAt: NOW + MIN });
    const estimate = estimateOf([aSnapshot(), aSnapshot({ observedAt: NOW + year, slots: 1 }), later], {
      now: NOW + MIN,
    });
    expect(estimate).toEqual(estimateOf([aSnapshot(), later], { now: NOW + MIN }));
  });

  it('changes nothing that it is given', () => {
    const snapshot = aSnapshot({ recentStarts: [...aSnapshot().recentStarts!].reverse() });
    const copy = structuredClone(snapshot);
    estimateOf([Object.freeze({ ...snapshot, recentStarts: Object.freeze(snapshot.recentStarts!) })]);
    expect(snapshot).toEqual(copy);
  });
});

describe('createWaitEstimator with whatever comes', () => {
  const odd = fc.constantFrom(Number.NaN, -1, Infinity, -Infinity, 0, 1e300, 5e-324, null, 'x', undefined, {}, []);
  const figure = (sound: fc.Arbitrary<number>): fc.Arbitrary<unknown> => fc.oneof({ weight: 4, arbitrary: sound }, odd);
  const instant = fc.oneof(
    fc.integer({ min: NOW - 30 * MIN, max: NOW + MIN }),
    fc.constantFrom(NOW, NOW + 365 * 24 * 60 * MIN, NOW - 365 * 24 * 60 * MIN, NOW - 8 * 60 * MIN),
  );
  const duration = fc.integer({ min: 0, max: 120 * MIN });
  const size = fc.integer({ min: 0, max: 500 });
  const listOf = (entry: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 4, arbitrary: fc.array(fc.oneof({ weight: 6, arbitrary: entry }, odd), { maxLength: 30 }) },
      odd,
    );
  const snapshots = fc.array(
    fc.oneof(
      { weight: 1, arbitrary: odd },
      {
        weight: 12,
        arbitrary: fc.record(
          {
            observedAt: figure(instant),
            position: figure(size),
            queueLength: figure(size),
            agentsOnline: figure(size),
            slots: figure(size),
            busySlots: figure(size),
            handleTimeMs: figure(duration),
            longestWaitMs: figure(duration),
            recentStarts: listOf(fc.record({ at: figure(instant), waitMs: figure(duration) })),
            capacityForecast: listOf(fc.record({ at: figure(instant), slots: figure(size) })),
            estimate: fc.oneof(odd, fc.record({ p50Ms: figure(duration), p90Ms: figure(duration) })),
          },
          { requiredKeys: [], noNullPrototype: false },
        ),
      },
    ),
    { maxLength: 60 },
  );

  it('gives a figure also behind a snapshot with a place that is next to nothing', () => {
    const estimator = createWaitEstimator();
    estimator.observe({ observedAt: NOW - 365 * 24 * 60 * MIN, position: 5e-324 } as QueueSnapshot);
    estimator.observe({ observedAt: NOW } as QueueSnapshot);
    expect(estimator.estimate(NOW, { position: 1, waitedMs: 0 })?.p50Ms).toBeGreaterThanOrEqual(0);
  });

  it('never throws, and gives a figure that can be or a null that is documented', () => {
    fc.assert(
      fc.property(
        snapshots,
        figure(fc.integer({ min: 1, max: 300 })),
        figure(duration),
        figure(instant),
        (given, position, waitedMs, now) => {
          const estimator = createWaitEstimator();
          for (const snapshot of given) estimator.observe(Object.freeze(snapshot) as QueueSnapshot);
          const me = { position, waitedMs } as Parameters<typeof estimator.estimate>[1];
          const estimate = estimator.estimate(now as number, me);
          const sound = given.filter((snapshot) =>
            ((at) => typeof at === 'number' && at >= 0 && at < 9e15)(
              (Object(snapshot) as { observedAt?: unknown }).observedAt,
            ),
          ) as { slots?: unknown }[];
          if (estimate === null) {
            const mayBeNull = !(Number.isInteger(position) && (position as number) >= 1 && (position as number) <= 1e6);
            expect(mayBeNull || sound.length === 0 || sound.some(({ slots }) => slots === 0)).toBe(true);
            return;
          }
          expect(sound.length).toBeGreaterThan(0);
          expect(estimate.p50Ms).toBeGreaterThanOrEqual(0);
          expect(estimate.p90Ms).toBeGreaterThanOrEqual(estimate.p50Ms);
          expect(estimate.p90Ms).toBeLessThanOrEqual(24 * 60 * MIN);
          expect(estimator.estimate(now as number, me)).toEqual(estimate);
        },
      ),
      { numRuns: 600 },
    );
  });
});
