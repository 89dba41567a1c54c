// What holds of a tracked wait for any order of snapshots, sound or not, and any time between them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQueueSnapshot } from '../adapter/validate-answer.js';
import { createFakeEnv } from '../testing/fake-env.js';
import { createQueueTracker, type TrackedWait } from './queue-tracker.js';
import { readSavedWait } from './saved-wait.js';

const YEAR = 365 * 86_400_000;
const odd = () => fc.constantFrom<unknown>(NaN, -1, Infinity, -Infinity, null, '7', {}, [], 1e300, 0, undefined);
const figure = (max: number) =>
  fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max }) }, { weight: 1, arbitrary: odd() });

/** A step: time passes by either clock, then perhaps a snapshot comes whose time is off by so much. */
const aStep = () =>
  fc.record({
    passMs: fc.constantFrom(0, 1, 5000, 15_000, 60_000, 150_000),
    sleepMs: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, fc.constantFrom(8 * 3_600_000, -3_600_000, YEAR)),
    offMs: fc.oneof({ weight: 6, arbitrary: fc.constant(0) }, fc.constantFrom(-60_000, -1, 30_000, YEAR, -YEAR, NaN)),
    snapshot: fc.option(
      fc.record({
        position: fc.oneof(fc.integer({ min: 1, max: 40 }), odd()),
        queueLength: figure(60),
        slots: figure(12),
        agentsOnline: figure(6),
        handleTimeMs: figure(900_000),
        estimate: fc.oneof(fc.constant(undefined), fc.record({ p50Ms: figure(9e5), p90Ms: figure(2e6) })),
        recentStarts: fc.oneof(odd(), fc.array(fc.record({ at: odd(), waitMs: figure(9e5) }), { maxLength: 3 })),
      }),
    ),
  });

const context = (waitedMs: number) => ({ waitedMs, pollMs: 60_000, outage: false });

function expectSound({ wait, position, progress, ageMs, freshness }: TrackedWait): void {
  const figures = [wait.position, wait.fromMin ?? 0, wait.toMin ?? 0, position ?? 1, progress, ageMs ?? 0];
  expect(figures.every((each) => Number.isFinite(each) && each >= 0)).toBe(true);
  expect(progress).toBeLessThanOrEqual(1);
  if (wait.fromMin !== undefined && wait.toMin !== undefined) expect(wait.fromMin).toBeLessThanOrEqual(wait.toMin);
  if (freshness === 'unknown') expect(wait.kind).toBe('unknown');
  if (wait.kind === 'range') expect(wait.fromMin).toBeTypeOf('number');
}

describe('createQueueTracker', () => {
  it('shows no false figure, whatever comes and however time passes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep(), { maxLength: 25 }), fc.boolean(), async (steps, pageChanges) => {
        const env = createFakeEnv();
        const make = (saved: unknown = null) =>
          createQueueTracker({ env, priority: 'normal', announced: { p90Ms: 300_000 }, saved: readSavedWait(saved) });
        let tracker = make();
        let [progress, order, host] = [0, 0, env.now()];
        for (const { passMs, sleepMs, offMs, snapshot } of steps) {
          await env.advance(passMs);
          env.jumpClock(sleepMs);
          host += passMs + Math.max(sleepMs, 0);
          const read = snapshot && readQueueSnapshot({ ...snapshot, observedAt: host + offMs });
          const taken = read && tracker.take(read, context(env.monotonic()));
          if (taken) {
            expect(taken.observedAt).toBeGreaterThan(order);
            order = taken.observedAt;
          }
          if (pageChanges && passMs === 15_000) tracker = make(JSON.parse(JSON.stringify(tracker.save())));
          const now = tracker.tick(context(env.monotonic()));
          expectSound(now);
          expect(now.progress).toBeGreaterThanOrEqual(progress);
          ({ progress } = now);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is never frozen: without snapshots every figure is unknown after twice the poll time', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aStep(), { maxLength: 8 }), async (steps) => {
        const env = createFakeEnv();
        const tracker = createQueueTracker({ env, priority: 'p1', announced: null });
        for (const { passMs, offMs, snapshot } of steps) {
          await env.advance(passMs);
          const read = snapshot && readQueueSnapshot({ ...snapshot, observedAt: env.now() + offMs });
          if (read) tracker.take(read, context(env.monotonic()));
        }
        await env.advance(120_001);
        expect(tracker.tick(context(env.monotonic()))).toMatchObject({
          freshness: 'unknown',
          wait: { kind: 'unknown' },
        });
      }),
      { numRuns: 100 },
    );
  });
});
