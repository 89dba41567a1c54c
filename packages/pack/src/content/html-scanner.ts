// Reads raw HTML inside Markdown as a row of texts and tags. It builds nothing and judges nothing.

/** A text is as it was written, references undecoded, and so are the values of attributes. Names are lower case. */
export type HtmlEvent =
  | { type: 'text'; text: string }
  | { type: 'open'; name: string; attributes: Readonly<Record<string, string>> }
  | { type: 'close'; name: string };

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9-]*)(?=[\s/>])/y;
const ATTRIBUTE = /\s([a-zA-Z][a-zA-Z0-9-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?(?=[\s/>])/g;
/** Of all attributes those that a tree can use. */
const NOTED: ReadonlySet<string> = new Set([
  'align', 'alt', 'colspan', 'height', 'href', 'id', 'kind', 'name', 'open', 'rowspan', 'src', 'start', 'title', 'width',
]); // prettier-ignore
const MAX_TAG_LENGTH = 2_000;
/** Their content is no text even where the closing tag is missing. */
const RAW_TEXT: ReadonlySet<string> = new Set(['script', 'style']);
const HIDDEN = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;

/** The texts and tags of `html` in order. Comments, declarations and the content of `script` and `style` are left out. */
export function scanHtml(html: string): HtmlEvent[] {
  const events: HtmlEvent[] = [];
  let textStart = 0;
  let at = html.indexOf('<');
  const take = (end: number): void => {
    if (at > textStart) events.push({ type: 'text', text: html.slice(textStart, at) });
    textStart = end;
  };
  while (at >= 0) {
    const hiddenEnd = endOfHidden(html, at);
    const tag = hiddenEnd < 0 ? readTag(html, at) : undefined;
    if (hiddenEnd >= 0) take(hiddenEnd);
    else if (tag) {
      take(tag.end);
      events.push(tag.event);
      if (tag.event.type === 'open' && RAW_TEXT.has(tag.event.name)) textStart = endOfRawText(html, tag);
    }
    at = html.indexOf('<', Math.max(textStart, at + 1));
  }
  if (textStart < html.length) events.push({ type: 'text', text: html.slice(textStart) });
  return events;
}

function endOfHidden(html: string, at: number): number {
  for (const [start, end] of HIDDEN) {
    if (!html.startsWith(start, at)) continue;
    const found = html.indexOf(end, at + start.length);
    return found < 0 ? html.length : found + end.length;
  }
  return -1;
}

interface FoundTag {
  event: Exclude<HtmlEvent, { type: 'text' }>;
  end: number;
}

function readTag(html: string, at: number): FoundTag | undefined {
  TAG.lastIndex = at;
  const match = TAG.exec(html);
  if (!match) return undefined;
  const end = endOfTag(html, at + match[0].length);
  if (end < 0) return undefined;
  const name = match[2]!.toLowerCase();
  if (match[1]) return { event: { type: 'close', name }, end };
  return { event: { type: 'open', name, attributes: attributesOf(html.slice(at, end)) }, end };
}

function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name, double, single, bare] of tag.matchAll(ATTRIBUTE)) {
    const known = name!.toLowerCase();
    if (NOTED.has(known) && !Object.hasOwn(attributes, known)) attributes[known] = double ?? single ?? bare ?? '';
  }
  return attributes;
}

/** The place after the `>` that is in no quotes; -1 past 2,000 characters, so that many open quotes cost little. */
function endOfTag(html: string, from: number): number {
  let quote = '';
  for (let at = from; at < html.length && at < from + MAX_TAG_LENGTH; at++) {
    const char = html[at]!;
    if (quote) quote = char === quote ? '' : quote;
    else if (char === '>') return at + 1;
    else if (char === '"' || char === "'") quote = char;
  }
  return -1;
}

function endOfRawText(html: string, tag: FoundTag): number {
  const close = new RegExp(`</${tag.event.name}(?=[\\s/>])`, 'gi');
  close.lastIndex = tag.end;
  return close.exec(html)?.index ?? html.length;
}
