import { describe, expect, it } from 'vitest';
import { readNotices } from './notices.js';

const NOW = 1_000_000;
const aNotice = (members: object = {}): object => ({ id: 'a', level: 'info', text: { en: 'A' }, ...members });

describe('readNotices', () => {
  it('puts outages first, then warnings, and the newest first among equals', () => {
    const notices = [
      aNotice({ id: 'info' }),
      aNotice({ id: 'undated', level: 'outage' }),
      aNotice({ id: 'warning', level: 'warning', since: 900 }),
      aNotice({ id: 'old', level: 'outage', since: 1 }),
      aNotice({ id: 'new', level: 'outage', since: 2 }),
    ];
    expect(readNotices(notices, NOW).map(({ id }) => id)).toEqual(['new', 'old', 'undated', 'warning', 'info']);
  });

  it('knows when the next news is overdue', () => {
    const [next] = readNotices([aNotice({ nextNewsAt: NOW })], NOW);
    const [late] = readNotices([aNotice({ nextNewsAt: NOW - 1 })], NOW);
    expect([next?.nextNewsAt, next?.newsOverdue, late?.newsOverdue]).toEqual([NOW, false, true]);
  });

  it.each<[string, unknown]>([
    ['no id', aNotice({ id: '' })],
    ['a number for an id', aNotice({ id: 1 })],
    ['an unknown level', aNotice({ level: 'fatal' })],
    ['no text', aNotice({ text: {} })],
    ['an empty text', aNotice({ text: { en: '' } })],
    ['a text without a language', aNotice({ text: 'Down' })],
    ['nothing in it', null],
    ['what is inherited', Object.create(aNotice())],
  ])('leaves out one with %s', (_, notice) => {
    expect(readNotices([notice, aNotice({ id: 'b' })], NOW).map(({ id }) => id)).toEqual(['b']);
  });

  it('drops times that are none, and texts that are none', () => {
    const [notice] = readNotices([aNotice({ since: NaN, nextNewsAt: '5', text: { en: 'A', de: 3 } })], NOW);
    expect(notice).toEqual({
      id: 'a',
      level: 'info',
      text: { en: 'A' },
      since: null,
      nextNewsAt: null,
      newsOverdue: false,
    });
  });

  it('takes the first of several with one id, and nothing from what is no list', () => {
    expect(readNotices([aNotice(), aNotice({ level: 'outage' })], NOW).map(({ level }) => level)).toEqual(['info']);
    expect([readNotices({ 0: aNotice() }, NOW), readNotices(undefined, NOW)]).toEqual([[], []]);
  });
});
