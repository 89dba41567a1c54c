import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VideoSource } from '../contracts.js';
import { cueGroups } from './cue-groups.js';

const aVideo = (captions: readonly [number, string][], chapters: readonly [number, string][] = []): VideoSource => ({
  url: 'a.webm',
  title: 'A',
  captions: captions.map(([seconds, text]) => ({ atMs: seconds * 1000, text })),
  chapters: chapters.map(([seconds, title]) => ({ atMs: seconds * 1000, title })),
});

describe('cueGroups', () => {
  it('gives none for a video without captions and chapters', () => {
    expect(cueGroups({ url: 'a.webm', title: 'A' })).toEqual([]);
  });

  it('joins cues, with a space between words and none within Chinese', () => {
    expect(cueGroups(aVideo([[1, 'Hold the'], [3, 'button.']]))).toEqual([{ atMs: 1000, text: 'Hold the button.' }]); // prettier-ignore
    expect(cueGroups(aVideo([[1, '按住按钮，'], [3, '等三声。']]))).toEqual([{ atMs: 1000, text: '按住按钮，等三声。' }]); // prettier-ignore
  });

  it('begins another group after 30 seconds, and after 300 characters', () => {
    expect(cueGroups(aVideo([[0, 'a'], [30, 'b'], [31, 'c']])).map(({ text }) => text)).toEqual(['a b', 'c']); // prettier-ignore
    const long = 'x'.repeat(150);
    expect(cueGroups(aVideo([[0, long], [1, 'y'.repeat(149)], [2, 'z']])).map(({ atMs }) => atMs)).toEqual([0, 2000]); // prettier-ignore
  });

  it('prefers the end of a sentence in the second half', () => {
    const groups = cueGroups(aVideo([[0, 'One two three.'], [10, 'Four five six.'], [20, 'seven'], [35, 'eight.']])); // prettier-ignore
    expect(groups).toEqual([
      { atMs: 0, text: 'One two three. Four five six.' },
      { atMs: 20_000, text: 'seven eight.' },
    ]);
  });

  it('leaves a cue that is too long alone', () => {
    const long = 'w'.repeat(900);
    expect(cueGroups(aVideo([[0, 'a'], [1, long], [2, 'b']])).map(({ text }) => text)).toEqual(['a', long, 'b']); // prettier-ignore
  });

  it('cuts where a chapter begins, names it, and keeps one in which nothing is said', () => {
    const groups = cueGroups(aVideo([[0, 'Hello'], [4, 'first'], [6, 'second']], [[3, 'Start'], [6, 'Next'], [9, 'End']])); // prettier-ignore
    expect(groups).toEqual([
      { atMs: 0, text: 'Hello' },
      { atMs: 4000, text: 'first', chapter: 'Start' },
      { atMs: 6000, text: 'second', chapter: 'Next' },
      { atMs: 9000, text: '', chapter: 'End' },
    ]);
  });

  it('puts cues in order, takes a negative instant for the beginning, and leaves out what has no instant or no words', () => {
    const odd = aVideo([[5, 'later'], [-2, 'first'], [Number.NaN, 'never'], [Infinity, 'never'], [2, '  ']]); // prettier-ignore
    expect(cueGroups(odd)).toEqual([{ atMs: 0, text: 'first later' }]);
    const wrong = { url: 'a', title: 'A', captions: [null, 3, { atMs: '1', text: 'x' }], chapters: 'none' };
    expect(cueGroups(wrong as unknown as VideoSource)).toEqual([]);
  });

  it('loses no word, repeats none, and keeps the order of time, whatever it is given', () => {
    const cue = fc.record({
      atMs: fc.oneof(fc.integer({ min: -5_000, max: 200_000 }), fc.constant(Number.NaN)),
      text: fc.stringMatching(/^[a-z.]{0,40}$/),
    });
    const chapter = fc.record({ atMs: fc.integer({ min: -10, max: 200_000 }), title: fc.constantFrom('', 'A', 'B') });
    fc.assert(
      fc.property(fc.array(cue, { maxLength: 60 }), fc.array(chapter, { maxLength: 6 }), (captions, chapters) => {
        const groups = cueGroups({ url: 'a', title: 'A', captions, chapters });
        const said = (texts: readonly string[]): string[] => texts.flatMap((text) => text.split(' ')).filter(Boolean).sort(); // prettier-ignore
        const usable = captions.filter(({ atMs }) => !Number.isNaN(atMs)).map(({ text }) => text.trim());
        expect(said(groups.map(({ text }) => text))).toEqual(said(usable));
        expect(groups.map(({ atMs }) => atMs)).toEqual(groups.map(({ atMs }) => atMs).sort((a, b) => a - b));
        for (const { text } of groups) if (text.includes(' ')) expect(text.length).toBeLessThanOrEqual(300);
      }),
    );
  });
});
