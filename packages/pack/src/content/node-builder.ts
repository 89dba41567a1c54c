import type { ArticleNode, Tag } from '@helpkiosk/core';

interface OpenNode {
  tag: Tag;
  attributes: Readonly<Record<string, unknown>>;
  children: ArticleNode[];
}

/** Puts nodes together from opening and closing tags that may be out of order, as raw HTML has them. */
export interface NodeBuilder {
  /** Adds nodes to the innermost open one; texts side by side become one. */
  add(...nodes: readonly ArticleNode[]): void;
  open(tag: Tag, attributes?: Readonly<Record<string, unknown>>): void;
  /** Closes the innermost open node of that tag and all within it; nothing where none is open. */
  close(tag: Tag): void;
  isOpen(tag: Tag): boolean;
  /** Tag of the innermost open node. */
  current(): Tag | undefined;
  /** True where nothing has been put into the innermost open node yet. */
  isEmpty(): boolean;
  /** Closes all and hands over the nodes; the builder is empty afterwards. */
  finish(): ArticleNode[];
}

/** A builder with nothing in it. Nodes that stay empty are left out. */
export function createNodeBuilder(): NodeBuilder {
  let root: ArticleNode[] = [];
  const openNodes: OpenNode[] = [];
  const add = (...nodes: readonly ArticleNode[]): void => {
    const siblings = openNodes.at(-1)?.children ?? root;
    for (const node of nodes) {
      const last = siblings.at(-1);
      if (node === '') continue;
      if (typeof node === 'string' && typeof last === 'string') siblings[siblings.length - 1] = last + node;
      else siblings.push(node);
    }
  };
  const closeInnermost = (): void => {
    const { tag, attributes, children } = openNodes.pop()!;
    if (children.length) add({ tag, ...attributes, children });
  };
  const isOpen = (tag: Tag): boolean => openNodes.some((node) => node.tag === tag);
  return {
    add,
    open: (tag, attributes = {}) => void openNodes.push({ tag, attributes, children: [] }),
    close(tag) {
      if (!isOpen(tag)) return;
      while (openNodes.at(-1)!.tag !== tag) closeInnermost();
      closeInnermost();
    },
    isOpen,
    current: () => openNodes.at(-1)?.tag,
    isEmpty: () => (openNodes.at(-1)?.children ?? root).length === 0,
    finish() {
      while (openNodes.length) closeInnermost();
      const nodes = root;
      root = [];
      return nodes;
    },
  };
}
