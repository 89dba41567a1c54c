import { textOf, type ArticleNode } from '@helpkiosk/core';
import { readVideoAddress } from './video-address.js';

type Element = Exclude<ArticleNode, string>;

/** What a player is called where nobody has given it a title. */
const PLAYER_NAMES: ReadonlySet<string> = new Set(['youtube', 'vimeo', 'bilibili', 'qq', 'youku', 'video']);
const HOLDS_BLOCKS: ReadonlySet<string> = new Set(['ul', 'ol', 'li', 'quote', 'note', 'details', 'dl', 'dd', 'figure']);

/**
 * The nodes with every paragraph that is only a link to a video, or several, as `video` nodes: `src` as it was written, `title` from the words of
 * the link unless these are its address or the name of its host. A link within a sentence stays a link.
 */
export function videoNodes(nodes: readonly ArticleNode[]): ArticleNode[] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return [node];
    const links = node.tag === 'p' ? onlyLinks(node.children ?? []) : [];
    if (links.length) return links.map(videoOf);
    return [node.children && HOLDS_BLOCKS.has(node.tag) ? { ...node, children: videoNodes(node.children) } : node];
  });
}

function onlyLinks(children: readonly ArticleNode[]): Element[] {
  const said = children.filter((child) => (typeof child === 'string' ? child.trim() !== '' : child.tag !== 'br'));
  const links = said.filter((child): child is Element => typeof child === 'object' && isVideoLink(child));
  return links.length === said.length ? links : [];
}

const isVideoLink = ({ tag, href }: Element & { href?: unknown }): boolean =>
  tag === 'link' && typeof href === 'string' && readVideoAddress(href) !== null;

function videoOf(link: Element): ArticleNode {
  const src = link['href'] as string;
  const title = textOf(link.children ?? []).slice(0, 500);
  return { tag: 'video', src, ...(isTitle(title, src) ? { title } : {}) };
}

/** Words that only repeat the address, the name of its file or of its host, say nothing. */
function isTitle(words: string, src: string): boolean {
  const bare = withoutScheme(words.toLowerCase());
  const address = withoutScheme(src.toLowerCase());
  const path = address.replace(/[?#].*$/su, '');
  const repeated = [address, path, path.split('/')[0], path.split('/').at(-1)];
  return bare !== '' && !PLAYER_NAMES.has(bare) && !repeated.includes(bare.replaceAll(' ', '%20'));
}

const withoutScheme = (address: string): string => address.replace(/^(?:https?:)?\/\//u, '');
