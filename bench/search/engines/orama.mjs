// Orama with its tokenizer or stemmer for the language, where there is one; titles count twice; any word may match.
import { create, insertMultiple, load, save, search } from '@orama/orama';
import { bodyOf, languageOf } from '../documents.mjs';

const LANGUAGES = {
  en: 'english',
  de: 'german',
  es: 'spanish',
  fr: 'french',
  ru: 'russian',
  ar: 'arabic',
  tr: 'turkish',
};
const SCHEMA = { id: 'string', title: 'string', keywords: 'string', text: 'string' };
const PROPERTIES = ['title', 'keywords', 'text'];

export const orama = {
  name: 'orama',
  async build(docs, locale) {
    const index = await emptyIndex(locale);
    const rows = docs.map((doc) => ({
      id: doc.id,
      title: doc.title,
      keywords: [...doc.keywords, doc.summary].join('\n'),
      text: bodyOf(doc),
    }));
    await insertMultiple(index, rows);
    return { data: JSON.stringify(save(index)) };
  },
  async load(data, locale) {
    const index = await emptyIndex(locale);
    load(index, JSON.parse(data));
    return async (text, limit) => {
      const { hits } = await search(index, {
        term: text,
        properties: PROPERTIES,
        limit,
        threshold: 1,
        boost: { title: 2 },
      });
      return hits.map(({ id }) => id);
    };
  },
};

async function emptyIndex(locale) {
  const tokenizer = await tokenizerOf(languageOf(locale));
  return create({ schema: SCHEMA, ...(tokenizer && { components: { tokenizer } }) });
}

async function tokenizerOf(language) {
  if (language === 'zh') return (await import('@orama/tokenizers/mandarin')).createTokenizer();
  if (language === 'ja') return (await import('@orama/tokenizers/japanese')).createTokenizer();
  const name = LANGUAGES[language];
  return name && { language: name, stemming: true, stemmer: (await import(`@orama/stemmers/${name}`)).stemmer };
}
