import {
  createTimeWording,
  createTranslator,
  loadWaitingWords,
  type MessageLocale,
  type TimeWording,
} from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import { aQueue, QUEUES } from '../../../../../tests/support/waiting-states.js';
import { faceOf, speakWait, wordWait } from './wait-words.js';

async function wordsOf(locale: MessageLocale): Promise<TimeWording> {
  const t = createTranslator({ locale, messages: await loadWaitingWords(locale) });
  return createTimeWording({ locale, t: t as TimeWording['t'], timeZone: 'Europe/London' });
}
const en = await wordsOf('en');
const zh = await wordsOf('zh-Hans');
const waiting = (name: string) => aQueue({ ...(QUEUES[name] as object) });

describe('faceOf', () => {
  it.each(['soon', 'range', 'risen', 'past', 'unknown', 'stale'])('knows %s', (name) => {
    expect(faceOf(waiting(name))).toBe(name);
  });

  it('puts old news before everything that it says', () => {
    expect(faceOf({ ...waiting('past'), freshness: 'stale' })).toBe('stale');
    expect(faceOf({ ...waiting('past'), wait: { kind: 'unknown', position: 3, changed: 'none' } })).toBe('unknown');
  });
});

describe('wordWait', () => {
  it.each([
    ['soon', 'Under 1', '不到1'],
    ['range', '4–7', '4–7'],
    ['far', '25–40', '25–40'],
    ['over', '60+', '60+'],
    ['unknown', '', ''],
    ['stale', '4–7', '4–7'],
    ['lost', '', ''],
  ])('draws %s large as “%s” and “%s”', (name, english, chinese) => {
    expect([wordWait(waiting(name), en).figure, wordWait(waiting(name), zh).figure]).toEqual([english, chinese]);
  });

  it.each([
    [{ kind: 'range', fromMin: 40 }, '40+'],
    [{ kind: 'range', fromMin: 0, toMin: 2 }, 'Up to 2'],
    [{ kind: 'range', fromMin: 5, toMin: 5 }, '5'],
    [{ kind: 'over' }, '60+'],
    [{ kind: 'range' }, ''],
  ] as const)('words %o as “%s”', (view, figure) => {
    expect(wordWait(aQueue({ wait: { position: 3, changed: 'none', ...view } }), en).figure).toBe(figure);
  });

  it('names the reason of a rise, and offers other ways past what was said', () => {
    expect(wordWait(waiting('risen'), en).notes).toEqual(['Longer than before: urgent requests came first.']);
    expect(wordWait(waiting('past'), en).notes).toEqual([
      'This is taking longer than we said.',
      'Longer than before: fewer agents are online.',
      'You need not go on waiting: take a call back, or leave a ticket.',
    ]);
  });

  it('says how old the figure is, and how true such figures have been', () => {
    const { age, accuracy } = wordWait(waiting('stale'), en);
    expect([age, accuracy]).toEqual(['As of 3 min ago', '36 of the last 40 waited within what we said']);
    expect(wordWait(aQueue({ accuracy: null, ageMs: null }), en)).toMatchObject({ age: '', accuracy: '' });
  });

  it('keeps the place where no time can be named', () => {
    expect(wordWait(waiting('unknown'), en)).toMatchObject({
      label: 'The wait cannot be estimated now',
      place: '3rd in line',
      ahead: '2 ahead',
      accuracy: '',
    });
  });

  it('says nothing of a place that is not known', () => {
    expect(wordWait(aQueue({ position: null }), en)).toMatchObject({ place: '', ahead: '', position: 0 });
  });
});

describe('speakWait', () => {
  it('speaks of place, time and reason in whole sentences, in both languages', () => {
    expect(speakWait(waiting('risen'), en)).toEqual({
      line: '4th in line, about 6–9 min.',
      change: 'Longer than before: urgent requests came first.',
    });
    expect(speakWait(waiting('risen'), zh)).toEqual({
      line: '您排在第4位，约6–9分钟。',
      change: '比之前预计的要久：有紧急请求优先处理。',
    });
  });

  it('says that news is missing without counting its age', () => {
    const later = { ...waiting('stale'), ageMs: 400_000 };
    expect(speakWait(waiting('stale'), en)).toEqual(speakWait(later, en));
    expect(speakWait(later, zh)).toEqual({ news: '暂时没有队伍的消息，您的位置一直保留。' });
  });

  it('says nothing before the first news, so that the place is not held back by a word on missing ones', () => {
    expect(speakWait({ ...waiting('stale'), ageMs: null }, en)).toEqual({});
  });

  it('speaks of an open end', () => {
    const wait = { kind: 'range', position: 30, fromMin: 40, changed: 'none' } as const;
    expect(speakWait(aQueue({ position: 30, wait }), en)['line']).toBe('30th in line, 40 min to more than 1 h.');
  });
});
