import type { ArticleNode, Tag } from '@helpkiosk/core';

/** One node with children, none where it would be empty. */
export function element(
  tag: Tag,
  children: readonly ArticleNode[],
  attributes: Readonly<Record<string, unknown>> = {},
): ArticleNode[] {
  return children.length ? [{ tag, ...attributes, children }] : [];
}

/** Blocks of a list item or a cell: its only paragraph, standing first, is plain text there. */
export function unwrapLone(blocks: readonly ArticleNode[]): ArticleNode[] {
  const [first, ...rest] = blocks;
  const isParagraph = (node: ArticleNode | undefined): boolean => typeof node === 'object' && node.tag === 'p';
  if (typeof first !== 'object' || !isParagraph(first) || rest.some(isParagraph)) return [...blocks];
  return [...(first.children ?? []), ...rest];
}
