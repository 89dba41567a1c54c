import { HelpError, sectionsOf, treeFromPlainText, type ArticleSource, type Problem } from '@helpkiosk/core';
import { localeOf } from '../sources/locale-tag.js';

/** Groups of words that mean the same, by language; `und` holds those of every language. */
export type Synonyms = Readonly<Record<string, readonly (readonly string[])[]>>;

const ANY_LANGUAGE = 'und';
const SEPARATOR = /[,，、;；]/u;
/** Scripts that put no space between words. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;

/**
 * Reads a file of synonyms: one group in a line, its words with commas between them; `[zh-Hans]` on a line of its own begins the
 * groups of that language; lines that begin with `#` are not read. Throws HelpError `config-invalid` with every problem.
 */
export function parseSynonyms(text: string, path: string): Synonyms {
  const groups: Record<string, string[][]> = {};
  const problems: Problem[] = [];
  let locale = ANY_LANGUAGE;
  for (const [place, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n?|\n/u)
    .entries()) {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const complain = (message: string): void => void problems.push({ path: `${path}:${place + 1}`, message });
    const heading = /^\[(.+)\]$/u.exec(written)?.[1];
    if (heading !== undefined) {
      locale = localeOf(heading) ?? locale;
      if (!localeOf(heading)) complain(`[${heading}] is no language tag: write one such as [en] or [zh-Hans]`);
      continue;
    }
    const words = [...new Set(written.split(SEPARATOR).map((word) => word.trim()).filter(Boolean))]; // prettier-ignore
    if (words.length < 2) complain('one word alone has no synonym: put a comma and another word after it');
    else (groups[locale] ??= []).push(words);
  }
  if (problems.length) throw new HelpError('config-invalid', { problems });
  return groups;
}

/**
 * The articles, each with the synonyms of the words in its title, keywords, summary and headings as further keywords: who
 * searches for one word of a group finds what is written with another.
 */
export function withSynonyms(articles: readonly ArticleSource[], synonyms: Synonyms): ArticleSource[] {
  return articles.map((article) => {
    const groups = [...(synonyms[ANY_LANGUAGE] ?? []), ...groupsOf(article.locale, synonyms)];
    const text = groups.length ? folded(wordsOf(article)) : '';
    const found = groups.filter((group) => group.some((word) => holds(text, folded(word)))).flat();
    if (!found.length) return article;
    return { ...article, keywords: [...new Set([...(article.keywords ?? []), ...found])] };
  });
}

/** Those of `en` are for `en-GB` too. */
function groupsOf(locale: string, synonyms: Synonyms): readonly (readonly string[])[] {
  const language = locale.split('-', 1)[0]!;
  return [...new Set([locale, language])].flatMap((tag) => (Object.hasOwn(synonyms, tag) ? synonyms[tag]! : []));
}

function wordsOf({ title, keywords = [], summary = '', body }: ArticleSource): string {
  const tree = typeof body === 'string' ? treeFromPlainText(body) : body;
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
