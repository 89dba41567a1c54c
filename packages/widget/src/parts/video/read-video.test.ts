import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeAt, readVideo } from './read-video.js';

describe('readVideo', () => {
  it('takes the facts, moments in order of time', () => {
    const captions = [
      { atMs: 2000, text: 'then' },
      { atMs: 0, text: 'first' },
    ];
    expect(readVideo({ url: 'a.webm', title: 'How', durationMs: 9000, captions, chapters: [{ atMs: 5, title: 'One' }] })).toEqual({
      title: 'How',
      durationMs: 9000,
      captions: [captions[1], captions[0]],
      chapters: [{ atMs: 5, text: 'One' }],
    });
  }); // prettier-ignore

  it('leaves out what does not fit', () => {
    const captions = [null, 5, {}, { atMs: -1, text: 'a' }, { atMs: NaN, text: 'a' }, { atMs: 1, text: ' ' }, { atMs: 1, text: {} }];
    expect(readVideo({ title: {}, durationMs: Infinity, captions, chapters: 'x' })).toEqual({
      title: '',
      durationMs: 0,
      captions: [],
      chapters: [],
    });
  }); // prettier-ignore

  it('never throws, and its moments are always in order', () => {
    const moment = fc.record({ atMs: fc.oneof(fc.double(), fc.nat()), text: fc.string() });
    const source = fc.oneof(fc.anything(), fc.record({ captions: fc.array(fc.oneof(moment, fc.anything())) }));
    fc.assert(
      fc.property(source, (given) => {
        const { captions } = readVideo(given);
        for (const [place, { atMs }] of captions.entries()) expect(atMs).toBeGreaterThanOrEqual(captions[place - 1]?.atMs ?? 0);
      }),
    ); // prettier-ignore
  });
});

describe('placeAt', () => {
  const moments = [1000, 2000, 2000, 9000].map((atMs) => ({ atMs, text: 'x' }));
  it.each([
    [0, -1],
    [999, -1],
    [1000, 0],
    [2000, 2],
    [8999, 2],
    [1e6, 3],
  ])('finds at %d ms the moment %d', (atMs, place) => expect(placeAt(moments, atMs)).toBe(place));

  it('finds none where there is none', () => expect(placeAt([], 5)).toBe(-1));
});
