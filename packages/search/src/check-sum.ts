import { atOnce } from './in-steps.js';

/** Bytes that are added up in one loop. */
const PART = 1 << 12;
/** Loops in one step: a millisecond or two. */
const PARTS = 256;

/**
 * A 32-bit sum of some bytes, which a pack's manifest tells of each file: no file that differs in a single word of four bytes has the same, and one that
 * differs otherwise has it once in four thousand million cases. It finds accidents, not forgeries.
 */
export function checkSum(bytes: Uint8Array): number {
  return atOnce(checkSumSteps(bytes));
}

/** The same as work for `inSteps`, a megabyte each. */
export function* checkSumSteps(bytes: Uint8Array): Generator<void, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length & ~3;
  let sum = bytes.length;
  let at = 0;
  for (let part = 1; at < whole; part++) {
    sum = addWords(sum, view, at, (at = Math.min(whole, at + PART)));
    if (part % PARTS === 0) yield;
  }
  for (; at < bytes.length; at++) sum = Math.imul(sum ^ bytes[at]!, 0x01000193);
  return sum >>> 0;
}

/** A sum with some words of four bytes added. Few at a time: an engine makes a loop fast when it is entered anew, hardly while it runs. */
function addWords(sum: number, view: DataView, from: number, to: number): number {
  for (let at = from; at < to; at += 4) {
    sum = Math.imul(sum ^ view.getUint32(at, true), 0x01000193);
    sum ^= sum >>> 15; // each step can be undone: two sums that differ stay different
  }
  return sum;
}
