import { posix } from 'node:path';
import { localPath } from './local-path.js';
import { localeOfName } from './locale-tag.js';

/** Finds the files that addresses in articles mean. */
export interface FileFinder {
  /** The path below the folder; null for an address that leads to no file of it, such as one of another site. */
  find(file: string, src: string): { path: string } | { problem: string } | null;
}

const EXTENSIONS: ReadonlySet<string> = new Set(['.avif', '.gif', '.jpeg', '.jpg', '.png', '.svg', '.webp']);
const ALIAS = /^(?:~\/|@\/|@site\/)/;
/** Folders whose files sites serve from their root. */
const SERVED = ['', 'public', 'static', 'assets', 'src', 'docs/public', 'content', 'docs'];

/** Finds pictures among `paths`, the files of the folder. */
export const createImageFinder = (paths: ReadonlySet<string>): FileFinder =>
  createFileFinder(paths, EXTENSIONS, 'it is no image that a browser shows');

/**
 * `paths` are the files of the folder, `extensions` the endings that are meant, with their dot; `otherwise` says what is wrong with others. A name without a
 * folder is looked for everywhere, as Obsidian does.
 */
export function createFileFinder(
  paths: ReadonlySet<string>,
  extensions: ReadonlySet<string>,
  otherwise: string,
): FileFinder {
  const checked = (path: string): { path: string } | { problem: string } => {
    if (path.startsWith('../')) return { problem: 'it is outside the folder' };
    if (!paths.has(path)) return { problem: `there is no file ${path}` };
    return extensions.has(posix.extname(path).toLowerCase()) ? { path } : { problem: otherwise };
  };
  const byName = new Map<string, string[]>();
  for (const path of paths) {
    if (extensions.has(posix.extname(path).toLowerCase())) {
      const name = posix.basename(path).toLowerCase();
      byName.set(name, [...(byName.get(name) ?? []), path]);
    }
  }
  const fromRoot = (src: string): string | undefined => {
    let parts = posix
      .join('/', decoded(src.replace(ALIAS, '/').replace(/[?#].*$/su, '')))
      .split('/')
      .slice(1);
    for (let round = 0; round < 3 && parts.length; round++) {
      const found = SERVED.map((folder) => posix.join(folder, ...parts)).find((path) => paths.has(path));
      if (found) return found;
      if (round === 0 || localeOfName(parts[0]!)) parts = parts.slice(1);
      else break;
    }
    return undefined;
  };
  return {
    find(file, src) {
      if (src.startsWith('//')) return null;
      if (src.startsWith('/') || ALIAS.test(src)) {
        const path = fromRoot(src);
        if (path) return checked(path);
        return ALIAS.test(src) ? { problem: `there is no file ${src}` } : null;
      }
      const path = localPath(file, src);
      if (path === null) return null;
      const [only, ...others] =
        paths.has(path) || src.includes('/') ? [] : (byName.get(posix.basename(path).toLowerCase()) ?? []);
      return checked(only && !others.length ? only : (nearest(file, [only, ...others]) ?? path));
    },
  };
}

function nearest(file: string, found: readonly (string | undefined)[]): string | undefined {
  const top = file.split('/', 1)[0]!;
  return found.find((path) => path?.startsWith(`${top}/`)) ?? found.find((path) => path !== undefined);
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
