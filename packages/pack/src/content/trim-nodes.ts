import type { ArticleNode } from '@helpkiosk/core';

/** The nodes without spaces and line breaks at either end; none where nothing else is left. */
export function trimNodes(nodes: readonly ArticleNode[]): ArticleNode[] {
  const kept = [...nodes];
  while (kept.length && isSpace(kept[0]!)) kept.shift();
  while (kept.length && isSpace(kept.at(-1)!)) kept.pop();
  const [first] = kept;
  if (typeof first === 'string') kept[0] = first.trimStart();
  const last = kept.at(-1);
  if (typeof last === 'string') kept[kept.length - 1] = last.trimEnd();
  return kept;
}

const isSpace = (node: ArticleNode): boolean => (typeof node === 'string' ? node.trim() === '' : node.tag === 'br');
