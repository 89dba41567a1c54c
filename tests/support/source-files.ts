import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * The text of every script below the given folders, by path from the root with `/`. Built files, node_modules and
 * declarations are left out; a folder that does not exist gives nothing.
 */
export async function readSourceFiles(folders: readonly string[]): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const folder of folders) {
    const names = await readdir(join(root, folder), { recursive: true }).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    for (const name of names) {
      const path = `${folder}/${name.replaceAll('\\', '/')}`;
      const isSource = /\.(ts|tsx|mts|js|jsx|mjs)$/.test(path) && !/\.d\.m?ts$/.test(path);
      if (isSource && !/\/(node_modules|dist|public)\//.test(path))
        files.set(path, await readFile(join(root, path), 'utf8'));
    }
  }
  return files;
}
