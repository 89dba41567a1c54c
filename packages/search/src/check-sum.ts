import { atOnce } from './in-steps.js';

/** Bytes that are added up in one step: a millisecond or two. */
const STEP = 1 << 20;

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
  let sum = bytes.length;
  let at = 0;
  while (at + 4 <= bytes.length) {
    const end = Math.min(bytes.length - 3, at + STEP);
    for (; at < end; at += 4) {
      sum = Math.imul(sum ^ view.getUint32(at, true), 0x01000193);
      sum ^= sum >>> 15; // each step can be undone: two sums that differ stay different
    }
    if (at + 4 <= bytes.length) yield;
  }
  for (; at < bytes.length; at++) sum = Math.imul(sum ^ bytes[at]!, 0x01000193);
  return sum >>> 0;
}
