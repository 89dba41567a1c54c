import type { ArticleSource, ArticleTree } from '@helpkiosk/core';
import { isHelpError } from '@helpkiosk/core';
import { posix } from 'node:path';
import { compileHtmlNodes, type CompiledHtml } from '../content/compile-html.js';
import { findMainContent } from '../content/html/main-content.js';
import { parseHtmlPage } from '../content/html/parse-html.js';
import { detectLanguages } from './detect-language.js';
import { createTitles } from './html-titles.js';
import { lookAtPage, readHtmlText, type HtmlPage } from './html-pages.js';
import { localeOf } from './locale-tag.js';
import { localPath } from './local-path.js';
import { createLineFinder } from './line-finder.js';
import { createSiteIndex, type SiteIndex } from './site-index.js';
import { readSitemaps } from './site-map.js';
import { adoptImages, countForeignImages } from './source-images.js';
import { chooseSourceLocale, placeOfPage } from './source-place.js';
import { reasonOf } from './source-bytes.js';
import { mapArticleLinks } from './source-tree.js';
import type { SourceReader } from './source-reader.js';

interface Listed {
  order?: number;
  updatedAt?: number;
}

interface Work {
  reader: SourceReader;
  index: SiteIndex;
  titleOf: (page: HtmlPage) => string | undefined;
  leftOut: ReadonlyMap<string, string>;
  /** The languages of the pages that nothing but their text tells. */
  told: ReadonlyMap<HtmlPage, string>;
}

/**
 * The articles of saved pages. A page's id is its path below the folders of host and language, without ending and `index`. With a sitemap only the pages that it
 * names are taken, in its order. Links to saved pages become article links; others lead to where the page says that it comes from.
 */
export async function readSite(paths: readonly string[], reader: SourceReader): Promise<ArticleSource[]> {
  const leftOut = new Map<string, string>();
  const seen: HtmlPage[] = [];
  for (const path of paths) {
    reader.options.signal?.throwIfAborted();
    const page = await lookAtPage(reader.folder, path);
    if ('reason' in page) leftOut.set(path, page.reason);
    else seen.push(page);
  }
  const { pages, listed } = await chooseListed(seen, reader, leftOut);
  for (const [path, reason] of leftOut) {
    reader.report(path, 1, reason);
    reader.tick();
  }
  const told = await tellLanguages(pages, reader);
  const index = createSiteIndex(pages, reader.paths);
  const work: Work = { reader, leftOut, index, titleOf: createTitles(pages), told };
  const owners = new Map<string, string>();
  const compiled = new Map<
    HtmlPage,
    { source: ArticleSource; tree: ArticleTree; sections: CompiledHtml['sections'] }
  >();
  for (const page of pages) {
    reader.options.signal?.throwIfAborted();
    const result = isFirst(page, owners, work) ? await compilePage(page, work) : null;
    if (result) compiled.set(page, { ...result, source: { ...result.source, ...listed.get(page) } });
    reader.tick();
  }
  const sectionsOf = new Map(
    [...compiled.values()].map(({ source, sections }) => [`${source.locale} ${source.id}`, sections]),
  );
  return [...compiled].map(([, { source, tree }]) => ({
    ...source,
    body: settleSections(tree, source.id, (id) => sectionsOf.get(`${source.locale} ${id}`)),
  }));
}

/** False, with a report, for a page that is the same article as an earlier one. */
function isFirst(page: HtmlPage, owners: Map<string, string>, work: Work): boolean {
  const { id } = placeOfPage(page.path);
  const locale = localeOfPage(page, work);
  const owner = owners.get(`${locale} ${id}`);
  if (owner === undefined) return Boolean(owners.set(`${locale} ${id}`, page.path));
  work.reader.report(page.path, 1, `is the same article as ${owner} (${id} in ${locale}): rename one of them`);
  return false;
}

function localeOfPage(page: HtmlPage, { reader, told }: Work): string {
  const { path, facts } = page;
  return told.get(page) ?? chooseSourceLocale(facts.lang, placeOfPage(path).locale, reader.options.locale ?? 'en');
}

async function tellLanguages(
  pages: readonly HtmlPage[],
  { options }: SourceReader,
): Promise<ReadonlyMap<HtmlPage, string>> {
  if (options.locale) return new Map();
  const untold = pages.filter(({ path, facts }) => !localeOf(facts.lang ?? '') && !placeOfPage(path).locale);
  const texts = untold.map(({ words }) => words);
  const languages = await detectLanguages(texts, 'en');
  return new Map(untold.map((page, i) => [page, languages[i]!]));
}

async function chooseListed(
  pages: readonly HtmlPage[],
  reader: SourceReader,
  leftOut: Map<string, string>,
): Promise<{ pages: readonly HtmlPage[]; listed: ReadonlyMap<HtmlPage, Listed> }> {
  const entries = await readSitemaps(reader.folder, [...reader.paths]);
  if (!entries) return { pages, listed: new Map() };
  const index = createSiteIndex(pages, reader.paths);
  const listed = new Map<HtmlPage, Listed>();
  for (const { url, updatedAt } of entries) {
    const page = index.pageAt(url);
    if (page && !listed.has(page))
      listed.set(page, { order: listed.size + 1, ...(updatedAt === undefined ? {} : { updatedAt }) });
  }
  if (!listed.size) return { pages, listed };
  for (const page of pages) if (!listed.has(page)) leftOut.set(page.path, 'is left out: the sitemap does not name it');
  return { pages: [...listed.keys()], listed };
}

async function compilePage(
  page: HtmlPage,
  work: Work,
): Promise<{ source: ArticleSource; tree: ArticleTree; sections: CompiledHtml['sections'] } | null> {
  const { reader, titleOf } = work;
  const read = await readHtmlText(reader.folder, page.path);
  if ('reason' in read) return (void reader.report(page.path, 1, read.reason), null);
  const lineOf = createLineFinder(read.text, 1);
  const report = (address: string, message: string): void => reader.report(page.path, lineOf(address), message);
  const title = titleOf(page) ?? posix.basename(placeOfPage(page.path).id);
  try {
    const document = parseHtmlPage(read.text);
    const main = findMainContent(document);
    if (!main) return null;
    const foreign = countForeignImages(reader.options.imageOrigins ?? []);
    const { tree, sections } = compileHtmlNodes(document, [main.element], {
      imageOrigins: reader.options.imageOrigins ?? [],
      skip: main.skip,
      takeTitle: (words) => words === title,
      resolveLink: (href) => resolveLink(href, page, work, report),
      resolveImage: (src) => foreign.see(imageAddress(src, page, work)),
    });
    for (const sentence of foreign.sentences()) reader.report(page.path, 1, sentence);
    const source = sourceOf(page, title, work);
    const pictured = await adoptImages(tree, page.path, reader, report);
    const about = { path: page.path, locale: source.locale, title };
    const shown = await reader.videos.adopt(pictured, about, { inArticle: report, inFile: reader.report });
    return {
      source: { ...source, ...(shown.videos.length ? { videos: shown.videos } : {}) },
      tree: shown.tree,
      sections,
    };
  } catch (error) {
    if (!isHelpError(error)) throw error;
    reader.report(page.path, 1, reasonOf(error));
    return null;
  }
}

function sourceOf(page: HtmlPage, title: string, work: Work): ArticleSource {
  const { summary, keywords, url, updatedAt } = page.facts;
  const place = placeOfPage(page.path);
  const category = page.facts.category ?? place.category;
  return {
    id: place.id,
    locale: localeOfPage(page, work),
    title,
    body: '',
    ...(summary === undefined ? {} : { summary }),
    ...(keywords === undefined ? {} : { keywords }),
    ...(category === undefined ? {} : { category }),
    ...(url === undefined ? {} : { url }),
    ...(updatedAt === undefined ? {} : { updatedAt }),
  };
}

function resolveLink(
  href: string,
  page: HtmlPage,
  { index, leftOut }: Work,
  report: (address: string, message: string) => void,
): { article: string } | { href: string } | null {
  if (href.startsWith('#')) return { article: placeOfPage(page.path).id };
  const target = index.pageOf(page.path, href);
  if (target) return { article: placeOfPage(target.path).id };
  if (/^(?:[a-z][a-z0-9+.-]*:|\/\/)/iu.test(href)) return { href };
  const { url } = page.facts;
  if (url && URL.canParse(href, url)) return { href: new URL(href, url).href };
  if (href.startsWith('/')) return { href };
  const file = index.fileOf(page.path, href);
  const isOutside = localPath(page.path, href)?.startsWith('../') === true;
  const why = isOutside
    ? 'it is outside the folder'
    : !file
      ? 'there is no such page'
      : leftOut.has(file)
        ? `${file} is left out`
        : `${file} is no page`;
  report(href, `broken link to ${href}: ${why}`);
  return null;
}

/** Where an image lies: a file of the folder as seen from the page, else as the page writes it, made whole where that is known. */
function imageAddress(src: string, page: HtmlPage, { index }: Work): string {
  const file = index.fileOf(page.path, src);
  if (file) return posix.relative(posix.dirname(page.path), file).split('/').map(encodeURIComponent).join('/');
  const { url } = page.facts;
  const isFromRoot = src.startsWith('/') || /^https?:/iu.test(src);
  return isFromRoot && url && URL.canParse(src, url) ? new URL(src, url).href : src;
}

/** Links to an id lead to the section that it stands in; a link from a page to its own top is none. */
function settleSections(
  tree: ArticleTree,
  own: string,
  sectionsOf: (id: string) => ReadonlyMap<string, string | null> | undefined,
): ArticleTree {
  return mapArticleLinks(tree, ({ article, section }) => {
    const known = section === undefined ? undefined : sectionsOf(article)?.get(section);
    return article === own && !known ? null : { article, ...(known ? { section: known } : {}) };
  });
}
