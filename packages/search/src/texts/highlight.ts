import type { TextPart } from '@helpkiosk/core';
import { cut } from './cut.js';

/** A stretch of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const WINDOW = 120;
const WINDOW_WIDE = 60;
const WIDE = /[\u1100-\u11ff\u2e80-\ud7ff\uf900-\ufaff\uff00-\uff60]/gu;

/**
 * A text as parts that are hits or not; joined they are exactly the text. `spans` must be sorted by `start`; those that
 * touch or overlap become one part. No part is empty.
 */
export function markHits(text: string, spans: readonly Span[]): TextPart[] {
  const parts: TextPart[] = [];
  const add = (start: number, end: number, hit: boolean): void => {
    const last = parts.at(-1);
    if (start >= end) return;
    if (last?.hit === hit) last.text += text.slice(start, end);
    else parts.push({ text: text.slice(start, end), hit });
  };
  let done = 0;
  for (const { start, end } of spans) {
    add(done, start, false);
    add(Math.max(done, start), end, true);
    done = Math.max(done, end);
  }
  add(done, text.length, false);
  return parts;
}

/**
 * The stretch of a text that shows most of the hits, about 120 characters long (60 of Chinese, Japanese or Korean), with `…` where it
 * was cut; the beginning where nothing is hit. Words of other scripts stay whole where a space is near.
 */
export function excerptOf(text: string, spans: readonly Span[]): TextPart[] {
  const sample = text.slice(0, 200);
  const size = sample.replace(WIDE, '').length * 1.5 < sample.length ? WINDOW_WIDE : WINDOW;
  if (text.length <= size) return markHits(text, spans);
  const start = densest(text, spans, size);
  const last = cut(text, wordEnd(text, start + size), -1);
  const end = last > start ? last : cut(text, start + 1, 1);
  const before = start ? '…' : '';
  const shift = (at: number): number => Math.min(Math.max(at, start), end) - start + before.length;
  return markHits(
    before + text.slice(start, end) + (end < text.length ? '…' : ''),
    spans.map((span) => ({ start: shift(span.start), end: shift(span.end) })),
  );
}

/** Where the window with the most hits begins, a little before its first hit, but no later than it takes to fill the window. */
function densest(text: string, spans: readonly Span[], size: number): number {
  const lead = size >> 3;
  let best = 0;
  let bestCount = 0;
  for (let first = 0, after = 0; first < spans.length; first++) {
    while (after < spans.length && spans[after]!.end <= spans[first]!.start + size - lead) after++;
    if (after - first > bestCount) {
      bestCount = after - first;
      best = spans[first]!.start;
    }
  }
  return best > lead ? cut(text, wordStart(text, Math.min(best - lead, text.length - size), lead), -1) : 0;
}

/** `at`, or the beginning of the next word if that is less than `near` away. */
function wordStart(text: string, at: number, near: number): number {
  return at + text.slice(at, at + near - 1).search(/\s/) + 1;
}

/** `at`, or the end of the last whole word if that is less than 16 away. */
function wordEnd(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(at - 16, at + 1).search(/\s\S*$/);
  return space < 0 ? at : at - 16 + space;
}
