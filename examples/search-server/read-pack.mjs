// The articles of a built pack as they are loaded into a search server.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sectionsOf } from '@helpkiosk/core';
import { openPack } from '@helpkiosk/search';

/**
 * Reads one article after the other, in all languages of the pack in `folder`.
 *
 * @type {typeof import('./read-pack.d.mts').readPack}
 */
export async function* readPack(folder) {
  const search = await openPack((name) => readFile(join(folder, name)));
  try {
    for (const locale of search.locales()) {
      const { articles } = await search.browse({ locale, limit: Infinity });
      for (const { id, category = '' } of articles) {
        const { title, tree, url = '' } = await search.article(id, locale);
        const sections = sectionsOf(tree);
        const body = sections.map(({ heading, text }) => `${heading}\n${text}`).join('\n');
        const headings = sections.map(({ heading }) => heading).join('\n');
        yield { id, locale, title, summary: sections[0].text, headings, body, category, url };
      }
    }
  } finally {
    search.close();
  }
}
