import { HelpError, MAX_TREE_DEPTH, MAX_TREE_NODES, type ArticleNode } from '@helpkiosk/core';

/**
 * Throws HelpError `content-too-big` (details: `limit`, `actual`) for a tree of more than 32 levels or 5,000 nodes. Counts as
 * `cleanArticleTree` does: texts are nodes, those at the top are level 1.
 */
export function refuseBigTree(nodes: readonly ArticleNode[]): void {
  let count = 0;
  let deepest = 0;
  let level: readonly ArticleNode[] = nodes;
  while (level.length) {
    deepest++;
    count += level.length;
    if (deepest > MAX_TREE_DEPTH) throw new HelpError('content-too-big', { limit: MAX_TREE_DEPTH, actual: deepest });
    if (count > MAX_TREE_NODES) throw new HelpError('content-too-big', { limit: MAX_TREE_NODES, actual: count });
    level = level.flatMap((node) => (typeof node === 'object' ? (node?.children ?? []) : []));
  }
}
