import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { localPath } from './local-path.js';
import { readMarkdownFolder, type MarkdownFolder } from './read-markdown-folder.js';
import type { ReadSourcesOptions } from './source-reader.js';

const ENDINGS = 'avif|gif|jpe?g|png|svg|webp|mp4|webm|ogv|m4v|vtt|srt';
const PICTURE = new RegExp(`<([^<>\\n]+\\.(?:${ENDINGS}))>|([^\\s()<>"'[\\]|]+\\.(?:${ENDINGS}))`, 'giu');

/**
 * One Markdown file of a folder as `readMarkdownFolder` reads it, with the pictures, videos and captions that it names. The folder around it may be anybody's home, so
 * only these files are looked at: they are copied into a temporary folder, which is removed. Rejects where the file cannot be read.
 */
export async function readMarkdownFile(
  folder: string,
  path: string,
  options: ReadSourcesOptions,
): Promise<MarkdownFolder> {
  const alone = await mkdtemp(join(tmpdir(), 'helpkiosk-'));
  try {
    const text = (await readFile(join(folder, path))).toString('utf8');
    await copyFile(join(folder, path), join(alone, path));
    for (const [, bracketed, bare] of text.matchAll(PICTURE)) {
      const picture = localPath(path, (bracketed ?? bare)!);
      if (picture && !picture.startsWith('../')) await copyIfThere(join(folder, picture), join(alone, picture));
    }
    return await readMarkdownFolder(alone, options);
  } finally {
    await rm(alone, { recursive: true, force: true });
  }
}

/** A picture that is missing is found to be so by whoever reads the copy. */
async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await mkdir(dirname(to), { recursive: true });
    await copyFile(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
