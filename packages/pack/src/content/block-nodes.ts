import { textOf, type ArticleNode, type CompileOptions, type NoteKind } from '@helpkiosk/core';
import type { MarkedToken, Token, Tokens } from 'marked';
import { takeAnchor, type HeadingNode, type PendingHeading } from './heading-ids.js';
import type { HtmlEvent } from './html-scanner.js';
import { addInlineHtml, element, imageNodes, inlineNodes } from './inline-nodes.js';
import { createNodeBuilder, type NodeBuilder } from './node-builder.js';
import { streamOf } from './token-stream.js';
import { trimNodes } from './trim-nodes.js';

/** What a conversion carries along: the caller's options, and the headings that wait for their ids. */
export interface BlockContext {
  options: CompileOptions;
  headings: PendingHeading[];
}

const ALERTS: Readonly<Record<string, NoteKind>> = {
  note: 'note',
  tip: 'tip',
  important: 'warning',
  warning: 'warning',
  caution: 'danger',
};
const ALERT = /^\[!(note|tip|important|warning|caution)\][ \t]*\n?/i;
const INLINE_TAG = /^(?:a|abbr|b|bdi|bdo|br|cite|code|data|del|dfn|em|font|i|img|ins|kbd|label|mark|q|rb|rt|ruby|s|samp|small|span|strong|sub|sup|time|tt|u|var|wbr)$/; // prettier-ignore
const ALIGNMENT = { left: 'start', center: 'center', right: 'end' } as const;

/** The nodes of block tokens: paragraphs, lists, tables, notes ...; HTML blocks give `details` and paragraphs of their text. */
export function blockNodes(tokens: readonly Token[], context: BlockContext): ArticleNode[] {
  const blocks = createNodeBuilder();
  const line = createNodeBuilder();
  const endLine = (): void => {
    const nodes = trimNodes(line.finish());
    blocks.add(...(blocks.current() === 'summary' ? nodes : element('p', nodes)));
  };
  for (const item of streamOf(tokens as readonly MarkedToken[])) {
    if (item.type === 'token') {
      endLine();
      blocks.add(...nodesOf(item.token, context));
    } else if (item.type === 'text' || INLINE_TAG.test(item.name)) addInlineHtml(line, item);
    else {
      endLine();
      addBlockHtml(blocks, item);
    }
  }
  endLine();
  return blocks.finish();
}

function addBlockHtml(blocks: NodeBuilder, event: Exclude<HtmlEvent, { type: 'text' }>): void {
  if (event.name !== 'details' && event.name !== 'summary') return;
  if (event.type === 'close') blocks.close(event.name);
  else if (event.name === 'details') blocks.open('details', event.isOpen ? { open: true } : {});
  else if (blocks.current() === 'details') blocks.open('summary');
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
  const caption = trimNodes(inlineNodes([{ type: 'text', raw: only.title, text: only.title }], options));
  if (typeof image[0] !== 'object') {
    const words = textOf([...image, ' ', ...caption]);
    return element('p', words ? [words] : []);
  }
  return element('figure', [...image, ...element('caption', caption)]);
}

function headingNodes(token: Tokens.Heading, { options, headings }: BlockContext): ArticleNode[] {
  const { children, anchor } = takeAnchor(trimNodes(inlineNodes(token.tokens, options)));
  if (!children.length) return [];
  const level = Math.min(Math.max(token.depth, 2), 4) as 2 | 3 | 4;
  const node: HeadingNode = { tag: `h${level}`, id: '', children };
  headings.push({ node, ...(anchor ? { anchor } : {}) });
  return [node as HeadingNode & ArticleNode];
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

function codeNodes(token: Tokens.Code): ArticleNode[] {
  const lang = (token.lang ?? '').trim().split(/\s/u, 1)[0]!.slice(0, 40);
  const text = token.text.replace(/\n$/u, '');
  return element('pre', text ? [text] : [], lang ? { lang } : {});
}

function quoteNodes(token: Tokens.Blockquote, context: BlockContext): ArticleNode[] {
  const [first, ...others] = token.tokens as MarkedToken[];
  const [opening, ...rest] = (first?.type === 'paragraph' ? first.tokens : []) as MarkedToken[];
  const alert = opening?.type === 'text' ? ALERT.exec(opening.raw) : null;
  if (!alert || first?.type !== 'paragraph' || opening?.type !== 'text')
    return element('quote', blockNodes(token.tokens, context));
  if (rest[0]?.type === 'br') rest.shift();
  const text = opening.raw.slice(alert[0].length);
  const paragraph = { ...first, tokens: text ? [{ ...opening, raw: text, text }, ...rest] : rest };
  const children = blockNodes([paragraph, ...others], context);
  return element('note', children, { kind: ALERTS[alert[1]!.toLowerCase()] });
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
