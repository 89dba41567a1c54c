import {
  cleanArticleTree,
  HelpError,
  MAX_TREE_DEPTH,
  textOf,
  toHelpError,
  type ArticleNode,
  type ArticleTree,
  type CompileOptions,
} from '@helpkiosk/core';
import { MAX_SOURCE_BYTES } from './compile-markdown.js';
import { assignHeadingIds } from './heading-ids.js';
import { createConverter } from './html/convert-html.js';
import type { HtmlNode, HtmlParent } from './html/dom.js';
import type { HtmlOptions } from './html/html-options.js';
import { parseHtmlFragment } from './html/parse-html.js';
import { refuseBigTree } from './tree-size.js';
import { videoNodes } from './video-nodes.js';

/**
 * The article tree of HTML, of a piece or a whole page, with all that is on it: headings, lists, tables, code, notes, details, figures, definitions,
 * ruby. What a tree does not know leaves its words; what no reader sees (scripts, styles, templates, `hidden`, `aria-hidden`) leaves nothing.
 * Unsafe links are reduced to their words, images from origins that are not in `imageOrigins` to their alternative text. `resolveLink` sees
 * every link; null leaves its words. Headings carry the author's ids as data. `h1` becomes `h2`, `h5` and `h6` become `h4`.
 * Throws HelpError `content-too-big` (details: `limit`, `actual`) past 64 kB, 32 levels or 5,000 nodes, and nothing else.
 */
export function compileHtml(source: string, options: CompileOptions = {}): ArticleTree {
  return compileHtmlSource(source, options).tree;
}

/** A compiled source: `title` is the heading that `takeTitle` took, `sections` gives for any id of the source its section, null above the first. */
export interface CompiledHtml {
  tree: ArticleTree;
  title?: string;
  sections: ReadonlyMap<string, string | null>;
}

/** `compileHtml` for readers of files; throws as that does. */
export function compileHtmlSource(source: string, options: HtmlOptions = {}): CompiledHtml {
  const actual = Buffer.byteLength(source);
  if (actual > MAX_SOURCE_BYTES) throw new HelpError('content-too-big', { limit: MAX_SOURCE_BYTES, actual });
  return guarded(() => {
    const root = parseHtmlFragment(source);
    return compileHtmlNodes(root, root.childNodes, options);
  });
}

/**
 * The tree of some nodes of a parsed page, whose `root` may hold the buttons that reveal what is hidden in them. Of a page it is the words that are
 * measured, since its markup says nothing about the article. Throws as `compileHtml` does.
 */
export function compileHtmlNodes(
  root: HtmlParent,
  nodes: readonly HtmlNode[],
  options: HtmlOptions = {},
): CompiledHtml {
  return guarded(() => {
    const { nodes: found, ...rest } = nodesOfHtml(root, nodes, options);
    const actual = Buffer.byteLength(textOf(found));
    if (actual > MAX_SOURCE_BYTES) throw new HelpError('content-too-big', { limit: MAX_SOURCE_BYTES, actual });
    return { ...rest, tree: cleanArticleTree({ v: 1, nodes: found }, { imageOrigins: options.imageOrigins ?? [] }) };
  });
}

/** The nodes before `cleanArticleTree` has checked them, which must find nothing to change. */
export function nodesOfHtml(
  root: HtmlParent,
  nodes: readonly HtmlNode[],
  options: HtmlOptions,
): Omit<CompiledHtml, 'tree'> & { nodes: ArticleNode[] } {
  let title: string | undefined;
  const takeTitle = (words: string): boolean => {
    if (title !== undefined || !options.takeTitle?.(words)) return false;
    title = words;
    return true;
  };
  const converter = createConverter(root, { ...options, takeTitle });
  const found = videoNodes(converter.flow(nodes, []));
  converter.anchors.settle();
  refuseBigTree(found);
  assignHeadingIds(converter.anchors.headings);
  return { nodes: found, sections: converter.anchors.sections(), ...(title === undefined ? {} : { title }) };
}

function guarded<T>(compile: () => T): T {
  try {
    return compile();
  } catch (error) {
    if (error instanceof RangeError) throw toHelpError(error, 'content-too-big', { limit: MAX_TREE_DEPTH });
    throw toHelpError(error);
  }
}
