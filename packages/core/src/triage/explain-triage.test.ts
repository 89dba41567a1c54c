import { describe, expect, it } from 'vitest';
import { explainTriage } from './explain-triage.js';
import { overrideTriage } from './override-triage.js';
import { triage } from './triage.js';

const decisionOn = (text: string, locale = 'en') => triage({ text, locale });

describe('explainTriage', () => {
  it('names the words, where they stand and what they add, the weightiest first', () => {
    const reasons = explainTriage(decisionOn('Hacked! Please help soon'));
    expect(reasons[0]).toEqual({
      what: 'takeover',
      sum: 'danger',
      weight: 5,
      words: [{ text: 'Hacked', start: 0, end: 6 }],
    });
    expect(reasons.map(({ what }) => what)).toContain('urgent');
  });

  it('shows denied words as words that add nothing', () => {
    const reasons = explainTriage(decisionOn('This is not critical'));
    expect(reasons).toContainEqual(expect.objectContaining({ what: 'urgent', weight: 0 }));
  });

  it('puts clues of one kind together', () => {
    const reasons = explainTriage(decisionOn('useless, pathetic'));
    expect(reasons.find(({ what }) => what === 'anger')).toMatchObject({ weight: 6, words: [{}, {}] });
  });

  it('says that a language is not covered', () => {
    expect(explainTriage(decisionOn('¿Dónde está mi pedido?', 'es'))).toEqual([
      { what: 'language-not-covered', words: [], weight: 0 },
    ]);
  });

  it('says that it was peak', () => {
    const decision = triage({ text: 'My badge has the old logo', locale: 'en' }, { peak: true });
    expect(explainTriage(decision)[0]).toEqual({ what: 'peak', words: [], weight: 0 });
  });

  it('has a reason with words for everything that goes to people for its words', () => {
    for (const text of ['gas leak', 'this is ridiculous', '转人工', '扣了两次钱'])
      expect(explainTriage(decisionOn(text)).some(({ words, weight }) => words.length > 0 && weight > 2)).toBe(true);
  });

  it('says what the host changed', () => {
    const decision = overrideTriage(decisionOn('gas leak'), { priority: 'p1' });
    expect(explainTriage(decision)[0]).toEqual({ what: 'host', words: [], weight: 0, changed: ['priority'] });
  });
});

describe('overrideTriage', () => {
  const decision = decisionOn('My lamp is broken');

  it('takes what the host decided and keeps the rest', () => {
    const changed = overrideTriage(decision, { route: 'people', mood: 'upset' });
    expect(changed).toEqual({ ...decision, route: 'people', mood: 'upset', overridden: ['route', 'mood'] });
  });

  it.each([null, undefined, 'people', {}, { route: 'boss' }, { priority: 1 }, { route: 'suggest' }])(
    'is the same after %j',
    (answer) => {
      expect(overrideTriage(decision, answer)).toBe(decision);
    },
  );

  it('reads own properties alone', () => {
    expect(overrideTriage(decision, Object.create({ route: 'people' }))).toBe(decision);
  });
});
