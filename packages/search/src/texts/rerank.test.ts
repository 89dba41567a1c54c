import { describe, expect, it } from 'vitest';
import { atOnce } from '../in-steps.js';
import { rerank, type Candidate } from './rerank.js';

const FILLER = 'Lorem ipsum dolor sit amet consectetur adipiscing elit sed do eiusmod tempor. '.repeat(4);
const aText = (...texts: string[]): Candidate => ({ score: 1, lines: ['Title'], texts });

const scoresOf = (query: string, candidates: readonly Candidate[]): number[] => atOnce(rerank(query, candidates));

describe('rerank', () => {
  it('prefers the text that has the words side by side to one that has them far apart', () => {
    const near = aText(`The parcel was refunded. ${FILLER}${FILLER}`);
    const far = aText(`The parcel. ${FILLER}They refunded. ${FILLER}`);
    const [first, second] = scoresOf('parcel refunded', [near, far, aText(FILLER)]);
    expect(first).toBeGreaterThan(second!);
  });

  it('counts a candidate that holds a run often as one', () => {
    const often = aText('refund '.repeat(600));
    const scores = scoresOf('refund money', [often, aText('money'), aText('refund'), aText('other')]);
    expect(scores[1]).toBeGreaterThan(scores[2]!);
  });

  it('keeps the scores where no text holds anything of the query', () => {
    expect(scoresOf('退款', [aText(FILLER), { ...aText(), score: 0.5 }])).toEqual([1, 0.5]);
  });

  it('looks for no more than the first two thousand runs of a query', () => {
    const chars = Array.from({ length: 1500 }, (_, i) => String.fromCharCode(0x4e00 + i));
    const scores = scoresOf(chars.join(''), [aText(chars[0]!), aText(chars.at(-1)!), aText(FILLER)]);
    expect(scores[0]).toBeGreaterThan(1);
    expect(scores[1]).toBe(1);
  });
});
