// What is asked of enlarged texts: a mixture of what people type, from fixed seeds.
import { createRandom, pick } from '../random.mjs';
import { sectionsOfDoc } from '../documents.mjs';
import { wordsOf } from '../words.mjs';

const SEED = 5150;

/** Each makes a query of a kind from a document. */
const KINDS = {
  heading: ({ lines, random }) => pick(lines, random),
  'two words': ({ words, random }) => `${pick(words, random)} ${pick(words, random)}`,
  'one word': ({ words, random }) => pick(words, random),
  'half a word': ({ words, random }) => {
    const word = pick(words, random);
    return word.slice(0, Math.max(1, Math.ceil(word.length / 2)));
  },
  sentence: ({ sentences, random }) => pick(sentences, random).slice(0, 120),
  typo: ({ words, random }) => `${pick(words, random)} ${swapped(pick(words, random), random)}`,
  code: ({ codes, random }) => pick(codes, random),
  'unknown code': ({ random }) => `QX-${Math.floor(random() * 1e6)}`,
};

/**
 * Queries from documents, `count` of them, all kinds alike often.
 *
 * @param {readonly object[]} docs Some of the enlarged documents.
 * @param {string} locale
 * @param {number} count
 * @returns {{kind: string, text: string}[]}
 */
export function queriesOf(docs, locale, count) {
  const random = createRandom(SEED);
  const kinds = Object.entries(KINDS);
  return Array.from({ length: count }, (_, place) => {
    const [kind, make] = kinds[place % kinds.length];
    return { kind, text: make({ ...materialOf(pick(docs, random), locale), random }) };
  });
}

function materialOf(doc, locale) {
  const sections = sectionsOfDoc(doc);
  const text = sections.map((section) => section.text).join('\n');
  return {
    lines: [doc.title, ...sections.map(({ heading }) => heading)].filter(Boolean),
    words: wordsOf(text, locale),
    sentences: text.split(/[.。?？!！\n]+/).filter((each) => each.trim().length > 3),
    codes: text.match(/[A-Z]{2,3}-\d+/g),
  };
}

function swapped(word, random) {
  if (word.length < 3) return word;
  const at = 1 + Math.floor(random() * (word.length - 2));
  return word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
}
