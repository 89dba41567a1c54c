import { stat } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { ArticleTree, VideoSource } from '@helpkiosk/core';
import { contentHash } from '../../content-hash.js';
import { readVideoAddress, isLocalVideo } from '../../content/video-address.js';
import { createFileFinder } from '../find-image.js';
import type { PackImages } from '../pack-images.js';
import { readBytes } from '../source-bytes.js';
import { createSidecarFinder } from './find-sidecars.js';
import { placeVideos, videosInTree, type PlacedVideo } from './place-videos.js';
import { createTimedReader, type TimedReader } from './timed-reader.js';
import type { DeclaredVideo } from './video-fields.js';

/** Largest file of a video, in bytes, that a pack takes along. */
export const MAX_VIDEO_BYTES = 50_000_000;

/** The article that shows the videos: where its file is, and what its head declares. */
export interface VideoArticle {
  path: string;
  locale: string;
  title: string;
  declared?: readonly DeclaredVideo[];
}

/** `inArticle` hears what is wrong about an address of the article, `inFile` what is wrong in a line of a file of captions; of one file once. */
export interface VideoReport {
  inArticle(address: string, message: string): void;
  inFile(path: string, line: number, message: string): void;
}

/** Finds the videos of articles, and takes those that lie in the folder into the pack, with captions, chapters and posters. */
export interface PackVideos {
  /** The facts of every video, those of the head first, and the tree with one node for each, whose `src` is the `url` of the facts. */
  adopt(
    tree: ArticleTree,
    article: VideoArticle,
    report: VideoReport,
  ): Promise<{ tree: ArticleTree; videos: VideoSource[] }>;
}

interface Resolved {
  key: string;
  url: string;
  /** Of a file of the folder. */
  path?: string;
}

const VIDEOS: ReadonlySet<string> = new Set(['.mp4', '.webm', '.ogv', '.m4v']);

/** `paths` are the files of `folder`: nothing else is ever read. Videos and posters join the assets of `images`. */
export function createPackVideos(folder: string, paths: ReadonlySet<string>, images: PackImages): PackVideos {
  const finder = createFileFinder(paths, VIDEOS, 'it is no video that a browser plays');
  const sidecarsOf = createSidecarFinder(paths);
  const timed = createTimedReader(folder, paths);
  const names = new Map<string, string>();
  const add = async (path: string): Promise<{ name: string } | { problem: string }> => {
    const known = names.get(path);
    if (known) return { name: known };
    const size = await sizeOf(join(folder, path));
    if (size > MAX_VIDEO_BYTES)
      return { problem: `it has ${size} bytes, and a pack takes ${MAX_VIDEO_BYTES}: put it on a video site` };
    const read = await readBytes(join(folder, path));
    if ('reason' in read) return { problem: `the file ${read.reason}` };
    const name = `asset-${contentHash(read.bytes)}${posix.extname(path).toLowerCase()}`;
    images.assets.set(name, read.bytes);
    names.set(path, name);
    return { name };
  };
  const resolve = async (address: string, from: string, report: VideoReport): Promise<Resolved | null> => {
    const found = isLocalVideo(address) ? finder.find(from, address) : null;
    if (!found) return { key: readVideoAddress(address)?.key ?? address, url: address };
    const added = 'path' in found ? await add(found.path) : found;
    if ('problem' in added) report.inArticle(address, `missing video ${address}: ${added.problem}`);
    return 'name' in added && 'path' in found ? { key: found.path, url: added.name, path: found.path } : null;
  };
  return {
    async adopt(tree, article, report) {
      const byAddress = new Map<string, Resolved | null>();
      const videos = new Map<string, PlacedVideo>();
      const wanted = [...(article.declared ?? []), ...videosInTree(tree)];
      for (const video of wanted) {
        if (!byAddress.has(video.url)) byAddress.set(video.url, await resolve(video.url, article.path, report));
        const resolved = byAddress.get(video.url);
        if (!resolved) continue;
        const known = videos.get(resolved.key);
        if (known) improve(known.source, video, resolved, article);
        else {
          const poster = await posterOf(video, resolved, article, report);
          const extra = await factsOf(video, resolved, { article, report, timed, sidecarsOf });
          const source = { url: resolved.url, title: video.title ?? article.title, ...poster, ...extra };
          videos.set(resolved.key, { source, isDeclared: article.declared?.includes(video) === true });
        }
      }
      const placed = placeVideos(tree, (address) => {
        const resolved = byAddress.get(address);
        return resolved ? videos.get(resolved.key) : undefined;
      }, [...videos.values()]); // prettier-ignore
      return { tree: placed, videos: [...videos.values()].map(({ source }) => source) };
    },
  };

  async function posterOf(
    { poster }: DeclaredVideo,
    { path }: Resolved,
    article: VideoArticle,
    report: VideoReport,
  ): Promise<{ poster?: string }> {
    const beside = path === undefined ? undefined : sidecarsOf(path, article.locale).poster;
    const src = poster ?? (beside && addressFrom(article.path, beside));
    if (src === undefined) return {};
    const tree = await images.adopt({ v: 1, nodes: [{ tag: 'image', src }] }, article, report.inArticle);
    const [image] = tree.nodes;
    return typeof image === 'object' ? { poster: image['src'] as string } : {};
  }
}

/** What one place knows of a video is added to what another has said; a start second in an address is kept. */
function improve(source: VideoSource, video: DeclaredVideo, { url }: Resolved, { title }: VideoArticle): void {
  if (source.title === title && video.title !== undefined) source.title = video.title;
  const hasStart = (address: string): boolean => readVideoAddress(address)?.startsAtMs !== undefined;
  if (!hasStart(source.url) && hasStart(url)) source.url = url;
}

interface FactPorts {
  article: VideoArticle;
  report: VideoReport;
  timed: TimedReader;
  sidecarsOf: ReturnType<typeof createSidecarFinder>;
}

async function factsOf(
  { captions, chapters, durationMs }: DeclaredVideo,
  { path }: Resolved,
  { article, report, timed, sidecarsOf }: FactPorts,
): Promise<Partial<VideoSource>> {
  const beside = path === undefined ? {} : sidecarsOf(path, article.locale);
  const cues = await timed.read(captions, beside.captions, article.path, { kind: 'captions', ...report });
  const titles = await timed.read(chapters, beside.chapters, article.path, { kind: 'chapters', ...report });
  return {
    ...(durationMs === undefined ? {} : { durationMs }),
    ...(cues.length ? { captions: cues } : {}),
    ...(titles.length ? { chapters: titles.map(({ atMs, text }) => ({ atMs, title: text })) } : {}),
  };
}

const addressFrom = (article: string, path: string): string =>
  posix.relative(posix.dirname(article), path).split('/').map(encodeURIComponent).join('/');

async function sizeOf(file: string): Promise<number> {
  try {
    return (await stat(file)).size;
  } catch {
    return 0;
  }
}
