import { join } from 'node:path';
import { isHelpError } from '@helpkiosk/core';
import { findMainContent } from '../content/html/main-content.js';
import { wordsBelow } from '../content/html/dom.js';
import { readPageFacts, type PageFacts } from '../content/html/page-facts.js';
import { parseHtmlPage } from '../content/html/parse-html.js';
import { decodeText, readBytes, reasonOf } from './source-bytes.js';

/** A page whose article is worth compiling; `heading` is the words of its first heading of level 1, `words` the first 6,000 characters of the article. */
export interface HtmlPage {
  path: string;
  facts: PageFacts;
  heading?: string;
  words: string;
}

const MAX_PAGE_BYTES = 8 * 1024 * 1024;
const MAX_WORDS = 6_000;
const TEMPLATE = /\{\{-?\s*(?:define|partial|template|block|content_for)\b|\{%-?\s*(?:extends|block|include|macro)\b/u;
const CHARSET = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([a-z0-9_:-]{2,20})/iu;

/** True for the names of files that hold a page. */
export const isHtmlFile = (path: string): boolean => /\.(?:html?|xhtml)$/i.test(path);

/** The text of an HTML file by its own word about its encoding, or the reason why it is none. */
export async function readHtmlText(folder: string, path: string): Promise<{ text: string } | { reason: string }> {
  const read = await readBytes(join(folder, path));
  if ('reason' in read) return read;
  if (read.bytes.length > MAX_PAGE_BYTES) {
    return { reason: `has ${read.bytes.length} bytes, and a page may have ${MAX_PAGE_BYTES}: split it` };
  }
  const head = new TextDecoder('latin1').decode(read.bytes.subarray(0, 2_048));
  const text = decodeText(read.bytes, CHARSET.exec(head)?.[1]);
  return text === null
    ? { reason: 'is no text: it has bytes that no page has' }
    : { text: text.replaceAll(/\r\n?/gu, '\n') };
}

/** A first look at a page, or the reason why it is no article. Never rejects. */
export async function lookAtPage(folder: string, path: string): Promise<HtmlPage | { reason: string }> {
  const read = await readHtmlText(folder, path);
  if ('reason' in read) return read;
  if (TEMPLATE.test(read.text)) return { reason: 'is left out: it is the template of a site, not a page of it' };
  if (/(?:^|\/)404\.\w+$/u.test(path)) return { reason: 'is left out: it is the page for addresses that do not exist' };
  try {
    const document = parseHtmlPage(read.text);
    const facts = readPageFacts(document);
    if (facts.redirectsTo) return { reason: `is left out: it only leads on to ${facts.redirectsTo}` };
    if (facts.isNoindex) return { reason: 'is left out: it asks search engines not to list it (noindex)' };
    const main = findMainContent(document);
    if (!main) return { reason: 'is left out: it has no words without its scripts' };
    const heading = main.title ? wordsBelow(main.title, main.skip) : '';
    const words = wordsBelow(main.element, main.skip).slice(0, MAX_WORDS);
    return { path, facts, words, ...(heading ? { heading } : {}) };
  } catch (error) {
    if (!isHelpError(error)) throw error;
    return { reason: reasonOf(error) };
  }
}
