import type { HtmlPage } from './html-pages.js';
import { localPath } from './local-path.js';
import { hostFolderOf } from './source-place.js';

/** Finds files of a saved site by the addresses that pages write. */
export interface SiteIndex {
  /** The page of an address written in the file `from`, if it is saved. */
  pageOf(from: string, address: string): HtmlPage | undefined;
  /** The file of an address written in `from`, by its path in the folder, if it is saved. */
  fileOf(from: string, address: string): string | undefined;
  /** The page of a whole address, by what pages call their own address or by its path. */
  pageAt(url: string): HtmlPage | undefined;
}

/** `paths` are all files of the folder, `pages` those that are read. */
export function createSiteIndex(pages: readonly HtmlPage[], paths: ReadonlySet<string>): SiteIndex {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const byUrl = new Map(pages.flatMap((page) => (page.facts.url ? [[keyOf(page.facts.url), page] as const] : [])));
  const origins = new Set(pages.flatMap(({ facts }) => (facts.url ? [new URL(facts.url).origin] : [])));
  const roots = rootsOf(pages);
  const fileAt = (path: string): string | undefined => candidatesFor(path).find((one) => paths.has(one));
  const fileAtRoot = (path: string, from?: string): string | undefined =>
    [...roots].sort((a, b) => Number(from?.startsWith(b) ?? 0) - Number(from?.startsWith(a) ?? 0))
      .map((root) => fileAt(root + path)).find(Boolean); // prettier-ignore
  const fileOfUrl = (url: string, from?: string): string | undefined => {
    const { origin, host, pathname } = new URL(url);
    if (origins.has(origin)) return fileAtRoot(decoded(pathname).slice(1), from);
    return fileAt(`${host}${decoded(pathname)}`);
  };
  const fileOf = (from: string, address: string): string | undefined => {
    if (/^https?:\/\//iu.test(address)) return URL.canParse(address) ? fileOfUrl(address, from) : undefined;
    if (address.startsWith('//')) return undefined;
    if (address.startsWith('/')) return fileAtRoot(decoded(address.replace(/[?#].*$/su, '')).slice(1), from);
    const path = localPath(from, address);
    return path === null ? undefined : fileAt(path);
  };
  return {
    fileOf,
    pageOf(from, address) {
      const known = URL.canParse(address) ? byUrl.get(keyOf(address)) : undefined;
      return known ?? byPath.get(fileOf(from, address) ?? '');
    },
    pageAt(url) {
      if (!URL.canParse(url)) return undefined;
      const path = decoded(new URL(url).pathname).slice(1);
      return byUrl.get(keyOf(url)) ?? byPath.get(fileOfUrl(url) ?? fileAtRoot(path) ?? '');
    },
  };
}

/** The folders that an address beginning with `/` may start from: the folder itself, and in it those named like a host. */
function rootsOf(pages: readonly HtmlPage[]): ReadonlySet<string> {
  return new Set(['', ...pages.map(({ path }) => hostFolderOf(path))]);
}

function candidatesFor(path: string): string[] {
  const bare = path.replace(/\/$/u, '');
  const inside = bare === '' ? '' : `${bare}/`;
  return [path, `${bare}.html`, `${bare}.htm`, `${inside}index.html`, `${inside}index.htm`];
}

/** One form for all ways to write the address of a page. */
function keyOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${decoded(pathname)
    .replace(/\/(?:index\.html?)?$/u, '')
    .replace(/\.html?$/u, '')}`;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
