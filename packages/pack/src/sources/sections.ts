import type { ArticleNode, ArticleTree } from '@helpkiosk/core';

/** The anchors of the headings of a tree. */
export function headingIdsOf(nodes: readonly ArticleNode[]): Set<string> {
  const ids = new Set<string>();
  const look = (node: ArticleNode): void => {
    if (typeof node === 'string') return;
    if (/^h[234]$/.test(node.tag)) ids.add(String(node['id']));
    node.children?.forEach(look);
  };
  nodes.forEach(look);
  return ids;
}

const loose = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** The anchor that an author means: sites make anchors by rules of their own, which differ in marks and accents. Undefined: none. */
export function findSection(ids: ReadonlySet<string>, wanted: string): string | undefined {
  if (ids.has(wanted)) return wanted;
  const key = loose(wanted);
  return key ? [...ids].find((id) => loose(id) === key) : undefined;
}

/**
 * The anchor of the heading that stands where `wanted` stands in a translation: links in one language often name the headings of
 * another. Only where both have as many headings.
 */
export function sameSection(
  ids: ReadonlySet<string>,
  translation: ReadonlySet<string>,
  wanted: string,
): string | undefined {
  const found = ids.size === translation.size ? findSection(translation, wanted) : undefined;
  return found === undefined ? undefined : [...ids][[...translation].indexOf(found)];
}

/** The tree with the sections of its links named anew; what `rename` leaves undefined stays. */
export function renameSections(
  tree: ArticleTree,
  rename: (article: string, section: string) => string | undefined,
): ArticleTree {
  const one = (node: ArticleNode): ArticleNode => {
    if (typeof node === 'string') return node;
    const children = node.children ? { children: node.children.map(one) } : {};
    if (node.tag !== 'link' || typeof node['section'] !== 'string') return { ...node, ...children };
    return { ...node, section: rename(String(node['article']), node['section']) ?? node['section'], ...children };
  };
  return { v: 1, nodes: tree.nodes.map(one) };
}
