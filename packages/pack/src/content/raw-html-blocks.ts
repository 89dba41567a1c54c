// Raw HTML that stands for blocks of an article.
import type { ArticleNode, NoteKind, Tag } from '@helpkiosk/core';
import { NOTE_KINDS, textOf } from '@helpkiosk/core';
import { decodeEntities } from './entities.js';
import type { HtmlEvent } from './html-scanner.js';
import type { NodeBuilder } from './node-builder.js';
import { trimNodes } from './trim-nodes.js';

type TagEvent = Exclude<HtmlEvent, { type: 'text' }>;

const TAGS: Readonly<Record<string, Tag>> = Object.assign(Object.create(null) as Record<string, Tag>, {
  details: 'details', summary: 'summary', ul: 'ul', ol: 'ol', menu: 'ul', li: 'li', dl: 'dl', dt: 'dt', dd: 'dd', blockquote: 'quote',
  table: 'table', tr: 'row', td: 'cell', th: 'headcell', h1: 'h2', h2: 'h2', h3: 'h3', h4: 'h4', h5: 'h4', h6: 'h4',
  figure: 'figure', figcaption: 'caption', pre: 'pre', 'hk-note': 'note',
} satisfies Record<string, Tag>); // prettier-ignore
/** What may stand in nothing else; elsewhere its content is a paragraph. */
const PARENTS: Partial<Record<Tag, readonly Tag[]>> = {
  summary: ['details'], li: ['ul', 'ol'], dt: ['dl'], dd: ['dl'], row: ['table'], cell: ['row'], headcell: ['row'], caption: ['figure'],
}; // prettier-ignore
/** Their lines are no paragraphs. */
const HOLDS_LINES: ReadonlySet<Tag> = new Set<Tag>(['summary', 'dt', 'cell', 'headcell', 'h2', 'h3', 'h4', 'caption', 'li', 'dd', 'pre']); // prettier-ignore
const HOLDS_BLOCKS: ReadonlySet<Tag> = new Set<Tag>(['li', 'dd']);
/** Their text stands in their children alone. */
const HOLDS_PARTS: ReadonlySet<Tag> = new Set<Tag>(['ul', 'ol', 'dl', 'table', 'row']);
const ALIGNMENT: Readonly<Record<string, string>> = { left: 'start', center: 'center', right: 'end' };

/** Opens or closes what a tag of HTML stands for; any other tag is nothing. */
export function addBlockHtml(
  blocks: NodeBuilder,
  event: TagEvent,
  titleOf: (markdown: string) => readonly ArticleNode[],
): void {
  if (event.name === 'hr') return event.type === 'open' ? blocks.add({ tag: 'hr' }) : undefined;
  const tag = TAGS[event.name];
  if (!tag) return;
  if (event.type === 'close') return blocks.close(tag);
  closeSiblings(blocks, tag);
  const parents = PARENTS[tag];
  if (parents && !parents.includes(blocks.current()!)) return;
  blocks.open(tag, attributesOf(tag, event.attributes, titleOf));
}

/** HTML lets end tags of parts be left out. */
function closeSiblings(blocks: NodeBuilder, tag: Tag): void {
  const current = blocks.current();
  if (tag === 'li' && current === 'li') blocks.close('li');
  if ((tag === 'dt' || tag === 'dd') && (current === 'dt' || current === 'dd')) blocks.close(current);
  if ((tag === 'cell' || tag === 'headcell' || tag === 'row') && (current === 'cell' || current === 'headcell'))
    blocks.close(current);
  if (tag === 'row' && blocks.current() === 'row') blocks.close('row');
}

function attributesOf(
  tag: Tag,
  written: Readonly<Record<string, string>>,
  titleOf: (markdown: string) => readonly ArticleNode[],
): Record<string, unknown> {
  const count = (name: string): Record<string, number> => {
    const value = Number(written[name]);
    return Number.isInteger(value) && value > 1 && value < 1_000 ? { [name]: value } : {};
  };
  if (tag === 'details') return 'open' in written ? { open: true } : {};
  if (tag === 'ol') return count('start');
  if (tag === 'cell' || tag === 'headcell') {
    const align = ALIGNMENT[written['align']?.toLowerCase() ?? ''];
    return { ...(align ? { align } : {}), ...count('colspan'), ...count('rowspan') };
  }
  if (/^h[234]$/.test(tag)) return { id: '', ...(written['id'] ? { anchor: decodeEntities(written['id']) } : {}) };
  if (tag !== 'note') return {};
  const kind = NOTE_KINDS.find((known) => known === written['kind']) ?? ('note' satisfies NoteKind);
  const title = textOf(titleOf(decodeEntities(written['title'] ?? ''))).slice(0, 500);
  return { kind, ...(title ? { title } : {}) };
}

/** Puts a line of text into what is open: as it is into a cell or a heading, else as a paragraph. */
export function addLine(blocks: NodeBuilder, line: readonly ArticleNode[]): void {
  const nodes = trimNodes(line);
  if (!nodes.length) return;
  const current = blocks.current();
  if (current === 'pre') return blocks.add(textOf(nodes));
  if (current && HOLDS_LINES.has(current) && (blocks.isEmpty() || !HOLDS_BLOCKS.has(current))) {
    return blocks.add(...(blocks.isEmpty() ? [] : [' ']), ...nodes);
  }
  addBlocks(blocks, [{ tag: 'p', children: nodes }]);
}

/** Adds blocks of Markdown: their words alone where only a line may stand, beside the list or table where only its parts may. */
export function addBlocks(blocks: NodeBuilder, nodes: readonly ArticleNode[]): void {
  const current = blocks.current();
  if (current && HOLDS_PARTS.has(current)) {
    blocks.add(...wrapped(current, nodes));
  } else if (current && HOLDS_LINES.has(current) && !HOLDS_BLOCKS.has(current)) {
    for (const node of nodes) {
      const inner =
        typeof node === 'object' && node.tag === 'p'
          ? (node.children ?? [])
          : isInline(node)
            ? [node]
            : [textOf([node])];
      blocks.add(...(blocks.isEmpty() ? [] : [' ']), ...inner);
    }
  } else blocks.add(...nodes);
}

const isInline = (node: ArticleNode): boolean => typeof node === 'string' || node.tag === 'image';

/** Stray words between the parts of a list or table get a part of their own, so that none are lost. */
function wrapped(parent: Tag, nodes: readonly ArticleNode[]): ArticleNode[] {
  if (!nodes.length) return [];
  if (parent === 'dl') return [{ tag: 'dd', children: nodes }];
  if (parent === 'ul' || parent === 'ol') return [{ tag: 'li', children: nodes }];
  const cell: ArticleNode = { tag: 'cell', children: [textOf(nodes)] };
  return parent === 'row' ? [cell] : [{ tag: 'row', children: [cell] }];
}

/** The text of code in raw HTML, whose line breaks are meant. */
export function addCodeText(blocks: NodeBuilder, text: string): void {
  const code = decodeEntities(text);
  blocks.add(blocks.isEmpty() ? code.replace(/^\n/, '') : code);
}
