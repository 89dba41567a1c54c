import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** True when every file of a pack lies in the folder with the same bytes. */
export async function isSamePack(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<boolean> {
  for (const [name, bytes] of files) {
    const found = await readFile(join(folder, name)).catch(() => null);
    if (!found?.equals(bytes)) return false;
  }
  return true;
}
