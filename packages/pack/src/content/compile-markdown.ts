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
import type { MarkedToken, Token, Tokens } from 'marked';
import { blockNodes } from './block-nodes.js';
import { prepareMarkdown } from './dialects/prepare-markdown.js';
import { assignIds, takeAnchor } from './heading-ids.js';
import { inlineNodes } from './inline-nodes.js';
import { lexMarkdown } from './markdown-lexer.js';
import { refuseBigTree } from './tree-size.js';
import { videoNodes } from './video-nodes.js';

/** Largest article source in bytes of UTF-8 (TRUST: content). */
export const MAX_SOURCE_BYTES = 64 * 1024;

/**
 * The article tree of a Markdown text: CommonMark with GitHub's tables, task lists, strikethrough and alerts, emphasis that works
 * beside Chinese punctuation, and what Docusaurus, VitePress, Starlight, Hugo, MkDocs and Obsidian add to it. Raw HTML is reduced to the tags that a tree knows, unsafe links to their words, images from
 * origins that are not in `imageOrigins` to their alternative text. `resolveLink` sees every link; null leaves its words. A
 * fragment in the link becomes the `section` of an article link. Known character references: all numeric ones and those of HTML 4.
 * Throws HelpError `content-too-big` (details: `limit`, `actual`) past 64 kB, 32 levels or 5,000 nodes, and nothing else.
 */
export function compileMarkdown(source: string, options: CompileOptions = {}): ArticleTree {
  return compileArticle(source, options).tree;
}

/** A compiled article and the heading of level 1 that was taken out of it as its title. */
export interface CompiledArticle {
  tree: ArticleTree;
  title?: string;
}

/**
 * `takeTitle` decides, given the words of the first heading of level 1, whether it leaves the body as the title; by default it stays.
 * `mdx`: expressions in braces and lines of import and export are code; by default where something is imported.
 */
export type MarkdownOptions = CompileOptions & { takeTitle?: (words: string) => boolean; mdx?: boolean };

/** `compileMarkdown` for a whole file, whose first heading of level 1 may be the title. */
export function compileArticle(source: string, options: MarkdownOptions = {}): CompiledArticle {
  const { imageOrigins = [] } = options;
  const { nodes, title } = nodesOfMarkdown(source, options);
  return { tree: cleanArticleTree({ v: 1, nodes }, { imageOrigins }), ...(title === undefined ? {} : { title }) };
}

/** The nodes before `cleanArticleTree` has checked them, which must find nothing to change. */
export function nodesOfMarkdown(
  source: string,
  options: MarkdownOptions = {},
): { nodes: ArticleNode[]; title?: string } {
  const actual = Buffer.byteLength(source);
  if (actual > MAX_SOURCE_BYTES) throw new HelpError('content-too-big', { limit: MAX_SOURCE_BYTES, actual });
  try {
    const { mdx } = options;
    const prepared = prepareMarkdown(source.replaceAll('\0', '\u{fffd}'), mdx === undefined ? {} : { mdx });
    const tokens = lexMarkdown(prepared);
    const title = takeTitle(tokens, options);
    const nodes = videoNodes(blockNodes(tokens, { options, lexInline: lexLine }));
    refuseBigTree(nodes);
    assignIds(nodes);
    return { nodes, ...(title === undefined ? {} : { title }) };
  } catch (error) {
    if (error instanceof RangeError) throw toHelpError(error, 'content-too-big', { limit: MAX_TREE_DEPTH });
    throw toHelpError(error);
  }
}

/** The inline tokens of a line. */
function lexLine(markdown: string): readonly Token[] {
  const [first] = lexMarkdown(markdown.replaceAll('\n', ' ').trim()) as MarkedToken[];
  return first?.type === 'paragraph' ? first.tokens : [];
}

function takeTitle(tokens: Token[], options: MarkdownOptions): string | undefined {
  const at = (tokens as MarkedToken[]).findIndex((token) => token.type === 'heading' && token.depth === 1);
  if (at < 0 || !options.takeTitle) return undefined;
  const words = textOf(takeAnchor(inlineNodes((tokens[at] as Tokens.Heading).tokens, {})).children);
  if (words === '' || !options.takeTitle(words)) return undefined;
  tokens.splice(at, 1);
  return words;
}
