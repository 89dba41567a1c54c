import { safeHref } from '@helpkiosk/core';
import { localeOf } from './locale-tag.js';
import { readVideoFields, type DeclaredVideo } from './video/video-fields.js';

/** What the head of a Markdown file says about its article. `locale` is canonical, `updatedAt` epoch milliseconds. */
export interface FrontMatter {
  title?: string;
  summary?: string;
  keywords?: string[];
  category?: string;
  order?: number;
  /** The article is left out; `draftBy` is the line that says so, as `unlisted: true`. */
  draft?: boolean;
  draftBy?: string;
  locale?: string;
  url?: string;
  updatedAt?: number;
  /** Addresses of the page on its site, which links may use: slug, permalink, url, former addresses. */
  addresses?: string[];
  videos?: DeclaredVideo[];
}

/** Reports a field that cannot be used. */
export type Complain = (name: string, expected: string) => undefined;

type Fields = Readonly<Record<string, unknown>>;

const ISO_INSTANT = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const LIST_SEPARATOR = /[,，、;；\n]/u;
/** Names of one field in the order in which they count; a dot leads into a map. */
const NAMES = {
  title: ['title', 'sidebar_label', 'sidebar.label', 'linkTitle', 'linktitle'],
  summary: ['summary', 'description', 'excerpt'],
  category: ['category', 'categories', 'section', 'group', 'parent'],
  order: ['order', 'weight', 'sidebar_position', 'sidebar.order', 'nav_order', 'position', 'nav.order'],
  locale: ['locale', 'lang', 'language'],
  updatedAt: ['updatedAt', 'updated', 'lastmod', 'lastUpdated', 'last_update.date', 'last_modified_at', 'last_updated', 'modified', 'date', 'pubDate'],
} as const; // prettier-ignore
/** What leaves an article out: the value on the right. */
const LEAVES_OUT: Readonly<Record<string, unknown>> = {
  draft: true, unlisted: true, hidden: true, private: true, excludeSearch: true, search_exclude: true, 'search.exclude': true,
  search: false, pagefind: false, searchable: false, published: false, publish: false, headless: true,
}; // prettier-ignore

/**
 * The fields of an article from those of a head. `aliases` and `tags` are keywords too, but for aliases that are addresses; a list may
 * be one text with commas. Instants without a time zone are UTC. `draft`, `unlisted`, `hidden`, `search: false`, `pagefind: false` and
 * the like leave the article out.
 */
export function readFields(content: Fields, complain: Complain): FrontMatter {
  const read = <T>(
    names: string | readonly string[],
    parse: (value: unknown) => T | undefined,
    expected: string,
  ): T | undefined => {
    const list = typeof names === 'string' ? [names] : names;
    const name = list.find((each) => isGiven(at(content, each))) ?? list[0]!;
    const value = at(content, name);
    if (!isGiven(value)) return undefined;
    return parse(value) ?? complain(name, expected);
  };
  const lists = (...names: string[]): string[] =>
    names.flatMap((name) => read(name, listOf, 'a text or a list of texts') ?? []);
  const words = lists('keywords', 'aliases', 'tags');
  const keywords = [...new Set(words.filter((word) => !isAddress(word)))];
  const addresses = [...lists('slug', 'permalink', 'id').filter((word) => word !== ''), ...words.filter(isAddress)];
  let url: string | undefined;
  const fields: { [K in keyof FrontMatter]: FrontMatter[K] | undefined } = {
    title: read(NAMES.title, textOf, 'a text'),
    summary: read(NAMES.summary, textOf, 'a text'),
    keywords: keywords.length ? keywords : undefined,
    category: read(NAMES.category, firstTextOf, 'a text'),
    order: read(NAMES.order, numberOf, 'a number'),
    ...draftOf(content, complain),
    locale: read(
      NAMES.locale,
      (value) => localeOf(textOf(value) ?? '') ?? undefined,
      'a language tag such as en or zh-Hans',
    ),
    url: (url = read('url', (value) => safeHref(value) ?? undefined, 'an http(s) or relative address')),
    updatedAt: read(
      NAMES.updatedAt.filter((name) => typeof at(content, name) !== 'boolean'),
      instantOf,
      'a date such as 2026-11-12',
    ),
    videos: isGiven(content['videos']) ? videosOf(content['videos'], complain) : undefined,
    addresses: addresses.length || url ? [...addresses, ...(url ? [url] : [])] : undefined,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as FrontMatter;
}

function videosOf(value: unknown, complain: Complain): DeclaredVideo[] | undefined {
  const videos = readVideoFields(value, (expected) => complain('videos', expected));
  return videos.length ? videos : undefined;
}

function draftOf(content: Fields, complain: Complain): Pick<FrontMatter, 'draft' | 'draftBy'> {
  let draft: boolean | undefined;
  for (const [name, leavesOut] of Object.entries(LEAVES_OUT)) {
    const value = booleanOf(at(content, name));
    if (value === leavesOut)
      return { draft: true, ...(name === 'draft' ? {} : { draftBy: `${name}: ${String(value)}` }) };
    if (name !== 'draft') continue;
    if (value !== undefined) draft = value;
    else if (isGiven(content['draft'])) complain('draft', 'true or false');
  }
  return draft === undefined ? {} : { draft };
}

function at(content: Fields, name: string): unknown {
  let value: unknown = content;
  for (const part of name.split('.')) {
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, part);
    if (!isMap) return undefined;
    value = (value as Fields)[part];
  }
  return value;
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== '';
const isAddress = (text: string): boolean => /^(?:\/|https?:\/\/)/.test(text);

function booleanOf(value: unknown): boolean | undefined {
  if (typeof value === 'boolean') return value;
  return value === 'true' ? true : value === 'false' ? false : undefined;
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

const firstTextOf = (value: unknown): string | undefined =>
  Array.isArray(value) ? (value.length ? textOf(value[0]) : undefined) : textOf(value);

function listOf(value: unknown): string[] | undefined {
  const items = typeof value === 'string' ? value.split(LIST_SEPARATOR) : Array.isArray(value) ? value : [value];
  const texts = items.map((item) => (item === '' ? '' : textOf(item)));
  if (texts.includes(undefined) && typeof value !== 'string') return undefined;
  return texts.filter((text): text is string => Boolean(text));
}

function numberOf(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

function instantOf(value: unknown): number | undefined {
  if (typeof value === 'number') return numberOf(value);
  const text = typeof value === 'string' ? value.trim() : '';
  const match = ISO_INSTANT.exec(text);
  if (!match) return undefined;
  const iso = text.replace(' ', 'T');
  const instant = Date.parse(iso.includes('T') && !match[1] ? `${iso}Z` : iso);
  return Number.isFinite(instant) ? instant : undefined;
}
