import type { Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The files below a folder as paths with `/`, sorted by code unit, so that they come in the same order everywhere. Left out are names
 * that begin with a dot, `node_modules`, and symbolic links. Rejects with the error of the file system; with `onUnreadable` only
 * where the folder itself cannot be read, and it is told of each folder below that cannot.
 */
export async function walkFolder(
  folder: string,
  signal?: AbortSignal,
  onUnreadable?: (path: string) => void,
): Promise<string[]> {
  const found: string[] = [];
  const entriesOf = async (below: string): Promise<Dirent[]> => {
    try {
      return await readdir(join(folder, below), { withFileTypes: true });
    } catch (error) {
      if (below === '' || !onUnreadable) throw error;
      onUnreadable(below);
      return [];
    }
  };
  const walk = async (below: string): Promise<void> => {
    signal?.throwIfAborted();
    for (const entry of await entriesOf(below)) {
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (entry.isDirectory()) await walk(path);
      else if (entry.isFile()) found.push(path);
    }
  };
  await walk('');
  return found.sort();
}
