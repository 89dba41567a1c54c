import { stat } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import type { ArticleSource, Problem } from '@helpkiosk/core';
import { createDeskExports } from './source-exports.js';
import { isHtmlFile } from './html-pages.js';
import { isArticleFile } from './place-of-file.js';
import { readMarkdownFile } from './read-markdown-file.js';
import { readMarkdownFolder } from './read-markdown-folder.js';
import { readSite } from './site-reader.js';
import { createSourceImages } from './source-images.js';
import { isJsonFile } from './source-json.js';
import type { ReadSourcesOptions, SourceReader } from './source-reader.js';
import { readTableArticles } from './table-articles.js';
import { isTableFile } from './table-rows.js';
import { createPackVideos } from './video/pack-videos.js';
import { walkFolder } from './walk-folder.js';
import { inFileOrder } from './in-file-order.js';

export type { ReadSourcesOptions } from './source-reader.js';

/**
 * `assets` are the images that the articles show, by their name beside `pack.json`. Paths of problems are `file:line`. `leftOut` are Markdown
 * files that nothing is wrong with and that are no articles all the same: drafts, hidden pages, index pages without a text.
 */
export interface SourcesReading {
  articles: ArticleSource[];
  assets: Map<string, Uint8Array>;
  problems: Problem[];
  leftOut: { path: string; reason: string }[];
}

/** Files that may well hold help, in a form that is not read, and what to do about them. */
const UNREAD: readonly (readonly [RegExp, string])[] = [
  [/\.(?:xls|ods|numbers)$/iu, 'is not read: save it as .xlsx or .csv'],
  [/\.(?:docx?|odt|rtf|pages)$/iu, 'is not read: save it as Markdown (.md) or as a web page (.html)'],
  [/\.(?:rst|adoc|asciidoc|textile|org|wiki)$/iu, 'is not read: convert it to Markdown (.md) or to HTML'],
];

/**
 * The articles of a file or a folder, of all kinds in it: Markdown, HTML pages with or without a sitemap, tables of questions (CSV, TSV, XLSX),
 * exports of Zendesk Guide and Intercom and DocSearch records (JSON, JSON lines; told apart by their shape). Every file of these endings is taken or named
 * in `problems`, except JSON files of tools (`package.json`, `_category_.json` and the like); so are spreadsheets and texts in forms that are not read.
 * Files of other endings (pictures, styles, scripts, plain text, PDF ...) are none of ours and not named, nor is what `walkFolder` passes over.
 * What is wrong with one file stops no other. Rejects with the error of the file system where `path` cannot be read.
 */
export async function readSources(path: string, options: ReadSourcesOptions = {}): Promise<SourcesReading> {
  const isFolder = (await stat(path)).isDirectory();
  const folder = isFolder ? path : dirname(path);
  const paths = isFolder ? await walkFolder(path, options.signal) : [basename(path)];
  const others = paths.filter((one) => isHtmlFile(one) || isTableFile(one) || isJsonFile(one));
  const progress = { markdown: 0, done: 0 };
  const onMarkdown = (done: number, total: number): void => {
    progress.markdown = total;
    options.onFile?.(done, total + others.length);
  };
  const markdown = await readMarkdown(folder, paths, isFolder, { ...options, onFile: onMarkdown });
  const problems: Problem[] = [];
  const images = createSourceImages(folder, isFolder ? new Set(paths) : null);
  const reader: SourceReader = {
    folder,
    paths: new Set(paths),
    images,
    videos: createPackVideos(folder, new Set(paths), images),
    options,
    report: (file, line, message) => void problems.push({ path: `${file}:${line}`, message }),
    tick: () => options.onFile?.(progress.markdown + ++progress.done, progress.markdown + others.length),
  };
  nameUnread(paths, isFolder, reader);
  const articles = [...markdown.articles, ...(await readOthers(others, reader))];
  const assets = new Map([...markdown.assets, ...images.assets]);
  return { articles, assets, problems: [...markdown.problems, ...inFileOrder(problems)], leftOut: markdown.leftOut };
}

async function readMarkdown(
  folder: string,
  paths: readonly string[],
  isFolder: boolean,
  options: ReadSourcesOptions,
): Promise<SourcesReading> {
  const files = paths.filter(isArticleFile);
  if (!files.length) return { articles: [], assets: new Map(), problems: [], leftOut: [] };
  return isFolder ? readMarkdownFolder(folder, options) : readMarkdownFile(folder, files[0]!, options);
}

async function readOthers(paths: readonly string[], reader: SourceReader): Promise<ArticleSource[]> {
  const articles = await readSite(paths.filter(isHtmlFile), reader);
  for (const path of paths.filter(isTableFile)) {
    reader.options.signal?.throwIfAborted();
    articles.push(...(await readTableArticles(path, reader)));
    reader.tick();
  }
  const desks = createDeskExports(reader);
  for (const path of paths.filter(isJsonFile)) {
    reader.options.signal?.throwIfAborted();
    await desks.take(path);
    reader.tick();
  }
  return [...articles, ...(await desks.articles())];
}

function nameUnread(paths: readonly string[], isFolder: boolean, reader: SourceReader): void {
  for (const path of paths) {
    const unread = UNREAD.find(([ending]) => ending.test(path));
    if (unread) reader.report(path, 1, unread[1]);
    else if (!isFolder && !isArticleFile(path) && !isHtmlFile(path) && !isTableFile(path) && !isJsonFile(path)) {
      reader.report(path, 1, 'is of no kind that is read: Markdown, HTML, CSV, TSV, XLSX, JSON');
    }
  }
}
