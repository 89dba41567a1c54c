// FlexSearch with the encoder that its guide names for the script; `suggest` lets it answer when not all words are found.
import flexsearch from 'flexsearch';
import { languageOf, textOfDoc } from '../documents.mjs';

const { Index, Charset } = flexsearch;
const UNSPACED = ['zh', 'ja', 'th'];
const LATIN = ['en', 'de', 'es', 'fr', 'tr', 'vi'];

const emptyIndex = (locale) => {
  const language = languageOf(locale);
  const encoder = UNSPACED.includes(language)
    ? Charset.CJK
    : LATIN.includes(language)
      ? Charset.LatinBalance
      : Charset.Default;
  return new Index({ encoder, tokenize: 'strict', context: UNSPACED.includes(language) });
};

export const flexSearch = {
  name: 'flexsearch',
  build(docs, locale) {
    const index = emptyIndex(locale);
    // It ranks what stands early in a text higher; the title stands first.
    for (const doc of docs) index.add(doc.id, textOfDoc(doc));
    const parts = {};
    index.export((key, part) => void (parts[key] = part));
    return { data: JSON.stringify(parts) };
  },
  load(data, locale) {
    const index = emptyIndex(locale);
    for (const [key, part] of Object.entries(JSON.parse(data))) index.import(key, part);
    return (text, limit) => index.search(text, { limit, suggest: true });
  },
};
