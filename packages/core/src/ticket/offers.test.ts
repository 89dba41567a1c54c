import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_OFFERS, readOffers } from './offers.js';
import { ownText } from './own-text.js';

const label = { en: 'Order number' };

describe('readOffers', () => {
  it('reads forms, actions and times for a call', () => {
    const offers = readOffers({
      forms: [{ id: 'order', topic: { en: 'An order' }, fields: [{ id: 'n', kind: 'text', label, required: true }] }],
      actions: [{ id: 'where', title: { en: 'Where is it?' }, keywords: ['parcel'], fields: [] }],
      callbackSlots: [{ at: 1_800_000_000_000, durationMs: 60_000 }],
      supports: { submitTicket: true, getTicket: 'yes' },
    });
    expect(offers.forms[0]?.fields).toEqual([{ id: 'n', kind: 'text', label, required: true }]);
    expect(offers.actions[0]).toMatchObject({ id: 'where', keywords: ['parcel'] });
    expect(offers.slots).toHaveLength(1);
    expect(offers.supports).toEqual({ submitTicket: true });
  });

  it('leaves out what it does not understand, and keeps the rest', () => {
    const { forms } = readOffers({
      forms: [
        null,
        { id: '', topic: label, fields: [] },
        { id: 'x', topic: {}, fields: [] },
        {
          id: 'good',
          topic: label,
          fields: [
            { id: 'a', kind: 'slider', label },
            { id: 'b', kind: 'choice', label, choices: [] },
            {
              id: 'c',
              kind: 'choice',
              label,
              choices: [
                { value: 'v', label },
                { value: 7, label },
              ],
            },
          ],
        },
      ],
    });
    expect(forms.map(({ id }) => id)).toEqual(['good']);
    expect(forms[0]!.fields.map(({ id, choices }) => [id, choices?.length])).toEqual([['c', 1]]);
  });

  it('gives the same again of what it has read', () => {
    const once = readOffers({ callbackSlots: [{ at: 1_800_000_000_000, durationMs: 60_000 }], supports: {} });
    expect(readOffers(once)).toEqual(once);
  });

  it('throws on nothing', () => {
    fc.assert(fc.property(fc.anything(), (given) => void readOffers(given)));
    const trap = Object.defineProperty({}, 'forms', { enumerable: true, get: () => { throw new Error('no'); } }); // prettier-ignore
    expect(readOffers(trap)).toEqual(NO_OFFERS);
  });
});

describe('ownText', () => {
  it.each([
    [{ en: 'a', 'zh-Hans': 'b' }, 'zh-Hans', 'b'],
    [{ en: 'a', zh: 'b' }, 'zh-Hant', 'b'],
    [{ en: 'a', 'zh-Hans': 'b' }, 'zh-Hant', 'b'],
    [{ en: 'a', 'zh-Hans': 'b' }, 'fr', 'a'],
    [{ de: 'c' }, 'fr', 'c'],
    [undefined, 'en', ''],
  ])('of %j gives a reader of %s %j', (texts, locale, text) => {
    expect(ownText(texts, locale)).toBe(text);
  });
});
