import { posix } from 'node:path';
import type { ArticleFile } from './article-files.js';
import { factsKey, type FolderFacts } from './folder-facts.js';
import { parentOf } from './folder-places.js';

type Settled = Pick<ArticleFile, 'category' | 'order'>;

/**
 * Category and order of each file. The category is that of the front matter, else the name of the innermost folder: as the site calls
 * it, as its page is called, or as it is written; the page of a folder without other pages belongs to the folder above. Where folders
 * have an order, all articles are numbered through by it; else an article has its own number alone.
 */
export function settlePlaces(
  files: readonly ArticleFile[],
  facts: FolderFacts,
  folderOrders: ReadonlyMap<string, number>,
): Map<ArticleFile, Settled> {
  const context = { facts, folderOrders, pages: indexPages(files), full: fullFolders(files) };
  const orders = ordersOf(files, context);
  return new Map(
    files.map((file) => {
      const category = file.fields.category ?? categoryOf(file, context);
      const order = orders.get(file);
      return [file, { ...(category ? { category } : {}), ...(order === undefined ? {} : { order }) }];
    }),
  );
}

interface Context {
  facts: FolderFacts;
  folderOrders: ReadonlyMap<string, number>;
  pages: ReadonlyMap<string, ArticleFile>;
  full: ReadonlySet<string>;
}

const indexPages = (files: readonly ArticleFile[]): Map<string, ArticleFile> =>
  new Map(files.filter(({ isIndex }) => isIndex).map((file) => [factsKey(file.locale, file.folder), file]));

/** Folders that have other pages than their own, in them or below. */
function fullFolders(files: readonly ArticleFile[]): Set<string> {
  const full = new Set<string>();
  for (const { folder, isIndex } of files) {
    if (!isIndex) full.add(folder);
    else if (folder) full.add(parentOf(folder));
  }
  return full;
}

function categoryOf(file: ArticleFile, context: Context): string | undefined {
  const folder = file.isIndex && !context.full.has(file.folder) ? parentOf(file.folder) : file.folder;
  if (!folder) return undefined;
  const page = context.pages.get(factsKey(file.locale, folder));
  const said = factsOf(context, file.locale, folder)?.title;
  return said ?? page?.fields.category ?? page?.fields.title ?? posix.basename(folder);
}

const factsOf = ({ facts }: Context, locale: string, path: string): { title?: string; order?: number } | undefined =>
  facts.get(factsKey(locale, path)) ?? facts.get(factsKey('', path));

function folderOrderOf(context: Context, locale: string, folder: string): number | undefined {
  return (
    factsOf(context, locale, folder)?.order ??
    context.pages.get(factsKey(locale, folder))?.fields.order ??
    context.folderOrders.get(folder)
  );
}

function ordersOf(files: readonly ArticleFile[], context: Context): Map<ArticleFile, number> {
  const ownOf = (file: ArticleFile): number | undefined =>
    file.fields.order ?? factsOf(context, file.locale, file.id)?.order ?? file.order;
  const folders = new Set(files.flatMap(({ locale, folder }) => (folder ? [factsKey(locale, folder)] : [])));
  const isOrdered = [...folders].some((key) => {
    const [locale, folder] = [key.slice(0, key.indexOf(' ')), key.slice(key.indexOf(' ') + 1)];
    return folderOrderOf(context, locale, folder) !== undefined;
  });
  const own = files.flatMap((file) => {
    const order = ownOf(file);
    return order === undefined ? [] : [[file, order] as const];
  });
  if (!isOrdered) return new Map(own);
  const keyOf = (file: ArticleFile): (readonly [number, string])[] => {
    const parts = file.folder ? file.folder.split('/') : [];
    const above = parts.map(
      (name, i) => [folderOrderOf(context, file.locale, parts.slice(0, i + 1).join('/')) ?? Infinity, name] as const,
    );
    return file.isIndex ? above : [...above, [ownOf(file) ?? Infinity, posix.basename(file.id)]];
  };
  const sorted = files.map((file) => ({ file, key: keyOf(file) })).sort((a, b) => compareKeys(a.key, b.key));
  return new Map(sorted.map(({ file }, i) => [file, i + 1]));
}

function compareKeys(a: readonly (readonly [number, string])[], b: readonly (readonly [number, string])[]): number {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const [[orderA, nameA], [orderB, nameB]] = [a[i]!, b[i]!];
    if (orderA !== orderB) return orderA < orderB ? -1 : 1;
    if (nameA !== nameB) return nameA < nameB ? -1 : 1;
  }
  return a.length - b.length;
}
