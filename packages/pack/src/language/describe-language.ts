import { cueGroups, sectionsOf } from '@helpkiosk/core';
import { readHanData, type IndexLanguage, type SearchableArticle } from '@helpkiosk/search';
import { buildHanData } from '../han/build-han-data.js';
import { stemTable } from '../stem/stem-table.js';
import { collectWords } from './collect-words.js';

/** What an index needs to know of a language, and what rests beside it. */
export interface LanguageData extends IndexLanguage {
  han?: Uint8Array;
}

/** Scripts whose Latin words are mostly English. */
const BORROWS_ENGLISH = /^(zh|ja|ko|th|lo|km|my)\b/i;

/** What an index needs to know of the language of some articles: the words of their texts, how words change, and for Chinese how characters sound and are written. */
export function describeLanguage(locale: string, articles: readonly SearchableArticle[]): LanguageData {
  const texts = articles.flatMap(textsOf);
  const stems = stemTable(BORROWS_ENGLISH.test(locale) ? 'en' : locale) ?? undefined;
  if (!/^zh\b/i.test(locale)) return { stems, words: collectWords(texts, locale) };
  const han = buildHanData(texts);
  const { simplify } = readHanData(han);
  const converts = texts.some((text) => simplify(text) !== text);
  return { stems, han, words: collectWords(texts, locale, simplify), simplify: converts ? simplify : undefined };
}

function textsOf({ title, summary = '', keywords = [], tree, videos }: SearchableArticle): string[] {
  return [
    ...[title, summary, ...keywords],
    ...sectionsOf(tree).flatMap(({ heading, text }) => [heading, text]),
    ...videos.flatMap((video) => [
      video.title,
      ...cueGroups(video).flatMap(({ chapter = '', text }) => [chapter, text]),
    ]),
  ];
}
