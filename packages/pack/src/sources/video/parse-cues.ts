import { decodeEntities } from '../../content/entities.js';

/** A stretch of captions: `lines` are what is shown, without markup. */
export interface Cue {
  startMs: number;
  endMs: number;
  lines: readonly string[];
}

/** What is used of media-captions. */
interface CaptionsLibrary {
  parseText(
    text: string,
    options: { type: 'vtt' | 'srt'; errors: boolean; strict: boolean },
  ): Promise<{
    cues: { startTime: number; endTime: number; text: string }[];
    errors: { line: number; message: string }[];
  }>;
}

/** What a file of captions holds, in the order of time, and what is wrong in which of its lines. */
export interface ParsedCues {
  cues: Cue[];
  problems: { line: number; message: string }[];
}

/** Longest text of one cue that is looked at: nobody reads more in a few seconds. */
const MAX_CUE_TEXT = 2_000;
const MAX_PROBLEMS = 3;
const PIECE_LINES = 100;
/** Where reading ends: whoever asks takes fewer. */
const MAX_READ_CUES = 20_000;
/** `<b>`, `</c>`, `<v.loud Anna>`, `<00:01.500>`, `<font ...>`; a `<` before anything else is a character. */
const MARKUP = /<\/?[a-z][^<>]*>|<\/>|<\d[\d:.]*>/giu;
/** Readings of ruby stand above the words, not between them. */
const RUBY_TEXT = /<rt\b[^<>]*>[^<]*(?:<\/rt>)?/giu;
/** Where SubRip files say where a line stands: `{\an8}`. */
const STYLE_CODE = /\{\\[^{}]*\}/gu;

/**
 * The cues of a WebVTT or SubRip text, told apart by their first line. Never rejects, whatever the text is: a cue whose times are wrong is left out and
 * named, one without words or that ends before it begins is left out. A first line that names no format is read as SubRip.
 * Formats: https://www.w3.org/TR/webvtt1/ and https://www.matroska.org/technical/subtitles.html#srt-subtitles
 */
export async function parseCues(text: string): Promise<ParsedCues> {
  const plain = text
    .replace(/^\uFEFF/u, '')
    .replaceAll(/\r\n?/gu, '\n')
    .replaceAll('\0', '\u{fffd}');
  const type = /^WEBVTT(?:[ \t\n]|$)/u.test(plain) ? 'vtt' : 'srt';
  const { parseText } = await loadLibrary();
  const cues: Cue[] = [];
  const problems: ParsedCues['problems'] = [];
  for (const { from, lines } of piecesOf(plain.split('\n'))) {
    const head = type === 'vtt' && from > 0 ? ['WEBVTT', ''] : [];
    try {
      const read = await parseText([...head, ...lines].join('\n'), { type, errors: true, strict: false });
      cues.push(...read.cues.map(({ startTime, endTime, text: words }) => ({ startMs: msOf(startTime), endMs: msOf(endTime), lines: linesOf(words) }))); // prettier-ignore
      problems.push(...read.errors.map(({ line, message }) => ({ line: from + Math.max(1, line - head.length), message: sentenceOf(message) }))); // prettier-ignore
    } catch (error) {
      problems.push({ line: from + 1, message: `cannot be read: ${String((error as Error).message)}` });
    }
    if (cues.length > MAX_READ_CUES) break;
  }
  const usable = cues.filter(({ startMs, endMs, lines }) => startMs >= 0 && endMs > startMs && lines.length > 0);
  return { cues: usable.sort((a, b) => a.startMs - b.startMs), problems: problems.slice(0, MAX_PROBLEMS) };
}

/** The library's work grows with the square of the lines, so it is given some at a time, cut where a line is empty. */
function piecesOf(lines: readonly string[]): { from: number; lines: string[] }[] {
  const pieces: { from: number; lines: string[] }[] = [];
  let open: { from: number; lines: string[] } | null = null;
  for (const [i, line] of lines.entries()) {
    if (line === '' && !open) continue;
    open ??= { from: i, lines: [] };
    if (open.lines.push(line) < (line === '' ? PIECE_LINES : 4 * PIECE_LINES)) continue;
    pieces.push(open);
    open = null;
  }
  return open ? [...pieces, open] : pieces;
}

/** Its declarations leave out the endings that this module resolution asks for, so that the compiler must not see them. */
const loadLibrary = (): Promise<CaptionsLibrary> => import('media-captions' as string) as Promise<CaptionsLibrary>;

const msOf = (seconds: number): number => (Number.isFinite(seconds) ? Math.round(seconds * 1000) : -1);

function linesOf(text: string): string[] {
  const bare = text.slice(0, MAX_CUE_TEXT).replace(RUBY_TEXT, '').replace(MARKUP, '').replace(STYLE_CODE, '');
  return decodeEntities(bare)
    .split('\n')
    .map((line) => line.replaceAll(/[\s\u200B\u200E\u200F\u2060]+/gu, ' ').trim())
    .filter((line) => line !== '');
}

/** The library ends its sentences with the line, which stands before ours. */
const sentenceOf = (message: string): string =>
  message
    .replace(/ on line \d+$/u, '')
    .replaceAll(/\s+/gu, ' ')
    .slice(0, 120);
