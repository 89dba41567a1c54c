// Queries with a known answer, made from articles: something that an article says of itself is asked, mostly with that taken out
// of what is indexed. What two articles share is not asked.
import { textOf } from '@helpkiosk/core';
import { Converter } from 'opencc-js';
import { asPinyin, TYPED_BY_LETTER, withHomophone, withTypo } from './damage.mjs';
import { languageOf } from './documents.mjs';
import { createRandom, pick } from './random.mjs';

const SEED = 4711;
const HEADINGS = ['h2', 'h3', 'h4'];

/**
 * The cases of one language of one help centre by kind: {docs, queries}. Not all kinds are there for every language.
 *
 * @param {readonly object[]} docs
 * @param {string} locale
 * @param {(queries: readonly object[]) => object[]} take Which of the queries are asked.
 * @returns {Record<string, {docs: object[], queries: object[]}>}
 */
export function knownItemsOf(docs, locale, take) {
  const chosen = chooseHeadings(docs);
  const headings = take([...chosen].map(([doc, { text }]) => ({ text, answers: [doc.id] })));
  const cases = {
    heading: { docs, queries: headings },
    'heading taken out': { docs: docs.map((doc) => withoutHeading(doc, chosen.get(doc)?.node)), queries: headings },
    'title withheld': withheld(docs, take, 'title', (doc) => ({ ...doc, title: '' })),
    'keywords withheld': withheld(docs, take, 'keywords', (doc) => ({ ...doc, keywords: [] })),
    'description withheld': withheld(docs, take, 'summary', (doc) => ({ ...doc, summary: '' })),
  };
  if (TYPED_BY_LETTER.includes(languageOf(locale)))
    cases['heading, one typo'] = { docs, queries: withTypo(headings, docs, locale) };
  if (locale === 'zh-Hans') {
    const convert = Converter({ from: 'cn', to: 't' });
    cases['heading, traditional'] = {
      docs,
      queries: headings.map(({ text, answers }) => ({ text: convert(text), answers, clean: text })),
    };
    cases['heading, homophone'] = { docs, queries: withHomophone(headings, docs, locale) };
    cases['heading, pinyin'] = { docs, queries: asPinyin(headings, locale) };
  }
  return cases;
}

/** One heading of each article that has one which says enough and is nobody else's heading or title. */
function chooseHeadings(docs) {
  const random = createRandom(SEED);
  const owners = new Map();
  const headings = new Map(docs.map((doc) => [doc, headingsOf(doc)]));
  for (const [doc, own] of headings)
    for (const text of new Set([doc.title, ...own.map(({ text }) => text)].map(folded)))
      owners.set(text, (owners.get(text) ?? 0) + 1);
  const chosen = new Map();
  for (const [doc, own] of headings) {
    const fit = own.filter(
      ({ text }) => saysEnough(text) && owners.get(folded(text)) === 1 && folded(text) !== folded(doc.title),
    );
    if (fit.length) chosen.set(doc, pick(fit, random));
  }
  return chosen;
}

const headingsOf = ({ nodes }) =>
  nodes.filter((node) => HEADINGS.includes(node.tag)).map((node) => ({ node, text: textOf(node.children ?? []) }));

/** Two words, or four characters where words are not spaced. */
const saysEnough = (text) =>
  /[\p{L}\p{N}]\s+\S*[\p{L}\p{N}]/u.test(text) ||
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}]{4}/u.test(text);

const withoutHeading = (doc, heading) => ({ ...doc, nodes: doc.nodes.filter((node) => node !== heading) });

/** Asks a field of every article with that field taken out of all; of a list, each entry is a query. */
function withheld(docs, take, field, strip) {
  const asked = docs.flatMap((doc) => [doc[field]].flat().map((text) => ({ text, answers: [doc.id] })));
  const counts = new Map();
  for (const { text } of asked) counts.set(folded(text), (counts.get(folded(text)) ?? 0) + 1);
  const queries = asked.filter(({ text }) => folded(text) && counts.get(folded(text)) === 1);
  return { docs: docs.map(strip), queries: take(queries) };
}

const folded = (text) => text.normalize('NFKC').toLowerCase().trim();
