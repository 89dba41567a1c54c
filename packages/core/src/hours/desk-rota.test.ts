import { describe, expect, it } from 'vitest';
import type { Desk } from '../contracts.js';
import { createDeskRota } from './desk-rota.js';

const desk = (id: string, timeZone: string, open: string, close: string, serves: Desk['serves'] = {}): Desk => ({
  id,
  timeZone,
  weekly: Object.fromEntries([1, 2, 3, 4, 5].map((day) => [day, [[open, close]]])),
  serves,
});
const desks = [
  desk('shanghai', 'Asia/Shanghai', '09:00', '18:00'),
  desk('berlin', 'Europe/Berlin', '10:00', '18:00', { channels: ['chat'] }),
  desk('denver', 'America/Denver', '10:00', '17:00'),
];
const at = (iso: string): number => Date.parse(iso);
const ids = (list: readonly Desk[]): (string | undefined)[] => list.map(({ id }) => id);

describe('createDeskRota', () => {
  const rota = createDeskRota({ desks });

  it.each([
    ['2026-11-23T02:00Z', ['shanghai']],
    ['2026-11-23T09:30Z', ['shanghai', 'berlin']],
    ['2026-11-23T12:00Z', ['berlin']],
    ['2026-11-23T20:00Z', ['denver']],
    ['2026-11-22T12:00Z', []],
  ])('at %s finds %j awake', (now, awake) => {
    expect(ids(rota.awake(at(now)).map((each) => each.desk))).toEqual(awake);
  });

  it('tells when each closes', () => {
    expect(rota.awake(at('2026-11-23T09:30Z')).map(({ closesAt }) => closesAt)).toEqual([
      at('2026-11-23T10:00Z'),
      at('2026-11-23T17:00Z'),
    ]);
  });

  it('names the next hand-over, also to a desk that opens at that very instant', () => {
    const first = rota.nextHandover(at('2026-11-23T02:00Z'))!;
    expect([first.at, ids(first.from), ids(first.to)]).toEqual([at('2026-11-23T10:00Z'), ['shanghai'], ['berlin']]);
    const second = rota.nextHandover(at('2026-11-23T12:00Z'))!;
    expect([second.at, ids(second.from), ids(second.to)]).toEqual([at('2026-11-23T17:00Z'), ['berlin'], ['denver']]);
  });

  it('has none before the office closes, while it is closed, or for one whom the next desk does not serve', () => {
    expect(rota.nextHandover(at('2026-11-27T20:00Z'))).toBeNull();
    expect(rota.nextHandover(at('2026-11-22T12:00Z'))).toBeNull();
    expect(createDeskRota({ desks }, { channel: 'phone' }).nextHandover(at('2026-11-23T02:00Z'))).toBeNull();
  });
});
