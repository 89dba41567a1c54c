// Where an article's videos stand in it, and what the player is told of each. The player itself is a file of its own.
import { safeImageSource, type Article, type ArticleNode, type ArticleTree, type View } from '@helpkiosk/core';
import { h } from 'preact';
import type { ArticleBodyOptions } from '../parts/article-body.js';
import type { ViewProps } from './lazy-view.js';

/** The view of an article. */
export type ArticlePlace = View & { name: 'article' };

/** One video as it stands in an article. */
export interface VideoSpot {
  url: string;
  title: string;
  /** What the article says of it; not checked. */
  facts: unknown;
  /** The address of a poster that may be loaded. */
  poster: string | null;
  /** The language of title and captions. */
  locale: string;
  /** The video was asked for, at this instant. */
  atMs: number | undefined;
}

/** The tree with the videos that stand nowhere in it put before it: they are shown all the same. */
export function withAllVideos({ tree, videos }: Article): ArticleTree {
  const inText = sourcesIn(tree.nodes);
  const others = videos.filter((each) => !inText.includes(each?.url));
  return {
    ...tree,
    nodes: [...others.map((each) => ({ ...each, tag: 'video' as const, src: each?.url })), ...tree.nodes],
  };
}

/** Draws each video of the article: by the player, or as a link while the player is not there or cannot play it. */
export function drawVideos(
  article: Article,
  tree: ArticleTree,
  imageOrigins: readonly string[],
  { view, part, session, loadVideo }: ViewProps & { loadVideo(view: View): void },
): ArticleBodyOptions['drawVideo'] {
  const { kind, url: asked, atMs } = view as ArticlePlace;
  const wantedUrl = kind === 'video' ? asked : atMs! >= 0 && sourcesIn(tree.nodes)[0];
  return (link, url, title = session.t('video.unnamed')) => {
    loadVideo(view);
    const wanted = url === wantedUrl;
    const facts = article.videos.find((each) => each?.url === url);
    const poster = safeImageSource(facts?.poster, imageOrigins);
    const spot: VideoSpot = {
      url,
      title,
      facts,
      poster: poster && session.assetUrl(poster),
      locale: article.locale,
      atMs: wanted ? (atMs ?? 0) : undefined,
    };
    return (
      <div
        class="video"
        role="group"
        aria-label={title}
        tabIndex={-1}
        lang={session.locale}
        dir={session.t('panel.direction') as 'ltr'}
        data-wanted={wanted}
      >
        {part('video', 'player', spot) ?? link}
      </div>
    );
  };
}

const sourcesIn = (nodes: readonly ArticleNode[]): unknown[] =>
  nodes.flatMap((node) =>
    typeof node === 'string' ? [] : node.tag === 'video' ? [node['src']] : sourcesIn(node.children ?? []),
  );
