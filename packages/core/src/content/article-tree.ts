import type { ArticleNode, ArticleTree, Tag } from '../contracts.js';
import { safeImageSource } from './safe-image.js';
import { safeHref } from './safe-link.js';

/** Deepest nesting and largest number of nodes that a tree may have (TRUST: content). */
export const MAX_TREE_DEPTH = 32;
export const MAX_TREE_NODES = 5000;

/** The kinds that a note can have; anything else is drawn as `note`. */
export const NOTE_KINDS = ['note', 'tip', 'warning', 'danger'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

type Check = (value: unknown, options: TreeOptions) => unknown;

/** `imageOrigins`: origins beside the page's own from which images may be loaded. */
export interface TreeOptions {
  imageOrigins?: readonly string[];
}

const text: Check = (value) => (typeof value === 'string' && value.length <= 500 ? value : undefined);
const whole: Check = (value) => (Number.isInteger(value) && Math.abs(value as number) < 1e6 ? value : undefined);
const flag: Check = (value) => (value === true ? true : undefined);
const oneOf =
  (...words: readonly string[]): Check =>
  (value) =>
    words.includes(value as string) ? value : undefined;
const href: Check = (value) => safeHref(value) ?? undefined;
const imageSource: Check = (value, { imageOrigins = [] }) => safeImageSource(value, imageOrigins) ?? undefined;

const cell = { align: oneOf('start', 'center', 'end'), colspan: whole, rowspan: whole };
const none = {};

/** The allow-list: every tag that a tree may hold, with its attributes and what each may be. */
const ALLOWED: { readonly [K in Tag]: Readonly<Record<string, Check>> } = {
  h2: { id: text },
  h3: { id: text },
  h4: { id: text },
  p: none,
  ul: none,
  ol: { start: whole },
  li: { checked: (value) => (typeof value === 'boolean' ? value : undefined) },
  pre: { lang: text },
  code: none,
  quote: none,
  note: { kind: oneOf(...NOTE_KINDS), title: text },
  table: none,
  row: none,
  cell,
  headcell: cell,
  strong: none,
  em: none,
  del: none,
  kbd: none,
  sup: none,
  sub: none,
  mark: none,
  ruby: none,
  rt: none,
  br: none,
  hr: none,
  link: { href, article: text, section: text },
  image: { src: imageSource, alt: text, width: whole, height: whole },
  figure: none,
  caption: none,
  details: { open: flag },
  summary: none,
  dl: none,
  dt: none,
  dd: none,
  video: { src: href, title: text },
};

/** True for a tag of the allow-list. */
export function isTag(value: unknown): value is Tag {
  return typeof value === 'string' && Object.hasOwn(ALLOWED, value);
}

/**
 * A tree of allowed tags and attributes only, whatever `value` is. Never throws. What is not known is dropped:
 * an unknown element with all it holds, an attribute alone. An image that may not be loaded leaves its alternative text, a link
 * that may not be followed its words. Past 32 levels or 5,000 nodes the rest is left out.
 */
export function cleanArticleTree(value: unknown, options: TreeOptions = {}): ArticleTree {
  let left = MAX_TREE_NODES;
  const cleanAll = (nodes: unknown, depth: number): ArticleNode[] => {
    if (!Array.isArray(nodes) || depth > MAX_TREE_DEPTH) return [];
    const kept: ArticleNode[] = [];
    for (const node of nodes) {
      if (left-- <= 0) break;
      kept.push(...cleanOne(node, depth));
    }
    return kept;
  };
  const cleanOne = (node: unknown, depth: number): readonly ArticleNode[] => {
    if (typeof node === 'string') return [node];
    if (typeof node !== 'object' || node === null) return [];
    const tag = own(node, 'tag');
    if (!isTag(tag)) return [];
    const attributes = cleanAttributes(tag, node as Record<string, unknown>, options);
    if (tag === 'image' && !attributes['src']) return attributes['alt'] ? [attributes['alt'] as string] : [];
    const children = cleanAll(own(node, 'children'), depth + 1);
    if (tag === 'link' && !attributes['href'] && !attributes['article']) return children;
    return [{ tag, ...attributes, ...(children.length ? { children } : {}) }];
  };
  const nodes = typeof value === 'object' && value !== null ? own(value, 'nodes') : undefined;
  return { v: 1, nodes: cleanAll(nodes, 1) };
}

function cleanAttributes(tag: Tag, node: Record<string, unknown>, options: TreeOptions): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, check] of Object.entries(ALLOWED[tag])) {
    const value = check(own(node, name), options);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

const own = (value: object, name: string): unknown =>
  Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
