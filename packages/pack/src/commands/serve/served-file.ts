import { readFile, realpath, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { isWithin } from '../settings.js';

/** An answer to a request for a path. */
export interface Served {
  status: 200 | 301;
  type: string;
  bytes: Uint8Array;
  location?: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.htm': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp4': 'video/mp4',
  '.m4v': 'video/mp4',
  '.webm': 'video/webm',
  '.ogv': 'video/ogg',
  '.vtt': 'text/vtt; charset=utf-8',
};

/** The media type of a file name. */
export const typeOf = (name: string): string => TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream';

/** A part of a file: of its bytes those from `start` to before `end`. */
export interface ByteRange {
  start: number;
  end: number;
}

/**
 * The one part that a `range` header asks for: `bytes=0-99`, `bytes=100-`, `bytes=-100`. Null where there is none, or several, or none that is understood, and
 * the whole file is the answer; `unsatisfiable` for one that begins behind the end. https://www.rfc-editor.org/rfc/rfc9110#name-range-requests
 */
export function byteRange(header: string | undefined, length: number): ByteRange | 'unsatisfiable' | null {
  const [match, from = '', to = ''] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header ?? '') ?? [];
  if (!match || (from === '' && to === '') || (from !== '' && to !== '' && Number(to) < Number(from))) return null;
  const start = from === '' ? Math.max(0, length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? length : Math.min(length, Number(to) + 1);
  return start < end ? { start, end } : 'unsatisfiable';
}

/**
 * The path of a request with its escapes undone, or null when it must not be answered: malformed, with a byte that no name has,
 * with a step upwards, a hidden name, or `node_modules`.
 */
export function readablePath(pathname: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  // Two slashes begin another host where the path comes back as an address to go on to.
  const isRefused =
    path.startsWith('//') ||
    path.includes('\0') ||
    path.includes('\\') ||
    /(?:^|\/)(?:\.|node_modules(?:\/|$))/u.test(path);
  return isRefused || !path.startsWith('/') ? null : path;
}

/**
 * The file of the first root that has it; a folder is its `index.html`, and a folder without the slash at its end is sent on.
 * Null when there is none. Symbolic links that lead out of a root are not followed. `path` comes from `readablePath`.
 */
export async function serveFile(roots: readonly string[], path: string): Promise<Served | null> {
  for (const root of roots) {
    const found = await serveFrom(root, path);
    if (found) return found;
  }
  return null;
}

async function serveFrom(root: string, path: string): Promise<Served | null> {
  try {
    const folder = await realpath(root);
    const asked = resolve(folder, `.${sep}${path.slice(1)}`);
    if (!isWithin(folder, asked)) return null;
    if ((await stat(asked)).isDirectory() && !path.endsWith('/')) {
      await stat(join(asked, 'index.html'));
      return { status: 301, type: typeOf('x.txt'), bytes: new Uint8Array(), location: `${encodeURI(path)}/` };
    }
    const file = await realpath(path.endsWith('/') ? join(asked, 'index.html') : asked);
    if (!isWithin(folder, file) || !(await stat(file)).isFile()) return null;
    return { status: 200, type: typeOf(file), bytes: await readFile(file) };
  } catch (error) {
    // A file that vanishes between two steps is not there; neither is one below a file.
    if (['ENOENT', 'ENOTDIR', 'EACCES', 'ELOOP', 'ENAMETOOLONG'].includes((error as { code?: string }).code ?? '')) return null; // prettier-ignore
    throw error;
  }
}
