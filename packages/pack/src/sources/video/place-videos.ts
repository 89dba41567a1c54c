import { textOf, type ArticleNode, type ArticleTree, type VideoSource } from '@helpkiosk/core';
import { isLocalVideo } from '../../content/video-address.js';

type Element = Exclude<ArticleNode, string>;

/** A video of an article; `isDeclared`: its head names it, so that it is shown even where the text does not. */
export interface PlacedVideo {
  source: VideoSource;
  isDeclared: boolean;
}

/** The videos that a tree shows, and those files to which its sentences have links, in reading order: `url` is the address as written. */
export function videosInTree(tree: ArticleTree): { url: string; title?: string }[] {
  const found: { url: string; title?: string }[] = [];
  const look = (node: ArticleNode): void => {
    if (typeof node === 'string') return;
    const link = localLink(node);
    if (link !== undefined) found.push({ url: link, title: textOf(node.children ?? []) });
    const { src, title } = node as { src?: unknown; title?: unknown };
    if (node.tag === 'video' && typeof src === 'string')
      found.push({ url: src, ...(typeof title === 'string' ? { title } : {}) });
    node.children?.forEach(look);
  };
  tree.nodes.forEach(look);
  return found.map(({ url, title }) => (title ? { url, title } : { url }));
}

/**
 * The tree with one `video` node for each video, as its facts have it. A second one of the same video becomes a link, or its words where
 * it is a file; one that `find` does not know leaves its words. A file that a sentence links to follows the block of that sentence. What the head
 * declares and no text shows stands after the first paragraph.
 */
export function placeVideos(
  tree: ArticleTree,
  find: (address: string) => PlacedVideo | undefined,
  all: readonly PlacedVideo[],
): ArticleTree {
  const placed = new Set<PlacedVideo>();
  let following: PlacedVideo[] = [];
  const mapAll = (nodes: readonly ArticleNode[]): ArticleNode[] => nodes.flatMap(mapOne);
  const mapOne = (node: ArticleNode): ArticleNode[] => {
    if (typeof node === 'string') return [node];
    if (node.tag === 'video') return mapVideo(node);
    const address = localLink(node);
    const linked = address === undefined ? undefined : find(address);
    if (linked) following.push(linked);
    if (address !== undefined) return [...(node.children ?? [])];
    return [node.children ? { ...node, children: mapAll(node.children) } : node];
  };
  const mapVideo = (node: Element): ArticleNode[] => {
    const address = String(node['src']);
    const video = find(address);
    const words = video?.source.title ?? (typeof node['title'] === 'string' ? node['title'] : '');
    if (video && !placed.has(video)) return [nodeOf(video)];
    if (!words) return [];
    return [
      { tag: 'p', children: isLocalVideo(address) ? [words] : [{ tag: 'link', href: address, children: [words] }] },
    ];
  };
  const nodeOf = (video: PlacedVideo): ArticleNode => {
    placed.add(video);
    return { tag: 'video', src: video.source.url, title: video.source.title };
  };
  const nodes = tree.nodes.flatMap((node) => {
    following = [];
    const mapped = mapOne(node);
    return [...mapped, ...following.flatMap((video) => (placed.has(video) ? [] : [nodeOf(video)]))];
  });
  const rest = all.filter((video) => video.isDeclared && !placed.has(video)).map(nodeOf);
  const [first] = nodes;
  const lead = typeof first === 'object' && first.tag === 'p' ? 1 : 0;
  return { v: 1, nodes: [...nodes.slice(0, lead), ...rest, ...nodes.slice(lead)] };
}

/** The address of a link to a video that lies beside the articles: beside the pack there is nothing under it. */
function localLink(node: Element): string | undefined {
  const href = node.tag === 'link' ? node['href'] : undefined;
  return typeof href === 'string' && isLocalVideo(href) ? href : undefined;
}
