import { textOf, type ArticleNode } from '@helpkiosk/core';

/** A heading node that can still be changed. */
export interface HeadingNode {
  tag: 'h2' | 'h3' | 'h4';
  id: string;
  children: ArticleNode[];
}

/** A heading whose `id` is still open: `anchor` is what the author wrote as `{#anchor}`. */
export interface PendingHeading {
  node: HeadingNode;
  anchor?: string;
}

const MAX_ID = 300;
const ANCHOR = /\s*\{:?\s*#([^\s{}]{1,100})(?:\s[^{}]{0,100})?\}\s*$/u;
const NOT_IN_SLUG = /[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu;

/** Takes `{#anchor}`, or an attribute list that begins with one, off the end of a heading's nodes. */
export function takeAnchor(children: readonly ArticleNode[]): { children: ArticleNode[]; anchor?: string } {
  const last = children.at(-1);
  const match = typeof last === 'string' ? ANCHOR.exec(last.slice(-MAX_ID)) : null;
  if (!match) return { children: [...children] };
  const rest = (last as string).slice(0, -match[0].length);
  return { children: [...children.slice(0, -1), ...(rest ? [rest] : [])], anchor: match[1]! };
}

/**
 * Gives every heading its anchor: the author's own first, then one made of its words as GitHub makes it, so that links written
 * there hold here: lower case, letters of every script kept, spaces as `-`, marks left out. A second one gets `-1`, `-2` ...
 */
export function assignHeadingIds(headings: readonly PendingHeading[]): void {
  const taken = new Set<string>();
  const nextOf = new Map<string, number>();
  const claim = (wanted: string): string => {
    let id = wanted;
    let next = nextOf.get(wanted) ?? 1;
    while (taken.has(id)) id = `${wanted}-${next++}`;
    nextOf.set(wanted, next);
    taken.add(id);
    return id;
  };
  for (const { node, anchor } of headings) if (anchor) node.id = claim(anchor);
  for (const { node, anchor } of headings) if (!anchor) node.id = claim(slugOf(textOf(node.children)));
}

/**
 * Gives every heading of a tree that is being made its `id`, in reading order; `anchor`, where the author's own stood, goes. Changes
 * the nodes themselves.
 */
export function assignIds(nodes: readonly ArticleNode[]): void {
  const headings: PendingHeading[] = [];
  const look = (node: ArticleNode): void => {
    if (typeof node === 'string') return;
    if (/^h[234]$/.test(node.tag)) {
      const heading = node as unknown as HeadingNode & { anchor?: string };
      const { anchor } = heading;
      delete heading.anchor;
      headings.push({ node: heading, ...(anchor ? { anchor: anchor.slice(0, MAX_ID) } : {}) });
    }
    node.children?.forEach(look);
  };
  nodes.forEach(look);
  assignHeadingIds(headings);
}

/** `忘记密码？` gives `忘记密码`, `Log in & out` gives `log-in--out`; a text without letters and digits gives `section`. */
export function slugOf(text: string): string {
  const slug = text.toLowerCase().replace(NOT_IN_SLUG, '').trim().replaceAll(' ', '-');
  return Array.from(slug).slice(0, MAX_ID).join('') || 'section';
}
