import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEventParser, type StreamEvent } from './event-parser.js';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** What comes out when the bytes arrive cut at `cuts`. */
function read(bytes: Uint8Array, cuts: readonly number[] = []): { events: StreamEvent[]; retries: number[] } {
  const [events, retries]: [StreamEvent[], number[]] = [[], []];
  const push = createEventParser({ onEvent: (event) => events.push(event), onRetry: (ms) => retries.push(ms) });
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  places.slice(1).forEach((end, index) => push(bytes.subarray(places[index], end)));
  return { events, retries };
}
const eventsOf = (text: string): StreamEvent[] => read(bytesOf(text)).events;
const anEvent = (members: Partial<StreamEvent>): StreamEvent => ({ id: null, type: 'message', data: '', ...members });

describe('createEventParser', () => {
  it.each<[string, string, Partial<StreamEvent>[]]>([
    ['an event', 'id: 7\nevent: queue\ndata: {"a":1}\n\n', [{ id: '7', type: 'queue', data: '{"a":1}' }]],
    ['data of several lines', 'data: a\ndata:b\ndata:  c\n\n', [{ data: 'a\nb\n c' }]],
    ['empty data', 'data\n\ndata:\n\n', [{}, {}]],
    ['CR, LF and both', 'data: a\r\rdata: b\r\n\r\ndata: c\n\n', [{ data: 'a' }, { data: 'b' }, { data: 'c' }]],
    ['comments', ': hello\n\n:\ndata: a\n: in between\ndata: b\n\n', [{ data: 'a\nb' }]],
    ['a BOM', '\uFEFFdata: a\n\n', [{ data: 'a' }]],
    ['a second BOM as a field that nobody knows', '\uFEFF\uFEFFdata: a\n\ndata: b\n\n', [{ data: 'b' }]],
    ['an id with a NUL as none', 'id: 1\0\ndata: a\n\n', [{ data: 'a' }]],
    ['an id alone as no event', 'id: 1\n\ndata: a\n\n', [{ data: 'a' }]],
    ['unknown fields and fields in capitals', 'Data: a\nfoo: b\ndata: c\n\n', [{ data: 'c' }]],
    ['a colon in the value', 'data: {"at":"10:30"}\n\n', [{ data: '{"at":"10:30"}' }]],
    ['what is cut off at the end as no event', 'data: a\n\ndata: b\n', [{ data: 'a' }]],
    ['separators of Unicode as text', 'data: a\u2028b\u0085c\n\n', [{ data: 'a\u2028b\u0085c' }]],
  ])('reads %s', (_what, text, events) => expect(eventsOf(text)).toEqual(events.map(anEvent)));

  it('hears how soon to come back, from digits alone', () => {
    expect(read(bytesOf('retry: 300\nretry: 3s\nretry: -1\nretry:\nretry: 5\n\n')).retries).toEqual([300, 5]);
  });

  it('takes bytes that are no UTF-8 for the replacement character', () => {
    const [head, tail] = [bytesOf('data: '), bytesOf('\n\n')];
    expect(read(new Uint8Array([...head, 0xe4, 0xbd, ...tail])).events).toEqual([anEvent({ data: '\uFFFD' })]);
  });

  it('gives the same events however the bytes are cut', { timeout: 60_000 }, () => {
    const line = fc.oneof(
      fc.constantFrom(
        '',
        'data',
        ': 注释',
        'data: 请稍候，客服马上就来 😀',
        'id: 客-1',
        'retry: 5',
        'event: 消息',
        '\uFEFFdata: x',
      ),
      fc.string({ unit: 'binary' }),
    );
    const end = fc.constantFrom('\n', '\r', '\r\n', '\n\n', '\r\n\r\n');
    const stream = fc.array(fc.tuple(line, end).map((parts) => parts.join(''))).map((lines) => lines.join(''));
    fc.assert(
      fc.property(stream, fc.boolean(), fc.array(fc.nat(), { maxLength: 30 }), (text, bom, cuts) => {
        const bytes = bytesOf((bom ? '\uFEFF' : '') + text);
        expect(read(bytes, cuts)).toEqual(read(bytes));
      }),
      { numRuns: 200 },
    );
  });

  it('gives the same events byte by byte', () => {
    const bytes = bytesOf('id: 一\r\ndata: 您好，\r\ndata: 请问订单号是多少？\r\n\r\nid: 二\rdata: 😀\r\r');
    expect(read(bytes, Array.from(bytes.keys())).events).toEqual([
      anEvent({ id: '一', data: '您好，\n请问订单号是多少？' }),
      anEvent({ id: '二', data: '😀' }),
    ]);
  });

  it.each([
    ['a line that does not end', 'x'.repeat(1_000_001)],
    ['an event that does not end', 'data: 0123456789\n'.repeat(100_001)],
  ])('refuses %s', (_what, text) => expect(() => eventsOf(text)).toThrow('adapter-bad-answer'));

  it('goes on for ever with comments', () => {
    expect(eventsOf(`${': still here\n'.repeat(100_000)}data: a\n\n`)).toEqual([anEvent({ data: 'a' })]);
  });
});
