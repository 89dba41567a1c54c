import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WaitEstimate, WaitReason, WaitView } from '../contracts.js';
import { presentWait, type WaitMoment } from './present-wait.js';

const MIN = 60_000;

function anEstimate(fromMin: number, toMin: number, change: Partial<WaitEstimate> = {}): WaitEstimate {
  return { p50Ms: fromMin * MIN, p90Ms: toMin * MIN, basis: 'full', confidence: 'high', stalled: false, ...change };
}

function aMoment(change: Partial<WaitMoment> = {}): WaitMoment {
  return { position: 3, waitedMs: 0, announced: null, ...change };
}

/** The views of estimates that follow one another. */
function viewsOf(estimates: readonly (WaitEstimate | null)[], moment = aMoment()): WaitView[] {
  const views: WaitView[] = [];
  for (const estimate of estimates) views.push(presentWait(estimate, views.at(-1) ?? null, moment));
  return views;
}

const shown = ({ kind, fromMin, toMin, changed }: WaitView): unknown[] => [kind, fromMin, toMin, changed];

describe('presentWait', () => {
  it.each([
    [0.4, 0.9, 'soon', undefined, undefined],
    [0.4, 1, 'range', 0, 1],
    [3.9, 6.1, 'range', 3, 7],
    [9.9, 10.1, 'range', 9, 15],
    [10.1, 30, 'range', 10, 30],
    [29, 31, 'range', 25, 40],
    [39, 60, 'range', 30, 60],
    [39, 60.1, 'range', 30, undefined],
    [61, 85, 'over', 60, undefined],
  ])('shows %s to %s minutes as %s %s-%s', (p50, p90, kind, fromMin, toMin) => {
    expect(viewsOf([anEstimate(p50, p90)]).map(shown)).toEqual([[kind, fromMin, toMin, 'none']]);
  });

  it('says that it does not know without an estimate, and at a stalled desk', () => {
    for (const estimate of [null, anEstimate(3, 5, { stalled: true }), anEstimate(Number.NaN, 5), anEstimate(5, 3)])
      expect(viewsOf([anEstimate(3, 5), estimate])[1]).toEqual({ kind: 'unknown', position: 3, changed: 'none' });
  });

  it('falls at once', () => {
    expect(viewsOf([anEstimate(4, 7), anEstimate(3, 5), anEstimate(0.2, 0.8)]).map(shown)).toEqual([
      ['range', 4, 7, 'none'],
      ['range', 3, 5, 'down'],
      ['soon', undefined, undefined, 'down'],
    ]);
  });

  it('does not call it a fall when the words stay', () => {
    expect(viewsOf([anEstimate(4.9, 6.9), anEstimate(4.1, 6.1)]).map(shown)[1]).toEqual(['range', 4, 7, 'none']);
  });

  it('rises when two estimates agree, with the reason', () => {
    const cause: WaitReason = 'fewer-agents';
    const views = viewsOf(
      [anEstimate(4, 7), anEstimate(8, 12), anEstimate(9, 13), anEstimate(9, 13)],
      aMoment({ cause }),
    );
    expect(views.map(shown)).toEqual([
      ['range', 4, 7, 'none'],
      ['range', 4, 7, 'none'],
      ['range', 9, 15, 'up'],
      ['range', 9, 15, 'none'],
    ]);
    expect(views.map(({ reason }) => reason)).toEqual([undefined, undefined, cause, undefined]);
  });

  it('does not rise when the second estimate takes it back', () => {
    const views = viewsOf([anEstimate(4, 7), anEstimate(8, 12), anEstimate(4, 7.1), anEstimate(8, 12)]);
    expect(views.every(({ toMin, changed }) => toMin === 7 && changed === 'none')).toBe(true);
  });

  it('does not rise by little: 20 % or a minute', () => {
    expect(
      viewsOf([anEstimate(20, 30), ...Array(4).fill(anEstimate(25, 35.9))]).every(({ toMin }) => toMin === 30),
    ).toBe(true);
    expect(viewsOf([anEstimate(1, 2), ...Array(4).fill(anEstimate(2, 2.9))]).every(({ toMin }) => toMin === 2)).toBe(
      true,
    );
  });

  it('rises by many small steps once they add up', () => {
    const views = viewsOf([7, 7.5, 8, 8.5, 9, 9.5].map((toMin) => anEstimate(4, toMin)));
    expect(views.map(({ changed }) => changed)).toEqual(['none', 'none', 'none', 'none', 'up', 'none']);
  });

  it('keeps the position fresh while it keeps the range', () => {
    const first = presentWait(anEstimate(4, 7), null, aMoment());
    expect(presentWait(anEstimate(5, 8), first, aMoment({ position: 2 }))).toMatchObject({ position: 2, toMin: 7 });
  });

  it('calls the first view a rise when it is one above what is left of what was announced', () => {
    const moment = aMoment({ announced: { p90Ms: 10 * MIN }, waitedMs: 6 * MIN, cause: 'outage' });
    expect(presentWait(anEstimate(3, 4.5), null, moment).changed).toBe('none');
    expect(presentWait(anEstimate(3, 6), null, moment)).toMatchObject({ changed: 'up', reason: 'outage', toMin: 6 });
    expect(presentWait(anEstimate(1, 2), null, { ...moment, waitedMs: 30 * MIN }).changed).toBe('up');
  });

  it('survives being stored as JSON', () => {
    const first = presentWait(anEstimate(4, 7), null, aMoment());
    const second = presentWait(anEstimate(8, 12), JSON.parse(JSON.stringify(first)), aMoment());
    expect(presentWait(anEstimate(8, 12), JSON.parse(JSON.stringify(second)), aMoment()).changed).toBe('up');
  });

  it('never shows a range that cannot be, never rises on one estimate, whatever comes', () => {
    const ms = fc.oneof(fc.integer({ min: 0, max: 120 * MIN }), fc.constantFrom(Number.NaN, -1, Infinity));
    const estimate = fc.option(
      fc.record({ p50Ms: ms, p90Ms: ms, stalled: fc.boolean() }).map((some) => ({ ...anEstimate(1, 2), ...some })),
    );
    fc.assert(
      fc.property(fc.array(estimate, { maxLength: 30 }), (estimates) => {
        const views = viewsOf(estimates);
        views.forEach((view, i) => {
          if (view.kind === 'range') expect(view.fromMin).toBeLessThanOrEqual(view.toMin ?? Infinity);
          if (view.fromMin !== undefined) expect(view.fromMin).toBeGreaterThanOrEqual(0);
          if (view.toMin !== undefined) expect(view.toMin).toBeLessThanOrEqual(60);
          if (view.changed !== 'up') return;
          const [before, last] = [estimates[i - 1]!, estimates[i]!];
          expect(Math.min(before.p90Ms, last.p90Ms)).toBeGreaterThan(
            (views[i - 1]!.pending as { shownMs: number }).shownMs + MIN,
          );
        });
      }),
    );
  });
});
