// What the conversion needs of a parsed document, and nothing of the parser beside it.
import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/** True for elements; texts, comments and doctypes are none. */
export const isElement = (node: HtmlNode | HtmlParent): node is HtmlElement => 'tagName' in node;

/** The characters of a text node, else undefined. */
export const textOfNode = (node: HtmlNode): string | undefined =>
  node.nodeName === '#text' && 'value' in node ? node.value : undefined;

/** An attribute as it is written; undefined where it is absent. Names are lower case. */
export function attributeOf(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

/** An attribute without spaces around it; undefined where it is absent or empty. */
export const wordOf = (element: HtmlElement, name: string): string | undefined =>
  attributeOf(element, name)?.trim() || undefined;

/** The class names of an element in lower case. */
export const classesOf = (element: HtmlElement): string[] =>
  (wordOf(element, 'class') ?? '').toLowerCase().split(/\s+/u).filter(Boolean);

/** The element children, in order. */
export const childElements = (parent: HtmlParent): HtmlElement[] => parent.childNodes.filter(isElement);

/** All elements below a node in document order, without what `skip` names and all within it. */
export function elementsBelow(parent: HtmlParent, skip?: (element: HtmlElement) => boolean): HtmlElement[] {
  const found: HtmlElement[] = [];
  const waiting: HtmlElement[] = childElements(parent).reverse();
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    if (skip?.(element)) continue;
    found.push(element);
    waiting.push(...childElements(element).reverse());
  }
  return found;
}

/** All characters below a node, without those of what `skip` names; spaces as they are written. */
export function charactersBelow(parent: HtmlParent, skip?: (element: HtmlElement) => boolean): string {
  const parts: string[] = [];
  const waiting: HtmlNode[] = [...parent.childNodes].reverse();
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const text = textOfNode(node);
    if (text !== undefined) parts.push(text);
    else if (isElement(node) && !skip?.(node)) {
      parts.push(...(node.tagName === 'br' ? ['\n'] : []));
      for (let i = node.childNodes.length - 1; i >= 0; i--) waiting.push(node.childNodes[i]!);
    }
  }
  return parts.join('');
}

/** The words below a node on one line. Blocks are not told apart: for lines, counts and comparisons. */
export const wordsBelow = (parent: HtmlParent, skip?: (element: HtmlElement) => boolean): string =>
  charactersBelow(parent, skip).replace(/\s+/gu, ' ').trim();
