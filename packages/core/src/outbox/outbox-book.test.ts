import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addItem, headsOf, isKnown, moveIn, readBook, removeItem, type OutboxBook } from './outbox-book.js';
import { aRecord } from './testing/builders.js';

const DAY_MS = 86_400_000;
const aBook = (members: Partial<OutboxBook> = {}): OutboxBook => ({
  ...{ v: 1, turn: 0, seq: 0, items: [], done: [], aside: [] },
  ...members,
});
const aNew = (key: string) => ({ key, kind: 'ticket', conversation: null, body: 'text', hasBlobs: false }) as const;

describe('readBook', () => {
  it('is empty where nothing is', () => {
    expect(readBook(undefined, 0)).toEqual(aBook());
  });

  it('sets aside a record that is damaged, and keeps the others', () => {
    const whole = aRecord({ key: 'b', seq: 2 });
    const damaged = { ...aRecord(), nextAt: 'soon' };
    const stored = { ...aBook({ items: [whole] }), items: [damaged, null, whole] };
    const book = readBook(stored, 5000);
    expect(book).toMatchObject({ items: [whole], aside: [damaged, null], seq: 2 });
    expect(readBook(book, 5000)).toEqual(book);
  });

  it('sets aside a value that is no book', () => {
    expect(readBook('what?', 0)).toEqual(aBook({ aside: ['what?'] }));
  });

  it('takes instants of a clock that was ahead for now, and forgets keys after 30 days', () => {
    const stored = aBook({ items: [aRecord({ createdAt: 9 * DAY_MS })], done: [['old', 0], ['new', 99 * DAY_MS]] }); // prettier-ignore
    expect(readBook(stored, DAY_MS)).toMatchObject({ items: [{ createdAt: DAY_MS }], done: [['old', 0], ['new', DAY_MS]] }); // prettier-ignore
    expect(readBook(stored, 31 * DAY_MS).done).toEqual([['new', 31 * DAY_MS]]);
  });

  it('throws at nothing, and loses nothing', () => {
    const stored = fc.record({ v: fc.constant(1), items: fc.array(fc.oneof(fc.anything(), fc.constant(aRecord()))), done: fc.anything(), aside: fc.anything(), seq: fc.anything(), turn: fc.anything() }, { requiredKeys: ['v', 'items'] }); // prettier-ignore
    fc.assert(
      fc.property(fc.oneof(stored, fc.anything()), (value) => {
        const { items, aside, seq } = readBook(value, 5000);
        expect(Number.isFinite(seq)).toBe(true);
        const isBook = typeof value === 'object' && value !== null && Array.isArray((value as OutboxBook).items);
        if (isBook && Number.isInteger((value as OutboxBook).v))
          expect(items.length + aside.length).toBeGreaterThanOrEqual((value as OutboxBook).items.length);
      }),
    );
  });
});

describe('addItem', () => {
  it('puts an item at the end', () => {
    const book = addItem(addItem(aBook(), aNew('a'), 1000), aNew('b'), 2000);
    expect(book.items.map(({ key, seq }) => [key, seq])).toEqual([['a', 1], ['b', 2]]); // prettier-ignore
    expect(book.items[1]).toEqual(aRecord({ key: 'b', seq: 2, createdAt: 2000, nextAt: 2000 }));
  });

  it.each([
    ['kept', aBook({ items: [aRecord({ key: 'a' })] })],
    ['sent', aBook({ done: [['a', 0]] })],
  ])('changes nothing for a key that is %s', (_, book) => {
    expect(isKnown(book, 'a')).toBe(true);
    expect(addItem(book, aNew('a'), 0)).toBe(book);
  });

  it('never gives a place again', () => {
    const book = removeItem(addItem(aBook(), aNew('a'), 0), 'a');
    expect(addItem(book, aNew('b'), 0).items[0]?.seq).toBe(2);
  });
});

describe('moveIn', () => {
  it('leaves nothing but the key of what is acknowledged', () => {
    const book = aBook({ items: [aRecord({ key: 'a', body: 'secret' })] });
    const after = moveIn(book, 'a', { type: 'acknowledge', edits: 0 }, 7000);
    expect(after).toMatchObject({ items: [], done: [['a', 7000]] });
    expect(JSON.stringify(after)).not.toContain('secret');
  });

  it('gives back the book where nothing happens', () => {
    const book = aBook({ items: [aRecord({ key: 'a', state: 'dead' })] });
    expect(moveIn(book, 'gone', { type: 'acknowledge', edits: 0 }, 0)).toBe(book);
    expect(moveIn(book, 'a', { type: 'acknowledge', edits: 5 }, 0)).toBe(book);
  });
});

describe('headsOf', () => {
  it('takes the first of each conversation that is not dead, and all that belong to none', () => {
    const items = [
      aRecord({ key: 'a1', conversation: 'a', state: 'dead' }),
      aRecord({ key: 'a2', conversation: 'a', state: 'sending' }),
      aRecord({ key: 'a3', conversation: 'a' }),
      aRecord({ key: 'b1', conversation: 'b', nextAt: 1e12 }),
      aRecord({ key: 'b2', conversation: 'b' }),
      aRecord({ key: 't1' }),
      aRecord({ key: 't2' }),
    ];
    expect(headsOf(aBook({ items })).map(({ key }) => key)).toEqual(['a2', 'b1', 't1', 't2']);
  });
});
