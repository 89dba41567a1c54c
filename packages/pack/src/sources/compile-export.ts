import { isHelpError, type ArticleSource, type ArticleTree, type VideoSource } from '@helpkiosk/core';
import { compileHtmlSource } from '../content/compile-html.js';
import { reasonOf } from './source-bytes.js';
import { adoptImages, countForeignImages, type ForeignImages } from './source-images.js';
import type { SourceReader } from './source-reader.js';
import { mapArticleLinks } from './source-tree.js';

/** An article of an export of a help desk before its body is compiled. `label` names it in reports. */
export interface ExportArticle {
  path: string;
  label: string;
  html: string;
  /** Everything but the body. */
  source: Omit<ArticleSource, 'body'>;
}

const ARTICLE_ADDRESS = /\/articles\/(\d+)(?:[-/?#]|$)/u;

/**
 * Compiles the articles of one export. Links that end in `/articles/<id>` lead to the article of that id and to its section, where the export has it. What
 * is wrong with one is reported and leaves the others.
 */
export async function compileExport(
  articles: readonly ExportArticle[],
  reader: SourceReader,
): Promise<ArticleSource[]> {
  const ids = new Set(articles.map(({ source }) => source.id));
  const hosts = new Set(
    articles.flatMap(({ source }) => (source.url && URL.canParse(source.url) ? [new URL(source.url).host] : [])),
  );
  const foreign = new Map<string, ForeignImages>();
  const sectionsOf = new Map<string, ReadonlyMap<string, string | null>>();
  const compiled: { source: Omit<ArticleSource, 'body'>; tree: ArticleTree }[] = [];
  for (const article of articles) {
    reader.options.signal?.throwIfAborted();
    const { path, source } = article;
    const images = foreign.get(path) ?? countForeignImages(reader.options.imageOrigins ?? []);
    foreign.set(path, images);
    const result = await compileOne(article, reader, images, (href) => resolveLink(href, source.id, ids, hosts));
    if (!result) continue;
    sectionsOf.set(`${source.locale} ${source.id}`, result.sections);
    const { tree, videos } = result;
    compiled.push({ source: { ...source, ...(videos.length ? { videos } : {}) }, tree });
  }
  for (const [path, images] of foreign) for (const sentence of images.sentences()) reader.report(path, 1, sentence);
  return compiled.map(({ source, tree }) => ({
    ...source,
    body: mapArticleLinks(tree, ({ article, section }) => {
      const known = section === undefined ? undefined : sectionsOf.get(`${source.locale} ${article}`)?.get(section);
      return article === source.id && !known ? null : { article, ...(known ? { section: known } : {}) };
    }),
  }));
}

async function compileOne(
  { path, label, html, source }: ExportArticle,
  reader: SourceReader,
  images: ForeignImages,
  resolve: (href: string) => { article: string } | { href: string },
): Promise<{ tree: ArticleTree; videos: VideoSource[]; sections: ReadonlyMap<string, string | null> } | null> {
  try {
    const { tree, sections } = compileHtmlSource(html, {
      imageOrigins: reader.options.imageOrigins ?? [],
      resolveLink: resolve,
      resolveImage: (src) => images.see(src),
    });
    const report = (_: string, message: string): void => reader.report(path, 1, `${label}: ${message}`);
    const pictured = await adoptImages(tree, path, reader, report);
    const about = { path, locale: source.locale, title: source.title };
    const shown = await reader.videos.adopt(pictured, about, { inArticle: report, inFile: reader.report });
    return { ...shown, sections };
  } catch (error) {
    if (!isHelpError(error)) throw error;
    reader.report(path, 1, `${label}: ${reasonOf(error)}`);
    return null;
  }
}

function resolveLink(
  href: string,
  own: string,
  ids: ReadonlySet<string>,
  hosts: ReadonlySet<string>,
): { article: string } | { href: string } {
  if (href.startsWith('#')) return { article: own };
  const id = ARTICLE_ADDRESS.exec(href)?.[1];
  const isOwnHost = !/^(?:https?:)?\/\//iu.test(href) || hosts.has(URL.canParse(href, 'https://a.invalid') ? new URL(href, 'https://a.invalid').host : ''); // prettier-ignore
  return id !== undefined && isOwnHost && ids.has(id) ? { article: id } : { href };
}
