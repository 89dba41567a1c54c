// MiniSearch in three setups: as it comes, with words cut by Intl.Segmenter, and as VitePress's local search sets it up.
import MiniSearch from 'minisearch';
import { bodyOf, sectionsOfDoc } from '../documents.mjs';
import { wordsOf } from '../words.mjs';

const FIELDS = ['title', 'keywords', 'text'];
const rowOf = (doc) => ({
  id: doc.id,
  title: doc.title,
  keywords: [...doc.keywords, doc.summary].join('\n'),
  text: bodyOf(doc),
});

/** One record a document. */
const whole = (name, optionsOf) => ({
  name,
  build(docs, locale) {
    const index = new MiniSearch(optionsOf(locale));
    index.addAll(docs.map(rowOf));
    return { data: JSON.stringify(index) };
  },
  load(data, locale) {
    const index = MiniSearch.loadJSON(data, optionsOf(locale));
    return (text, limit) =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => id);
  },
});

export const miniSearch = whole('minisearch', () => ({ fields: FIELDS }));

export const miniSearchSegmented = whole('minisearch-seg', (locale) => ({
  fields: FIELDS,
  tokenize: (text) => wordsOf(text, locale),
}));

/** Fields, weights, fuzziness and prefixes of VitePress 1.6 (docs: "Local search"); one record a section, no keywords. */
const VITEPRESS = {
  fields: ['title', 'titles', 'text'],
  storeFields: ['title', 'titles'],
  searchOptions: { fuzzy: 0.2, prefix: true, boost: { title: 4, text: 2, titles: 1 } },
};

export const vitePress = {
  name: 'vitepress',
  build(docs) {
    const index = new MiniSearch(VITEPRESS);
    for (const doc of docs)
      index.addAll(
        sectionsOfDoc(doc).map(({ heading, text }, place) => ({
          id: `${doc.id}#${place}`,
          title: heading || doc.title,
          titles: heading ? [doc.title] : [],
          text,
        })),
      );
    return { data: JSON.stringify(index) };
  },
  load(data) {
    const index = MiniSearch.loadJSON(data, VITEPRESS);
    return (text, limit) => [...new Set(index.search(text).map(({ id }) => id.replace(/#\d+$/, '')))].slice(0, limit);
  },
};
