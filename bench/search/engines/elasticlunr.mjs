// elasticlunr as it comes (it stems English), with documents not stored; titles count twice.
import elasticlunr from 'elasticlunr';
import { bodyOf } from '../documents.mjs';

const FIELDS = { title: { boost: 2 }, keywords: { boost: 1 }, text: { boost: 1 } };

export const elasticlunrEngine = {
  name: 'elasticlunr',
  build(docs) {
    const index = elasticlunr(function () {
      this.setRef('id');
      for (const field of Object.keys(FIELDS)) this.addField(field);
      this.saveDocument(false);
    });
    for (const doc of docs)
      index.addDoc({
        id: doc.id,
        title: doc.title,
        keywords: [...doc.keywords, doc.summary].join('\n'),
        text: bodyOf(doc),
      });
    return { data: JSON.stringify(index) };
  },
  load(data) {
    const index = elasticlunr.Index.load(JSON.parse(data));
    return (text, limit) =>
      index
        .search(text, { fields: FIELDS, bool: 'OR' })
        .slice(0, limit)
        .map(({ ref }) => ref);
  },
};
