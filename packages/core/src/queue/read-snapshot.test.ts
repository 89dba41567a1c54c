import { describe, expect, it } from 'vitest';
import type { QueueSnapshot } from '../contracts.js';
import { readSnapshot } from './read-snapshot.js';

const AT = 1_700_000_000_000;
const read = (change: object): ReturnType<typeof readSnapshot> =>
  readSnapshot({ observedAt: AT, ...change } as QueueSnapshot);

describe('readSnapshot', () => {
  it('refuses what has no time', () => {
    for (const observedAt of [Number.NaN, -1, Infinity, undefined, '5']) expect(read({ observedAt })).toBeNull();
    for (const nothing of [null, undefined, 5, 'x', []])
      expect(readSnapshot(nothing as unknown as QueueSnapshot)).toBeNull();
  });

  it('leaves out the one figure that is unsound', () => {
    expect(read({ slots: -1, agentsOnline: 3, handleTimeMs: Number.NaN, queueLength: Infinity })).toMatchObject({
      slots: undefined,
      agents: 3,
      handleMs: undefined,
      queueLength: undefined,
    });
  });

  it('takes no talk of under a second for one', () => {
    expect(read({ handleTimeMs: 999 })!.handleMs).toBeUndefined();
    expect(read({ handleTimeMs: 1000 })!.handleMs).toBe(1000);
  });

  it('tells no slots from slots that are not told', () => {
    expect([read({ slots: 0 })!.slots, read({})!.slots]).toEqual([0, undefined]);
  });

  it('puts starts in order and leaves out those to come, broken ones and all but the last twenty', () => {
    const sound = Array.from({ length: 25 }, (_, i) => ({ at: AT - i * 1000, waitMs: i }));
    const starts = read({ recentStarts: [{ at: AT + 1, waitMs: 0 }, { at: AT }, null, 7, ...sound] })!.starts!;
    expect(starts.map(({ waitMs }) => waitMs)).toEqual(Array.from({ length: 20 }, (_, i) => 19 - i));
    expect(read({ recentStarts: 'none' })!.starts).toBeUndefined();
  });

  it('puts slots to come in order', () => {
    const capacityForecast = [
      { at: AT + 2, slots: 2 },
      { at: AT + 1, slots: 1 },
      { at: AT, slots: -1 },
    ];
    expect(read({ capacityForecast })!.forecast.map(({ slots }) => slots)).toEqual([1, 2]);
  });
});
