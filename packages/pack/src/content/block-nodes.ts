import { textOf, type ArticleNode, type CompileOptions } from '@helpkiosk/core';
import type { MarkedToken, Token, Tokens } from 'marked';
import { calloutNode, calloutOf } from './callouts.js';
import { takeAnchor } from './heading-ids.js';
import { addBlockHtml, addBlocks, addCodeText, addLine } from './raw-html-blocks.js';
import { addInlineHtml, element, imageNodes, inlineNodes } from './inline-nodes.js';
import { createNodeBuilder } from './node-builder.js';
import { streamOf } from './token-stream.js';
import { trimNodes } from './trim-nodes.js';

/** What a conversion carries along. `lexInline` makes tokens of a line that stood in an attribute. */
export interface BlockContext {
  options: CompileOptions;
  lexInline(markdown: string): readonly Token[];
}

const INLINE_TAG = /^(?:a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|rb|rt|ruby|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)$/; // prettier-ignore
const ALIGNMENT = { left: 'start', center: 'center', right: 'end' } as const;

/**
 * The nodes of block tokens: paragraphs, lists, tables, notes ...; HTML blocks give what their tags stand for, and paragraphs of
 * their text. Headings come with an empty `id`, and with an `anchor` where the author wrote one: `assignIds` puts that right.
 */
export function blockNodes(tokens: readonly Token[], context: BlockContext): ArticleNode[] {
  const { options, lexInline } = context;
  const blocks = createNodeBuilder();
  const line = createNodeBuilder();
  for (const item of streamOf(tokens as readonly MarkedToken[])) {
    if (item.type === 'token') {
      addLine(blocks, line.finish());
      addBlocks(blocks, nodesOf(item.token, context));
    } else if (blocks.current() === 'pre' && !(item.type !== 'text' && item.name === 'pre')) {
      if (item.type === 'text') addCodeText(blocks, item.text);
    } else if (item.type === 'text' || INLINE_TAG.test(item.name)) addInlineHtml(line, item, options);
    else {
      addLine(blocks, line.finish());
      addBlockHtml(blocks, item, (title) => inlineNodes(lexInline(title), {}));
    }
  }
  addLine(blocks, line.finish());
  return blocks.finish();
}

function nodesOf(token: Exclude<MarkedToken, { type: 'html' }>, context: BlockContext): ArticleNode[] {
  const { options } = context;
  switch (token.type) {
    case 'paragraph':
      return paragraphNodes(token, options);
    case 'text':
      return trimNodes(inlineNodes(token.tokens ?? [{ ...token, raw: token.text }], options));
    case 'heading':
      return headingNodes(token, context);
    case 'list':
      return listNodes(token, context);
    case 'code':
      return codeNodes(token);
    case 'blockquote':
      return quoteNodes(token, context);
    case 'table':
      return tableNodes(token, options);
    case 'hr':
      return [{ tag: 'hr' }];
    default:
      return [];
  }
}

function paragraphNodes(token: Tokens.Paragraph | Tokens.Text, options: CompileOptions): ArticleNode[] {
  const tokens = (token.tokens ?? []) as MarkedToken[];
  const [only] = tokens;
  if (tokens.length !== 1 || only?.type !== 'image' || !only.title) {
    return element('p', trimNodes(inlineNodes(tokens, options)));
  }
  const image = imageNodes(only, options);
  if (typeof image[0] === 'object' && image[0].tag !== 'image') return [{ tag: 'p', children: image }];
  const caption = trimNodes(inlineNodes([{ type: 'text', raw: only.title, text: only.title }], options));
  if (typeof image[0] !== 'object') {
    const words = textOf([...image, ' ', ...caption]);
    return element('p', words ? [words] : []);
  }
  return element('figure', [...image, ...element('caption', caption)]);
}

function headingNodes(token: Tokens.Heading, { options }: BlockContext): ArticleNode[] {
  const { children, anchor } = takeAnchor(trimNodes(inlineNodes(token.tokens, options)));
  if (!children.length) return [];
  const level = Math.min(Math.max(token.depth, 2), 4) as 2 | 3 | 4;
  return [{ tag: `h${level}`, id: '', ...(anchor ? { anchor } : {}), children }];
}

function listNodes(token: Tokens.List, context: BlockContext): ArticleNode[] {
  const items = token.items.map((item): ArticleNode => {
    const children = blockNodes(item.tokens, context);
    const checked = item.task ? { checked: item.checked === true } : {};
    return { tag: 'li', ...checked, ...(children.length ? { children } : {}) };
  });
  const start = Number(token.start);
  const startsElsewhere = token.ordered && start !== 1 && start < 1e6;
  return element(token.ordered ? 'ol' : 'ul', items, startsElsewhere ? { start } : {});
}

const LANGUAGE = /^\{?[ \t]*\.?([^\s{}:,=[\]"'`]{1,40})/u;
/** Comments that tell a highlighter what to mark; VitePress puts them at the end of a line, Docusaurus on a line of its own. */
const LINE_MARKS = /[ \t]*(?:\/\/|#|--|<!--|\/\*)[ \t]*\[!code[^\]\n]*\][ \t]*(?:-->|\*\/)?[ \t]*$/gm;
const MARK_LINES =
  /^[ \t]*(?:\/\/|#|<!--|\{?\/\*)[ \t]*highlight-(?:next-line|start|end)[ \t]*(?:-->|\*\/\}?)?[ \t]*(?:\n|$)/gm;

function codeNodes(token: Tokens.Code): ArticleNode[] {
  const lang = LANGUAGE.exec((token.lang ?? '').trim())?.[1] ?? '';
  const text = token.text.replace(LINE_MARKS, '').replace(MARK_LINES, '').replace(/\n$/u, '');
  return element('pre', text ? [text] : [], lang ? { lang } : {});
}

function quoteNodes(token: Tokens.Blockquote, context: BlockContext): ArticleNode[] {
  const callout = calloutOf(token);
  if (!callout) return element('quote', blockNodes(token.tokens, context));
  const title = trimNodes(inlineNodes(callout.title, context.options));
  return calloutNode(callout, title, blockNodes(callout.rest, context));
}

function tableNodes(token: Tokens.Table, options: CompileOptions): ArticleNode[] {
  const row = (tag: 'headcell' | 'cell', cells: readonly Tokens.TableCell[]): ArticleNode => ({
    tag: 'row',
    children: cells.map((cell): ArticleNode => {
      const children = trimNodes(inlineNodes(cell.tokens, options));
      const align = cell.align ? { align: ALIGNMENT[cell.align] } : {};
      return { tag, ...align, ...(children.length ? { children } : {}) };
    }),
  });
  return [
    { tag: 'table', children: [row('headcell', token.header), ...token.rows.map((cells) => row('cell', cells))] },
  ];
}
