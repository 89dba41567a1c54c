/** What a language or a pack adds to the analysis. Build and query must give the same, or a query's terms are not those of the index. */
export interface Analysis {
  /** The form that the inflected forms of a folded word share. Default: in `analyse` English plurals folded where Latin words are taken for English, elsewhere the word. */
  readonly stem?: ((word: string) => string) | undefined;
  /** A folded run of a script without spaces in one way of writing (traditional as simplified). As many UTF-16 units as it got. */
  simplify?(run: string): string;
  /** Where the words of a folded run of a script without spaces end, ascending; the last is its length. Default: characters and pairs. */
  cut?(run: string): readonly number[];
  /** With `cut`: also the single characters of longer words, as minor terms. Default: false. */
  readonly minor?: boolean;
}

/**
 * Takes one term. `word` is the folded word before stemming; `undefined` for terms that are not words: those of scripts
 * without spaces, and whole codes. The other values are those of `Token`.
 */
export type VisitTerm = (term: string, word: string | undefined, start: number, end: number, minor: boolean) => void;
