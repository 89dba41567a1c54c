import type { ArticleNode, ArticleTree } from '@helpkiosk/core';
import { readMarkdownFolder, type MarkdownFolder, type ReadFolderOptions } from '../sources/read-markdown-folder.js';
import { readSources, type ReadSourcesOptions, type SourcesReading } from '../sources/read-sources.js';
import { createTemporaryFolder } from './temporary-folder.js';

/** `readSources` of a folder with these files. For tests. */
export async function readFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  options?: ReadSourcesOptions,
): Promise<SourcesReading> {
  const folder = await createTemporaryFolder(files);
  try {
    return await readSources(folder.path, options);
  } finally {
    await folder.remove();
  }
}

/** `readMarkdownFolder` of a folder with these files. For tests. */
export async function readMarkdownFiles(
  files: Readonly<Record<string, string | Uint8Array>>,
  options?: ReadFolderOptions,
): Promise<MarkdownFolder> {
  const folder = await createTemporaryFolder(files);
  try {
    return await readMarkdownFolder(folder.path, options);
  } finally {
    await folder.remove();
  }
}

/** Problems as `file:line message`. */
export const problemLines = ({ problems }: Pick<SourcesReading, 'problems'>): string[] =>
  problems.map(({ path, message }) => `${path} ${message}`);

/** The nodes of the article with this id. Throws where there is none. */
export function nodesOfArticle({ articles }: SourcesReading, id: string, locale?: string): readonly ArticleNode[] {
  const found = articles.find((article) => article.id === id && (locale ?? article.locale) === article.locale);
  if (!found) throw new Error(`no article ${id} among ${articles.map((article) => article.id).join(', ')}`);
  return (found.body as ArticleTree).nodes;
}
