// Names of HTML, by which tags are told from components and from words in pointed brackets.
import type { JsxTag, Props } from './jsx-scan.js';

/** HTML that stands in blocks: inside of it MDX goes on to be Markdown. */
const BLOCK = /^(?:details|summary|div|section|article|aside|center|main|header|footer|nav|figure|figcaption|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|blockquote|p|h[1-6])$/; // prettier-ignore
const NAME = /^(?:a|abbr|acronym|address|area|article|aside|audio|b|base|bdi|bdo|big|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|frame|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|math|menu|meta|meter|nav|noscript|object|ol|optgroup|option|output|p|param|picture|pre|progress|q|rb|rp|rt|ruby|s|samp|script|search|section|select|slot|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|tt|u|ul|var|video|wbr|hk-note)$/i; // prettier-ignore
const ATTRIBUTES = ['href', 'src', 'alt', 'title', 'id', 'open', 'colspan', 'rowspan', 'align', 'start'] as const;

/** True for the name of an element that stands in blocks. */
export const isHtmlBlock = (name: string): boolean => BLOCK.test(name);

/** True for the name of any element, in either case. */
export const isHtmlName = (name: string): boolean => NAME.test(name);

/** A tag as HTML writes it, with the attributes that articles use. */
export function htmlTag(name: string, kind: JsxTag['kind'], props: Props): string {
  if (kind === 'close') return `</${name}>`;
  const shown = ATTRIBUTES.filter((attribute) => props[attribute] !== undefined);
  const written = shown.map(
    (attribute) => ` ${attribute}="${props[attribute]!.replaceAll('"', '&quot;').replace(/\s+/g, ' ')}"`,
  );
  return `<${name}${written.join('')}${kind === 'void' ? ' /' : ''}>`;
}
