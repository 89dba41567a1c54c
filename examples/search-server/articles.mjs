// The table of articles in Groonga: its columns, how it is filled, how it is asked, and what is made of the answer.

const BATCH = 500;
/** How much a word counts by where it stands. */
const MATCH_COLUMNS = [
  'scorer_tf_idf(title) * 8',
  'scorer_tf_idf(summary) * 3',
  'scorer_tf_idf(headings) * 3',
  'scorer_tf_idf(body)',
].join(' || ');
const SEARCHED = ['title', 'summary', 'headings', 'body'];
const EXCERPT_LENGTH = 160;
const LONGEST_QUESTION = 500;
const MOST_WORDS = 32;

/**
 * Makes the table of articles, with nothing in it.
 *
 * @type {typeof import('./articles.d.mts').createTable}
 */
export async function createTable({ send }) {
  await send('table_create', { name: 'Articles', flags: 'TABLE_HASH_KEY', key_type: 'ShortText' });
  for (const name of ['articleId', 'locale', 'category', 'url', ...SEARCHED])
    await send('column_create', {
      table: 'Articles',
      name,
      flags: 'COLUMN_SCALAR',
      type: name === 'body' ? 'LongText' : 'Text',
    });
}

/**
 * Indexes what is in the table, and from then on what is loaded. Scripts without spaces are cut into pairs of characters, so no dictionary has to
 * be installed.
 *
 * @type {typeof import('./articles.d.mts').createIndex}
 */
export async function createIndex({ send }) {
  await send('table_create', {
    name: 'Words',
    flags: 'TABLE_PAT_KEY',
    key_type: 'ShortText',
    default_tokenizer: 'TokenBigram',
    normalizer: 'NormalizerNFKC130',
  });
  for (const source of SEARCHED)
    await send('column_create', {
      table: 'Words',
      name: `of_${source}`,
      flags: 'COLUMN_INDEX|WITH_POSITION',
      type: 'Articles',
      source,
    });
}

/**
 * Loads articles in batches, so that memory does not grow with their number. An article with the id and language of one that is there takes its place.
 *
 * @type {typeof import('./articles.d.mts').loadArticles}
 */
export async function loadArticles({ send }, articles) {
  let count = 0;
  let batch = [];
  const flush = async () => {
    if (batch.length) count += await send('load', { table: 'Articles' }, batch);
    batch = [];
  };
  for await (const { id, ...article } of articles) {
    batch.push({ _key: `${article.locale}/${id}`, articleId: id, category: '', url: '', ...article });
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return count;
}

/**
 * The best articles for a question, as a widget takes them: any of its words may match.
 *
 * @type {typeof import('./articles.d.mts').searchArticles}
 */
export async function searchArticles({ send }, { text, locale, limit }) {
  const words = wordsOf(text, locale);
  if (!words.length) return [];
  const [[, , ...rows]] = await send('select', {
    table: 'Articles',
    match_columns: MATCH_COLUMNS,
    query: words.map(queryOf).join(' OR '),
    filter: `locale == ${JSON.stringify(locale)}`,
    sort_keys: '-_score,_key',
    output_columns: 'articleId,_score,title,summary,category,url,body',
    limit: `${limit}`,
  });
  return rows.map(([articleId, score, title, summary, category, url, body]) => ({
    kind: 'article',
    articleId,
    locale,
    score,
    title: mark(title, words),
    excerpt: mark(excerptOf(summary, body, words), words),
    ...(category && { category }),
    ...(url && { url }),
  }));
}

/** The words of a question. A plural s is left to the prefix search; single Chinese characters say too little where there are longer words. */
function wordsOf(text, locale) {
  const segments = [
    ...new Intl.Segmenter(locale, { granularity: 'word' }).segment(text.slice(0, LONGEST_QUESTION).normalize('NFKC')),
  ];
  const words = segments.filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment.toLowerCase());
  const longer = words.filter((word) => word.length > (isLatin(word) ? 2 : 1));
  return [...new Set(longer.length ? longer : words)]
    .slice(0, MOST_WORDS)
    .map((word) => word.replace(/^(\w{3,}[^\Ws])s$/, '$1'));
}

const isLatin = (word) => /^[\w'’]+$/.test(word);
/** A word in Groonga's query syntax; Latin words also where a longer one begins with them. */
const queryOf = (word) => {
  const quoted = word.replace(/[\\"'()<>*~:+\- ]/g, '\\$&');
  return isLatin(word) && word.length > 3 ? `${quoted}*` : `"${quoted}"`;
};

function excerptOf(summary, body, words) {
  const at = words.map((word) => body.toLowerCase().indexOf(word)).filter((place) => place >= 0);
  if (!at.length || words.some((word) => summary.toLowerCase().includes(word)))
    return summary || body.slice(0, EXCERPT_LENGTH);
  const from = Math.max(0, Math.min(...at) - 20);
  return `${from ? '…' : ''}${body.slice(from, from + EXCERPT_LENGTH)}`;
}

/** A text as parts, with what was asked for marked. */
function mark(text, words) {
  const pattern = new RegExp(`(${words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((part, place) => ({ text: part, hit: place % 2 === 1 }))
    .filter((part) => part.text);
}
