import type { ArticleNode, ArticleTree, Tag } from '../contracts.js';

/** A stretch of an article under one heading. The stretch before the first heading has neither `id` nor `heading`. */
export interface ArticleSection {
  id?: string;
  heading: string;
  text: string;
}

/** Tags within a line of text; all others stand apart from their neighbours. */
const INLINE = /^(code|strong|em|del|kbd|sup|sub|mark|ruby|rt|link)$/;
const HEADINGS: ReadonlySet<Tag> = new Set<Tag>(['h2', 'h3', 'h4']);

/** The words of some nodes as one line: blocks are separated by a space, alternative texts and titles included. */
export function textOf(nodes: readonly ArticleNode[]): string {
  let text = '';
  const walk = (node: ArticleNode): void => {
    if (typeof node === 'string') return void (text += node);
    const block = !INLINE.test(node.tag);
    if (block) text += ' ';
    for (const name of ['title', 'alt'] as const)
      if (typeof node[name] === 'string') text += `${node[name] as string} `;
    for (const child of node.children ?? []) walk(child);
    if (block) text += ' ';
  };
  for (const node of nodes) walk(node);
  return text.replace(/\s+/gu, ' ').trim();
}

/** The sections of an article in reading order; always at least one, the one before the first heading. */
export function sectionsOf(tree: ArticleTree): ArticleSection[] {
  const sections: { id?: string; heading: string; nodes: ArticleNode[] }[] = [{ heading: '', nodes: [] }];
  for (const node of tree.nodes) {
    if (typeof node === 'object' && HEADINGS.has(node.tag)) {
      const id = node['id'];
      sections.push({ ...(typeof id === 'string' ? { id } : {}), heading: textOf(node.children ?? []), nodes: [] });
    } else sections.at(-1)!.nodes.push(node);
  }
  return sections.map(({ nodes, ...section }) => ({ ...section, text: textOf(nodes) }));
}
