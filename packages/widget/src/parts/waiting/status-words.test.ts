import {
  createOfficeHours,
  createTimeWording,
  createTranslator,
  loadWaitingWords,
  type TimeWording,
} from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { aService, aStatus, SERVICES } from '../../../../../tests/support/waiting-states.js';
import { wordBusyHours } from './busy-hours-words.js';
import { wordBanners, wordFigures, wordStrip } from './status-words.js';
import { wordWeek } from './week-hours-words.js';

const timeZone = 'Europe/London';
const t = createTranslator({ locale: 'en', messages: await loadWaitingWords('en') });
const words = createTimeWording({ locale: 'en', t: t as TimeWording['t'], timeZone });
const service = (name: string) => SERVICES[name]!;

describe('wordStrip', () => {
  it.each([
    ['open', 'open', 'Open · closes 22:00', 'about 3–5 min', ''],
    ['peak', 'busy', 'Open, but busy · closes 22:00', 'about 25–40 min', ''],
    ['closed', 'closed', 'Closed · opens tomorrow 07:20', '', ''],
    ['stale', 'open', 'Open · closes 22:00', 'about 3–5 min', 'As of 1 min ago'],
    ['own-hours', 'open', 'Open · closes 22:00', '', ''],
  ])('words %s', (name, tone, text, wait, age) => {
    expect(wordStrip(service(name), words)).toEqual({ tone, text, wait, age });
  });

  it('names no wait that nobody can estimate', () => {
    const wait = { kind: 'unknown', position: 0, changed: 'none' } as const;
    expect(wordStrip(aService(aStatus(), { waitNow: wait }), words).wait).toBe('');
  });
});

describe('wordFigures', () => {
  it('gives what is known, with how true it has been', () => {
    expect(wordFigures(service('open'), words)).toEqual({
      figures: [
        { name: 'Agents online', value: '14' },
        { name: 'In line', value: '6' },
        { name: 'Wait', value: '3–5 min' },
      ],
      note: '',
      accuracy: '1,093 of the last 1,204 waited within what we said',
    });
  });

  it('leaves out what is not known, and hides an accuracy of few', () => {
    const few = aService(
      { observedAt: service('open').now, accuracy: { samples: 19, withinP90: 19 } },
      { waitNow: null },
    );
    expect(wordFigures(few, words)).toEqual({ figures: [], note: '', accuracy: '' });
  });

  it('says that stale figures may have changed', () => {
    expect(wordFigures(service('stale'), words).note).toBe('This may have changed since.');
  });
});

describe('wordBanners', () => {
  it('puts the incident with its next news before the busy time', () => {
    expect(wordBanners(service('outage'), words)).toMatchObject([
      { level: 'outage', title: 'Outage', facts: ['Since 08:20', 'Next news: 11:20'] },
      { level: 'peak', title: 'A busy time', facts: [] },
    ]);
  });

  it('takes the text in the nearest language', () => {
    const notices = [{ id: 'a', level: 'info', text: { fr: 'Bonjour', zh: '你好' } }];
    const inChinese = createTimeWording({ ...words, locale: 'zh-Hans', timeZone });
    expect(wordBanners(aService(aStatus({ notices })), inChinese)[0]?.text).toBe('你好');
    expect(wordBanners(aService(aStatus({ notices })), words)[0]?.text).toBe('Bonjour');
  });
});

describe('wordBusyHours', () => {
  it('has a bar for each hour of the day, marks now and the best, and names it', () => {
    const busy = wordBusyHours(service('open'), words, timeZone)!;
    expect(busy.title).toBe('Usually quietest 15:00 to 16:00');
    expect(busy.bars).toHaveLength(24);
    expect(busy.bars.filter(({ mark }) => mark).map(({ hour, mark }) => `${hour} ${mark}`)).toEqual([
      '10:00 now',
      '15:00 best',
    ]);
    expect(busy.bars[3]).toMatchObject({ open: false, share: 'closed' });
    expect(busy.bars[19]).toMatchObject({ open: true, share: '100%' });
  });

  it('has 23 bars on the day on which the clocks go forward', () => {
    const now = Date.parse('2026-03-29T11:00Z');
    expect(wordBusyHours({ ...service('open'), now }, words, timeZone)!.bars).toHaveLength(23);
  });

  it('is nothing without a load', () => {
    expect(wordBusyHours(aService(aStatus({ load: { timeZone, byWeekdayHour: [1] } })), words, timeZone)).toBeNull();
  });
});

describe('wordWeek', () => {
  const now = Date.parse('2026-11-22T10:20Z');
  const weekOf = (weekly: object, zone = timeZone) =>
    wordWeek(
      createOfficeHours({ desks: [{ timeZone: 'Europe/London', weekly }] }),
      createTimeWording({ ...words, timeZone: zone }),
      {
        now,
        timeZone: zone,
      },
    ).rows.map(({ day, spans }) => `${day} ${spans.join(', ')}`.trim());

  it('begins with today, and gives a night to the day on which it begins', () => {
    expect(
      weekOf({
        7: [['08:00', '22:00']],
        1: [
          ['09:00', '12:00'],
          ['22:00', '06:00'],
        ],
      }),
    ).toEqual([
      'Sunday 08:00–22:00',
      'Monday 09:00–12:00, 22:00–06:00',
      'Tuesday',
      'Wednesday',
      'Thursday',
      'Friday',
      'Saturday',
    ]);
  });

  it('cuts at midnight what began before today, and what lasts longer than a day', () => {
    expect(weekOf({ 6: [['20:00', '04:00']], 1: [['09:00', '24:00']], 2: [['00:00', '24:00']] }).slice(0, 3)).toEqual([
      'Sunday 00:00–04:00',
      'Monday 09:00–24:00',
      'Tuesday day and night',
    ]);
  });

  it('cuts a whole day of the desk where the reader’s midnight is', () => {
    expect(weekOf({ 2: [['00:00', '24:00']] }, 'America/New_York').slice(1, 3)).toEqual([
      'Monday 19:00–24:00',
      'Tuesday 00:00–19:00',
    ]);
  });

  it('says day and night for what never closes', () => {
    const all = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [day, [['00:00', '24:00']]]));
    expect(weekOf(all)).toHaveLength(7);
    expect(weekOf(all).every((row) => row.endsWith(' day and night'))).toBe(true);
  });

  it('is in the reader’s time', () => {
    expect(weekOf({ 1: [['18:00', '22:00']] }, 'Asia/Shanghai').slice(1, 3)).toEqual(['Monday', 'Tuesday 02:00–06:00']);
  });
});
