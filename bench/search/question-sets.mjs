// Question sets from files: {set, lang, docs: [{id, title?, text}], queries: [{q, rel: [ids]}]}, one JSON file each.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Converter } from 'opencc-js';
import { asKeywords, asPinyin, TYPED_BY_LETTER, withHomophone, withTypo } from './damage.mjs';
import { docOfText, languageOf } from './documents.mjs';

/**
 * The families of a folder's question sets, by name: the questions as they are, and damaged in the ways of their language.
 *
 * @param {string} folder
 * @param {(queries: readonly object[]) => object[]} take Which of the queries are asked.
 * @throws When the folder or a file cannot be read.
 */
export async function readQuestionSets(folder, take) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return names.map((file) => ({
    name: file.slice(0, -'.json'.length),
    sets: async () => setsOf(JSON.parse(await readFile(join(folder, file), 'utf8')), take),
  }));
}

function setsOf({ lang: locale, docs: given, queries: asked }, take) {
  const docs = given.map(docOfText);
  const queries = take(asked.map(({ q, rel }) => ({ text: q, answers: rel.map(String) })));
  const language = languageOf(locale);
  const sets = { questions: queries };
  if (TYPED_BY_LETTER.includes(language)) sets['one typo'] = withTypo(queries, docs, locale);
  if (locale === 'zh-Hant') sets.simplified = simplified(queries);
  if (locale === 'zh') {
    sets['two keywords, homophone'] = withHomophone(asKeywords(queries, docs, locale, 2), docs, locale);
    sets['three keywords, pinyin'] = asPinyin(asKeywords(queries, docs, locale, 3), locale);
  }
  return Object.entries(sets).map(([kind, queries]) => ({ kind, locale, cases: [{ docs, queries }] }));
}

function simplified(queries) {
  const convert = Converter({ from: 't', to: 'cn' });
  return queries.map(({ text, answers }) => ({ text: convert(text), answers, clean: text }));
}
