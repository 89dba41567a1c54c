import type { ArticleNode, ArticleTree } from '@helpkiosk/core';
import { createNodeBuilder } from './node-builder.js';

/** The tree with the `src` of every image replaced by what `replace` gives; null leaves the alternative text alone. */
export function mapImages(tree: ArticleTree, replace: (src: string) => string | null): ArticleTree {
  const mapAll = (nodes: readonly ArticleNode[]): ArticleNode[] => {
    const builder = createNodeBuilder();
    for (const node of nodes) builder.add(...mapOne(node));
    return builder.finish();
  };
  const mapOne = (node: ArticleNode): ArticleNode[] => {
    if (typeof node === 'string') return [node];
    if (node.tag !== 'image') return [node.children ? { ...node, children: mapAll(node.children) } : node];
    const src = replace(String(node['src']));
    if (src !== null) return [{ ...node, src }];
    return typeof node['alt'] === 'string' ? [node['alt']] : [];
  };
  return { v: 1, nodes: mapAll(tree.nodes) };
}

/** The `src` of every image of a tree, in reading order. */
export function imagesOf(tree: ArticleTree): string[] {
  const found: string[] = [];
  const look = (node: ArticleNode): void => {
    if (typeof node !== 'object' || node === null) return;
    if (node.tag === 'image' && typeof node['src'] === 'string') found.push(node['src']);
    if (Array.isArray(node.children)) node.children.forEach(look);
  };
  tree.nodes.forEach(look);
  return found;
}
