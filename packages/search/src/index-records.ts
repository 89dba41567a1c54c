import { cueGroups, sectionsOf, type VideoSource } from '@helpkiosk/core';
import type { EngineDoc } from './engine.js';
import type { IndexedDoc, SearchableArticle } from './pack-format.js';
import { priorsOf } from './prior.js';

/** One record of an index: the entry of the result list, and the text that is searched. */
export interface IndexRecord {
  readonly doc: IndexedDoc;
  readonly text: EngineDoc;
}

/**
 * The records of articles: first each article, in the order given, then the videos that have captions or chapters. A video is a record of its own, so
 * that a spoken word leads to its second; it is as new, and helps as much, as its article.
 */
export function indexRecords(articles: readonly SearchableArticle[]): IndexRecord[] {
  const priors = priorsOf(articles);
  return [
    ...articles.map((article, i) => ({ doc: withPrior(docOf(article), priors[i]!), text: textOf(article) })),
    ...articles.flatMap((article, i) =>
      article.videos.flatMap((video, place) => {
        const found = recordOfVideo(article, video, place);
        return found ? { ...found, doc: withPrior(found.doc, priors[i]!) } : [];
      }),
    ),
  ];
}

const withPrior = (doc: IndexedDoc, prior: number): IndexedDoc => (prior ? { ...doc, prior } : doc);

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
