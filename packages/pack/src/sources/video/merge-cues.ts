import { joinLines } from '../../content/cjk.js';
import type { Cue } from './parse-cues.js';

/** A text that begins at its second. */
export interface TimedText {
  atMs: number;
  text: string;
}

/** Longest silence, in milliseconds, after which the same words are a repetition by the writing and not by the speaker. */
const ROLLING_GAP_MS = 1_000;

/**
 * The cues as texts, each word once. Automatic captions show a line again while the next one grows below it, or a sentence word by
 * word: what was on show up to now is not repeated, and a sentence that grows counts from its beginning. `cues` are in the order of time.
 */
export function mergeCues(cues: readonly Cue[]): TimedText[] {
  const merged: TimedText[] = [];
  let shown: readonly string[] = [];
  let shownUntilMs = -Infinity;
  for (const { startMs, endMs, lines } of cues) {
    const isRolling = startMs - shownUntilMs <= ROLLING_GAP_MS;
    const fresh = isRolling ? lines.slice(overlapOf(shown, lines)) : lines;
    const text = joinLines(fresh.join('\n'));
    const last = merged.at(-1);
    if (isRolling && last && fresh.length === 1 && text.startsWith(last.text)) last.text = text;
    else if (text !== '') merged.push({ atMs: startMs, text });
    shown = lines;
    shownUntilMs = Math.max(shownUntilMs, endMs);
  }
  return merged;
}

/** How many of the first lines are the last ones that were shown before. */
function overlapOf(shown: readonly string[], lines: readonly string[]): number {
  for (let count = Math.min(shown.length, lines.length); count > 0; count--) {
    const tail = shown.slice(-count);
    if (tail.every((line, i) => line === lines[i])) return count;
  }
  return 0;
}
