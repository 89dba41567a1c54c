import type { ArticleTree } from '@helpkiosk/core';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { imagesOf } from '../content/map-images.js';
import type { ArticleFile } from './article-files.js';
import { localPath } from './local-path.js';
import { createPackImages, type PackImages } from './pack-images.js';
import type { SourceReader } from './source-reader.js';

/** The tree with the images that lie in the folder taken into the pack. */
export async function adoptImages(
  tree: ArticleTree,
  path: string,
  { images }: SourceReader,
  missing: (src: string, message: string) => void,
): Promise<ArticleTree> {
  return images.adopt(tree, { path } as ArticleFile, missing);
}

/** `createPackImages` over the files of a folder, or, where only one file is read, over whatever lies where its images point to. */
export function createSourceImages(folder: string, paths: ReadonlySet<string> | null): PackImages {
  if (paths) return createPackImages(folder, paths);
  const found = new Set<string>();
  const inner = createPackImages(folder, found);
  return {
    assets: inner.assets,
    async adopt(tree, file, missing) {
      for (const src of imagesOf(tree)) {
        const path = localPath(file.path, src);
        if (path && !path.startsWith('../') && (await isFile(join(folder, path)))) found.add(path);
      }
      return inner.adopt(tree, file, missing);
    },
  };
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

/** Counts the images that stay out because their origin is not allowed. */
export interface ForeignImages {
  /** Gives the address on. */
  see(src: string): string;
  /** One sentence for each origin. */
  sentences(): string[];
}

/** Images from origins other than these lie elsewhere and are not shown. */
export function countForeignImages(imageOrigins: readonly string[]): ForeignImages {
  const counts = new Map<string, number>();
  return {
    see(src) {
      const url = src.startsWith('//') ? `https:${src}` : src;
      if (/^https?:\/\//iu.test(url) && URL.canParse(url)) {
        const { origin } = new URL(url);
        if (!imageOrigins.includes(origin)) counts.set(origin, (counts.get(origin) ?? 0) + 1);
      }
      return url;
    },
    sentences: () =>
      [...counts].map(
        ([origin, count]) =>
          `${count} ${count === 1 ? 'image lies' : 'images lie'} on ${origin}: not shown unless saved beside the file or the origin is allowed (imageOrigins)`,
      ),
  };
}
