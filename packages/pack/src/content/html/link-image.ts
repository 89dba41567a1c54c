import { safeHref, safeImageSource, type ArticleNode, type CompileOptions } from '@helpkiosk/core';
import { attributeOf, childElements, classesOf, elementsBelow, isElement, wordOf, type HtmlElement } from './dom.js';
import { isLocalVideo, readVideoAddress } from '../video-address.js';
import type { HtmlOptions, Mark } from './html-options.js';

/** Longest text that an attribute of a tree may hold. */
export const MAX_ATTRIBUTE = 500;
/** Frames of these are films even where nothing says which: a list of videos stays a link. */
const FILM_FRAME =
  /^(?:https?:)?\/\/(?:www\.)?(?:youtube(?:-nocookie)?\.com|player\.vimeo\.com|player\.bilibili\.com|v\.qq\.com|player\.youku\.com)\//iu;
const LAZY_NAMES = ['data-src', 'data-lazy-src', 'data-original', 'data-image-src'] as const;

/** The mark of a link that may be followed, else null: then its words stay alone. */
export function linkMark(href: string, options: CompileOptions): Mark | null {
  const target = options.resolveLink ? options.resolveLink(href) : { href };
  if (!target) return null;
  if ('article' in target) {
    const { article } = target;
    if (article === '' || article.length > MAX_ATTRIBUTE) return null;
    const section = fragmentOf(href).slice(0, MAX_ATTRIBUTE);
    return { tag: 'link', attributes: { article, ...(section ? { section } : {}) } };
  }
  const safe = safeHref(target.href.trim().replaceAll(' ', '%20'));
  return safe === null ? null : { tag: 'link', attributes: { href: safe } };
}

/** What follows `#` in an address, decoded where it can be; empty without one. */
export function fragmentOf(href: string): string {
  const at = href.indexOf('#');
  const fragment = at < 0 ? '' : href.slice(at + 1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/**
 * The image, or its alternative text where it may not be loaded. Images that wait for a script are found by the usual attributes, or in
 * the `noscript` beside them. Pixels that only count are left out.
 */
export function imageNodes(element: HtmlElement, options: HtmlOptions): ArticleNode[] {
  const alt = (wordOf(element, 'alt') ?? wordOf(element, 'aria-label') ?? wordOf(element, 'title') ?? '')
    .replace(/\s+/gu, ' ')
    .slice(0, MAX_ATTRIBUTE)
    .trim();
  const size = { ...sizeOf(element, 'width'), ...sizeOf(element, 'height') };
  const isPixel = (size.width ?? 9) < 3 || (size.height ?? 9) < 3;
  const isEmoji = classesOf(element).some((name) => /emoji|emoticon/.test(name));
  if (isPixel || (isEmoji && alt)) return alt ? [alt] : [];
  const written = sourceOf(element);
  const resolved = written === undefined ? null : options.resolveImage ? options.resolveImage(written) : written;
  const src = safeImageSource(resolved?.replaceAll(' ', '%20'), options.imageOrigins ?? []);
  if (src === null) return alt ? [alt] : [];
  return [{ tag: 'image', src, ...(alt ? { alt } : {}), ...size }];
}

function sourceOf(element: HtmlElement): string | undefined {
  const own = wordOf(element, 'src');
  if (own && !/^(?:data|about|blob):/iu.test(own)) return own;
  const lazy = LAZY_NAMES.map((name) => wordOf(element, name)).find(Boolean);
  return lazy ?? firstCandidate(wordOf(element, 'srcset') ?? wordOf(element, 'data-srcset')) ?? twinSource(element);
}

const firstCandidate = (srcset: string | undefined): string | undefined =>
  srcset && !srcset.startsWith('data:') ? srcset.split(/[\s,]/u, 1)[0] : undefined;

function twinSource(element: HtmlElement): string | undefined {
  const siblings = element.parentNode?.childNodes ?? [];
  const after = siblings.slice(siblings.indexOf(element) + 1);
  const next = after.find(isElement);
  if (next?.tagName !== 'noscript') return undefined;
  const image = elementsBelow(next).find(({ tagName }) => tagName === 'img');
  return image && wordOf(image, 'src');
}

function sizeOf(element: HtmlElement, name: 'width' | 'height'): { width?: number; height?: number } {
  const text = attributeOf(element, name)?.trim().replace(/px$/iu, '') ?? '';
  return /^\d{1,5}$/u.test(text) ? { [name]: Number(text) } : {};
}

/** A link to an embedded film: of a frame only where a known video host shows it, of a `video` where its address is absolute or a file of videos. */
export function filmNodes(element: HtmlElement, options: HtmlOptions): ArticleNode[] {
  const source =
    wordOf(element, 'src') ??
    wordOf(element, 'data-src') ??
    childElements(element).map((child) => wordOf(child, 'src')).find(Boolean); // prettier-ignore
  const isAbsolute = /^(?:https?:)?\/\//iu.test(source ?? '');
  const isShown = element.tagName === 'iframe' ? isAbsolute && (FILM_FRAME.test(source!) || readVideoAddress(source!)) : isAbsolute || isLocalVideo(source ?? ''); // prettier-ignore
  if (!source || !isShown) return [];
  const address = source.replace(/^\/\//u, 'https://');
  const target = isAbsolute
    ? linkMark(address, options)?.attributes
    : { href: safeHref(address.replaceAll(' ', '%20')) };
  if (!target || Object.values(target).includes(null)) return [];
  const words = wordOf(element, 'title') ?? wordOf(element, 'aria-label') ?? source.replace(/^(?:https?:)?\/\//iu, '');
  return [{ tag: 'link', ...target, children: [words.replace(/\s+/gu, ' ')] }];
}
