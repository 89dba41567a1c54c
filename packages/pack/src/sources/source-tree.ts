import type { ArticleNode, ArticleTree } from '@helpkiosk/core';

/** An article link of a tree, and what it becomes: another section, none, or no link at all (null). */
export interface ArticleLink {
  article: string;
  section?: string;
}

/** The tree with every article link replaced by what `replace` gives; null leaves its words. */
export function mapArticleLinks(tree: ArticleTree, replace: (link: ArticleLink) => ArticleLink | null): ArticleTree {
  const mapAll = (nodes: readonly ArticleNode[]): ArticleNode[] => nodes.flatMap(mapOne);
  const mapOne = (node: ArticleNode): ArticleNode[] => {
    if (typeof node === 'string') return [node];
    const { children: written, article, section, ...rest } = node;
    const children = written ? mapAll(written) : [];
    const inner = written ? { children } : {};
    if (node.tag !== 'link' || typeof article !== 'string') return [written ? { ...node, ...inner } : node];
    const link = replace({ article, ...(typeof section === 'string' ? { section } : {}) });
    return link ? [{ ...rest, ...link, ...inner }] : children;
  };
  return { v: 1, nodes: mapAll(tree.nodes) };
}
