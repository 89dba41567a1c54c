import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryLines } from './entry-lines.js';

describe('entryLines', () => {
  it('tells where the entries of a list begin, whatever they hold', () => {
    expect(entryLines('[\n  {"a": [1,\n 2]}, "x,]\\"{",\n\n[\n[]], 3\n]')).toEqual([2, 3, 5, 6]);
  });

  it('tells where the keys of an object stand', () => {
    expect(entryLines('{"a": {"b": 1, "c": 2},\n"d": [1, 2],\n\n"e":\n3}')).toEqual([1, 2, 4]);
  });

  it.each(['[]', '{ }', '3', '"[1]"', 'null'])('finds none in %s', (text) => expect(entryLines(text)).toEqual([]));

  it('finds each entry of any value, in the line that it was written in', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), (list) => {
        expect(entryLines(`[${list.map((entry) => JSON.stringify(entry)).join(',\n')}]`)).toEqual(
          list.map((_, i) => i + 1),
        );
        expect(entryLines(JSON.stringify(list, null, 2))).toHaveLength(list.length);
      }),
    );
  });
});
