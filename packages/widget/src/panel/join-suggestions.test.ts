import { describe, expect, it } from 'vitest';
import { joinSuggestions } from './join-suggestions.js';

const textsOf = (...given: Parameters<typeof joinSuggestions>): string[] =>
  joinSuggestions(...given).map(({ text }) => text);

describe('joinSuggestions', () => {
  it('puts searches of this device that go on from the text first, and marks them', () => {
    expect(joinSuggestions('ref', ['Refund time', 'parcel'], ['refund'])).toEqual([
      { text: 'Refund time', recent: true },
      { text: 'refund' },
    ]);
  });

  it('takes the two newest of them', () => {
    expect(textsOf('a', ['a1', 'a2', 'a3'], ['a4'])).toEqual(['a1', 'a2', 'a4']);
  });

  it('gives nothing twice, whatever the case', () => {
    expect(textsOf('ref', ['refund'], ['Refund', 'Refund time'])).toEqual(['refund', 'Refund time']);
  });

  it.each(['refund', 'Refund ', ' REFUND'])('does not give back what was typed as %j', (typed) => {
    expect(textsOf(typed, ['refund', 'refund time'], [])).toEqual(['refund time']);
  });

  it('completes Chinese as it is written', () => {
    expect(textsOf('退', ['退款', '发票'], ['退货流程'])).toEqual(['退款', '退货流程']);
  });
});
