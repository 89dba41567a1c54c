import type { Arbitrary } from 'fast-check';

/** The families by name; `words` are words of the pack that is asked. */
export function familiesOf(words: readonly string[]): Record<string, Arbitrary<string>>;

/** `count` strings or a few more, family by family; the same ones each time. */
export function fuzzStrings(words: readonly string[], count: number): Generator<{ family: string; text: string }>;
