import { safeHref } from '@helpkiosk/core';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { attributeOf, charactersBelow, elementsBelow, wordOf, type HtmlElement } from './dom.js';

/** What the head of a page, and the data in it for machines, say about its article. `title` and `ogTitle` may end with the name of the site. */
export interface PageFacts {
  title?: string;
  ogTitle?: string;
  siteName?: string;
  summary?: string;
  lang?: string;
  url?: string;
  updatedAt?: number;
  keywords?: string[];
  category?: string;
  isNoindex: boolean;
  redirectsTo?: string;
}

const DATE_NAMES = ['article:modified_time', 'og:updated_time', 'last-modified', 'datemodified', 'dcterms.modified', 'revised', 'date'] as const; // prettier-ignore

/** Reads the facts of a page; what is missing or not understood is left out. */
export function readPageFacts(document: DefaultTreeAdapterTypes.Document): PageFacts {
  const elements = elementsBelow(document);
  const meta = metaOf(elements);
  const data = elements.filter(isJsonLd).flatMap((script) => jsonObjects(charactersBelow(script)));
  const root = elements.find(({ tagName }) => tagName === 'html');
  const titleElement = elements.find(
    ({ tagName, parentNode }) => tagName === 'title' && parentNode?.nodeName === 'head',
  );
  const canonical = elements.find(
    (link) => link.tagName === 'link' && wordOf(link, 'rel')?.toLowerCase() === 'canonical',
  );
  const keywords = [...listOf(meta.get('keywords')), ...listOf(meta.get('article:tag'))];
  const facts = {
    title: clean(titleElement && charactersBelow(titleElement)),
    ogTitle: clean(meta.get('og:title') ?? meta.get('twitter:title')),
    siteName: clean(meta.get('og:site_name') ?? meta.get('application-name')),
    summary: clean(meta.get('description') ?? meta.get('og:description')),
    lang: root && wordOf(root, 'lang') ? wordOf(root, 'lang') : (meta.get('content-language') ?? meta.get('og:locale')),
    url: addressOf(canonical && wordOf(canonical, 'href')) ?? addressOf(meta.get('og:url')),
    updatedAt: dateOf(elements, meta, data),
    keywords: keywords.length ? [...new Set(keywords)] : undefined,
    category: clean(meta.get('article:section')) ?? breadcrumbOf(data),
    isNoindex: /\b(?:noindex|none)\b/iu.test(`${meta.get('robots') ?? ''} ${meta.get('googlebot') ?? ''}`),
    redirectsTo: /^\s*\d+\s*[;,]\s*url\s*=\s*['"]?([^'"]+)/iu.exec(meta.get('refresh') ?? '')?.[1],
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as unknown as PageFacts;
}

function metaOf(elements: readonly HtmlElement[]): Map<string, string> {
  const meta = new Map<string, string>();
  for (const element of elements) {
    if (element.tagName !== 'meta') continue;
    const name = wordOf(element, 'name') ?? wordOf(element, 'property') ?? wordOf(element, 'http-equiv');
    const content = attributeOf(element, 'content')?.trim();
    const key = name?.toLowerCase();
    if (key && content && !meta.has(key)) meta.set(key, content);
    else if (key === 'article:tag' && content) meta.set(key, `${meta.get(key) ?? ''},${content}`);
  }
  return meta;
}

const clean = (text: string | undefined): string | undefined => text?.replace(/\s+/gu, ' ').trim() || undefined;

const listOf = (text: string | undefined): string[] =>
  (text ?? '').split(/[,，、;；]/u).map((word) => word.trim()).filter(Boolean); // prettier-ignore

const addressOf = (href: string | undefined): string | undefined =>
  href && /^https?:\/\//iu.test(href) ? (safeHref(href) ?? undefined) : undefined;

function dateOf(
  elements: readonly HtmlElement[],
  meta: ReadonlyMap<string, string>,
  data: readonly Record<string, unknown>[],
): number | undefined {
  const marked = elements.find((element) => attributeOf(element, 'itemprop')?.toLowerCase() === 'datemodified');
  const candidates = [
    ...DATE_NAMES.slice(0, -1).map((name) => meta.get(name)),
    ...data.map((item) => item['dateModified']),
    marked && (wordOf(marked, 'datetime') ?? wordOf(marked, 'content')),
    meta.get('date'),
  ];
  return candidates.map(instantOf).find((at) => at !== undefined);
}

/** An ISO date or an HTTP date as epoch milliseconds; dates without a time zone are UTC. */
export function instantOf(value: unknown): number | undefined {
  const text = typeof value === 'string' ? value.trim() : '';
  const isLocal = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/u.test(text);
  const isKnown =
    isLocal || /^\d{4}-\d{2}-\d{2}(?:$|[T ].*(?:Z|[+-]\d{2}:?\d{2})$)/iu.test(text) || text.endsWith(' GMT');
  const at = isKnown ? Date.parse(isLocal ? `${text.replace(' ', 'T')}Z` : text) : Number.NaN;
  return Number.isFinite(at) ? at : undefined;
}

const isJsonLd = (element: HtmlElement): boolean =>
  element.tagName === 'script' && wordOf(element, 'type')?.toLowerCase() === 'application/ld+json';

function jsonObjects(text: string): Record<string, unknown>[] {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = (item: unknown): item is Record<string, unknown> => typeof item === 'object' && item !== null;
    const items = Array.isArray(value) ? (value as unknown[]) : isObject(value) ? [value, ...graphOf(value)] : [];
    return items.filter(isObject);
  } catch {
    return [];
  }
}

const graphOf = (value: Record<string, unknown>): unknown[] => (Array.isArray(value['@graph']) ? (value['@graph'] as unknown[]) : []); // prettier-ignore

/** The last step but one of the path to a page. */
function breadcrumbOf(data: readonly Record<string, unknown>[]): string | undefined {
  const items = data.find((item) => item['@type'] === 'BreadcrumbList')?.['itemListElement'];
  const step: unknown = Array.isArray(items) && items.length > 2 ? items[items.length - 2] : undefined;
  if (typeof step !== 'object' || step === null) return undefined;
  const { name, item } = step as { name?: unknown; item?: unknown };
  const inner = typeof item === 'object' && item !== null ? (item as { name?: unknown }).name : undefined;
  const words = typeof name === 'string' ? name : inner;
  return typeof words === 'string' ? clean(words) : undefined;
}
