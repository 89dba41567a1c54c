import { copyFile, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { WidgetRelease } from './widget-release.js';

/**
 * Puts the widget's files into `target`, made if need be, all at once: a page never meets half a release. Gives `unchanged` when they
 * are all there with the same bytes, and writes nothing then; `renewed` when something else was there. Rejects with the error of
 * the file system; what was there before stays then.
 */
export async function copyRelease(release: WidgetRelease, target: string): Promise<'copied' | 'renewed' | 'unchanged'> {
  if (await isSame(release, target)) return 'unchanged';
  const stage = `${target}.${process.pid}.tmp`;
  const before = `${target}.${process.pid}.old`;
  try {
    for (const file of release.files) {
      await mkdir(dirname(join(stage, file)), { recursive: true });
      await copyFile(join(release.folder, file), join(stage, file));
    }
    const wasThere = await moveAway(target, before);
    try {
      await rename(stage, target);
    } catch (error) {
      if (wasThere) await rename(before, target);
      throw error;
    }
    return wasThere ? 'renewed' : 'copied';
  } finally {
    await rm(stage, { recursive: true, force: true });
    await rm(before, { recursive: true, force: true });
  }
}

async function isSame({ folder, files }: WidgetRelease, target: string): Promise<boolean> {
  try {
    for (const file of files) {
      const [ours, theirs] = await Promise.all([readFile(join(folder, file)), readFile(join(target, file))]);
      if (!ours.equals(theirs)) return false;
    }
    const served = (await readdir(target, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
    return served.length === files.length;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes((error as { code?: string }).code ?? '')) return false;
    throw error;
  }
}

async function moveAway(target: string, before: string): Promise<boolean> {
  try {
    await rename(target, before);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'ENOENT') return false;
    throw error;
  }
}
