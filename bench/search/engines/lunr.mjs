// lunr with the plugin of lunr-languages for the language, where there is one; titles count twice, as in its guide.
import { createRequire } from 'node:module';
import lunr from 'lunr';
import { bodyOf, languageOf } from '../documents.mjs';

const require = createRequire(import.meta.url);
const PLUGINS = ['ar', 'de', 'el', 'es', 'fr', 'ja', 'ko', 'ro', 'ru', 'th', 'tr', 'vi', 'zh'];

export const lunrEngine = {
  name: 'lunr',
  build(docs, locale) {
    const plugin = pluginOf(locale);
    const index = lunr(function () {
      if (plugin) this.use(plugin);
      this.ref('id');
      this.field('title', { boost: 2 });
      this.field('keywords');
      this.field('text');
      for (const doc of docs)
        this.add({
          id: doc.id,
          title: doc.title,
          keywords: [...doc.keywords, doc.summary].join('\n'),
          text: bodyOf(doc),
        });
    });
    return { data: JSON.stringify(index) };
  },
  load(data, locale) {
    const tokenize = pluginOf(locale)?.tokenizer ?? lunr.tokenizer;
    const index = lunr.Index.load(JSON.parse(data));
    // Terms are handed over one by one: as a string, a question's marks would be read as operators.
    return (text, limit) =>
      index
        .query((query) => {
          for (const token of tokenize(text)) if (String(token)) query.term(String(token), {});
        })
        .slice(0, limit)
        .map(({ ref }) => ref);
  },
};

/** The plugin of a language, once loaded: each adds itself to lunr. */
function pluginOf(locale) {
  const language = languageOf(locale);
  if (!PLUGINS.includes(language)) return undefined;
  if (lunr[language]) return lunr[language];
  require('lunr-languages/lunr.stemmer.support')(lunr);
  if (language === 'ja') require('lunr-languages/tinyseg')(lunr);
  if (language === 'th') lunr.wordcut = require('lunr-languages/wordcut');
  require(`lunr-languages/lunr.${language}`)(lunr);
  return lunr[language];
}
