import type { ArticleNode, CompileOptions, Tag } from '@helpkiosk/core';
import type { AnchorBook } from './anchor-book.js';
import type { HtmlElement, HtmlNode } from './dom.js';

/**
 * What a reader may say beside the public options: `resolveImage` gives the address under which an image lies, null for none; `takeTitle`
 * decides, given the words of the first heading of level 1, whether it leaves the body; `skip` names further elements to leave out.
 */
export interface HtmlOptions extends CompileOptions {
  resolveImage?: (src: string) => string | null;
  takeTitle?: (words: string) => boolean;
  skip?: (element: HtmlElement) => boolean;
}

/** An inline element that is open around what is being converted. */
export interface Mark {
  tag: Tag;
  attributes: Readonly<Record<string, unknown>>;
}

export type Marks = readonly Mark[];

/** What the conversion of one kind of element may ask of the whole. */
export interface Converter {
  readonly options: HtmlOptions;
  readonly anchors: AnchorBook;
  isHidden(element: HtmlElement): boolean;
  /** Blocks: loose text becomes paragraphs, each within `marks`. */
  flow(nodes: readonly HtmlNode[], marks: Marks): ArticleNode[];
  /** One line: blocks inside leave their words, with spaces between. */
  line(nodes: readonly HtmlNode[], marks: Marks): ArticleNode[];
}
