// The texts that are enlarged, by language: of the demo, of help centres or of question sets.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readMarkdownFolder } from '@helpkiosk/pack';
import { docOfArticle, docOfText, languageOf } from '../documents.mjs';

const demo = fileURLToPath(new URL('../../../examples/script-tag/content', import.meta.url));

/**
 * The documents of one language from all that a folder holds. Without a folder those of the demo.
 *
 * @param {'en' | 'zh'} language
 * @param {{content?: string, data?: string}} folders `content` holds help centres, `data` question sets; see `bench/README.md`.
 * @returns {Promise<{locale: string, docs: object[]}>}
 * @throws When a folder cannot be read, or has nothing in the language.
 */
export async function readTexts(language, { content, data }) {
  const docs = data ? await readSets(data, language) : await readCentres(content ?? demo, language, !content);
  if (!docs.length) throw new Error(`There is no text in ${language} there.`);
  return { locale: language === 'zh' ? 'zh-Hans' : language, docs };
}

async function readSets(folder, language) {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const sets = await Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
  return sets
    .filter(({ lang }) => lang === language || (language === 'zh' && lang === 'zh-Hans'))
    .flatMap((set) => set.docs.map(docOfText));
}

async function readCentres(folder, language, isOne) {
  const entries = isOne ? [] : await readdir(folder, { withFileTypes: true });
  const folders = isOne
    ? [folder]
    : entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  const read = await Promise.all(folders.sort().map((each) => readMarkdownFolder(each)));
  return read
    .flatMap(({ articles }) => articles)
    .filter(({ locale }) => languageOf(locale) === language && locale !== 'zh-Hant')
    .map(docOfArticle);
}
