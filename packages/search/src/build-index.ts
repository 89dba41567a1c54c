import { compare } from './compare.js';
import { createCutter } from './analysis/cutter.js';
import { foldsPlurals, PLURALS } from './analysis/plural.js';
import { createStemmer, type StemTable } from './analysis/stemmer.js';
import { dictionaryOf } from './engines/dictionary.js';
import { saveIndex } from './engines/save-index.js';
import { encodeIndexFile } from './index-file.js';
import { indexRecords } from './index-records.js';
import { PACK_FORMAT, type SearchableArticle } from './pack-format.js';

/** What is known of the language of some articles. All of it may be left out. */
export interface IndexLanguage {
  /** How inflected words become one term. Default: English plurals, where Latin words are taken for English. */
  stems?: StemTable | undefined;
  /** The words of the texts in scripts without spaces, folded (and simplified); in any order. Default: every character is a word. */
  words?: Iterable<string>;
  /** Where texts are traditional or mixed: a folded text in simplified characters, of the same length. */
  simplify?: ((run: string) => string) | undefined;
}

/**
 * The index file for the articles of one locale: the same articles give the same bytes. `files`: how many of them, in this order, lie in each
 * articles file.
 */
export function buildIndexFile(
  locale: string,
  articles: readonly SearchableArticle[],
  files: readonly number[],
  { stems = foldsPlurals(locale) ? PLURALS : undefined, words = [], simplify }: IndexLanguage = {},
): Uint8Array {
  const dictionary = dictionaryOf([...new Set(words)].sort(compare));
  const records = indexRecords(articles);
  const saved = saveIndex(
    locale,
    records.map(({ text }) => text),
    {
      cut: createCutter(dictionary),
      stem: stems && createStemmer(stems),
      ...(simplify && { simplify }),
    },
  );
  const docs = records.map(({ doc }) => doc);
  return encodeIndexFile({
    format: PACK_FORMAT,
    locale,
    docs,
    files,
    ...saved,
    ...(stems && { stems }),
    ...(simplify && { converts: true }),
  });
}
