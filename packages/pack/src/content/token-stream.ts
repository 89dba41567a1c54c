// Tokens of one level with their raw HTML taken apart, and with what HTML hides taken out.
import type { MarkedToken } from 'marked';
import { scanHtml, type HtmlEvent } from './html-scanner.js';

/** A piece of raw HTML, or a token of Markdown. */
export type StreamItem = HtmlEvent | { type: 'token'; token: Exclude<MarkedToken, { type: 'html' }> };

/** Elements whose content is no part of an article. */
const HIDING: ReadonlySet<string> = new Set([
  'script', 'style', 'template', 'iframe', 'object', 'svg', 'math', 'noscript', 'rp',
]); // prettier-ignore

/**
 * The tokens in order, each `html` token as its texts and tags. From the opening tag of a hiding element to its closing tag all
 * is left out, Markdown in between too; without a closing tag on this level only the tag goes, so that no words are lost.
 */
export function streamOf(tokens: readonly MarkedToken[]): StreamItem[] {
  const items = tokens.flatMap((token): StreamItem[] =>
    token.type === 'html' ? scanHtml(token.raw) : [{ type: 'token', token }],
  );
  const lastClose = new Map<string, number>();
  items.forEach((item, i) => item.type === 'close' && lastClose.set(item.name, i));
  const shown: StreamItem[] = [];
  for (let i = 0; i < items.length; i++) {
    const item = items[i]!;
    if (item.type !== 'open' || !HIDING.has(item.name)) shown.push(item);
    else if ((lastClose.get(item.name) ?? -1) > i) i = endOfHiding(items, i, item.name);
  }
  return shown;
}

function endOfHiding(items: readonly StreamItem[], from: number, name: string): number {
  let depth = 0;
  let lastClose = from;
  for (let i = from; i < items.length; i++) {
    const item = items[i]!;
    if (item.type === 'token' || item.type === 'text' || item.name !== name) continue;
    depth += item.type === 'open' ? 1 : -1;
    if (depth === 0) return i;
    if (item.type === 'close') lastClose = i;
  }
  return lastClose;
}
