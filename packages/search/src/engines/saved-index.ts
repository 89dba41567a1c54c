/** What the engine of a pack is made of; docs/pack-format.md tells it byte by byte. */
export interface SavedIndex {
  /** The units of the words that are not shared with the word before, one after the other. */
  text: string;
  /** Numbers of half bytes: tables of documents, their lines and the words, then the postings. */
  bytes: Uint8Array;
  /** The half byte where the postings begin. */
  postings: number;
}
