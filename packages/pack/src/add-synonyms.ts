import { sectionsOf } from '@helpkiosk/core';
import type { SearchableArticle } from '@helpkiosk/search';

/** Groups of words that mean the same, by language; `und` holds those of every language. */
export type Synonyms = Readonly<Record<string, readonly (readonly string[])[]>>;

export const ANY_LANGUAGE = 'und';
/** Scripts that put no space between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * The article with the synonyms of the words in its title, keywords, summary and headings as further keywords: who
 * searches for one word of a group finds what is written with another.
 */
export function addSynonyms(article: SearchableArticle, synonyms: Synonyms): SearchableArticle {
  const groups = [...groupsOf(ANY_LANGUAGE, synonyms), ...groupsOf(article.locale, synonyms)];
  const text = groups.length ? folded(wordsOf(article)) : '';
  const found = groups.filter((group) => group.some((word) => holds(text, folded(word)))).flat();
  if (!found.length) return article;
  return { ...article, keywords: [...new Set([...(article.keywords ?? []), ...found])] };
}

/** Those of `en` are for `en-GB` too. */
function groupsOf(locale: string, synonyms: Synonyms): readonly (readonly string[])[] {
  const language = locale.split('-', 1)[0]!;
  return [...new Set([locale, language])].flatMap((tag) => (Object.hasOwn(synonyms, tag) ? synonyms[tag]! : []));
}

function wordsOf({ title, keywords = [], summary = '', tree }: SearchableArticle): string {
  return [title, ...keywords, summary, ...sectionsOf(tree).map(({ heading }) => heading)].join('\n');
}

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

function holds(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const around = [text.slice(0, at), text.slice(at + word.length)] as const;
    if (UNSPACED.test(word) || (!/[\p{L}\p{N}]$/u.test(around[0]) && !/^[\p{L}\p{N}]/u.test(around[1]))) return true;
  }
  return false;
}
