import type { Segment } from './types.js';

const HAN = /[\u3400-\u9fff]/;

/**
 * A text with each segment replaced by its likeliest candidate. Spaces between two replaced words are left out where Chinese
 * meets Chinese. Segments are in their order and do not overlap.
 */
export function mend(text: string, segments: readonly Segment[]): string {
  let mended = '';
  let at = 0;
  for (const { start, end, candidates } of segments) {
    const term = candidates[0]?.term ?? text.slice(start, end);
    const between = text.slice(at, start);
    const joined = at > 0 && !/\S/.test(between) && HAN.test(mended.at(-1) ?? '') && HAN.test(term[0] ?? '');
    mended += (joined ? '' : between) + term;
    at = end;
  }
  return mended + text.slice(at);
}
