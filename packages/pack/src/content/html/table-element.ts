import type { ArticleNode } from '@helpkiosk/core';
import { attributeOf, childElements, wordOf, type HtmlElement } from './dom.js';
import type { Converter, Marks } from './html-options.js';
import { element, unwrapLone } from './tree-pieces.js';

const ALIGNMENT: Readonly<Record<string, 'start' | 'center' | 'end'>> = {
  left: 'start',
  start: 'start',
  center: 'center',
  right: 'end',
  end: 'end',
};
/** As many rows or columns as browsers let a cell span. */
const MAX_SPAN = 1_000;

/** A table; one that only lays out a page (a single cell, or so by its role) gives what is in its cells. */
export function tableNodes(table: HtmlElement, converter: Converter, marks: Marks): ArticleNode[] {
  const parts = childElements(table).filter((child) => !converter.isHidden(child));
  const captions = parts.filter(({ tagName }) => tagName === 'caption');
  const rows = parts
    .flatMap((part) => (part.tagName === 'tr' ? [part] : childElements(part)))
    .filter((row) => row.tagName === 'tr' && !converter.isHidden(row));
  const cellsOf = (row: HtmlElement): HtmlElement[] =>
    childElements(row).filter((cell) => /^t[dh]$/.test(cell.tagName) && !converter.isHidden(cell));
  const caption = converter.line(captions.flatMap(({ childNodes }) => childNodes), marks); // prettier-ignore
  const cells = rows.flatMap(cellsOf);
  const role = attributeOf(table, 'role');
  if (cells.length < 2 || role === 'presentation' || role === 'none') {
    return [...element('p', caption), ...cells.flatMap((cell) => converter.flow(cell.childNodes, marks))];
  }
  const lines = rows.flatMap((row) => rowNodes(row, cellsOf(row), converter, marks)); // prettier-ignore
  const drawn: ArticleNode = { tag: 'table', children: lines };
  return caption.length ? element('figure', [...element('caption', caption), drawn]) : [drawn];
}

function rowNodes(row: HtmlElement, cells: readonly HtmlElement[], converter: Converter, marks: Marks): ArticleNode[] {
  converter.anchors.note(wordOf(row, 'id'));
  return element('row', cells.map((cell) => cellNode(cell, converter, marks))); // prettier-ignore
}

function cellNode(cell: HtmlElement, converter: Converter, marks: Marks): ArticleNode {
  converter.anchors.note(wordOf(cell, 'id'));
  const children = unwrapLone(converter.flow(cell.childNodes, marks));
  const align = alignmentOf(cell);
  return {
    tag: cell.tagName === 'th' ? 'headcell' : 'cell',
    ...(align ? { align } : {}),
    ...spanOf(cell, 'colspan'),
    ...spanOf(cell, 'rowspan'),
    ...(children.length ? { children } : {}),
  };
}

function alignmentOf(cell: HtmlElement): string | undefined {
  const styled = /(?:^|;)\s*text-align\s*:\s*([a-z]+)/iu.exec(attributeOf(cell, 'style') ?? '')?.[1];
  const word = (styled ?? wordOf(cell, 'align') ?? '').toLowerCase();
  return Object.hasOwn(ALIGNMENT, word) ? ALIGNMENT[word] : undefined;
}

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): Record<string, number> {
  const text = attributeOf(cell, name)?.trim() ?? '';
  const span = /^\d{1,5}$/u.test(text) ? Math.min(Number(text), MAX_SPAN) : 1;
  return span > 1 ? { [name]: span } : {};
}
