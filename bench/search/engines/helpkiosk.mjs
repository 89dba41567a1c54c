// HelpKiosk itself through its public functions: the packed engine and the live one.
import { buildPack } from '@helpkiosk/pack';
import { createLiveSearch, MAX_BODY_BYTES, openPack } from '@helpkiosk/search';
import { sectionsOfDoc } from '../documents.mjs';

/** A title has to be there; this one holds no word. */
const NO_TITLE = '—';

const articlesOf = (docs, locale) =>
  docs.map(({ id, title, keywords, summary, nodes }) => ({
    id,
    locale,
    title: title || NO_TITLE,
    keywords,
    ...(summary && { summary }),
    body: { v: 1, nodes },
  }));

const idsBy = (search, locale) => async (text, limit) => {
  const { results } = await search.query(text, { locale, limit });
  return results.map(({ articleId }) => articleId);
};

/** `buildPack` and `openPack`. Its bytes are those of the files that the manifest calls an index. */
export const packedEngine = {
  name: 'helpkiosk',
  async build(docs, locale) {
    const files = await buildPack(articlesOf(docs, locale), {
      onProblem: ({ path, message }) => {
        throw new Error(`${path}: ${message}`);
      },
    });
    const manifest = JSON.parse(new TextDecoder().decode(files.get('pack.json')));
    const bytes = Object.values(manifest.locales).reduce((sum, { index }) => sum + index.bytes, 0);
    return { data: files, bytes };
  },
  load: async (files, locale) => idsBy(await openPack(async (name) => files.get(name)), locale),
};

/** A body that the live engine would refuse as a tree, as text with its headings marked; it may still be too big. */
const asTextIfBig = (doc, article) =>
  Buffer.byteLength(JSON.stringify(article.body)) <= MAX_BODY_BYTES
    ? article
    : {
        ...article,
        body: sectionsOfDoc(doc)
          .map(({ heading, text }) => `${heading && `# ${heading}\n`}${text}`)
          .join('\n'),
      };

/** `createLiveSearch`, which keeps no bytes. Each language is indexed with the first query about it. */
export const liveEngine = {
  name: 'helpkiosk-live',
  async build(docs, locale) {
    const articles = articlesOf(docs, locale).map((article, i) => asTextIfBig(docs[i], article));
    const search = idsBy(await createLiveSearch(articles), locale);
    await search(docs[0].title || docs[0].id, 1);
    return { search };
  },
};
