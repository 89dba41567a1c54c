import { cueGroups, sectionsOf, type VideoSource } from '@helpkiosk/core';
import type { EngineDoc } from './engine.js';
import type { IndexedDoc, SearchableArticle } from './pack-format.js';

/** One record of an index: the entry of the result list, and the text that is searched. */
export interface IndexRecord {
  readonly doc: IndexedDoc;
  readonly text: EngineDoc;
}

/**
 * The records of articles: first each article, in the order given, then the videos that have captions or chapters. A video is a record of its own, so
 * that a spoken word leads to its second.
 */
export function indexRecords(articles: readonly SearchableArticle[]): IndexRecord[] {
  return [
    ...articles.map((article) => ({ doc: docOf(article), text: textOf(article) })),
    ...articles.flatMap((article) =>
      article.videos.flatMap((video, place) => recordOfVideo(article, video, place) ?? []),
    ),
  ];
}

/** What goes without saying is left out. */
function docOf({ id, title, kind, category, url, updatedAt }: SearchableArticle): IndexedDoc {
  return {
    id,
    title,
    ...(kind && kind !== 'article' ? { kind } : {}),
    ...(category ? { category } : {}),
    ...(url ? { url } : {}),
    ...(updatedAt ? { updatedAt } : {}),
  };
}

const lines = (texts: readonly (string | undefined)[]): string => texts.filter(Boolean).join('\n');

function textOf({ title, tree, summary, keywords = [] }: SearchableArticle): EngineDoc {
  const sections = sectionsOf(tree);
  return {
    title,
    keywords: lines(keywords),
    heading: lines(sections.map(({ heading }) => heading)),
    body: lines([summary, ...sections.map(({ text }) => text)]),
    summary,
  };
}

function recordOfVideo({ id, category }: SearchableArticle, video: VideoSource, place: number): IndexRecord | null {
  const groups = cueGroups(video);
  if (!groups.length) return null;
  return {
    doc: { id, title: video.title, kind: 'video', url: video.url, video: place, ...(category ? { category } : {}) },
    text: {
      title: video.title,
      keywords: '',
      heading: lines([...new Set(groups.map(({ chapter }) => chapter))]),
      body: lines(groups.map(({ text }) => text)),
    },
  };
}
