/** What was typed, at its last word. */
export interface LastWord {
  /** All before it, as typed. */
  readonly before: string;
  /** The word itself; empty where the text ends with something else. */
  readonly word: string;
}

/** Splits a text before its last run of letters, marks and digits. */
export function lastWordOf(text: string): LastWord {
  let at = text.length;
  for (const char of [...text].reverse()) {
    if (!/[\p{L}\p{M}\p{N}]/u.test(char)) break;
    at -= char.length;
  }
  return { before: text.slice(0, at), word: text.slice(at) };
}
