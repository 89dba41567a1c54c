/** The parts of a saved index, in the order in which a file holds them; docs/pack-format.md tells each byte by byte. */
export const SAVED_PARTS = ['docs', 'words', 'text', 'terms', 'postings'] as const;

export interface SavedIndex {
  /** For each document its lines with their kinds and lengths, and the lengths of its fields. */
  docs: Uint8Array;
  /** For each word: units shared with the word before, units of its own, and which term it stands for. */
  words: Uint8Array;
  /** The units of the words that are not shared, as one UTF-8 text. */
  text: Uint8Array;
  /** For each term how many bytes its postings have, and which lists. */
  terms: Uint8Array;
  postings: Uint8Array;
}
