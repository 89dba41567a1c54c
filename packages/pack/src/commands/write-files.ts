import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names that only a build of a pack gives: everything else in the folder is somebody else's. */
const OF_A_PACK = /^(?:(?:index|articles)-[A-Za-z0-9-]+-[0-9a-f]{10}\.json|asset-[0-9a-f]{10}\.[a-z]{3,4})$/;

/**
 * Writes the files of a pack into a folder, made if need be, so that a reader never meets half a pack: each file under another name
 * first, `pack.json` last, then the hashed files of earlier builds go. Rejects with the error of the file system; what was
 * there before still works then.
 */
export async function writePackFiles(folder: string, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  await mkdir(folder, { recursive: true });
  const manifest = [...files.keys()].filter((name) => name === 'pack.json');
  const others = [...files.keys()].filter((name) => name !== 'pack.json');
  for (const name of [...others, ...manifest]) await writeWhole(folder, name, files.get(name)!);
  for (const name of await readdir(folder)) {
    if (OF_A_PACK.test(name) && !files.has(name)) await rm(join(folder, name), { force: true });
  }
}

async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const unfinished = join(folder, `.${name}.${process.pid}.tmp`);
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, join(folder, name));
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
