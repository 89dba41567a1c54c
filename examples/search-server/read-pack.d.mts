import type { LoadedArticle } from './articles.d.mts';

/** The articles of the pack in a folder, one after the other, in all its languages. */
export function readPack(folder: string): AsyncGenerator<LoadedArticle>;
