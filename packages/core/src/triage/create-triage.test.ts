import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTriage, MAX_TRIAGE_TEXT } from './create-triage.js';
import { triage } from './triage.js';
import type { TriageRequest } from './triage-types.js';
import { englishTriage } from './words/en.js';
import { chineseTriage } from './words/zh.js';

const ours = createTriage([englishTriage, chineseTriage]);
const of = (text: string, more: Partial<TriageRequest> = {}, peak = false) =>
  ours({ text, locale: 'en', ...more }, { peak });

describe('triage', () => {
  it.each([
    ['how do I change my picture', 'self-service', 'normal', 'calm'],
    ['怎么修改头像', 'self-service', 'normal', 'calm'],
    ['The exported table is empty', 'suggest', 'normal', 'calm'],
    ['导出的表格打不开', 'suggest', 'normal', 'calm'],
    ['urgent: my interview is tomorrow and the form rejects my file', 'people', 'p1', 'calm'],
    ['明天面試，表格交不了，請盡快', 'people', 'p1', 'calm'],
    ['there is a gas leak', 'people', 'p0', 'calm'],
    ['屋裡冒煙了', 'people', 'p0', 'calm'],
    ['this is ridiculous', 'people', 'normal', 'upset'],
    ['太離譜了', 'people', 'normal', 'upset'],
    ['我的order坏了，very urgent!!', 'people', 'p1', 'calm'],
  ])('sends "%s" to %s, %s, %s', (text, route, priority, mood) => {
    expect(triage({ text, locale: 'en' })).toMatchObject({ route, priority, mood, languageCovered: true });
  });

  it.each(['this is not urgent', "no rush, it isn't an emergency", '不急，有空再说', '並不緊急'])(
    'takes "%s" as not urgent',
    (text) => {
      expect(of(text)).toMatchObject({ priority: 'normal' });
    },
  );

  it('lets patience take back what other words say of urgency, but not danger', () => {
    expect(of('You charged me twice, no rush').priority).toBe('normal');
    expect(of('No rush, but the charger is on fire').priority).toBe('p0');
  });

  it('counts a theme no further than its cap', () => {
    expect(of('urgent urgent urgent urgent').sums.urgency).toBe(3);
  });

  it('takes stressed words as stronger', () => {
    expect(of('annoying').mood).toBe('calm');
    expect(of('really annoying').mood).toBe('upset');
  });

  it('hears a raised voice in capitals and marks', () => {
    expect(of('WHERE ARE MY THINGS').mood).toBe('upset');
    expect(of('Does the LTE SIM work?').mood).toBe('calm');
    expect(of('still waiting!!').mood).toBe('upset');
  });

  it('sends who asks for a person to people, at peak too', () => {
    expect(of('can I talk to a person').route).toBe('people');
    expect(of('转人工', {}, true).route).toBe('people');
  });

  it('sends what is complex to people', () => {
    expect(of('About ticket 4411: it came back').route).toBe('people');
    expect(of('Why is it red? Why does it blink? And what is the code?').route).toBe('people');
    const context = { searches: ['a', 'b', 'c'], articles: ['x', 'y', 'z'] };
    expect(of('the lamp', { context }).route).toBe('people');
  });

  it('shifts towards self-service at peak', () => {
    const [plain, urgent] = ['My badge has the old logo', 'We would like the signed copy by Friday, asap'];
    expect([of(plain).route, of(plain, {}, true).route]).toEqual(['suggest', 'self-service']);
    expect([of(urgent).route, of(urgent, {}, true).route]).toEqual(['people', 'suggest']);
  });

  it('never shifts what is p0, complex or upset', () => {
    for (const text of ['smoke from the plug', 'About ticket 4411: it came back', 'this is ridiculous'])
      expect(of(text, {}, true).route).toBe('people');
  });

  it('keeps a priority that was chosen, and raises it where the words are graver', () => {
    expect(of('hello there', { priority: 'p1' })).toMatchObject({ priority: 'p1', route: 'people' });
    expect(of('there is a gas leak', { priority: 'p1' }).priority).toBe('p0');
    expect(of('no rush, how do I print', { priority: 'p0' }).priority).toBe('p0');
  });

  it.each([
    ['de', 'Mein Konto wurde gehackt!!! SOFORT HELFEN BITTE'],
    ['ja', '緊急です。火事'],
    ['ja', '緊急'],
    ['en', 'Это срочно'],
  ])('judges nothing in a language that it does not know (%s)', (locale, text) => {
    const peak = { route: 'suggest', priority: 'normal', mood: 'calm', languageCovered: false };
    expect(of(text, { locale })).toMatchObject(peak);
    expect(of(text, { locale }, true)).toMatchObject({ ...peak, peak: true });
  });

  it('judges with the languages alone that it was made of', () => {
    expect(createTriage([englishTriage])({ text: '着火了', locale: 'en' }).languageCovered).toBe(false);
  });

  it("adds the host's own words, in every language", () => {
    const own = createTriage([englishTriage], { urgent: { 3: 'black friday | 双十一' }, trouble: { [-2]: 'beta' } });
    expect(own({ text: 'the banner for Black  Friday', locale: 'en' }).priority).toBe('p1');
    expect(own({ text: '双十一的横幅', locale: 'zh' }).priority).toBe('p1');
  });

  it("reads traditional characters in the host's words as in the text, and finds nothing in an entry that may be empty", () => {
    const own = createTriage([chineseTriage], { urgent: { 3: '開單 | (急件/)' } });
    expect(own({ text: '开单的横幅', locale: 'zh' }).priority).toBe('p1');
    expect(own({ text: '橫幅', locale: 'zh' }).clues.filter(({ what }) => what === 'urgent')).toEqual([]);
  });

  it('takes "never been so angry" as angry', () => {
    expect(of('I have never been so angry').mood).toBe('upset');
    expect(of("I'm not angry").mood).toBe('calm');
  });

  it('names the places of words in subject and text together', () => {
    const { clues } = of('It is urgent', { subject: 'My lamp' });
    const span = clues.find(({ what }) => what === 'urgent')!.words[0]!;
    expect('My lamp\nIt is urgent'.slice(span.start, span.end)).toBe('urgent');
  });

  it('reads no more than its limit', () => {
    expect(of(`${'a '.repeat(MAX_TRIAGE_TEXT / 2)}urgent`).priority).toBe('normal');
  });

  it('decides about any text without throwing, and every word stands where it says', () => {
    const words = fc.constantFrom(
      'urgent',
      'not',
      '急',
      '不',
      'flight',
      'tonight',
      'İ',
      '’',
      '!!',
      '🔥',
      '\n',
      '垃圾',
      'WHY',
    );
    const text = fc
      .array(fc.oneof(words, fc.string({ unit: 'grapheme' })), { maxLength: 30 })
      .map((parts) => parts.join(' '));
    fc.assert(
      fc.property(text, fc.constantFrom('en', 'zh-TW', 'de', '', '??'), fc.boolean(), (text, locale, peak) => {
        const { clues, sums } = ours({ text, locale }, { peak });
        for (const span of clues.flatMap((clue) => clue.words))
          expect(text.slice(span.start, span.end)).toBe(span.text);
        expect(Object.values(sums).every(Number.isFinite)).toBe(true);
      }),
    );
  });

  it('reads the longest text within 100 ms, however it is written', () => {
    const texts = ['tried ', 'in the smell of ', '(', 'card ', '取消 ', 'aaaa'].map((part) => part.repeat(2000));
    const startedAt = performance.now();
    for (const text of texts) of(text);
    expect((performance.now() - startedAt) / texts.length).toBeLessThan(100);
  });
});
