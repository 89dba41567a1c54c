// What the paths of a folder's Markdown files say, seen together: where the content begins, which numbers are order, which pages
// stand for their folder, and which files are no articles.
import { posix } from 'node:path';
import { localeOfName } from './locale-tag.js';
import { isArticleFile, placeOfFile } from './place-of-file.js';

/** Where an article stands. `folder` and `id` have no language, no number prefix and no folder that only holds the content. */
export interface ArticlePlace {
  id: string;
  locale?: string;
  folder: string;
  /** The page of its folder, as `index.md` is. */
  isIndex: boolean;
  /** From a number at the start of its name. */
  order?: number;
}

/** A file that is no article, and why, as the end of a sentence that begins with its name. */
export interface LeftOut {
  path: string;
  reason: string;
}

/** `folderOrders` are the numbers at the start of folder names, by folder. */
export interface FolderPlaces {
  places: ReadonlyMap<string, ArticlePlace>;
  leftOut: LeftOut[];
  folderOrders: ReadonlyMap<string, number>;
}

const HOLDS_CONTENT = /^(?:src|content|docs?|pages|documentation|source|book)$/i;
const TRANSLATION = /^i18n\/([^/]+)\/docusaurus-plugin-content-(docs|blog|pages)[^/]*\/(?:current\/)?/;
const OLD_VERSION = /^(?:versioned_docs\/|i18n\/[^/]+\/docusaurus-plugin-content-docs[^/]*\/version-)/;
const ABOUT_THE_PROJECT =
  /^(?:LICEN[SC]E|CONTRIBUTING|CODE_OF_CONDUCT|SECURITY|AUTHORS|NOTICE|PULL_REQUEST_TEMPLATE)(?:[-.]\w+)?\.(?:md|markdown)$/i;
const NAVIGATION = /(?:^|\/)(?:_(?:sidebar|navbar|coverpage|footer|404)|SUMMARY)\.md$/;
const ERROR_PAGE = /(?:^|\/)(?:404|500)(?:\.[a-z]{2,3}(?:[-_]\w+)*)?\.(?:md|mdx|markdown)$/i;
const INDEX = /^(?:_index|index|readme)$/i;
const NUMBER = /^(\d{1,4})[ _.-]+(?=\S)/;
/** `2024-01-31-news` and `1.2` are no numbers of order. */
const DATE_OR_VERSION = /^\d+[-.]\d/;

/** Places all files of a folder; those that are no Markdown are not looked at. */
export function placeFiles(paths: readonly string[]): FolderPlaces {
  const files = paths.filter(isArticleFile);
  const leftOut = files.flatMap((path) => {
    const reason = reasonToLeaveOut(path);
    return reason ? [{ path, reason }] : [];
  });
  const isOut = new Set(leftOut.length < files.length ? leftOut.map(({ path }) => path) : []);
  const articles = files.filter((path) => !isOut.has(path));
  const raw = new Map(rawPaths(articles));
  const numbered = numberedFolders([...raw.values()].map(({ id }) => id));
  const folderOrders = new Map<string, number>();
  const places = new Map<string, ArticlePlace>();
  for (const [path, { id, locale }] of raw) {
    const clean = withoutNumbers(id, numbered, folderOrders);
    const name = posix.basename(clean.id);
    const folder = parentOf(clean.id);
    places.set(path, { ...clean, folder, isIndex: INDEX.test(name), ...(locale ? { locale } : {}) });
  }
  nameIndexPages(places);
  return { places, leftOut: leftOut.filter(({ path }) => isOut.has(path)), folderOrders };
}

function reasonToLeaveOut(path: string): string | null {
  if (OLD_VERSION.test(path)) return 'belongs to an older version of the site';
  if (ABOUT_THE_PROJECT.test(path)) return 'is about the project, no help for customers';
  if (NAVIGATION.test(path)) return 'is navigation of the site';
  if (ERROR_PAGE.test(path)) return 'is the page for what is not found';
  const isPart = path.split('/').some((part) => part.startsWith('_') && !/^_index\b/i.test(part));
  return isPart ? 'is a part of other pages: its name begins with _' : null;
}

/** Paths without their language, their ending, and the folders above all content. */
function rawPaths(paths: readonly string[]): (readonly [string, { id: string; locale?: string }])[] {
  const own = paths.filter((path) => !TRANSLATION.test(path));
  // A README beside the folder of the content is about the project.
  const below = own.filter((path) => path.includes('/') || !/^readme\.md$/i.test(path));
  let root = '';
  for (;;) {
    const [first] = below;
    const next = first?.slice(root.length).split('/', 2);
    if (next?.length !== 2 || !HOLDS_CONTENT.test(next[0]!) || localeOfName(next[0]!)) break;
    if (!below.every((path) => path.startsWith(`${root}${next[0]!}/`))) break;
    root += `${next[0]!}/`;
  }
  return paths.map((path) => {
    const translation = TRANSLATION.exec(path);
    const rest = translation
      ? path.slice(translation[0].length)
      : path.startsWith(root)
        ? path.slice(root.length)
        : path;
    const place = placeOfFile(translation ? `${translation[1]!}/${rest}` : rest);
    return [path, { id: place.id, ...(place.locale ? { locale: place.locale } : {}) }] as const;
  });
}

/** Folders where numbers are order: two names at least begin with one, and none become equal without. */
function numberedFolders(ids: readonly string[]): Set<string> {
  const names = new Map<string, Set<string>>();
  for (const id of ids) {
    const parts = id.split('/');
    parts.forEach((name, i) => {
      const folder = parts.slice(0, i).join('/');
      names.set(folder, (names.get(folder) ?? new Set()).add(name));
    });
  }
  const isNumbered = ([, all]: [string, Set<string>]): boolean => {
    const bare = [...all].map((name) => (hasNumber(name) ? name.replace(NUMBER, '') : name));
    return [...all].filter(hasNumber).length >= 2 && new Set(bare).size === all.size;
  };
  return new Set([...names].filter(isNumbered).map(([folder]) => folder));
}

const hasNumber = (name: string): boolean => NUMBER.test(name) && !DATE_OR_VERSION.test(name);

function withoutNumbers(
  raw: string,
  numbered: ReadonlySet<string>,
  folderOrders: Map<string, number>,
): { id: string; order?: number } {
  const parts = raw.split('/');
  let order: number | undefined;
  const clean = parts.map((name, i) => {
    order = undefined;
    if (!numbered.has(parts.slice(0, i).join('/')) || !hasNumber(name)) return name;
    order = Number(NUMBER.exec(name)![1]);
    return name.replace(NUMBER, '');
  });
  parts.slice(0, -1).forEach((name, i) => {
    if (clean[i] !== name) folderOrders.set(clean.slice(0, i + 1).join('/'), Number(NUMBER.exec(name)![1]));
  });
  return { id: clean.join('/'), ...(order === undefined ? {} : { order }) };
}

/** The page of a folder has the folder's path as its id, where no other page has it. */
function nameIndexPages(places: Map<string, ArticlePlace>): void {
  const keyOf = (id: string, locale?: string): string => `${locale ?? ''} ${id}`;
  const taken = new Set(
    [...places.values()].filter(({ isIndex }) => !isIndex).map(({ id, locale }) => keyOf(id, locale)),
  );
  const rank = ({ id }: ArticlePlace): number =>
    ['index', '_index', 'readme'].indexOf(posix.basename(id).toLowerCase());
  const pages = [...places].filter(([, { isIndex }]) => isIndex).sort(([, a], [, b]) => rank(a) - rank(b));
  for (const [path, place] of pages) {
    const id = place.folder || 'index';
    const isFree = !taken.has(keyOf(id, place.locale));
    places.set(path, isFree ? { ...place, id } : { ...place, isIndex: false });
    taken.add(keyOf(isFree ? id : place.id, place.locale));
  }
}

/** The folder that a path is in; empty at the top. */
export const parentOf = (path: string): string => (path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '');
