import { posix } from 'node:path';
import { isHelpError, type ArticleSource, type ArticleTree, type Problem } from '@helpkiosk/core';
import { explainSize } from '../check-article.js';
import { compileArticle } from '../content/compile-markdown.js';
import { readArticleFile, type ArticleFile, type Report } from './article-files.js';
import { resolveLinksOf, type SectionLink } from './article-links.js';
import { detectLanguages } from './detect-language.js';
import { readFolderFacts } from './folder-facts.js';
import { placeFiles, type FolderPlaces, type LeftOut } from './folder-places.js';
import { createLineFinder } from './line-finder.js';
import { createLinkIndex, type LinkIndex } from './link-index.js';
import { createPackImages, type PackImages } from './pack-images.js';
import { findSection, headingIdsOf, renameSections, sameSection } from './sections.js';
import { settlePlaces } from './settle-places.js';
import { walkFolder } from './walk-folder.js';
import { createPackVideos, type PackVideos } from './video/pack-videos.js';
import { isLocalVideo } from '../content/video-address.js';
import { inFileOrder } from './in-file-order.js';

/**
 * `locale` is that of files whose path and front matter name none; without it their language is told by their text (`en` where that
 * says nothing). `imageOrigins` are passed to `compileMarkdown`; `onFile` is told after each file how many of how many are done.
 */
export interface ReadFolderOptions {
  locale?: string;
  imageOrigins?: readonly string[];
  onFile?: (done: number, total: number) => void;
  signal?: AbortSignal;
}

/**
 * `assets` are the images that the articles show, by their name beside `pack.json`. Paths of problems are `file:line`. `leftOut` are
 * the files that are no articles by rule or by the owner's word, drafts among them: no problem, but named.
 */
export interface MarkdownFolder {
  articles: ArticleSource[];
  assets: Map<string, Uint8Array>;
  problems: Problem[];
  leftOut: LeftOut[];
  /** The file of each article, as a path below the folder. */
  files: ReadonlyMap<ArticleSource, string>;
}

type Compiled = ArticleSource & { body: ArticleTree };

interface Work {
  index: LinkIndex;
  images: PackImages;
  videos: PackVideos;
  report: Report;
  leftOut: LeftOut[];
  sections: { from: ArticleFile; line: number; link: SectionLink }[];
  options: ReadFolderOptions;
}

/**
 * The articles in the Markdown files of a folder, in the order of their paths, as Docusaurus, VitePress, Starlight, Hugo, MkDocs and
 * Obsidian write them. The id is the path below the language folder without its extension, that of its folder for an index page; the
 * title comes from the front matter, else from the first heading of level 1, which then leaves the body, else from the file name. What
 * is wrong with one file is a problem and stops no other. Rejects when the folder itself cannot be read.
 */
export async function readMarkdownFolder(folder: string, options: ReadFolderOptions = {}): Promise<MarkdownFolder> {
  const problems: Problem[] = [];
  const report: Report = (path, line, message) => void problems.push({ path: `${path}:${line}`, message });
  const paths = await walkFolder(folder, options.signal, (path) => report(path, 1, 'this folder cannot be read'));
  const placed = placeFiles(paths);
  const leftOut = [...placed.leftOut];
  const files = await readFiles(folder, placed, report, options);
  const facts = await readFolderFacts(folder, paths, report);
  for (const [file, { category, order }] of settlePlaces(files, facts, placed.folderOrders)) {
    if (category !== undefined) file.category = category;
    if (order !== undefined) file.order = order;
  }
  const images = createPackImages(folder, new Set(paths));
  const videos = createPackVideos(folder, new Set(paths), images);
  const work: Work = { index: createLinkIndex(files), images, videos, report, leftOut, sections: [], options };
  const compiled = new Map<ArticleFile, Compiled>();
  for (const [i, file] of files.entries()) {
    options.signal?.throwIfAborted();
    const article = await compileFile(file, work);
    if (article) compiled.set(file, article);
    options.onFile?.(i + 1, files.length);
  }
  settleSections(work, compiled);
  return {
    articles: [...compiled.values()],
    assets: images.assets,
    problems: inFileOrder(problems),
    leftOut,
    files: new Map([...compiled].map(([{ path }, article]) => [article, path])),
  };
}

async function readFiles(
  folder: string,
  { places }: FolderPlaces,
  report: Report,
  { locale, signal }: ReadFolderOptions,
): Promise<ArticleFile[]> {
  const read: ArticleFile[] = [];
  for (const [path, place] of places) {
    signal?.throwIfAborted();
    const file = await readArticleFile(folder, path, place, report);
    if (file) read.push(file);
  }
  const untold = read.filter((file) => file.locale === '');
  const languages = locale
    ? untold.map(() => locale)
    : await detectLanguages(
        untold.map(({ body }) => body),
        'en',
      );
  untold.forEach((file, i) => (file.locale = languages[i]!));
  return withoutDoubles(read, report);
}

function withoutDoubles(read: readonly ArticleFile[], report: Report): ArticleFile[] {
  const owners = new Map<string, string>();
  return read.filter((file) => {
    if (file.fields.draft) return true;
    const key = `${file.locale} ${file.id}`;
    const owner = owners.get(key);
    if (owner === undefined) owners.set(key, file.path);
    else report(file.path, 1, `is the same article as ${owner} (${file.id} in ${file.locale}): rename one of them`);
    return owner === undefined;
  });
}

async function compileFile(file: ArticleFile, work: Work): Promise<Compiled | null> {
  if (file.fields.draft) {
    work.leftOut.push({ path: file.path, reason: `its head says ${file.fields.draftBy ?? 'draft: true'}` });
    return null;
  }
  const lineOf = createLineFinder(file.body, file.bodyLine);
  const { title: given } = file.fields;
  const { imageOrigins = [] } = work.options;
  const resolvePage = resolveLinksOf(file, work.index, {
    broken: (address, message) => work.report(file.path, lineOf(writtenAddress(file.body, address)), message),
    section: (link) => void work.sections.push({ from: file, line: lineOf(link.address), link }),
  });
  try {
    const { tree, title } = compileArticle(file.body, {
      imageOrigins,
      resolveLink: (address) => (isLocalVideo(address) ? { href: address } : resolvePage(address)),
      takeTitle: (words) => given === undefined || words === given,
      ...(/\.mdx$/i.test(file.path) ? { mdx: true } : {}),
    });
    const inArticle = (src: string, message: string): void =>
      work.report(file.path, lineInHead(file, src) ?? lineOf(writtenAddress(file.body, src)), message);
    const pictured = await work.images.adopt(tree, file, inArticle);
    const name = given ?? title ?? titleOfName(file);
    const about = { path: file.path, locale: file.locale, title: name, declared: file.fields.videos ?? [] };
    const { tree: body, videos } = await work.videos.adopt(pictured, about, { inArticle, inFile: work.report });
    if (title === undefined && !hasText(file, body, work)) return null;
    return { ...sourceOf(file, name, body), ...(videos.length ? { videos } : {}) };
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

/** The line of the head that has the address of a video, if the body has it nowhere. */
function lineInHead({ head, body }: ArticleFile, address: string): number | undefined {
  const line = head.split('\n').findIndex((each) => each.includes(address));
  return line < 0 || body.includes(address) ? undefined : line + 1;
}

/** The page of a folder often has a head alone, to name the folder. */
function hasText(file: ArticleFile, { nodes }: ArticleTree, { report, leftOut }: Work): boolean {
  if (nodes.length || file.fields.summary) return true;
  if (file.isIndex) leftOut.push({ path: file.path, reason: 'has no text of its own' });
  else report(file.path, file.bodyLine, 'has no text: write some, or say draft: true');
  return false;
}

/** An address as the file has it: a tree holds spaces as `%20`, and a wikilink becomes `page:`. */
function writtenAddress(body: string, address: string): string {
  if (body.includes(address)) return address;
  const bare = address.replace(/^page:/, '');
  try {
    return body.includes(bare) ? bare : decodeURI(bare);
  } catch {
    return bare.replaceAll('%20', ' ');
  }
}

const titleOfName = ({ id, isIndex, folder }: ArticleFile): string => posix.basename(isIndex ? folder || id : id);

function sourceOf(file: ArticleFile, title: string, body: ArticleTree): Compiled {
  const { summary, keywords, url, updatedAt } = file.fields;
  return {
    id: file.id,
    locale: file.locale,
    title,
    body,
    ...(summary === undefined ? {} : { summary }),
    ...(keywords === undefined ? {} : { keywords }),
    ...(file.category === undefined ? {} : { category: file.category }),
    ...(file.order === undefined ? {} : { order: file.order }),
    ...(url === undefined ? {} : { url }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}

/** Checks the sections that links lead to, now that all headings are known, and names them as their headings are named. */
function settleSections(work: Work, compiled: Map<ArticleFile, Compiled>): void {
  const known = new Map([...compiled].map(([file, { body }]) => [file, headingIdsOf(body.nodes)] as const));
  const renamed = new Map<ArticleFile, Map<string, string>>();
  for (const { from, line, link } of work.sections) {
    const ids = known.get(link.to);
    if (!ids) continue;
    const translations = [...known].filter(([{ id }]) => id === link.to.id).map(([, others]) => others);
    const inTranslation = (): string | undefined =>
      translations.map((others) => sameSection(ids, others, link.section)).find((found) => found !== undefined);
    const id = findSection(ids, link.section) ?? inTranslation();
    if (id === undefined) {
      const address = link.address.replace(/^page:/, '');
      work.report(from.path, line, `broken link to ${address}: ${link.to.path} has no heading #${link.section}`);
    } else if (id !== link.section) {
      const names = renamed.get(from) ?? new Map<string, string>();
      renamed.set(from, names.set(JSON.stringify([link.to.id, link.section]), id));
    }
  }
  for (const [file, names] of renamed) {
    const article = compiled.get(file);
    if (!article) continue;
    const body = renameSections(article.body, (to, section) => names.get(JSON.stringify([to, section])));
    compiled.set(file, { ...article, body });
  }
}
