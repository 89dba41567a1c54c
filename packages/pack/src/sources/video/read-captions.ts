import { stat } from 'node:fs/promises';
import { decodeText, readBytes } from '../source-bytes.js';
import { mergeCues, type TimedText } from './merge-cues.js';
import { parseCues } from './parse-cues.js';

/** Largest file of captions, in bytes, and the most cues that it may hold. */
export const MAX_CAPTIONS_BYTES = 1_000_000;
export const MAX_CUES = 5_000;

/** `problems` have the line of the file, from 1; `cues` are empty where the file cannot be used at all. */
export interface CaptionsReading {
  cues: TimedText[];
  problems: { line: number; message: string }[];
}

/** The cues of a file of captions or chapters. Never rejects: what is wrong is said, and costs these captions alone. */
export async function readCaptions(file: string): Promise<CaptionsReading> {
  try {
    const { size } = await stat(file);
    if (size > MAX_CAPTIONS_BYTES)
      return refused(`has ${size} bytes, and captions may have ${MAX_CAPTIONS_BYTES}: cut them to what is said`);
  } catch {
    return refused('cannot be read');
  }
  const read = await readBytes(file);
  if ('reason' in read) return refused(read.reason);
  const text = decodeText(read.bytes);
  if (text === null) return refused('is no text: save it in UTF-8');
  return cuesOf(text);
}

/** `readCaptions` of a text. */
export async function cuesOf(text: string): Promise<CaptionsReading> {
  const { cues, problems } = await parseCues(text);
  if (cues.length > MAX_CUES) return refused(`has ${cues.length} cues, and captions may have ${MAX_CUES}`);
  if (!cues.length && !problems.length)
    return refused('has no line with times: WebVTT (.vtt) and SubRip (.srt) are read');
  return { cues: mergeCues(cues), problems };
}

const refused = (message: string): CaptionsReading => ({ cues: [], problems: [{ line: 1, message }] });
