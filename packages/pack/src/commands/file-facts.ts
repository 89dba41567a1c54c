import { readFile, stat } from 'node:fs/promises';

/** True for any file or folder that can be seen. */
export const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** True for a folder that can be seen. */
export const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

/** The text of a file, or null when it cannot be read. */
export const textOrNull = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null);
