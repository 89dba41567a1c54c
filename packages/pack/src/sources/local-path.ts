import { posix } from 'node:path';

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;

/**
 * The file that a relative address in `file` leads to, as a path below the folder; `file` itself for a mere `#fragment`. Null for
 * an address that does not lead to a file of the folder: one with a scheme, one from the root of a site. A path that
 * leaves the folder begins with `../`.
 */
export function localPath(file: string, address: string): string | null {
  if (SCHEME.test(address) || address.startsWith('/')) return null;
  const path = address.replace(/[?#].*$/su, '');
  return path === '' ? file : posix.join(posix.dirname(file), decoded(path));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
