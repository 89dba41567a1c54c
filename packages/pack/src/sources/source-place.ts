import { posix } from 'node:path';
import { localeOf } from './locale-tag.js';
import { placeOfFile, type FilePlace } from './place-of-file.js';

/** What the path of any file says about its article, by the rules of Markdown files. An `index` page is the article of its folder. */
export function placeOfSource(path: string): FilePlace {
  const ending = posix.extname(path);
  const place = placeOfFile(`${ending ? path.slice(0, -ending.length) : path}.md`);
  if (posix.basename(place.id) !== 'index' || place.id === 'index') return place;
  const id = posix.dirname(place.id);
  const folder = posix.basename(posix.dirname(id));
  const { locale } = place;
  return { id, ...(locale ? { locale } : {}), ...(folder !== '.' && folder !== '' ? { category: folder } : {}) };
}

/** The folder that a saving tool names after the host, with its slash; `v1.2/` is none. Empty where there is none. */
export const hostFolderOf = (path: string): string => /^(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\//iu.exec(path)?.[0] ?? '';

/** `placeOfSource` of a saved page: the folder named after the host is no part of it. */
export const placeOfPage = (path: string): FilePlace => placeOfSource(path.slice(hostFolderOf(path).length));

/**
 * The locale of an article: what it says itself, the folder, the option. Where two of them differ by region alone the later one is meant, so
 * that `en-US` pages and `en` files are one language of the pack.
 */
export function chooseSourceLocale(own: string | undefined, folder: string | undefined, option: string): string {
  const said = own ? localeOf(own) : null;
  if (!said) return folder ?? option;
  return [folder, option].find((other) => other !== undefined && withoutRegion(other) === withoutRegion(said)) ?? said;
}

const withoutRegion = (locale: string): string => locale.replace(/-(?:[A-Z]{2}|\d{3})(?=-|$)/u, '');
