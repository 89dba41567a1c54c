import { safeHref, safeImageSource, textOf, type ArticleNode, type CompileOptions, type Tag } from '@helpkiosk/core';
import type { MarkedToken, Token, Tokens } from 'marked';
import { joinLines } from './cjk.js';
import { decodeEntities } from './entities.js';
import type { HtmlEvent } from './html-scanner.js';
import { createNodeBuilder, type NodeBuilder } from './node-builder.js';
import { streamOf } from './token-stream.js';
import { readVideoAddress } from './video-address.js';

/** Longest text that an attribute of a tree may hold. */
const MAX_ATTRIBUTE = 500;
const INLINE_HTML: Readonly<Record<string, Tag>> = Object.assign(Object.create(null) as Record<string, Tag>, {
  b: 'strong', strong: 'strong', i: 'em', em: 'em', del: 'del', kbd: 'kbd', sup: 'sup', sub: 'sub', mark: 'mark',
  ruby: 'ruby', rt: 'rt',
} satisfies Record<string, Tag>); // prettier-ignore
const SEPARATES_WORDS =
  /^(?:p|div|li|ul|ol|dl|dt|dd|t[dhr]|table|h[1-6]|section|article|blockquote|pre|summary|details|hr)$/;

/** The nodes of inline tokens: text, emphasis, code, links, images, line breaks, and the few HTML tags that a tree knows. */
export function inlineNodes(tokens: readonly Token[], options: CompileOptions): ArticleNode[] {
  const builder = createNodeBuilder();
  for (const item of streamOf(tokens as readonly MarkedToken[])) {
    if (item.type === 'token') builder.add(...nodesOf(item.token, options));
    else addInlineHtml(builder, item, options);
  }
  return builder.finish();
}

/** Adds a piece of raw HTML: a known inline tag as its node, any other as nothing, its text in either case. */
export function addInlineHtml(builder: NodeBuilder, event: HtmlEvent, options: CompileOptions): void {
  if (event.type === 'text') return builder.add(decodeEntities(joinLines(event.text)));
  if (event.name === 'br') return builder.add({ tag: 'br' });
  if (event.name === 'a') return addLink(builder, event, options);
  if (event.name === 'img')
    return event.type === 'open' ? builder.add(...htmlImage(event.attributes, options)) : undefined;
  const tag = INLINE_HTML[event.name];
  if (!tag) return SEPARATES_WORDS.test(event.name) ? builder.add(' ') : undefined;
  if (tag === 'rt' && !builder.isOpen('ruby')) return builder.add(' ');
  if (event.type === 'close') return builder.close(tag);
  if (tag === 'rt') builder.close('rt');
  builder.open(tag);
}

function addLink(builder: NodeBuilder, event: Exclude<HtmlEvent, { type: 'text' }>, options: CompileOptions): void {
  if (event.type === 'close') return builder.close('link');
  const { href } = event.attributes;
  const target = href && !builder.isOpen('link') ? targetOf(decodeEntities(href).trim(), options) : null;
  if (target) builder.open('link', target);
}

function htmlImage(
  { src = '', alt = '', width, height }: Readonly<Record<string, string>>,
  options: CompileOptions,
): ArticleNode[] {
  const image = imageOf(decodeEntities(src).trim(), decodeEntities(alt), options);
  const size = Object.entries({ width, height }).flatMap(([name, value]) =>
    /^\d{1,4}$/.test(value ?? '') ? [[name, Number(value)]] : [],
  );
  return image.map((node) => (typeof node === 'string' ? node : { ...node, ...Object.fromEntries(size) }));
}

function nodesOf(token: Exclude<MarkedToken, { type: 'html' }>, options: CompileOptions): ArticleNode[] {
  switch (token.type) {
    case 'text':
      return token.tokens ? inlineNodes(token.tokens, options) : [decodeEntities(joinLines(token.raw))];
    case 'escape':
      return [token.text];
    case 'strong':
    case 'em':
    case 'del':
      return element(token.type, inlineNodes(token.tokens, options));
    case 'codespan':
      return element('code', [token.text]);
    case 'br':
      return [{ tag: 'br' }];
    case 'link':
      return linkNodes(token, options);
    case 'image':
      return imageNodes(token, options);
    default:
      return [];
  }
}

/** One node with children, none where it would be empty. */
export function element(tag: Tag, children: readonly ArticleNode[], attributes: object = {}): ArticleNode[] {
  return children.length ? [{ tag, ...attributes, children }] : [];
}

function linkNodes(token: Tokens.Link, options: CompileOptions): ArticleNode[] {
  const children = token.autolink ? [token.text] : inlineNodes(token.tokens, options);
  const target = targetOf(addressOf(token), options);
  return target ? element('link', children, target) : children;
}

/** What a link node says about where it leads; null where it may not be followed. */
function targetOf(href: string, { resolveLink }: CompileOptions): Record<string, string> | null {
  const target = resolveLink ? resolveLink(href) : { href };
  if (!target) return null;
  if ('article' in target) {
    const section = sectionOf(href);
    const isValid = target.article !== '' && target.article.length <= MAX_ATTRIBUTE;
    return isValid ? { article: target.article, ...(section ? { section } : {}) } : null;
  }
  const safe = safeHref(target.href.replaceAll(' ', '%20'));
  return safe === null ? null : { href: safe };
}

/** The image, or its alternative text where it may not be loaded. */
export function imageNodes(token: Tokens.Image, options: CompileOptions): ArticleNode[] {
  return imageOf(addressOf(token), textOf(inlineNodes(token.tokens, options)), options);
}

function imageOf(address: string, words: string, { imageOrigins = [] }: CompileOptions): ArticleNode[] {
  const alt = words.slice(0, MAX_ATTRIBUTE);
  if (readVideoAddress(address)) return videoLink(address.replaceAll(' ', '%20'), alt);
  const src = safeImageSource(address.replaceAll(' ', '%20'), imageOrigins);
  if (src === null) return alt ? [alt] : [];
  return [{ tag: 'image', src, ...(alt ? { alt } : {}) }];
}

/** Some systems embed videos as they embed images. */
function videoLink(address: string, words: string): ArticleNode[] {
  const href = safeHref(address);
  return href === null ? [] : [{ tag: 'link', href, children: [words || address] }];
}

function addressOf(token: Tokens.Link | Tokens.Image): string {
  return 'autolink' in token && token.autolink ? token.href : decodeEntities(token.href).trim();
}

function sectionOf(href: string): string {
  const at = href.indexOf('#');
  if (at < 0) return '';
  const fragment = href.slice(at + 1, at + 1 + MAX_ATTRIBUTE);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
