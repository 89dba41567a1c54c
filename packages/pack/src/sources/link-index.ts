import { posix } from 'node:path';
import type { ArticleFile } from './article-files.js';

/** Finds files of a folder by the addresses that links use. Paths are without language, ending and slash at either end. */
export interface LinkIndex {
  /** By the path of the file itself. */
  byPath: ReadonlyMap<string, ArticleFile>;
  /** All languages of the page at a path of the site. */
  at(path: string): readonly ArticleFile[];
  /** Pages whose file, title or alias is called so, as wikilinks do; a name with folders is the end of a path. */
  called(name: string): readonly ArticleFile[];
  /** The article of that id in a language. */
  get(id: string, locale: string): ArticleFile | undefined;
  /** True where a path begins as some page's does. */
  hasFolder(name: string): boolean;
  hasLocale(locale: string): boolean;
}

const ENDING = /\.(?:mdx?|markdown|html?)$/i;
const INDEX = /(?:^|\/)(?:_?index|readme)(?:\.[a-z]{2,3}(?:-[a-z0-9]+)*)?$/i;

/** An address without ending, index page and outer slashes, in lower case: `/Guides/index.html` gives `guides`. */
export const bareAddress = (path: string): string =>
  path
    .replace(ENDING, '')
    .replace(INDEX, '')
    .replace(/^\/+|\/+$/g, '')
    .toLowerCase();

/** An index of these files. Drafts are in it too, so that links to them can be named. */
export function createLinkIndex(files: Iterable<ArticleFile>): LinkIndex {
  const byPath = new Map<string, ArticleFile>();
  const byAddress = new Map<string, ArticleFile[]>();
  const byName = new Map<string, ArticleFile[]>();
  const byWord = new Map<string, ArticleFile[]>();
  const byId = new Map<string, ArticleFile>();
  const folders = new Set<string>();
  const locales = new Set<string>();
  const add = (map: Map<string, ArticleFile[]>, key: string, file: ArticleFile): void => {
    const list = map.get(key) ?? [];
    if (!list.includes(file)) map.set(key, [...list, file]);
  };
  for (const file of files) {
    byPath.set(file.path, file);
    byId.set(`${file.locale} ${file.id}`, file);
    locales.add(file.locale);
    if (file.id.includes('/')) folders.add(file.id.split('/', 1)[0]!.toLowerCase());
    for (const address of addressesOf(file)) add(byAddress, address, file);
    for (const name of namesOf(file)) add(byName, name.toLowerCase(), file);
    for (const word of file.fields.keywords ?? []) add(byWord, word.toLowerCase(), file);
  }
  return {
    byPath,
    at: (path) => byAddress.get(bareAddress(path)) ?? [],
    called: (name) => {
      const wanted = name.replace(ENDING, '').toLowerCase();
      const found = byAddress.get(bareAddress(name)) ?? byName.get(wanted) ?? onlyOne(byWord.get(wanted));
      if (found.length || !wanted.includes('/')) return found;
      const last = byName.get(posix.basename(wanted)) ?? [];
      return last.filter((file) =>
        file.path
          .replace(ENDING, '')
          .toLowerCase()
          .endsWith(wanted.replace(/^[./]+/, '')),
      );
    },
    get: (id, locale) => byId.get(`${locale} ${id}`),
    hasFolder: (name) => folders.has(name.toLowerCase()),
    hasLocale: (locale) => locales.has(locale),
  };
}

function addressesOf(file: ArticleFile): string[] {
  const own = file.isIndex ? file.folder : file.id;
  const said = (file.fields.addresses ?? []).flatMap((address) => {
    const path = address.replace(/^https?:\/\/[^/]*/, '').replace(/[?#].*$/s, '');
    return path.startsWith('/') ? [path] : [posix.join(file.folder, path), path];
  });
  return [own, file.id, file.path, ...said].map(bareAddress);
}

function namesOf({ path, id, fields, isIndex, folder }: ArticleFile): string[] {
  const name = posix.basename(path).replace(ENDING, '');
  return [name, posix.basename(isIndex ? folder : id), fields.title ?? ''].filter(Boolean);
}

/** An alias names one page; a tag is on many. */
const onlyOne = (files: readonly ArticleFile[] = []): readonly ArticleFile[] =>
  new Set(files.map(({ id }) => id)).size === 1 ? files : [];
