import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Names that only a build of a pack gives: everything else in the folder is somebody else's. */
const OF_A_PACK =
  /^(?:(?:index|articles|han)-[A-Za-z0-9-]+-[0-9a-f]{10}\.(?:json|bin)|asset-[0-9a-f]{10}\.[a-z0-9]{3,4})$/;
const STAGE = /^\.helpkiosk-(\d+)\.tmp$/;
const MANIFEST = 'pack.json';

/** What writing needs of the file system. */
export interface FileWriter {
  writeFile(path: string, bytes: Uint8Array): Promise<void>;
  rename(from: string, to: string): Promise<void>;
}

/**
 * Writes the files of a pack into a folder, made if need be, so that a reader never meets half a pack: all of them beside it
 * first, then each under its name, `pack.json` last; then the hashed files of earlier builds go. Rejects with the error of the
 * file system; what was there before still works then, and nothing of the new pack is left.
 */
export async function writePackFiles(
  folder: string,
  files: ReadonlyMap<string, Uint8Array>,
  writer: FileWriter = { writeFile, rename },
): Promise<void> {
  await mkdir(folder, { recursive: true });
  const before = new Set(await readdir(folder));
  for (const name of before) if (isLeftover(name)) await rm(join(folder, name), { recursive: true, force: true });
  const stage = join(folder, `.helpkiosk-${process.pid}.tmp`);
  const names = [...files.keys()].sort((a, b) => Number(a === MANIFEST) - Number(b === MANIFEST));
  const placed: string[] = [];
  try {
    await mkdir(stage);
    for (const name of names) await writer.writeFile(join(stage, name), files.get(name)!);
    for (const name of names) {
      await writer.rename(join(stage, name), join(folder, name));
      placed.push(name);
    }
  } catch (error) {
    for (const name of placed) if (!before.has(name)) await rm(join(folder, name), { force: true });
    throw error;
  } finally {
    await rm(stage, { recursive: true, force: true });
  }
  for (const name of before) {
    if (OF_A_PACK.test(name) && !files.has(name)) await rm(join(folder, name), { force: true });
  }
}

/** True for the stage of a build that was killed while writing. */
function isLeftover(name: string): boolean {
  const pid = Number(STAGE.exec(name)?.[1]);
  if (!pid || pid === process.pid) return pid === process.pid;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as { code?: string }).code !== 'EPERM';
  }
}
