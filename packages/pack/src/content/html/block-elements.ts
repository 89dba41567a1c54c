import type { ArticleNode, NoteKind } from '@helpkiosk/core';
import type { HeadingNode } from '../heading-ids.js';
import { preNodes } from './code-element.js';
import { attributeOf, childElements, classesOf, elementsBelow, isElement, wordOf, wordsBelow, type HtmlElement, type HtmlNode } from './dom.js'; // prettier-ignore
import type { Converter, Marks } from './html-options.js';
import { listNodes } from './list-element.js';
import { MAX_ATTRIBUTE } from './link-image.js';
import { tableNodes } from './table-element.js';
import { element, unwrapLone } from './tree-pieces.js';

type Convert = (element: HtmlElement, converter: Converter, marks: Marks) => ArticleNode[];

const PLAIN_BLOCKS: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'caption', 'center', 'dd', 'details', 'dir', 'div', 'dl', 'dt', 'fieldset', 'figcaption',
  'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'listing', 'main',
  'menu', 'nav', 'ol', 'p', 'plaintext', 'pre', 'search', 'section', 'summary', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr', 'ul',
  'xmp',
]); // prettier-ignore
const NOTE_CLASS =
  /^(?:admonition|alert|callout|bd-callout|notice|custom-block|theme-admonition|markdown-alert|starlight-aside|infobox|note|tip|hint|info|important|warning|caution|danger|attention)$/;
const NOTE_HOLDERS: ReadonlySet<string> = new Set(['div', 'section', 'p', 'blockquote']);
const TITLE_CLASS = /(?:^|[-_])(?:title|heading|label)$/;

/** Elements with a form of their own in a tree. Others of `isPlainBlock` only separate what is around them from what is in them. */
export const BLOCK_NODES: Readonly<Record<string, Convert>> = Object.assign(Object.create(null) as object, {
  h1: headingNodes,
  h2: headingNodes,
  h3: headingNodes,
  h4: headingNodes,
  h5: headingNodes,
  h6: headingNodes,
  ul: listNodes,
  ol: listNodes,
  menu: listNodes,
  dir: listNodes,
  pre: preNodes,
  xmp: preNodes,
  listing: preNodes,
  plaintext: preNodes,
  table: tableNodes,
  hr: () => [{ tag: 'hr' }],
  blockquote: quoteNodes,
  figure: figureNodes,
  details: detailsNodes,
  dl: definitionNodes,
  aside: (node, converter, marks) => noteNodes(node, kindOfNote(node) ?? 'note', converter, marks),
} satisfies Record<string, Convert>);

/** True for elements that stand apart from their neighbours. */
export const isPlainBlock = (element: HtmlElement): boolean => PLAIN_BLOCKS.has(element.tagName);

function headingNodes(node: HtmlElement, converter: Converter, marks: Marks): ArticleNode[] {
  const { anchors, options } = converter;
  const level = Math.min(Math.max(Number(node.tagName[1]), 2), 4) as 2 | 3 | 4;
  const inner = elementsBelow(node).map((child) => wordOf(child, 'id') ?? wordOf(child, 'name'));
  const ids = [wordOf(node, 'id'), ...inner].filter((id): id is string => Boolean(id));
  anchors.beginHeading();
  const children = converter.line(withoutOwnLinks(node.childNodes), marks);
  const words = wordsBelow(node, (child) => converter.isHidden(child));
  const isTitle = node.tagName === 'h1' && words !== '' && options.takeTitle?.(words) === true;
  const heading: HeadingNode | null = isTitle || !children.length ? null : { tag: `h${level}`, id: '', children };
  anchors.endHeading(heading, ids);
  return heading ? [heading as HeadingNode & ArticleNode] : [];
}

/** A heading's link to itself is no link for a reader: its words stay, a mere mark goes. */
function withoutOwnLinks(nodes: readonly HtmlNode[]): HtmlNode[] {
  return nodes.flatMap((node) => {
    if (!isElement(node) || node.tagName !== 'a' || !attributeOf(node, 'href')?.startsWith('#')) return [node];
    return /[\p{L}\p{N}]/u.test(wordsBelow(node)) ? node.childNodes : [];
  });
}

function quoteNodes(node: HtmlElement, converter: Converter, marks: Marks): ArticleNode[] {
  const kind = kindOfNote(node);
  return kind ? noteNodes(node, kind, converter, marks) : element('quote', converter.flow(node.childNodes, marks));
}

function figureNodes(node: HtmlElement, converter: Converter, marks: Marks): ArticleNode[] {
  const isCaption = (child: HtmlNode): boolean => isElement(child) && child.tagName === 'figcaption';
  const captions = childElements(node).filter((child) => isCaption(child) && !converter.isHidden(child));
  const body = unwrapLone(converter.flow(node.childNodes.filter((child) => !isCaption(child)), marks)); // prettier-ignore
  const caption = converter.line(captions.flatMap(({ childNodes }) => childNodes), marks); // prettier-ignore
  const holdsPicture = body.some((child) => typeof child === 'object' && /^(?:image|link|table|pre)$/.test(child.tag));
  if (!caption.length || !holdsPicture) {
    const isLine = body.every(
      (child) => typeof child === 'string' || /^(?:image|link|strong|em|code)$/.test(child.tag),
    );
    return [...(isLine ? element('p', body) : body), ...element('p', caption)];
  }
  return element('figure', [...body, ...element('caption', caption)]);
}

function detailsNodes(node: HtmlElement, converter: Converter, marks: Marks): ArticleNode[] {
  const summary = childElements(node).find(({ tagName }) => tagName === 'summary');
  const words = summary ? converter.line(summary.childNodes, marks) : [];
  const rest = converter.flow(node.childNodes.filter((child) => child !== summary), marks); // prettier-ignore
  const open = attributeOf(node, 'open') === undefined ? {} : { open: true };
  return element('details', [...element('summary', words), ...rest], open);
}

function definitionNodes(node: HtmlElement, converter: Converter, marks: Marks): ArticleNode[] {
  const items = childElements(node)
    .filter((child) => !converter.isHidden(child))
    .flatMap((child) => (child.tagName === 'div' ? childElements(child) : [child]));
  const loose = node.childNodes.filter((child) => !isElement(child));
  const children = items.flatMap((item): ArticleNode[] => {
    if (converter.isHidden(item)) return [];
    converter.anchors.note(wordOf(item, 'id'));
    if (item.tagName === 'dt') return element('dt', converter.line(item.childNodes, marks));
    return element('dd', unwrapLone(converter.flow(item.tagName === 'dd' ? item.childNodes : [item], marks)));
  });
  return [...converter.flow(loose, marks), ...element('dl', children)];
}

/** The kind of a note that the class names of an element hint at, null for what is no note. */
export function kindOfNote(node: HtmlElement): NoteKind | null {
  const classes = classesOf(node);
  const isNote = node.tagName === 'aside' || attributeOf(node, 'role') === 'note';
  if (!isNote && !(NOTE_HOLDERS.has(node.tagName) && classes.some((name) => NOTE_CLASS.test(name)))) return null;
  const hint = classes.join(' ');
  if (/danger|error|caution|critical/.test(hint)) return 'danger';
  if (/warn|important|attention/.test(hint)) return 'warning';
  return /tip|hint|success/.test(hint) ? 'tip' : 'note';
}

/** A note; its first element is the title where a class name says so. */
export function noteNodes(node: HtmlElement, kind: NoteKind, converter: Converter, marks: Marks): ArticleNode[] {
  const first = childElements(node).find((child) => wordsBelow(child) !== '' && !converter.isHidden(child));
  const isTitle = first && classesOf(first).some((name) => TITLE_CLASS.test(name)) && isFirstText(node, first);
  const title = isTitle ? wordsBelow(first, (child) => converter.isHidden(child)) : '';
  const fits = title !== '' && title.length <= MAX_ATTRIBUTE;
  const nodes = fits ? node.childNodes.filter((child) => child !== first) : node.childNodes;
  const children = converter.flow(nodes, marks);
  if (!children.length) return fits ? element('note', [{ tag: 'p', children: [title] }], { kind }) : [];
  return element('note', children, { kind, ...(fits ? { title } : {}) });
}

/** True where no loose text stands before the element. */
function isFirstText(parent: HtmlElement, child: HtmlElement): boolean {
  const before = parent.childNodes.slice(0, parent.childNodes.indexOf(child));
  return before.every((node) => isElement(node) || !('value' in node) || node.value.trim() === '');
}
