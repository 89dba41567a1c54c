import { isHelpError, safeHref, type ArticleNode, type ArticleSource } from '@helpkiosk/core';
import { assignHeadingIds, type HeadingNode, type PendingHeading } from '../content/heading-ids.js';
import { refuseBigTree } from '../content/tree-size.js';
import { decodeEntities } from '../content/entities.js';
import { reasonOf } from './source-bytes.js';
import { fieldOf, isJsonObject, numberField, objectsOf, textField, type JsonObject, type JsonRecord } from './source-json.js'; // prettier-ignore
import { chooseSourceLocale, placeOfSource } from './source-place.js';
import type { SourceReader } from './source-reader.js';

const LEVELS = ['lvl0', 'lvl1', 'lvl2', 'lvl3', 'lvl4', 'lvl5', 'lvl6'] as const;

/** Adds the DocSearch records that a JSON value holds; false where it holds none. */
export function takeDocsearch(path: string, value: unknown, into: JsonRecord[]): boolean {
  const holder = isJsonObject(value) ? value : {};
  const items = [value, fieldOf(holder, 'hits'), fieldOf(holder, 'records')].flatMap((one) =>
    isJsonObject(one) ? [one] : objectsOf(one),
  );
  const records = items.filter((item) => textField(item, 'url') !== undefined && titleOf(item) !== undefined);
  into.push(...records.map((one) => ({ path, value: one })));
  return records.length > 0;
}

/** The heading of a level: records nest them in `hierarchy` or write them flat. */
function levelOf(record: JsonObject, level: number): string | undefined {
  const name = LEVELS[level]!;
  const hierarchy = fieldOf(record, 'hierarchy');
  const nested = isJsonObject(hierarchy) ? textField(hierarchy, name) : undefined;
  const text = nested ?? textField(record, `hierarchy.${name}`) ?? textField(record, `hierarchy_${name}`);
  return text === undefined ? undefined : plain(text);
}

const titleOf = (record: JsonObject): string | undefined => levelOf(record, 1) ?? levelOf(record, 0);

const plain = (text: string): string => decodeEntities(text).replace(/\s+/gu, ' ').trim();

interface Page {
  path: string;
  url: string;
  locale: string | undefined;
  records: JsonObject[];
}

/** One article a page: its title is the first level, its category the one above, its sections the levels below with their anchors. */
export function docsearchArticles(records: readonly JsonRecord[], reader: SourceReader): ArticleSource[] {
  const pages = new Map<string, Page>();
  for (const { path, value } of records) {
    const url = textField(value, 'url_without_anchor') ?? textField(value, 'url')!.replace(/#.*$/su, '');
    const locale = textField(value, 'lang') ?? textField(value, 'language') ?? textField(value, 'locale');
    const key = `${locale ?? ''} ${url}`;
    const page = pages.get(key) ?? { path, url, locale, records: [] };
    pages.set(key, page);
    page.records.push(value);
  }
  return [...pages.values()].flatMap((page) => {
    try {
      return [articleOf(page, reader)];
    } catch (error) {
      if (!isHelpError(error)) throw error;
      reader.report(page.path, 1, `${page.url}: ${reasonOf(error)}`);
      return [];
    }
  });
}

function articleOf({ url, locale, records }: Page, reader: SourceReader): ArticleSource {
  const place = placeOfSource(pathOf(url));
  const [first] = records;
  const inOrder = [...records].sort((a, b) => positionOf(a) - positionOf(b));
  const category = levelOf(first!, 0);
  const title = records.map((record) => levelOf(record, 1)).find(Boolean) ?? titleOf(first!)!;
  const href = safeHref(url);
  const nodes = nodesOf(inOrder);
  refuseBigTree(nodes);
  return {
    id: place.id,
    locale: chooseSourceLocale(locale, place.locale, reader.options.locale ?? 'en'),
    title,
    body: { v: 1, nodes },
    ...(category && category !== title ? { category } : {}),
    ...(href === null ? {} : { url: href }),
  };
}

function positionOf(record: JsonObject): number {
  const weight = fieldOf(record, 'weight');
  return (isJsonObject(weight) ? numberField(weight, 'position') : undefined) ?? 0;
}

function pathOf(url: string): string {
  const path = URL.canParse(url, 'https://a.invalid') ? new URL(url, 'https://a.invalid').pathname : url;
  const bare = path.replace(/^\/+|\/+$/gu, '').replace(/(?:^|\/)index\.html?$|\.html?$/u, '');
  try {
    return `${decodeURIComponent(bare) || 'index'}.html`;
  } catch {
    return `${bare || 'index'}.html`;
  }
}

function nodesOf(records: readonly JsonObject[]): ArticleNode[] {
  const nodes: ArticleNode[] = [];
  const headings: PendingHeading[] = [];
  const seen = new Set<string>();
  let open: (string | undefined)[] = [];
  for (const record of records) {
    const levels = LEVELS.slice(2).map((_, i) => levelOf(record, i + 2));
    const at = levels.findIndex((level, i) => level !== open[i]);
    const deepest = levels.reduce((last, level, i) => (level === undefined ? last : i), -1);
    for (let i = at < 0 ? levels.length : at; i < levels.length; i++) {
      const words = levels[i];
      if (words === undefined) continue;
      const node: HeadingNode = { tag: `h${Math.min(i + 2, 4) as 2 | 3 | 4}`, id: '', children: [words] };
      const anchor = i === deepest ? textField(record, 'anchor') : undefined;
      headings.push({ node, ...(anchor && /^[^\s{}]{1,100}$/u.test(anchor) ? { anchor } : {}) });
      nodes.push(node as HeadingNode & ArticleNode);
    }
    open = levels;
    const content = textField(record, 'content');
    const key = JSON.stringify([levels, content]);
    if (content === undefined || seen.has(key)) continue;
    seen.add(key);
    nodes.push({ tag: 'p', children: [plain(content)] });
  }
  assignHeadingIds(headings);
  return nodes;
}
