// Articles and queries from the words of `parity-words.mjs`, by chance from fixed seeds: the same ones in every run.
import { languages } from './parity-words.mjs';

const SEED = 1848;
const ARTICLES = 24;
/** Of each locale; twelve locales make more than five hundred. */
const QUERIES = 48;

/** Numbers from 0 up to, and without, 1: the upper bits of a 32-bit linear congruential generator. */
function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 2 ** 24;
  };
}

/** What a language's texts and queries are made with. */
function createMaker(locale, place) {
  const language = languages[locale];
  const random = createRandom(SEED + 97 * place);
  const pick = (items) => items[Math.floor(random() * items.length)];
  const some = (count) => Array.from({ length: count }, () => pick(language.words));
  const join = (words) => words.join(language.joined ? '' : ' ');
  const code = () => `${pick(['ERR', 'x', 'v2'])}${pick(['-', '_', '.'])}${100 + Math.floor(random() * 40)}`;
  return { ...language, locale, random, pick, some, join, code };
}

/** @returns {import('@helpkiosk/core').ArticleSource[]} */
export function parityArticles() {
  return Object.keys(languages).flatMap((locale, place) => {
    const maker = createMaker(locale, place);
    return Array.from({ length: ARTICLES }, (_, i) => articleOf(maker, `made-${i}`));
  });
}

function articleOf({ locale, random, some, join, code, stop }, id) {
  const sentence = () => join(some(4 + Math.floor(random() * 8)));
  const text = () => `${Array.from({ length: 2 + Math.floor(random() * 5) }, sentence).join(stop)}${stop}${code()} 👨‍👩‍👧`;
  const sections = Array.from({ length: 1 + Math.floor(random() * 3) }, () => `## ${join(some(3))}\n\n${text()}`);
  return {
    id,
    locale,
    title: join(some(2 + Math.floor(random() * 2))),
    keywords: some(2),
    ...(random() < 0.5 && { summary: sentence() }),
    body: [text(), ...sections].join('\n\n'),
  };
}

const half = (text) => text.slice(0, Math.ceil(text.length / 2));
const swapped = (text) => (text.length < 4 ? `${text}x` : text.slice(0, 2) + text[3] + text[2] + text.slice(4));
const without = (text) => text.slice(0, 1) + text.slice(2);
const wide = (text) => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const bare = (text) => text.normalize('NFD').replace(/\p{Mn}/gu, '');

/** Ways to ask; each takes a maker and gives a query. Those that need what a language lacks are left out of it. */
const WAYS = [
  ({ some, join }) => join(some(3)),
  ({ some, join }) => join(some(2)),
  ({ pick, words }) => pick(words),
  ({ pick, words }) => half(pick(words)),
  ({ some, pick, words }) => `${some(1)} ${half(pick(words))}`,
  ({ some }) => some(2).map(swapped).join(' '),
  ({ some }) => some(2).map(without).join(' '),
  ({ some, join }) => join(some(2)).toUpperCase(),
  ({ some, join }) => bare(join(some(2))),
  ({ some, join }) => join(some(2)).normalize('NFD'),
  ({ code }) => code(),
  ({ some, code }) => `${some(1)}${wide(code())}`,
  ({ some }) => `👨‍👩‍👧 ${some(1)}\ud800`,
  ({ pick }) =>
    pick([
      'qzxv wwkkjj',
      'ﬀﬁ ㎏ Ⅷ',
      'ꙮ ꭁ ᲀ Ꞌ',
      '𝕙𝕖𝕝𝕡',
      'ẞ ŉ ǰ ΐ',
      '🄰🅱',
      'İı iI',
      '\u0378\u{1df2b}\u{1c89}',
      '﷽',
      'a\u0301\u0323b',
    ]),
  ({ some, join }) => join(some(6)),
  ({ some }) => some(2).join('x'),
];
const CHINESE_WAYS = [
  ({ pick, sounds }) => pick(sounds),
  ({ pick, sounds }) => `${pick(sounds)}${pick(sounds)}`,
  ({ pick, sounds }) => `${pick(sounds)} ${pick(sounds)}`,
  ({ pick, sounds }) => swapped(pick(sounds)),
  ({ pick, words, misheard }) =>
    pick(words.filter((word) => [...word].some((char) => misheard[char]))).replace(
      /./gu,
      (char) => misheard[char] ?? char,
    ),
  ({ pick, other }) => pick(other),
  ({ pick, other }) => `${pick(other)}${pick(other)}`,
];

/** @returns {{locale: string, text: string}[]} */
export function parityQueries() {
  return Object.keys(languages).flatMap((locale, place) => {
    const maker = createMaker(locale, 1000 + place);
    const ways = maker.sounds ? [...WAYS, ...CHINESE_WAYS] : WAYS;
    return Array.from({ length: QUERIES }, (_, i) => ({ locale, text: ways[i % ways.length](maker) }));
  });
}
