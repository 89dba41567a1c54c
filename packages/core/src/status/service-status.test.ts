import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeHours } from '../contracts.js';
import { createOfficeHours } from '../hours/office-hours.js';
import { freshnessOf, readServiceStatus } from './service-status.js';

const NOW = Date.parse('2026-11-23T10:00Z');
const MINUTE = 60_000;
const at = (iso: string): number => Date.parse(iso);
const aStatus = (members: object = {}): object => ({ state: 'open', observedAt: NOW, supports: {}, ...members });
const read = (members: object = {}, context: { now?: number; hours?: OfficeHours; own?: object } = {}) =>
  readServiceStatus(aStatus(members), { now: NOW, ...context });
const hoursOf = (open: string, close: string): OfficeHours =>
  createOfficeHours({ desks: [{ timeZone: 'UTC', weekly: { 1: [[open, close]] } }] });
const openness = ({ state, basis, closesAt, opensAt, alwaysOpen }: ReturnType<typeof read>) => ({
  state,
  basis,
  closesAt,
  opensAt,
  alwaysOpen,
});

describe('freshnessOf', () => {
  it.each([
    [0, 'live'],
    [MINUTE, 'live'],
    [MINUTE + 1, 'stale'],
    [2 * MINUTE, 'stale'],
    [2 * MINUTE + 1, 'unknown'],
    [8 * 60 * MINUTE, 'unknown'],
    [-MINUTE, 'live'],
    [-MINUTE - 1, 'unknown'],
    [-365 * 24 * 60 * MINUTE, 'unknown'],
    [NaN, 'unknown'],
  ])('of %i ms of age at one minute is %s', (age, freshness) => {
    expect(freshnessOf(NOW - age, NOW, MINUTE)).toBe(freshness);
  });

  it('is unknown where nobody said when', () => {
    expect(freshnessOf(null, NOW, MINUTE)).toBe('unknown');
  });
});

describe('readServiceStatus', () => {
  it.each([
    [undefined, 60_000],
    [5000, 5000],
    [0, 60_000],
    [-1, 60_000],
    [NaN, 60_000],
    [Infinity, 60_000],
    ['5000', 60_000],
  ])('takes a pollMs of %s for %i, and goes stale by it', (given, pollMs) => {
    const late = read({ pollMs: given }, { now: NOW + pollMs + 1 });
    expect([late.pollMs, late.freshness, late.ageMs]).toEqual([pollMs, 'stale', pollMs + 1]);
  });

  it('keeps figures of the minute while stale, and drops them once unknown', () => {
    const status = {
      agents: { online: 3 },
      wait: { p50Ms: 1, p90Ms: 2 },
      queue: { queueLength: 4 },
      peak: true,
      accuracy: { samples: 40, withinP90: 36 },
      notices: [{ id: 'a', level: 'info', text: { en: 'A' } }],
    };
    const [stale, unknown] = [2 * MINUTE, 2 * MINUTE + 1].map((age) => read(status, { now: NOW + age }));
    expect(stale).toMatchObject({ freshness: 'stale', state: 'open', queueLength: 4, peak: true, wait: { p50Ms: 1 } });
    expect(unknown).toMatchObject({
      freshness: 'unknown',
      state: 'unknown',
      agents: null,
      wait: null,
      queueLength: null,
      peak: null,
    });
    expect([unknown!.accuracy?.samples, unknown!.notices.length]).toEqual([40, 1]);
  });

  it.each<[string, object, OfficeHours | undefined, object]>([
    [
      'believes a live host',
      { nextChangeAt: at('2026-11-23T22:00Z') },
      undefined,
      { state: 'open', basis: 'host', closesAt: at('2026-11-23T22:00Z'), opensAt: null, alwaysOpen: false },
    ],
    [
      'prefers its next change',
      { nextChangeAt: at('2026-11-23T22:00Z') },
      hoursOf('09:00', '18:00'),
      { state: 'open', basis: 'host', closesAt: at('2026-11-23T22:00Z'), opensAt: null, alwaysOpen: false },
    ],
    [
      'takes that of the hours where they agree',
      { state: 'busy' },
      hoursOf('09:00', '18:00'),
      { state: 'busy', basis: 'host', closesAt: at('2026-11-23T18:00Z'), opensAt: null, alwaysOpen: false },
    ],
    [
      'takes none of the hours where they do not',
      { state: 'closed' },
      hoursOf('09:00', '18:00'),
      { state: 'closed', basis: 'host', closesAt: null, opensAt: null, alwaysOpen: false },
    ],
    [
      'has no change that has passed',
      { nextChangeAt: NOW },
      undefined,
      { state: 'open', basis: 'host', closesAt: null, opensAt: null, alwaysOpen: false },
    ],
    [
      'goes by the hours where the host does not know',
      { state: 'unknown', nextChangeAt: NOW + 1 },
      hoursOf('11:00', '18:00'),
      { state: 'closed', basis: 'hours', closesAt: null, opensAt: at('2026-11-23T11:00Z'), alwaysOpen: false },
    ],
    [
      'does not know a state of another word',
      { state: 'ajar' },
      undefined,
      { state: 'unknown', basis: 'none', closesAt: null, opensAt: null, alwaysOpen: false },
    ],
  ])('%s', (_, status, hours, facts) => {
    expect(openness(read(status, hours ? { hours } : {}))).toEqual(facts);
  });

  it('goes by the hours once the host is no longer heard', () => {
    const late = read({ state: 'closed' }, { now: NOW + 3 * MINUTE, hours: hoursOf('09:00', '18:00') });
    expect(openness(late)).toMatchObject({ state: 'open', basis: 'hours', closesAt: at('2026-11-23T18:00Z') });
  });

  it('needs no host for hours and notices', () => {
    const notices = [{ id: 'a', level: 'warning', text: { en: 'Slow mail' } }];
    const facts = readServiceStatus(null, { now: NOW, hours: hoursOf('09:00', '18:00'), own: { notices } });
    expect(facts).toMatchObject({
      freshness: 'unknown',
      ageMs: null,
      state: 'open',
      basis: 'hours',
      agents: null,
      wait: null,
    });
    expect(facts.notices.map(({ id }) => id)).toEqual(['a']);
  });

  it('says of hours around the clock that they are', () => {
    const days = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]]));
    const hours = createOfficeHours({ desks: [{ timeZone: 'UTC', weekly: days }] });
    expect(read({}, { hours }).alwaysOpen).toBe(true);
    expect(read({ state: 'closed' }, { hours }).alwaysOpen).toBe(false);
  });

  it.each<[string, object, object]>([
    ['agents', { agents: { online: 4, available: 1 } }, { agents: { online: 4, available: 1 } }],
    ['no agent', { agents: { online: 0 } }, { agents: { online: 0, available: null } }],
    [
      'more free agents than there are',
      { agents: { online: 2, available: 3 } },
      { agents: { online: 2, available: null } },
    ],
    ['agents below zero', { agents: { online: -1, available: 0 } }, { agents: null }],
    ['half an agent', { agents: { online: 1.5 } }, { agents: null }],
    [
      'a wait',
      { wait: { p50Ms: 60_000, p90Ms: 90_000, samples: 12 } },
      { wait: { p50Ms: 60_000, p90Ms: 90_000, samples: 12 } },
    ],
    ['a wait turned round', { wait: { p50Ms: 9, p90Ms: 3 } }, { wait: null }],
    ['a wait without its range', { wait: { p50Ms: 9 } }, { wait: null }],
    ['a wait of NaN', { wait: { p50Ms: NaN, p90Ms: 3 } }, { wait: null }],
    ['a negative wait', { wait: { p50Ms: -1, p90Ms: 3 } }, { wait: null }],
    ['an endless wait', { wait: { p50Ms: 1, p90Ms: Infinity } }, { wait: null }],
    ['20 samples', { accuracy: { samples: 20, withinP90: 18 } }, { accuracy: { samples: 20, withinP90: 18 } }],
    ['19 samples', { accuracy: { samples: 19, withinP90: 19 } }, { accuracy: null }],
    ['more hits than samples', { accuracy: { samples: 40, withinP90: 41 } }, { accuracy: null }],
    ['an accuracy of NaN', { accuracy: { samples: NaN, withinP90: 1 } }, { accuracy: null }],
    ['hits of NaN', { accuracy: { samples: 40, withinP90: NaN } }, { accuracy: null }],
    ['a queue of nobody', { queue: { queueLength: 0 } }, { queueLength: 0 }],
    ['a queue of -1', { queue: { queueLength: -1 } }, { queueLength: null }],
    ['a load without figures', { load: { timeZone: 'UTC', byWeekdayHour: [] } }, { load: null }],
    [
      'text instead of figures',
      { agents: { online: '4' }, wait: { p50Ms: '1', p90Ms: '2' } },
      { agents: null, wait: null },
    ],
  ])('reads %s', (_, status, facts) => {
    expect(read(status)).toMatchObject(facts);
  });

  it('sees own members only', () => {
    expect(read({ agents: Object.create({ online: 4 }) }).agents).toBeNull();
  });

  it.each<[string, object, object, boolean | null]>([
    ['the host’s word', { peak: true, queue: { slots: 10, busySlots: 1 } }, {}, true],
    ['the host’s word that there is none', { peak: false, queue: { slots: 10, busySlots: 10 } }, {}, false],
    ['80 % of the slots', { queue: { slots: 10, busySlots: 8 } }, {}, true],
    ['less than that', { queue: { slots: 10, busySlots: 7 } }, {}, false],
    ['the owner’s own threshold', { queue: { slots: 10, busySlots: 7 } }, { peakAt: 0.5 }, true],
    ['80 % where the owner’s is none', { queue: { slots: 10, busySlots: 7 } }, { peakAt: 7 }, false],
    ['nothing without slots', { queue: { slots: 0, busySlots: 0 } }, {}, null],
    ['nothing without what is busy', { queue: { slots: 10 } }, {}, null],
    ['nothing from nonsense', { queue: { slots: 10, busySlots: -1 } }, {}, null],
  ])('knows the peak by %s', (_, status, own, peak) => {
    expect(read(status, { own }).peak).toBe(peak);
  });

  it('never throws, and never gives a figure that is negative or NaN', () => {
    const odd = fc.oneof(fc.double(), fc.integer(), fc.string(), fc.constantFrom(NaN, null, undefined, -0));
    const group = fc.dictionary(
      fc.constantFrom(
        'online',
        'available',
        'p50Ms',
        'p90Ms',
        'samples',
        'withinP90',
        'slots',
        'busySlots',
        'queueLength',
      ),
      odd,
    );
    const anyStatus = fc.record({
      state: odd,
      observedAt: fc.oneof(odd, fc.constant(NOW)),
      pollMs: odd,
      nextChangeAt: odd,
      agents: group,
      queue: group,
      wait: group,
      accuracy: group,
      peak: odd,
      load: fc.anything(),
      notices: fc.anything(),
    });
    fc.assert(
      fc.property(fc.oneof(anyStatus, fc.jsonValue()), fc.oneof(odd, fc.constant(NOW)), (status, now) => {
        const facts = readServiceStatus(status, { now: now as number });
        const figures = [facts.ageMs, facts.queueLength, facts.agents, facts.wait, facts.accuracy].flatMap((each) =>
          each !== null && typeof each === 'object' ? (Object.values(each) as (number | null)[]) : [each],
        );
        expect(figures.filter((each) => each !== null && !(each >= 0))).toEqual([]);
      }),
    );
  });
});
