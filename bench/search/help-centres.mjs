// Help centres from folders of Markdown, as families of known-item queries: one for each language, over all centres that have it.
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { readMarkdownFolder } from '@helpkiosk/pack';
import { docOfArticle } from './documents.mjs';
import { groupBy } from './group.mjs';
import { knownItemsOf } from './known-items.mjs';

/**
 * The families of the help centres in a folder, each of whose folders is one.
 *
 * @param {string} folder
 * @param {(queries: readonly object[]) => object[]} take Which of the queries are asked.
 * @throws When the folder cannot be read.
 */
export async function readHelpCentres(folder, take) {
  const entries = await readdir(folder, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(folder, name));
  return familiesOf('centres', folders.sort(), take);
}

/**
 * The families of one help centre.
 *
 * @param {string} name Begins their names.
 * @param {readonly string[]} folders
 * @param {(queries: readonly object[]) => object[]} take
 */
export async function familiesOf(name, folders, take) {
  const centres = [];
  for (const folder of folders) {
    const { articles } = await readMarkdownFolder(folder);
    centres.push(groupBy(articles, ({ locale }) => locale));
  }
  const locales = [...new Set(centres.flatMap((byLocale) => [...byLocale.keys()]))].sort();
  return locales.map((locale) => ({
    name: `${name}-${locale}`,
    sets: async () =>
      setsOf(
        locale,
        centres
          .filter((byLocale) => byLocale.has(locale))
          .map((byLocale) => knownItemsOf(byLocale.get(locale).map(docOfArticle), locale, take)),
      ),
  }));
}

function setsOf(locale, centres) {
  const kinds = [...new Set(centres.flatMap((cases) => Object.keys(cases)))];
  return kinds
    .map((kind) => ({
      kind,
      locale,
      cases: centres.map((cases) => cases[kind]).filter(({ queries }) => queries.length),
    }))
    .filter(({ cases }) => cases.length);
}
