import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeCues } from './merge-cues.js';
import { parseCues } from './parse-cues.js';
import { cuesOf } from './read-captions.js';

const cuesIn = async (text: string): Promise<string[]> =>
  (await parseCues(text)).cues.map(({ startMs, endMs, lines }) => `${startMs}-${endMs} ${lines.join('|')}`);
const timed = (...cues: [number, number, ...string[]][]): { atMs: number; text: string }[] =>
  mergeCues(cues.map(([startMs, endMs, ...lines]) => ({ startMs, endMs, lines })));

describe('parseCues', () => {
  it('reads WebVTT without its notes, styles, names and settings', async () => {
    const text = `WEBVTT - Film\nKind: captions\n\nNOTE not this\n\nSTYLE\n::cue { color: red }\n\nintro\n00:01.000 --> 00:02.500 align:start line:0\nHello\nthere\n\n01:00:00.000 --> 01:00:01.000\nLate\n`;
    expect(await cuesIn(text)).toEqual(['1000-2500 Hello|there', '3600000-3601000 Late']);
  });

  it('reads SubRip, with a byte order mark, lines of Windows and places on the screen', async () => {
    const text =
      '\uFEFF1\r\n00:00:01,000 --> 00:00:02,000\r\n{\\an8}<i>Hi</i> <font color="red">you</font>\r\n\r\n2\r\n00:00:03,500 --> 00:00:04,000\r\nBye\r\n';
    expect(await cuesIn(text)).toEqual(['1000-2000 Hi you', '3500-4000 Bye']);
  });

  it('leaves the words of a cue alone: no speaker, no markup, no readings, references resolved', async () => {
    const cue = '<v.loud Anna>Tom &amp; <b>Ann</b>: <00:01.500>a < b &lt;i&gt;&nbsp;<ruby>退<rt>tuì</rt></ruby>款</v>';
    expect(await cuesIn(`WEBVTT\n\n00:01.000 --> 00:02.000\n${cue}\n`)).toEqual([
      '1000-2000 Tom & Ann: a < b <i> 退款',
    ]);
  });

  it('puts cues in order, leaves out what ends before it begins or says nothing, and names lines that are wrong', async () => {
    const text =
      'WEBVTT\n\n00:05.000 --> 00:06.000\nlater\n\n00:01.000 --> 00:02.000\nsooner\n\n00:09.000 --> 00:08.000\nback\n\n00:10.000 --> 00:11.000\n<b></b>\n\n00:00:0x.000 --> 00:12.000\nbad\n';
    expect(await cuesIn(text)).toEqual(['1000-2000 sooner', '5000-6000 later']);
    expect((await parseCues(text)).problems).toEqual([{ line: 15, message: expect.stringContaining('00:00:0x.000') }]);
  });

  it('never rejects, and gives cues in order with words, whatever it reads', async () => {
    const piece = fc.constantFrom(
      'WEBVTT', '\n', '\n\n', '00:01.000 --> 00:02.000', '00:00:01,000 --> 00:00:02,000', ' --> ', '99:99:99.999', '-1:00.000', '<v ', '<', '>',
      '&amp;', '&#x110000;', 'NOTE', 'STYLE', 'REGION\nid:a', '\0', '\uD800', '\r', '{\\an8}', 'align:start', '文字', '1', 'x',
    ); // prettier-ignore
    const text = fc.array(fc.oneof(piece, fc.string()), { maxLength: 40 }).map((pieces) => pieces.join(''));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('', 'WEBVTT\n\n', '1\n'), text, async (start, rest) => {
        const { cues, problems } = await parseCues(start + rest);
        for (const { startMs, endMs, lines } of cues) {
          expect(Number.isInteger(startMs) && startMs >= 0 && endMs > startMs).toBe(true);
          expect(lines.every((line) => line.trim() !== '')).toBe(true);
        }
        expect(cues.map(({ startMs }) => startMs)).toEqual(cues.map(({ startMs }) => startMs).sort((a, b) => a - b));
        expect(problems.length).toBeLessThanOrEqual(3);
      }),
      { numRuns: 500 },
    );
  });

  it.each(['<', '<v ', '<rt>', '&', '{\\', 'a\n', '00:01.000 --> 00:02.000\n', '\n', '<rt'])(
    'reads a megabyte of %j within two seconds of work',
    async (part) => {
      const before = process.cpuUsage();
      await cuesOf(`WEBVTT\n\n00:01.000 --> 00:02.000\n${part.repeat(1_000_000 / part.length)}`);
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(2_000);
    },
  );
});

describe('mergeCues', () => {
  it('shows a line once that automatic captions show again while the next one comes', () => {
    expect(
      timed([0, 2000, 'one two'], [2000, 2010, 'one two'], [2010, 4000, 'one two', 'three four'], [4000, 6000, 'three four', 'five']),
    ).toEqual([
      { atMs: 0, text: 'one two' },
      { atMs: 2010, text: 'three four' },
      { atMs: 4000, text: 'five' },
    ]); // prettier-ignore
  });

  it('takes a sentence that grows word by word as one, from its beginning', () => {
    expect(timed([0, 500, 'Hold'], [500, 900, 'Hold the'], [900, 2000, 'Hold the button'])).toEqual([{ atMs: 0, text: 'Hold the button' }]); // prettier-ignore
  });

  it('keeps words that are said again after a silence', () => {
    expect(timed([0, 1000, 'Again!'], [5000, 6000, 'Again!'])).toHaveLength(2);
  });

  it('joins the lines of a cue as the language does', () => {
    expect(timed([0, 1000, 'two', 'lines'], [3000, 4000, '按住', '按钮']).map(({ text }) => text)).toEqual(['two lines', '按住按钮']); // prettier-ignore
  });
});

describe('cuesOf', () => {
  it('refuses more than 5,000 cues, and says so when there are none', async () => {
    const many = Array.from({ length: 5_001 }, (_, i) => `${i}\n00:00:01,000 --> 00:00:02,000\nx${i}\n`).join('\n');
    expect(await cuesOf(many)).toEqual({ cues: [], problems: [{ line: 1, message: expect.stringContaining('5001 cues') }] }); // prettier-ignore
    expect((await cuesOf('just words')).problems[0]!.message).toContain('no line with times');
  });
});
