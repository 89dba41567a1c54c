import type { ArticleNode } from '@helpkiosk/core';
import { attributeOf, childElements, isElement, wordOf, type HtmlElement, type HtmlNode } from './dom.js';
import type { Converter, Marks } from './html-options.js';
import { element, unwrapLone } from './tree-pieces.js';

/** A list. What stands in it outside of an item belongs to the item above, as browsers draw it. */
export function listNodes(list: HtmlElement, converter: Converter, marks: Marks): ArticleNode[] {
  const groups: { item?: HtmlElement; nodes: HtmlNode[] }[] = [];
  for (const node of list.childNodes) {
    if (isElement(node) && converter.isHidden(node)) continue;
    if (isElement(node) && node.tagName === 'li') groups.push({ item: node, nodes: [...node.childNodes] });
    else if (isElement(node) || ('value' in node && node.value.trim() !== '')) {
      if (!groups.length) groups.push({ nodes: [] });
      groups.at(-1)!.nodes.push(node);
    }
  }
  const items = groups.flatMap(({ item, nodes }) => {
    if (item) converter.anchors.note(wordOf(item, 'id'));
    const children = unwrapLone(converter.flow(nodes, marks));
    return element('li', children, checkedOf(nodes));
  });
  const isOrdered = list.tagName === 'ol';
  return element(isOrdered ? 'ol' : 'ul', items, isOrdered ? startOf(list) : {});
}

function startOf(list: HtmlElement): { start?: number } {
  const text = attributeOf(list, 'start')?.trim() ?? '';
  const start = /^-?\d{1,5}$/u.test(text) ? Number(text) : 1;
  return start === 1 ? {} : { start };
}

/** Whether the item begins with a box, and whether that is ticked. */
function checkedOf(nodes: readonly HtmlNode[]): { checked?: boolean } {
  const first = nodes.find((node) => isElement(node) || ('value' in node && node.value.trim() !== ''));
  if (!first || !isElement(first)) return {};
  const inside = /^(?:p|label|span)$/.test(first.tagName) ? childElements(first)[0] : undefined;
  const box = first.tagName === 'input' ? first : inside?.tagName === 'input' ? inside : undefined;
  if (!box || wordOf(box, 'type')?.toLowerCase() !== 'checkbox') return {};
  return { checked: attributeOf(box, 'checked') !== undefined };
}
