import type { ArticleNode } from '@helpkiosk/core';
import { joinLines } from '../cjk.js';
import { createNodeBuilder, type NodeBuilder } from '../node-builder.js';
import { trimNodes } from '../trim-nodes.js';
import { createAnchorBook } from './anchor-book.js';
import { BLOCK_NODES, isPlainBlock, kindOfNote, noteNodes } from './block-elements.js';
import { isElement, textOfNode, wordOf, wordsBelow, type HtmlElement, type HtmlNode, type HtmlParent } from './dom.js';
import { isHidden, revealedIds } from './hidden.js';
import type { Converter, HtmlOptions, Mark, Marks } from './html-options.js';
import { filmNodes, imageNodes, linkMark } from './link-image.js';
import { INLINE_MARKS, wordsOfMath } from './marks.js';

/** Elements within a line that are drawn as things of their own: no word runs on into them. */
const STANDS_APART: ReadonlySet<string> = new Set(['button', 'label', 'output']);

/** The converter of one source. `root` is where it looks for controls that reveal what is hidden. */
export function createConverter(root: HtmlParent, options: HtmlOptions): Converter {
  const revealed = revealedIds(root);
  const converter: Converter = {
    options,
    anchors: createAnchorBook(),
    isHidden: (element) => isHidden(element, revealed) || options.skip?.(element) === true,
    flow(nodes, marks) {
      const walk = createWalk(converter, marks, false);
      for (const node of nodes) walk.visit(node);
      return walk.finish();
    },
    line(nodes, marks) {
      const walk = createWalk(converter, marks, true);
      for (const node of nodes) walk.visit(node);
      return trimNodes(walk.finish()).map(withSingleSpaces);
    },
  };
  return converter;
}

interface Walk {
  visit(node: HtmlNode): void;
  finish(): ArticleNode[];
}

/** Text gathers in a line; a block ends it, and the marks that were open go on behind the block. */
function createWalk(converter: Converter, outer: Marks, isLine: boolean): Walk {
  const blocks: ArticleNode[] = [];
  const marks: Mark[] = [...outer];
  const line = createNodeBuilder();
  let isAfterBreak = false;
  const openMarks = (): void => marks.forEach(({ tag, attributes }) => line.open(tag, attributes));
  const endLine = (): void => {
    isAfterBreak = false;
    if (isLine) return line.add(' ');
    const children = trimNodes(line.finish()).map(withSingleSpaces);
    if (children.length && !isBlank(children)) blocks.push({ tag: 'p', children });
    openMarks();
  };
  const visitAll = (nodes: readonly HtmlNode[]): void => nodes.forEach(visit);
  const addText = (text: string): void => {
    if (/\S/u.test(text)) {
      isAfterBreak = false;
      converter.anchors.settle();
    }
    line.add(joinLines(text.replaceAll(/\r\n?/gu, '\n')).replaceAll(/[\t\n\f\r ]+/gu, ' '));
  };
  const addBreak = (): void => {
    if (isAfterBreak && !isLine) return endLine();
    line.add({ tag: 'br' });
    isAfterBreak = true;
  };
  const addLeaf = (nodes: readonly ArticleNode[]): void => {
    if (nodes.length) isAfterBreak = false;
    line.add(...nodes);
  };
  const withMark = (mark: Mark | null, nodes: readonly HtmlNode[]): void => {
    if (!mark || marks.some(({ tag }) => tag === mark.tag)) return visitAll(nodes);
    marks.push(mark);
    line.open(mark.tag, mark.attributes);
    visitAll(nodes);
    marks.pop();
    line.close(mark.tag);
  };
  const addBlocks = (nodes: readonly ArticleNode[]): void => void blocks.push(...nodes);
  function visit(node: HtmlNode): void {
    const text = textOfNode(node);
    if (text !== undefined) return addText(text);
    if (!isElement(node) || converter.isHidden(node)) return;
    if (visitLeaf(node, converter, { addLeaf, addBreak, line })) return;
    const mark = markOf(node, converter, marks);
    if (mark !== undefined) return withMark(mark, node.childNodes);
    const convert = isLine ? undefined : BLOCK_NODES[node.tagName];
    const note = isLine || convert ? null : kindOfNote(node);
    if (!convert && !isPlainBlock(node) && !note) return visitInline(node);
    endLine();
    if (!convert && !isHeading(node)) converter.anchors.note(wordOf(node, 'id'));
    if (convert) addBlocks(convert(node, converter, marks));
    else if (note) addBlocks(noteNodes(node, note, converter, marks));
    else visitAll(node.childNodes);
    endLine();
  }
  function visitInline(node: HtmlElement): void {
    const space = STANDS_APART.has(node.tagName) ? ' ' : '';
    converter.anchors.note(wordOf(node, 'id'));
    line.add(space);
    visitAll(node.childNodes);
    line.add(space);
  }
  openMarks();
  return {
    visit,
    finish() {
      if (isLine) return line.finish();
      endLine();
      return blocks;
    },
  };
}

interface LeafPorts {
  addLeaf(nodes: readonly ArticleNode[]): void;
  addBreak(): void;
  line: NodeBuilder;
}

/** Handles elements that stand in a line and hold no line of their own; false for all others. */
function visitLeaf(element: HtmlElement, { options, anchors }: Converter, ports: LeafPorts): boolean {
  switch (element.tagName) {
    case 'br':
      ports.addBreak();
      return true;
    case 'img':
    case 'image':
      ports.addLeaf(imageNodes(element, options));
      return true;
    case 'iframe':
    case 'video':
      ports.addLeaf(filmNodes(element, options));
      return true;
    case 'math':
      anchors.settle();
      ports.addLeaf(wordsOfMath(element));
      return true;
    case 'input':
    case 'wbr':
      return true;
    default:
      return false;
  }
}

/** The mark that an element stands for, null where its words stay without one, undefined where it is no inline element that a tree knows. */
function markOf(element: HtmlElement, converter: Converter, open: Marks): Mark | null | undefined {
  const { tagName } = element;
  if (tagName === 'a') {
    converter.anchors.note(wordOf(element, 'id') ?? wordOf(element, 'name'));
    const href = wordOf(element, 'href');
    const leadsNowhere = !href || href === '#' || open.some(({ tag }) => tag === 'link') || isEmptyLink(element);
    return leadsNowhere ? null : linkMark(href, converter.options);
  }
  const tag = Object.hasOwn(INLINE_MARKS, tagName) ? INLINE_MARKS[tagName] : undefined;
  if (!tag) return undefined;
  converter.anchors.note(wordOf(element, 'id'));
  if (tag === 'rt' && !open.some((mark) => mark.tag === 'ruby')) return null;
  return { tag, attributes: {} };
}

const isEmptyLink = (element: HtmlElement): boolean =>
  wordsBelow(element) === '' && !element.childNodes.some((child) => isElement(child));

const isHeading = ({ tagName }: HtmlElement): boolean => /^h[1-6]$/.test(tagName);

const isBlank = (nodes: readonly ArticleNode[]): boolean =>
  nodes.every((node) => (typeof node === 'string' ? node.trim() === '' : isBlankMark(node)));

const isBlankMark = (node: Exclude<ArticleNode, string>): boolean =>
  node.tag === 'br' || (node.tag !== 'image' && node.tag !== 'hr' && isBlank(node.children ?? []));

const withSingleSpaces = (node: ArticleNode): ArticleNode =>
  typeof node === 'string' ? node.replaceAll(/ {2,}/g, ' ') : node;
