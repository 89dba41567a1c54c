import { cueGroups, type ArticleSection, type VideoSource } from '@helpkiosk/core';

/** A stretch of a video as the section of an article; the chapter is its heading. `cues` are its captions, each with the instant at which it begins. */
export interface SpokenSection extends ArticleSection {
  readonly atMs: number;
  readonly cues: readonly { readonly heading: ''; readonly text: string; readonly atMs: number }[];
}

/** What is said in a video. */
export function sectionsOfVideo(video: VideoSource): SpokenSection[] {
  const groups = cueGroups(video);
  return groups.map(({ chapter = '', ...group }, i) => ({
    heading: chapter,
    ...group,
    cues: (video.captions ?? [])
      .filter(({ atMs }) => atMs >= group.atMs && atMs < (groups[i + 1]?.atMs ?? Infinity))
      .map(({ atMs, text }) => ({ heading: '', text, atMs })),
  }));
}
