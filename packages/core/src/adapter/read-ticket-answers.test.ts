import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  readAttachment,
  readCallback,
  readMessage,
  readReceipt,
  readSentMessage,
  readTicket,
  readUpload,
} from './read-ticket-answers.js';

const AT = 1_800_000_000_000;
const aMessage = (members: object = {}) => ({ id: 'm1', from: 'agent', text: 'Hello', at: AT, ...members });
const aTicket = (members: object = {}) => ({
  ...{ id: 't1', status: 'open', subject: 'Lost parcel', replyBy: AT, messages: [] },
  ...members,
});
const YEAR_1 = -62_135_596_800_000;

describe('readReceipt', () => {
  it.each<[object, object]>([
    [
      { replyBy: AT, claimToken: 'c', more: 1 },
      { replyBy: AT, claimToken: 'c' },
    ],
    [{}, { replyBy: null }],
    [{ replyBy: null }, { replyBy: null }],
    [{ replyBy: '2027-01-01' }, { replyBy: null }],
    [{ claimToken: 7 }, { replyBy: null }],
  ])('reads %o', (given, read) =>
    expect(readReceipt({ ticketId: 't1', ...given })).toEqual({ ticketId: 't1', ...read }),
  );

  it.each([0, YEAR_1, 1_800_000_000, NaN])('takes %d for no date', (replyBy) =>
    expect(readReceipt({ ticketId: 't1', replyBy }).replyBy).toBe(null),
  );

  it.each([null, undefined, [], 'sent', {}, { ticketId: 7 }, { ticketId: '' }, { error: 'no such queue' }])(
    'refuses %o, naming what is missing',
    (answer) =>
      expect(() => readReceipt(answer)).toThrow(
        expect.objectContaining({
          code: 'adapter-bad-answer',
          details: { method: 'submitTicket', problems: [{ path: 'ticketId', message: 'must be text' }] },
        }),
      ),
  );
});

describe('readTicket', () => {
  it('knows of none', () => expect([readTicket(null), readTicket(undefined)]).toEqual([null, null]));

  it('keeps what it knows, and the messages that can be read', () => {
    const answer = aTicket({
      extra: 1,
      messages: [aMessage(), 'x', aMessage({ from: 'robot' }), aMessage({ id: 'm2' })],
    });
    expect(readTicket(answer)).toEqual(aTicket({ messages: [aMessage(), aMessage({ id: 'm2' })] }));
  });

  it('does without a subject and messages', () => {
    expect(readTicket({ id: 't1', status: 'solved' })).toEqual(
      aTicket({ status: 'solved', subject: '', replyBy: null }),
    );
  });

  it('keeps the last 500 messages', () => {
    const messages = Array.from({ length: 502 }, (_, index) => aMessage({ id: `m${index}` }));
    expect(
      readTicket(aTicket({ messages }))
        ?.messages.map(({ id }) => id)
        .at(0),
    ).toBe('m2');
  });

  it.each([{}, aTicket({ id: 7 }), aTicket({ status: 'lost' }), [], 7])('refuses %o', (answer) =>
    expect(() => readTicket(answer)).toThrow('adapter-bad-answer'),
  );
});

describe('readMessage', () => {
  it.each<[object, object]>([
    [{ at: 0 }, { at: null }],
    [{ at: undefined }, { at: null }],
    [
      { agentName: 'Mei', chips: ['Yes', '', 7] },
      { agentName: 'Mei', chips: ['Yes'] },
    ],
    [{ agentName: 7, chips: 'Yes', attachments: {} }, {}],
    [{ text: '<b onclick=x>hi</b>' }, { text: '<b onclick=x>hi</b>' }],
    [
      { attachments: [{ id: 'a', name: 'a.png', type: 'image/png', bytes: 3 }, { id: 'b' }] },
      { attachments: [{ id: 'a', name: 'a.png', type: 'image/png', bytes: 3 }] },
    ],
  ])('reads %o', (given, read) => expect(readMessage(aMessage(given))).toEqual(aMessage(read)));

  it.each([null, 'x', {}, aMessage({ id: '' }), aMessage({ from: 'Agent' }), aMessage({ text: ['x'] })])(
    'is nothing: %o',
    (given) => expect(readMessage(given)).toBe(null),
  );

  it('cuts a long text between characters', () => {
    const text = readMessage(aMessage({ text: `${'x'.repeat(8190)}😀 and more` }))?.text ?? '';
    expect([text.length, text.slice(-2)]).toEqual([8191, 'x…']);
  });

  it('survives whatever is given', () => {
    const bomb = {
      get id(): string {
        throw new Error('no');
      },
    };
    expect(readMessage(bomb)).toBe(null);
    fc.assert(fc.property(fc.anything(), (given) => void [readMessage(given), readAttachment(given)]));
    fc.assert(
      fc.property(fc.anything(), fc.anything(), (at, attachments) => {
        const read = readMessage(aMessage({ at, attachments }));
        expect(read?.at === null || Number.isFinite(read?.at)).toBe(true);
      }),
    );
  });
});

describe('readSentMessage', () => {
  it('takes the message out of its answer, and refuses an answer without one', () => {
    expect(readSentMessage({ message: aMessage() }, 'replyToTicket')).toEqual(aMessage());
    expect(() => readSentMessage(aMessage(), 'sendMessage')).toThrow('adapter-bad-answer');
  });
});

describe('readAttachment', () => {
  it.each<[unknown, string | undefined]>([
    ['https://host.example/a.png', 'https://host.example/a.png'],
    ['/a.png', undefined],
    ['javascript:alert(1)', undefined],
    ['java\nscript:alert(1)', undefined],
    ['mailto:a@b.example', undefined],
    [7, undefined],
  ])('of the address %o keeps %o', (url, kept) =>
    expect(readAttachment({ id: 'a', name: 'a', url })).toEqual({
      ...{ id: 'a', name: 'a', type: '', bytes: null },
      ...(kept ? { url: kept } : {}),
    }),
  );

  it('is what an upload answers, or the answer is refused', () => {
    expect(readUpload({ id: 'a', name: 'b.txt', type: 'text/plain', bytes: 0 })).toMatchObject({ bytes: 0 });
    expect(() => readUpload({ status: 'ok' })).toThrow('adapter-bad-answer');
  });
});

describe('readCallback', () => {
  it('reads an id and a time that may be missing', () => {
    expect(readCallback({ callbackId: 'c1', at: AT })).toEqual({ callbackId: 'c1', at: AT });
    expect(readCallback({ callbackId: 'c1', at: 0 })).toEqual({ callbackId: 'c1', at: null });
    expect(() => readCallback({ at: AT })).toThrow('adapter-bad-answer');
  });
});
