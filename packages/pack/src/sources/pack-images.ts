import { readFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { ArticleTree } from '@helpkiosk/core';
import { contentHash } from '../content-hash.js';
import { imagesOf, mapImages } from '../content/map-images.js';
import { whyUnsafeSvg } from './check-svg.js';
import { createImageFinder } from './find-image.js';

/** Copies images into a pack, each content once. */
export interface PackImages {
  /** The images so far, by their name beside `pack.json`: `asset-<hash>.png`. */
  readonly assets: Map<string, Uint8Array>;
  /** The tree with every local image named as it lies in the pack; of one that is missing, or is a drawing with a script, the alternative text stays. */
  adopt(
    tree: ArticleTree,
    file: { path: string },
    missing: (src: string, message: string) => void,
  ): Promise<ArticleTree>;
}

/** `paths` are the files of `folder`: nothing else is ever read. */
export function createPackImages(folder: string, paths: ReadonlySet<string>): PackImages {
  const assets = new Map<string, Uint8Array>();
  const names = new Map<string, string>();
  const finder = createImageFinder(paths);
  const add = async (path: string, src: string): Promise<{ name: string } | { message: string }> => {
    const known = names.get(path);
    if (known) return { name: known };
    const bytes = await readBytes(join(folder, path));
    if (!bytes) return { message: `missing image ${src}: the file cannot be read` };
    const extension = posix.extname(path).toLowerCase();
    const reason = extension === '.svg' ? whyUnsafeSvg(bytes) : null;
    if (reason) return { message: `picture ${src} is left out: ${reason}` };
    const name = `asset-${contentHash(bytes)}${extension}`;
    assets.set(name, bytes);
    names.set(path, name);
    return { name };
  };
  return {
    assets,
    async adopt(tree, file, missing) {
      const replaced = new Map<string, string | null>();
      for (const src of imagesOf(tree)) {
        const found = finder.find(file.path, src);
        if (!found) continue;
        const added =
          'path' in found ? await add(found.path, src) : { message: `missing image ${src}: ${found.problem}` };
        if ('message' in added) missing(src, added.message);
        replaced.set(src, 'name' in added ? added.name : null);
      }
      return mapImages(tree, (src) => replaced.get(src) ?? (replaced.has(src) ? null : src));
    },
  };
}

async function readBytes(file: string): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}
