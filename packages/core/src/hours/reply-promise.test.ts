import { describe, expect, it } from 'vitest';
import type { Desk, Priority, ReplyPolicy, ReplyRule } from '../contracts.js';
import { isHelpError } from '../errors.js';
import { createOfficeHours } from './office-hours.js';
import { createReplyPromise } from './reply-promise.js';

const week = (from: number, to: number, ...spans: (readonly [string, string])[]): NonNullable<Desk['weekly']> =>
  Object.fromEntries(Array.from({ length: to - from + 1 }, (_, day) => [from + day, spans]));
const SHANGHAI: Desk = { timeZone: 'Asia/Shanghai', weekly: week(1, 5, ['09:00', '12:00'], ['13:00', '18:00']) };
const AROUND_THE_CLOCK: Desk = { timeZone: 'America/New_York', weekly: week(1, 7, ['09:00', '09:00']) };
const POLICY: ReplyPolicy = {
  p0: { basis: 'clock', minutes: 15 },
  p1: { basis: 'business', minutes: 240 },
  normal: { basis: 'next-working-day' },
  whenClosed: { p0: { basis: 'clock', minutes: 30 }, p1: { basis: 'clock', minutes: 120 } },
};
const always = (rule: ReplyRule): ReplyPolicy => ({ p0: rule, p1: rule, normal: rule });
const at = (wall: string): number => Date.parse(`${wall}+08:00`);
const promised = (policy: ReplyPolicy, desks: readonly Desk[], priority: Priority, receivedAt: number) => {
  const { replyBy, basis } = createReplyPromise(policy, createOfficeHours({ desks }))(priority, receivedAt);
  return [replyBy === null ? null : new Date(replyBy + 8 * 3_600_000).toISOString().slice(0, 16), basis];
};

describe('createReplyPromise', () => {
  it.each<[Priority, string, string, ReplyRule['basis']]>([
    ['p0', '2026-11-23T10:00', '2026-11-23T10:15', 'clock'],
    ['p0', '2026-11-23T23:00', '2026-11-23T23:30', 'clock'],
    ['p1', '2026-11-23T10:00', '2026-11-23T15:00', 'business'],
    ['p1', '2026-11-23T09:00', '2026-11-23T14:00', 'business'],
    ['p1', '2026-11-23T23:00', '2026-11-24T01:00', 'clock'],
    ['p1', '2026-11-27T17:00', '2026-11-30T12:00', 'business'],
    ['normal', '2026-11-23T10:00', '2026-11-24T18:00', 'next-working-day'],
    ['normal', '2026-11-27T19:00', '2026-11-30T18:00', 'next-working-day'],
  ])('answers %s of %s by %s (%s)', (priority, receivedAt, replyBy, basis) => {
    expect(promised(POLICY, [SHANGHAI], priority, at(receivedAt))).toEqual([replyBy, basis]);
  });

  it('is due at closing where the time fills a span exactly', () => {
    expect(promised(always({ basis: 'business', minutes: 180 }), [SHANGHAI], 'p1', at('2026-11-23T09:00'))[0]).toBe(
      '2026-11-23T12:00',
    );
  });

  it('gives 0 business minutes at once while open, and at the next opening while closed', () => {
    const policy = always({ basis: 'business', minutes: 0 });
    expect(promised(policy, [SHANGHAI], 'p1', at('2026-11-23T10:00'))[0]).toBe('2026-11-23T10:00');
    expect(promised(policy, [SHANGHAI], 'p1', at('2026-11-23T12:00'))[0]).toBe('2026-11-23T13:00');
  });

  it('counts elapsed time over a change of the clocks', () => {
    const night: Desk = { timeZone: 'Europe/Berlin', weekly: week(1, 7, ['22:00', '06:00']) };
    expect(
      promised(always({ basis: 'business', minutes: 420 }), [night], 'p1', Date.parse('2026-03-28T22:00+01:00'))[0],
    ).toBe('2026-03-29T12:00');
  });

  it('gives the opening of the next working day where the rule says so', () => {
    expect(
      promised(always({ basis: 'next-working-day', by: 'open' }), [SHANGHAI], 'normal', at('2026-11-27T10:00'))[0],
    ).toBe('2026-11-30T09:00');
  });

  it('promises nothing by closing around the clock, but does by opening and by business time', () => {
    const closing = always({ basis: 'next-working-day', by: 'close' });
    expect(promised(closing, [AROUND_THE_CLOCK], 'normal', at('2026-11-23T10:00'))).toEqual([null, 'next-working-day']);
    expect(
      promised(
        always({ basis: 'next-working-day', by: 'open' }),
        [AROUND_THE_CLOCK],
        'normal',
        at('2026-11-23T12:00'),
      )[0],
    ).toBe('2026-11-23T22:00');
    expect(
      promised(always({ basis: 'business', minutes: 60 }), [AROUND_THE_CLOCK], 'p1', at('2026-11-23T10:00'))[0],
    ).toBe('2026-11-23T11:00');
  });

  it('promises by the closing of the first desk where others keep the office open', () => {
    expect(
      promised(
        always({ basis: 'next-working-day' }),
        [SHANGHAI, AROUND_THE_CLOCK],
        'normal',
        at('2026-11-23T10:00'),
      )[0],
    ).toBe('2026-11-24T18:00');
  });

  it.each<ReplyRule>([
    { basis: 'business', minutes: 10 },
    { basis: 'business', minutes: 0 },
    { basis: 'next-working-day' },
  ])('promises nothing for a desk that never opens: %j', (rule) => {
    expect(promised(always(rule), [], 'p0', at('2026-11-23T10:00'))).toEqual([null, rule.basis]);
  });

  it('counts business time past 370 days, and gives up after ten years', () => {
    const yearly: Desk = { timeZone: 'UTC', weekly: { 1: [['09:00', '09:01']] } };
    expect(promised(always({ basis: 'business', minutes: 60 }), [yearly], 'p1', at('2026-11-23T10:00'))[0]).toBe(
      '2028-01-10T17:01',
    );
    expect(promised(always({ basis: 'business', minutes: 1e6 }), [yearly], 'p1', at('2026-11-23T10:00'))[0]).toBeNull();
  });

  it('promises nothing for an instant that is none', () => {
    expect(promised(POLICY, [SHANGHAI], 'p0', NaN)).toEqual([null, 'clock']);
  });

  it.each<[string, unknown, string[]]>([
    ['nothing', null, ['p0', 'p1', 'normal']],
    ['a missing priority', { p0: POLICY.p0, p1: POLICY.p1 }, ['normal']],
    ['negative minutes', { ...POLICY, p0: { basis: 'clock', minutes: -1 } }, ['p0']],
    ['NaN', { ...POLICY, p1: { basis: 'business', minutes: NaN } }, ['p1']],
    ['another word', { ...POLICY, normal: { basis: 'next-working-day', by: 'noon' } }, ['normal']],
    ['a rule of the night', { ...POLICY, whenClosed: { p1: { basis: 'soon' } } }, ['whenClosed.p1']],
    ['a night that is none', { ...POLICY, whenClosed: 3 }, ['whenClosed']],
    ['what is merely inherited', Object.create(POLICY), ['p0', 'p1', 'normal']],
  ])('refuses %s, naming it', (_, policy, paths) => {
    let caught: unknown;
    try {
      createReplyPromise(policy as ReplyPolicy, createOfficeHours({ desks: [] }));
    } catch (error) {
      caught = error;
    }
    expect(isHelpError(caught) && caught.code).toBe('config-invalid');
    expect(isHelpError(caught) && caught.details.problems?.map(({ path }) => path)).toEqual(paths);
  });
});
