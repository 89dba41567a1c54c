import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHelpError } from '../errors.js';
import { createOfficeHours } from './office-hours.js';
import { parseOfficeHours } from './parse-office-hours.js';

const pathsOf = (input: unknown): string[] | undefined => {
  try {
    parseOfficeHours(input);
  } catch (error) {
    if (isHelpError(error) && error.code === 'config-invalid') return error.details.problems?.map(({ path }) => path);
    throw error;
  }
  return undefined;
};
const desk = (members: object): object => ({ desks: [{ timeZone: 'UTC', ...members }] });

describe('parseOfficeHours', () => {
  it.each<[string, unknown, string[]]>([
    ['nothing', undefined, ['desks']],
    ['desks that are no list', { desks: {} }, ['desks']],
    ['desks that are inherited', Object.create({ desks: [] }), ['desks']],
    ['a desk that is none', { desks: ['Berlin'] }, ['desks[0].timeZone']],
    ['an unknown zone', { desks: [{ timeZone: 'Mars/Olympus' }] }, ['desks[0].timeZone']],
    ['an empty zone', { desks: [{ timeZone: '' }] }, ['desks[0].timeZone']],
    ['an offset as zone', { desks: [{ timeZone: '+08:00' }] }, ['desks[0].timeZone']],
    ['25:00', desk({ weekly: { 1: [['09:00', '25:00']] } }), ['desks[0].weekly.1[0]']],
    ['24:01', desk({ weekly: { 1: [['09:00', '24:01']] } }), ['desks[0].weekly.1[0]']],
    ['an opening at 24:00', desk({ weekly: { 1: [['24:00', '06:00']] } }), ['desks[0].weekly.1[0]']],
    ['an hour of one digit', desk({ weekly: { 1: [['9:00', '17:00']] } }), ['desks[0].weekly.1[0]']],
    ['a span of three', desk({ weekly: { 1: [['09:00', '12:00', '13:00']] } }), ['desks[0].weekly.1[0]']],
    [
      'a span instead of spans',
      desk({ weekly: { 1: ['09:00', '17:00'] } }),
      ['desks[0].weekly.1[0]', 'desks[0].weekly.1[1]'],
    ],
    ['text instead of spans', desk({ weekly: { 1: '09:00-17:00' } }), ['desks[0].weekly.1']],
    ['weekday 0', desk({ weekly: { 0: [] } }), ['desks[0].weekly.0']],
    ['a weekday by name', desk({ weekly: { monday: [['09:00', '17:00']] } }), ['desks[0].weekly.monday']],
    ['a week that is a list', desk({ weekly: [] }), ['desks[0].weekly']],
    ['30 February', desk({ holidays: ['2026-02-30'] }), ['desks[0].holidays[0]']],
    ['29 February of no leap year', desk({ holidays: ['2024-02-29', '2026-02-29'] }), ['desks[0].holidays[1]']],
    ['month 13', desk({ special: { '2026-13-01': [] } }), ['desks[0].special.2026-13-01']],
    ['a date of another form', desk({ special: { '24/12/2026': [] } }), ['desks[0].special.24/12/2026']],
    ['a number as a holiday', desk({ holidays: [20261224] }), ['desks[0].holidays[0]']],
    ['one holiday without a list', desk({ holidays: '2026-12-24' }), ['desks[0].holidays']],
    ['serves that is none', desk({ serves: 'chat' }), ['desks[0].serves']],
    ['a channel that is no list', desk({ serves: { channels: 'chat' } }), ['desks[0].serves.channels']],
    ['a tier that is no text', desk({ serves: { tiers: ['gold', 2] } }), ['desks[0].serves.tiers[1]']],
  ])('refuses %s, naming it', (_, input, paths) => {
    expect(pathsOf(input)).toEqual(paths);
    expect(() => createOfficeHours(input as never)).toThrow('config-invalid');
  });

  it('names every problem of every desk at once', () => {
    expect(
      pathsOf({ desks: [{ timeZone: 'x' }, { timeZone: 'UTC', weekly: { 8: [['a', 'b']] }, holidays: ['x'] }] }),
    ).toEqual(['desks[0].timeZone', 'desks[1].weekly.8', 'desks[1].weekly.8[0]', 'desks[1].holidays[0]']);
  });

  it('says what was expected', () => {
    expect(() => parseOfficeHours(desk({ holidays: ['x'] }))).toThrow(
      expect.objectContaining({
        details: { problems: [{ path: 'desks[0].holidays[0]', message: 'expected a date YYYY-MM-DD' }] },
      }),
    );
  });

  it('keeps what it knows, in objects of its own, and leaves out the rest', () => {
    const given = desk({
      id: 'a',
      name: 'Berlin',
      colour: 'red',
      weekly: { 1: [['09:00', '24:00']] },
      serves: { tiers: [], shoe: ['x'] },
    });
    expect(parseOfficeHours(given)).toEqual({
      desks: [
        {
          id: 'a',
          name: 'Berlin',
          timeZone: 'UTC',
          weekly: { 1: [['09:00', '24:00']] },
          holidays: [],
          special: {},
          serves: { tiers: [] },
        },
      ],
    });
  });

  it('takes any plain data or refuses it as config-invalid', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.record({ desks: fc.array(fc.jsonValue()) })), (input) => {
        const paths = pathsOf(input);
        expect(paths === undefined || paths.length > 0).toBe(true);
      }),
    );
  });
});
