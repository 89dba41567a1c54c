import { posix } from 'node:path';
import type { CompileOptions } from '@helpkiosk/core';
import type { ArticleFile } from './article-files.js';
import type { LinkIndex } from './link-index.js';
import { localPath } from './local-path.js';
import { localeOfName } from './locale-tag.js';

/** A link to a section that can be checked when all articles are compiled. */
export interface SectionLink {
  to: ArticleFile;
  section: string;
  address: string;
}

/** `broken` hears of each link that leads nowhere, `section` of each that leads to a section. */
export interface LinkListener {
  broken(address: string, message: string): void;
  section(link: SectionLink): void;
}

/** A page of the folder in some languages, nothing where one should be, or some place outside the folder. */
type Target = { pages: readonly ArticleFile[] } | { hint: string } | 'away';

/** What sites put before the paths of their pages. */
const BASE = /^(?:docs?|documentation|help|kb|wiki|manual|handbook)$/i;
const OTHER_ENDING = /\.(?!mdx?$|markdown$|html?$)[a-z0-9]{2,5}$/i;

/**
 * Resolves the links of one file of a folder to article links: relative ones to files (with and without ending) and pages, those
 * from the root of the site (with or without a base as `/docs` and a language), slugs and former addresses, names of pages
 * (`page:Name`, as wikilinks and `ref` give). A link to what is no article of the folder keeps its words only, since beside the pack
 * there is nothing that it could lead to; one from the root that does not look like a page of the folder stays as it is.
 */
export function resolveLinksOf(
  file: ArticleFile,
  index: LinkIndex,
  listener: LinkListener,
): NonNullable<CompileOptions['resolveLink']> {
  const refuse = (address: string, hint: string): null => {
    listener.broken(address, `broken link to ${address.replace(/^page:/, '')}: ${hint}`);
    return null;
  };
  return (address) => {
    const target = targetOf(file, address, index);
    if (target === 'away') return { href: address };
    if ('hint' in target) return refuse(address, target.hint);
    const to = inLanguageOf(file, target.pages, index);
    const [any] = target.pages as [ArticleFile];
    if (!to) return refuse(address, `${any.path} is not there in ${file.locale}`);
    if (to.fields.draft) return refuse(address, `${to.path} is a draft`);
    const section = fragmentOf(address);
    if (section) listener.section({ to, section, address });
    return { article: to.id };
  };
}

function targetOf(file: ArticleFile, address: string, index: LinkIndex): Target {
  if (address.startsWith('page:')) return byName(address.slice('page:'.length), index);
  const written = address.replace(/^@site\//, '/');
  const path = decoded(written.replace(/[?#].*$/su, ''));
  if (path === '' && written !== '') return { pages: [file] };
  if (written.startsWith('/')) return written.startsWith('//') ? 'away' : fromRoot(path, index);
  const local = localPath(file.path, written);
  return local === null ? 'away' : relative(file, path, local, index);
}

function byName(written: string, index: LinkIndex): Target {
  const name = decoded(written.replace(/[?#].*$/su, ''));
  const pages = index.called(name);
  if (pages.length) return { pages };
  const byRoot = name.includes('/') ? fromRoot(name, index) : 'away';
  return typeof byRoot === 'object' && 'pages' in byRoot ? byRoot : { hint: `there is no page called ${name}` };
}

/** Relative to the file, as editors follow a link; then relative to the page, as browsers do, to which each page is a folder. */
function relative(file: ArticleFile, path: string, local: string, index: LinkIndex): Target {
  const bare = local.replace(/\/$/u, '');
  const exact = [local, `${bare}.md`, `${bare}.mdx`, `${bare}.markdown`]
    .map((each) => index.byPath.get(each))
    .find(Boolean);
  if (exact) return { pages: [exact] };
  const own = file.isIndex ? file.folder : file.id;
  for (const base of [file.folder, own, posix.dirname(file.path)]) {
    const pages = index.at(posix.join(base, path).replace(/^(?:\.\.\/)+/, ''));
    const leaves = posix.join(base, path).startsWith('../');
    if (pages.length && !(leaves && base !== own)) return { pages };
  }
  return { hint: local.startsWith('../') ? 'it is outside the folder' : `there is no article file ${local}` };
}

function fromRoot(path: string, index: LinkIndex): Target {
  let parts = path.split('/').filter((part) => part !== '');
  let isOurs = false;
  for (let round = 0; round < 3; round++) {
    const pages = index.at(parts.join('/'));
    if (pages.length) return { pages };
    const [first = ''] = parts;
    const locale = localeOfName(first);
    const isLanguage = locale !== null && index.hasLocale(locale);
    if (!isLanguage && !(BASE.test(first) && round === 0)) break;
    isOurs ||= isLanguage;
    parts = parts.slice(1);
  }
  if (OTHER_ENDING.test(path)) return 'away';
  const isKnown = parts.length > 0 && (isOurs || (parts.length > 1 && index.hasFolder(parts[0]!)));
  return isKnown ? { hint: `there is no article ${parts.join('/')}` } : 'away';
}

/** The page as a customer will read it: they stay in the language of the file, whichever the link names. */
function inLanguageOf(file: ArticleFile, pages: readonly ArticleFile[], index: LinkIndex): ArticleFile | undefined {
  const own = pages.find(({ locale }) => locale === file.locale);
  return own ?? pages.map(({ id }) => index.get(id, file.locale)).find((found) => found !== undefined);
}

function fragmentOf(address: string): string {
  const at = address.indexOf('#');
  return at < 0 ? '' : decoded(address.slice(at + 1));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
