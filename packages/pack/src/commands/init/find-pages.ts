import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { isFolder, isThere } from '../file-facts.js';

/** Where a site's pages lie, and the folder that is served beside them, where files of others may go. */
export interface PagesPlace {
  pages: string;
  public: string;
}

/** Folders that hold the pages of a site as they are served, the likeliest first. */
const FOLDERS = ['public', 'static', 'site', 'www', 'web', 'htdocs', 'public_html', 'src'];
/** Folders that are copied to the site's root by whatever builds it. */
const COPIED = ['public', 'static'];

const NO_PAGES = /^(?:\.|(?:node_modules|helpkiosk|dist|build|coverage)$)/u;

/** The places below `root` that have an `index.html`, the likeliest first. A page in `root` itself may have a folder that is copied beside it. */
export async function findPages(root: string): Promise<PagesPlace[]> {
  const places: PagesPlace[] = [];
  for (const folder of FOLDERS) {
    if (await isThere(join(root, folder, 'index.html'))) places.push({ pages: folder, public: folder });
  }
  if (await isThere(join(root, 'index.html'))) places.push({ pages: '.', public: (await copiedFolder(root)) ?? '.' });
  return places;
}

/** The folder for files of others where no page was found: one that a build copies, if there is one. */
export async function copiedFolder(root: string): Promise<string | null> {
  for (const folder of COPIED) {
    const path = join(root, folder);
    if ((await isFolder(path)) && !(await isThere(join(path, 'index.html')))) return folder;
  }
  return null;
}

/**
 * The HTML files of a pages folder that customers see, at most 200, as paths with `/` below it, `index.html` first. Left out are
 * hidden names, what builds leave behind, and the folders in `except`.
 */
export async function listPages(folder: string, except: readonly string[] = []): Promise<string[]> {
  const found: string[] = [];
  const walk = async (below: string, depth: number): Promise<void> => {
    for (const entry of await readdir(join(folder, below), { withFileTypes: true })) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      const isLeftOut = NO_PAGES.test(entry.name) || except.includes(join(folder, path));
      if (isLeftOut || found.length >= 200) continue;
      if (entry.isDirectory() && depth < 4) await walk(path, depth + 1);
      else if (entry.isFile() && /\.html?$/iu.test(entry.name)) found.push(path);
    }
  };
  await walk('', 0);
  const rank = (path: string): string => `${path.split('/').length} ${path === 'index.html' ? '' : path}`;
  return found.sort((a, b) => (rank(a) < rank(b) ? -1 : 1));
}
