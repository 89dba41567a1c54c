import { posix } from 'node:path';
import { isHelpError, type ArticleNode, type ArticleSource, type ArticleTree, type Problem } from '@helpkiosk/core';
import { explainSize } from '../check-article.js';
import { compileArticle } from '../content/compile-markdown.js';
import { readArticleFile, type ArticleFile, type Report } from './article-files.js';
import { resolveLinksOf, type SectionLink } from './article-links.js';
import { createLineFinder } from './line-finder.js';
import { createPackImages, type PackImages } from './pack-images.js';
import { isArticleFile } from './place-of-file.js';
import { walkFolder } from './walk-folder.js';

/**
 * `locale` is that of files whose path and front matter name none (default `en`); `imageOrigins` are passed to `compileMarkdown`;
 * `onFile` is told after each file how many of how many are done.
 */
export interface ReadFolderOptions {
  locale?: string;
  imageOrigins?: readonly string[];
  onFile?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/** `assets` are the images that the articles show, by their name beside `pack.json`. Paths of problems are `file:line`. */
export interface MarkdownFolder {
  articles: ArticleSource[];
  assets: Map<string, Uint8Array>;
  problems: Problem[];
}

interface Work {
  files: ReadonlyMap<string, ArticleFile>;
  images: PackImages;
  report: Report;
  sections: { from: ArticleFile; line: number; link: SectionLink }[];
  options: ReadFolderOptions;
}

/**
 * The articles in the Markdown files of a folder, in the order of their paths. The id is the path below the language folder without its
 * extension; the title comes from the front matter, else from the first heading of level 1, which then leaves the body, else
 * from the file name. What is wrong with one file is a problem and stops no other. Rejects when the folder itself cannot be read.
 */
export async function readMarkdownFolder(folder: string, options: ReadFolderOptions = {}): Promise<MarkdownFolder> {
  const problems: Problem[] = [];
  const report: Report = (path, line, message) => void problems.push({ path: `${path}:${line}`, message });
  const paths = await walkFolder(folder, options.signal);
  const files = await readFiles(folder, paths, report, options);
  const images = createPackImages(folder, new Set(paths));
  const work: Work = { files, images, report, sections: [], options };
  const compiled = new Map<ArticleFile, ArticleSource & { body: ArticleTree }>();
  for (const file of files.values()) {
    options.signal?.throwIfAborted();
    const article = file.fields.draft ? null : await compileFile(file, work);
    if (article) compiled.set(file, article);
    options.onFile?.(compiled.size, files.size);
  }
  reportMissingSections(work, compiled);
  return { articles: [...compiled.values()], assets: images.assets, problems: inFileOrder(problems) };
}

async function readFiles(
  folder: string,
  paths: readonly string[],
  report: Report,
  { locale = 'en', signal }: ReadFolderOptions,
): Promise<Map<string, ArticleFile>> {
  const files = new Map<string, ArticleFile>();
  const owners = new Map<string, string>();
  for (const path of paths.filter(isArticleFile)) {
    signal?.throwIfAborted();
    const file = await readArticleFile(folder, path, locale, report);
    if (!file) continue;
    const key = JSON.stringify([file.locale, file.id]);
    const owner = owners.get(key);
    if (owner === undefined || file.fields.draft) files.set(path, file);
    else report(path, 1, `is the same article as ${owner} (${file.id} in ${file.locale}): rename one of them`);
    if (owner === undefined && !file.fields.draft) owners.set(key, path);
  }
  return files;
}

async function compileFile(file: ArticleFile, work: Work): Promise<(ArticleSource & { body: ArticleTree }) | null> {
  const lineOf = createLineFinder(file.body, file.bodyLine);
  const { title: given } = file.fields;
  const { imageOrigins = [] } = work.options;
  const resolveLink = resolveLinksOf(file, work.files, {
    broken: (address, message) => work.report(file.path, lineOf(address), message),
    section: (link) => void work.sections.push({ from: file, line: lineOf(link.address), link }),
  });
  try {
    const { tree, title } = compileArticle(file.body, {
      imageOrigins,
      resolveLink,
      takeTitle: (words) => given === undefined || words === given,
    });
    const body = await work.images.adopt(tree, file, (src, message) =>
      work.report(file.path, lineOf(writtenSource(file.body, src)), message),
    );
    return sourceOf(file, given ?? title ?? posix.basename(file.id), body);
  } catch (error) {
    if (!isHelpError(error)) throw error;
    const { limit, actual } = error.details;
    work.report(
      file.path,
      file.bodyLine,
      limit ? explainSize(Number(limit), Number(actual)) : `cannot be compiled: ${error.code}`,
    );
    return null;
  }
}

/** A tree holds spaces of an address as `%20`; the file may hold them as they are. */
const writtenSource = (body: string, src: string): string => (body.includes(src) ? src : src.replaceAll('%20', ' '));

function sourceOf(file: ArticleFile, title: string, body: ArticleTree): ArticleSource & { body: ArticleTree } {
  const { summary, keywords, order, url, updatedAt } = file.fields;
  return {
    id: file.id,
    locale: file.locale,
    title,
    body,
    ...(summary === undefined ? {} : { summary }),
    ...(keywords === undefined ? {} : { keywords }),
    ...(file.category === undefined ? {} : { category: file.category }),
    ...(order === undefined ? {} : { order }),
    ...(url === undefined ? {} : { url }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}

function reportMissingSections(work: Work, compiled: ReadonlyMap<ArticleFile, { body: ArticleTree }>): void {
  const known = new Map<ArticleFile, Set<string>>();
  for (const { from, line, link } of work.sections) {
    const target = compiled.get(link.to);
    if (!target) continue;
    const ids = known.get(link.to) ?? headingIdsOf(target.body.nodes);
    known.set(link.to, ids);
    if (!ids.has(link.section)) {
      work.report(from.path, line, `broken link to ${link.address}: ${link.to.path} has no heading #${link.section}`);
    }
  }
}

function headingIdsOf(nodes: readonly ArticleNode[]): Set<string> {
  const ids = new Set<string>();
  const look = (node: ArticleNode): void => {
    if (typeof node === 'string') return;
    if (/^h[234]$/.test(node.tag)) ids.add(String(node['id']));
    node.children?.forEach(look);
  };
  nodes.forEach(look);
  return ids;
}

/** Problems of a file together and by line, though sections are checked last. */
function inFileOrder(problems: readonly Problem[]): Problem[] {
  const keyOf = ({ path }: Problem): [string, number] => {
    const at = path.lastIndexOf(':');
    return [path.slice(0, at), Number(path.slice(at + 1))];
  };
  return [...problems].sort((a, b) => {
    const [fileA, lineA] = keyOf(a);
    const [fileB, lineB] = keyOf(b);
    return fileA === fileB ? lineA - lineB : fileA < fileB ? -1 : 1;
  });
}
