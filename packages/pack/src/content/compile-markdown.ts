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
import { assignHeadingIds, takeAnchor, type PendingHeading } from './heading-ids.js';
import { inlineNodes } from './inline-nodes.js';
import { lexMarkdown } from './markdown-lexer.js';
import { refuseBigTree } from './tree-size.js';

/** Largest article source in bytes of UTF-8 (TRUST: content). */
export const MAX_SOURCE_BYTES = 64 * 1024;

/**
 * The article tree of a Markdown text: CommonMark with GitHub's tables, task lists, strikethrough and alerts, and emphasis that
 * works beside Chinese punctuation. Raw HTML is reduced to the tags that a tree knows, unsafe links to their words, images from
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
 * `compileMarkdown` for a whole file: its first heading of level 1 may be the title. `takeTitle` decides, given its words, whether it
 * leaves the body; by default it stays.
 */
export function compileArticle(
  source: string,
  options: CompileOptions & { takeTitle?: (words: string) => boolean } = {},
): CompiledArticle {
  const { imageOrigins = [] } = options;
  const { nodes, title } = nodesOfMarkdown(source, options);
  return { tree: cleanArticleTree({ v: 1, nodes }, { imageOrigins }), ...(title === undefined ? {} : { title }) };
}

/** The nodes before `cleanArticleTree` has checked them, which must find nothing to change. */
export function nodesOfMarkdown(
  source: string,
  options: CompileOptions & { takeTitle?: (words: string) => boolean } = {},
): { nodes: ArticleNode[]; title?: string } {
  const actual = Buffer.byteLength(source);
  if (actual > MAX_SOURCE_BYTES) throw new HelpError('content-too-big', { limit: MAX_SOURCE_BYTES, actual });
  try {
    const tokens = lexMarkdown(source.replaceAll('\0', '\u{fffd}'));
    const title = takeTitle(tokens, options);
    const headings: PendingHeading[] = [];
    const nodes = blockNodes(tokens, { options, headings });
    refuseBigTree(nodes);
    assignHeadingIds(headings);
    return { nodes, ...(title === undefined ? {} : { title }) };
  } catch (error) {
    if (error instanceof RangeError) throw toHelpError(error, 'content-too-big', { limit: MAX_TREE_DEPTH });
    throw toHelpError(error);
  }
}

function takeTitle(
  tokens: Token[],
  options: CompileOptions & { takeTitle?: (words: string) => boolean },
): string | undefined {
  const at = (tokens as MarkedToken[]).findIndex((token) => token.type === 'heading' && token.depth === 1);
  if (at < 0 || !options.takeTitle) return undefined;
  const words = textOf(takeAnchor(inlineNodes((tokens[at] as Tokens.Heading).tokens, {})).children);
  if (words === '' || !options.takeTitle(words)) return undefined;
  tokens.splice(at, 1);
  return words;
}
