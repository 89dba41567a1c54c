import { describe, expect, it } from 'vitest';
import { createTranslator } from './format-message.js';
import type { WaitingWords } from './format-wait.js';
import en from './messages/en/waiting.js';
import zhHans from './messages/zh-Hans/waiting.js';
import zhHant from './messages/zh-Hant/waiting.js';
import { createTimeWording, type TimeWording } from './time-wording.js';

const MINUTE = 60_000;
const CATALOGUES = { en, 'zh-Hans': zhHans, 'zh-Hant': zhHant };
const at = (iso: string): number => Date.parse(iso);
const wordsOf = (locale: keyof typeof CATALOGUES, timeZone: string, tag: string = locale): TimeWording =>
  createTimeWording({
    locale: tag,
    timeZone,
    t: createTranslator<WaitingWords>({ locale, messages: CATALOGUES[locale] }),
  });
const inAll = (timeZone: string, say: (words: TimeWording) => string): string[] =>
  (['en', 'zh-Hans', 'zh-Hant'] as const).map((locale) => say(wordsOf(locale, timeZone)));

describe('createTimeWording', () => {
  const NOW = at('2026-11-23T10:00+01:00');

  it.each([
    ['2026-11-23T22:00+01:00', '22:00', '22:00', '22:00'],
    ['2026-11-23T00:00+01:00', '00:00', '00:00', '00:00'],
    ['2026-11-24T00:00+01:00', 'tomorrow 00:00', '明天00:00', '明天 00:00'],
    ['2026-11-24T08:00+01:00', 'tomorrow 08:00', '明天08:00', '明天 08:00'],
    ['2026-11-22T23:59+01:00', 'yesterday 23:59', '昨天23:59', '昨天 23:59'],
    ['2026-11-25T08:00+01:00', 'Wednesday 08:00', '星期三08:00', '星期三 08:00'],
    ['2026-11-29T08:00+01:00', 'Sunday 08:00', '星期日08:00', '星期日 08:00'],
    ['2026-11-30T08:00+01:00', 'November 30, 08:00', '11月30日08:00', '11月30日 08:00'],
    ['2026-11-20T08:00+01:00', 'November 20, 08:00', '11月20日08:00', '11月20日 08:00'],
    ['2027-01-02T08:00+01:00', 'January 2, 2027, 08:00', '2027年1月2日08:00', '2027年1月2日 08:00'],
  ])('says %s', (instant, ...sentences) => {
    expect(inAll('Europe/Berlin', (words) => words.when(at(instant), NOW))).toEqual(sentences);
  });

  it.each([
    ['the night that is an hour shorter', '2026-03-28T23:30+01:00', '2026-03-29T03:00+02:00', 'tomorrow 03:00'],
    ['the day after it, 23 hours on', '2026-03-29T00:30+01:00', '2026-03-30T00:30+02:00', 'tomorrow 00:30'],
    ['23:30 of a day of 23 hours', '2026-03-29T00:30+01:00', '2026-03-29T23:30+02:00', '23:30'],
    ['23:30 of a day of 25 hours', '2026-10-25T00:30+02:00', '2026-10-25T23:30+01:00', '23:30'],
    ['the second half past two', '2026-10-24T23:30+02:00', '2026-10-25T02:30+01:00', 'tomorrow 02:30'],
    ['the 48 hours that are two days less one', '2026-03-28T00:30+01:00', '2026-03-30T01:30+02:00', 'Monday 01:30'],
  ])('keeps to the calendar over %s', (_, now, instant, sentence) => {
    expect(wordsOf('en', 'Europe/Berlin').when(at(instant), at(now))).toBe(sentence);
  });

  it.each([
    ['Asia/Shanghai', 'tomorrow 00:00', '明天00:00', '明天 00:00'],
    ['Europe/Paris', '17:00', '17:00', '17:00'],
    ['Pacific/Honolulu', 'tomorrow 06:00', '明天06:00', '明天 06:00'],
  ])("reckons days in the reader's zone, %s", (zone, ...sentences) => {
    expect(inAll(zone, (words) => words.when(at('2026-11-23T17:00+01:00'), NOW))).toEqual(sentences);
  });

  it.each([
    [
      'Asia/Shanghai',
      'tomorrow 00:00 your time (17:00 Central European Time)',
      '您当地时间明天00:00（中欧时间17:00）',
      '您當地時間明天 00:00（中歐時間 17:00）',
    ],
    ['Europe/Paris', '17:00', '17:00', '17:00'],
  ])("names the desk's zone where its clocks differ from those of %s", (zone, ...sentences) => {
    expect(inAll(zone, (words) => words.whenAtDesk(at('2026-11-23T17:00+01:00'), NOW, 'Europe/Berlin'))).toEqual(
      sentences,
    );
  });

  it('looks at the clocks of that day, not of today', () => {
    const words = wordsOf('en', 'Europe/London');
    expect(words.whenAtDesk(at('2026-11-23T17:00Z'), NOW, 'Africa/Accra')).toBe('17:00');
    expect(words.whenAtDesk(at('2026-07-01T17:00Z'), at('2026-07-01T10:00Z'), 'Africa/Accra')).toBe(
      '18:00 your time (17:00 Greenwich Mean Time)',
    );
  });

  it.each(['Mars/Olympus', '', undefined])('leaves out a desk in %s', (zone) => {
    expect(wordsOf('en', 'UTC').whenAtDesk(NOW, NOW, zone)).toBe('09:00');
  });

  it('writes the hour as a region does, where the language names one', () => {
    const evening = at('2026-11-23T21:05Z');
    expect(wordsOf('en', 'UTC', 'en-US').clock(evening)).toMatch(/^9:05\sPM$/);
    expect(wordsOf('en', 'UTC', 'en-GB').clock(evening)).toBe('21:05');
    expect(wordsOf('zh-Hant', 'UTC', 'zh-Hant-TW').clock(evening)).toBe('下午9:05');
    expect(wordsOf('en', 'UTC', 'not a tag').clock(evening)).toBe('21:05');
  });

  it.each([
    [0, 'less than a minute', '不到1分钟', '不到 1 分鐘'],
    [MINUTE - 1, 'less than a minute', '不到1分钟', '不到 1 分鐘'],
    [MINUTE, '1 min', '1分钟', '1 分鐘'],
    [59.9 * MINUTE, '59 min', '59分钟', '59 分鐘'],
    [60 * MINUTE, '1 h', '1小时', '1 小時'],
    [135 * MINUTE, '2 h 15 min', '2小时15分钟', '2 小時 15 分鐘'],
    [47.5 * 60 * MINUTE, '47 h 30 min', '47小时30分钟', '47 小時 30 分鐘'],
    [49 * 60 * MINUTE, '2 days', '2天', '2 天'],
    [-1, '', '', ''],
    [NaN, '', '', ''],
    [Infinity, '', '', ''],
  ])('says a span of %d ms', (durationMs, ...sentences) => {
    expect(inAll('UTC', (words) => words.span(durationMs))).toEqual(sentences);
  });

  it('has no words for an instant that is none, and refuses a zone that is none', () => {
    const words = wordsOf('en', 'UTC');
    expect([
      words.when(NaN, NOW),
      words.when(NOW, NaN),
      words.whenAtDesk(Infinity, NOW, 'UTC'),
      words.clock(NaN),
    ]).toEqual(['', '', '', '']);
    expect(() => wordsOf('en', 'Mars/Olympus')).toThrow('config-invalid');
  });
});
