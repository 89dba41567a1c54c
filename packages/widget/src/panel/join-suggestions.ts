import type { Suggestion } from '../parts/suggestions.js';

/** Of this device's own searches so many come before all else: who has asked it before may ask it again. */
const MOST_RECENT = 2;

/** The searches of this device that go on from `typed`, newest first, two at the most, then what it is completed to; nothing twice, whatever the case, and not the text itself. */
export function joinSuggestions(
  typed: string,
  recent: readonly string[],
  completed: readonly string[],
): readonly Suggestion[] {
  const begun = keyOf(typed);
  const before = recent
    .filter((text) => keyOf(text).startsWith(begun) && keyOf(text) !== begun.trimEnd())
    .slice(0, MOST_RECENT);
  const known = before.map(keyOf);
  return [
    ...before.map((text) => ({ text, recent: true })),
    ...completed.filter((text) => !known.includes(keyOf(text))).map((text) => ({ text })),
  ];
}

const keyOf = (text: string): string => text.trimStart().toLowerCase();
