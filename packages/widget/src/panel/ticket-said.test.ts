import { createTranslator, type Catalogue, type FieldProblem } from '@helpkiosk/core';
import { describe, expect, it } from 'vitest';
import english from '../../../core/src/i18n/messages/en/ticket.js';
import waiting from '../../../core/src/i18n/messages/en/waiting.js';
import { createPromises, createTimeWording, wordBy, wordProblem, wordSize } from './ticket-said.js';

const t = createTranslator<Catalogue>({ locale: 'en', messages: { ...waiting, ...english } });
const words = { ...createTimeWording({ locale: 'en', t, timeZone: 'Europe/London' }), t };
/** Monday, 10:44 in London. */
const NOW = Date.UTC(2026, 10, 23, 10, 44);
const DAY = [['08:00', '18:00']] as const;
const hours = { desks: [{ timeZone: 'Europe/London', weekly: { 1: DAY, 2: DAY, 3: DAY, 4: DAY, 5: DAY } }] };
const replyPolicy = {
  p0: { basis: 'clock', minutes: 30 },
  p1: { basis: 'business', minutes: 120 },
  normal: { basis: 'next-working-day' },
} as const;

describe('createPromises', () => {
  it('says by when and by which rule each priority is answered', () => {
    const promises = createPromises({ hours, replyPolicy }, {}, words);
    const said = (['p0', 'p1', 'normal'] as const).map((priority) => {
      const promised = promises(priority, NOW);
      return `${wordBy(promised, NOW, words)}, ${promised.rule}`;
    });
    expect(said).toEqual([
      'by 11:14, reply within 30 min',
      'by 12:44, reply within 2 h of opening time',
      'by tomorrow 18:00, reply on the next working day',
    ]);
  });

  it("takes the host's rules before the owner's, and the owner's where the host has none", () => {
    const own = { hours, replyPolicy: { ...replyPolicy, normal: { basis: 'clock', minutes: 60 } as const } };
    expect(createPromises({}, own, words)('normal', NOW).rule).toBe('reply within 1 h');
    expect(createPromises({ hours, replyPolicy }, own, words)('normal', NOW).rule).toBe(
      'reply on the next working day',
    );
  });

  it('promises nothing where nothing is known, or nothing that can be read', () => {
    for (const given of [{}, { hours: 'always', replyPolicy: 7 }, { hours }])
      expect(createPromises(given, {}, words)('normal', NOW)).toMatchObject({ replyBy: null, rule: '' });
  });
});

describe('wordProblem', () => {
  it.each<[FieldProblem, string]>([
    [{ field: 'subject', why: 'required' }, '“What is it about” is still empty.'],
    [{ field: 'fields.n', why: 'host', message: 'Two letters first' }, 'Two letters first'],
    [{ field: 'fields.n', why: 'host', message: '' }, 'This was not accepted.'],
    [{ field: 'files', why: 'too-big', message: 'film.mov' }, 'film.mov is larger than 10 MB and was not added.'],
    [{ field: 'files', why: 'too-many' }, 'Up to 5 files go with one ticket. Remove one to add another.'],
  ])('of %j makes %j', (problem, sentence) => {
    expect(wordProblem(problem, 'What is it about', words)).toBe(sentence);
  });
});

describe('wordSize', () => {
  it.each([
    [10, '1 kB'],
    [340_000, '332 kB'],
    [1_900_000, '1.8 MB'],
  ])('of %i bytes makes %s', (bytes, text) => {
    expect(wordSize(bytes, 'en')).toBe(text);
  });
});
